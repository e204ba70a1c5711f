// Where a button leads that saves before it goes on. What is sent is read as a step and a line to correct, and never as an address.
import { stepOf, type Step } from './steps.ts';

export type Destination = { readonly step: Step; readonly corrects: string };

/** As a button sends it. */
export function destinationText({ step, corrects }: Destination): string {
	return corrects === '' ? step : `${step} ${corrects}`;
}

/** The first step where the text names none. */
export function destinationIn(text: string): Destination {
	const [step = '', corrects = ''] = text.split(' ');
	return { step: stepOf(step), corrects };
}

export function destinationHref(assessmentId: string, { step, corrects }: Destination, done: string | null): string {
	const query = new URLSearchParams({
		step,
		...(corrects === '' ? {} : { corrects }),
		...(done === null ? {} : { done })
	});
	const form = step === 'participation' ? '#log-form' : '#absence-form';
	return `/apv/${assessmentId}?${query.toString()}${corrects === '' ? '' : form}`;
}

// What an opened link of a check-in's letter may do by itself. Whoever opens it may be a scanner that runs scripts: it opens the letter
// just after it was sent, or its links one after the other. Then a button has to be pressed.
import type { CheckInAnswer } from './check-in.ts';

/** A letter's links ask for a button so long after it was sent: scanners look at it before its reader does. */
export const JUST_SENT_MINUTES = 10;
/** An answer that came by opening a link is taken back where another link of the letter is opened so soon. */
export const ONE_AFTER_THE_OTHER_MINUTES = 2;

export type OpenedLink =
	| { readonly kind: 'record' }
	/** The answer is shown with buttons, and nothing is changed. */
	| { readonly kind: 'ask'; readonly why: 'just-sent' | 'said-before' | 'two-links' }
	/** So it is, and what the link before said is no answer any more. */
	| { readonly kind: 'take-back'; readonly why: 'two-links' };

/**
 * What becomes of a link that was opened and sent its answer without a press on the page. `sentAt`: when the letter was handed
 * over to the mail server. A clock that went back counts as just after.
 */
export function openedLink(opened: {
	readonly given: CheckInAnswer;
	readonly at: Date;
	readonly sentAt: Date;
	readonly before: { readonly kind: CheckInAnswer; readonly at: Date } | null;
	/** What links did before: the answer is one's, or one's answer was taken back. */
	readonly byOpening: 'answered' | 'taken-back' | null;
	readonly isStepDone: boolean;
}): OpenedLink {
	const { given, at, sentAt, before, byOpening, isStepDone } = opened;
	if (before?.kind === given) return { kind: 'record' };
	if (before !== null) {
		const isSoonAfter = minutesBetween(before.at, at) < ONE_AFTER_THE_OTHER_MINUTES;
		if (byOpening === 'answered' && isSoonAfter) return { kind: 'take-back', why: 'two-links' };
		return { kind: 'ask', why: 'said-before' };
	}
	if (byOpening === 'taken-back') return { kind: 'ask', why: 'two-links' };
	if (isStepDone && given !== 'done') return { kind: 'ask', why: 'said-before' };
	return minutesBetween(sentAt, at) < JUST_SENT_MINUTES ? { kind: 'ask', why: 'just-sent' } : { kind: 'record' };
}

function minutesBetween(from: Date, to: Date): number {
	return (to.getTime() - from.getTime()) / 60_000;
}

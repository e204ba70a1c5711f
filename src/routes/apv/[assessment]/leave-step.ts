// From one step to another: what stands on the page is saved on the way. What cannot be saved stays on the page, which asks.
import type { Actor } from '#server/actor.ts';
import { logParticipation, type LogParticipationOutcome } from '#server/use-cases/assessments/log-participation.ts';
import { destinationHref, destinationIn } from './destination.ts';
import { saveWritten, type SaveWrittenOutcome } from './save-written.ts';

type Context = Parameters<typeof saveWritten>[0];
type LineValues = Parameters<typeof logParticipation>[2];

export type LeaveStepOutcome =
	| { readonly kind: 'go'; readonly href: string }
	/** `leaveTo`: where to go on without saving. */
	| {
			readonly kind: 'faulty-line';
			readonly values: LineValues;
			readonly problems: Extract<LogParticipationOutcome, { kind: 'faulty' }>['problems'];
			readonly leaveTo: string;
	  }
	| (Extract<SaveWrittenOutcome, { kind: 'faulty' }> & { readonly leaveTo: string })
	| { readonly kind: 'already-final' | 'unknown-assessment' | 'forbidden' };

export async function leaveStep(
	context: Context,
	actor: Actor,
	{ assessmentId, form }: { readonly assessmentId: string; readonly form: FormData }
): Promise<LeaveStepOutcome> {
	const destination = destinationIn(String(form.get('leave-to') ?? ''));
	const leaveTo = destinationHref(assessmentId, destination, null);
	const line = lineIn(form);
	if (line !== null) {
		const outcome = await logParticipation(context, actor, line);
		if (outcome.kind === 'forbidden') return outcome;
		if (outcome.kind === 'faulty') return { kind: 'faulty-line', values: line, problems: outcome.problems, leaveTo };
		return { kind: 'go', href: destinationHref(assessmentId, destination, 'log') };
	}
	const outcome = await saveWritten(context, actor, { assessmentId, form, asked: null });
	if (outcome.kind === 'faulty') return { ...outcome, leaveTo };
	if (outcome.kind !== 'saved') return outcome;
	return { kind: 'go', href: destinationHref(assessmentId, destination, outcome.isAnything ? 'saved' : null) };
}

/** A new line of the log as it was written; null where nothing was, or nothing was changed. */
function lineIn(form: FormData): LineValues | null {
	if (!form.has('heldOn')) return null;
	const [heldOn = '', what = '', who = '', corrects = ''] = ['heldOn', 'what', 'who', 'corrects'].map((name) =>
		String(form.get(name) ?? '')
	);
	const before = plain(String(form.get('before') ?? ''));
	return plain(`${heldOn}\n${what}\n${who}`) === before ? null : { heldOn, what, who, corrects };
}

function plain(text: string): string {
	return text.replaceAll('\r\n', '\n').trim();
}

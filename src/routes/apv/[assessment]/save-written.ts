// A page has several things to write: the part's text, a remark, a figure of absence. They are sent together, so that no button loses
// what was written beside it: what is filled in is saved, and what cannot be saved is shown again.
import type { Actor } from '#server/actor.ts';
import { enterAbsence, type EnterAbsenceOutcome } from '#server/use-cases/assessments/enter-absence.ts';
import {
	remarkOnAssessment,
	type RemarkOnAssessmentOutcome
} from '#server/use-cases/assessments/remark-on-assessment.ts';
import {
	saveAssessmentPart,
	type SaveAssessmentPartOutcome
} from '#server/use-cases/assessments/save-assessment-part.ts';
import { writtenMark } from './written-mark.ts';

type Context = Parameters<typeof saveAssessmentPart>[0];
type Of<Outcome, Kind> = Extract<Outcome, { readonly kind: Kind }>;
type AbsenceValues = Parameters<typeof enterAbsence>[2];

/** What stands on the page again, with what was wrong. */
export type WrittenFault = {
	readonly part: string;
	/** Null where the part's text is saved. */
	readonly values: Readonly<Record<string, string>> | null;
	readonly problems: Of<SaveAssessmentPartOutcome, 'faulty'>['problems'];
	/** What somebody else saved meanwhile. */
	readonly saved: Of<SaveAssessmentPartOutcome, 'changed-meanwhile'>['saved'] | null;
	readonly remark: string;
	readonly remarkProblem: Of<RemarkOnAssessmentOutcome, 'faulty'>['problems'][number]['code'] | null;
	readonly absence: {
		readonly values: AbsenceValues;
		/** What the chosen sets are called, also those of a branch that is not shown. */
		readonly labels: Readonly<Record<string, string>>;
		readonly problems: Of<EnterAbsenceOutcome, 'faulty'>['problems'];
		readonly verdict: Of<EnterAbsenceOutcome, 'refused'>['verdict'] | null;
	};
};

export type SaveWrittenOutcome =
	/** `isAnything`: false where nothing on the page was new. `kept`: what stands there still, unsaved. */
	| { readonly kind: 'saved'; readonly isAnything: boolean; readonly kept: WrittenFault }
	| { readonly kind: 'already-final' | 'unknown-assessment' | 'forbidden' }
	| { readonly kind: 'faulty'; readonly fault: WrittenFault };

/**
 * `asked`: what the button names. It is tried even where nothing is filled in, so that what is missing is told. `keepsAbsence`: its
 * fields are half filled in while the reader looks for the rest, and are not saved yet.
 */
export async function saveWritten(
	context: Context,
	actor: Actor,
	{
		assessmentId,
		form,
		asked,
		keepsAbsence = false
	}: {
		readonly assessmentId: string;
		readonly form: FormData;
		readonly asked: 'part' | 'remark' | 'absence' | null;
		readonly keepsAbsence?: boolean;
	}
): Promise<SaveWrittenOutcome> {
	const part = textIn(form, 'part');
	const values = partValues(form);
	const revision = Number(form.get('revision') ?? 0);
	const remark = textIn(form, 'remark');
	const absence = { values: absenceValues(form), labels: labelsIn(form), problems: [], verdict: null };
	const nothing = { part, values: null, problems: [], saved: null, remark, remarkProblem: null, absence };
	const faulty = (fault: Partial<WrittenFault>) => ({ kind: 'faulty', fault: { ...nothing, ...fault } }) as const;

	let isAnything = false;
	if (asked === 'part' || isPartWritten(form, values)) {
		const outcome = await saveAssessmentPart(context, actor, { assessmentId, part, values, revision });
		if (outcome.kind === 'faulty') return faulty({ values, problems: outcome.problems });
		if (outcome.kind === 'changed-meanwhile') return faulty({ values, saved: outcome.saved });
		if (outcome.kind !== 'saved') return { kind: outcome.kind };
		isAnything = true;
	}
	if (asked === 'remark' || remark.trim() !== '') {
		const outcome = await remarkOnAssessment(context, actor, { assessmentId, part, remark });
		if (outcome.kind === 'faulty') return faulty({ remarkProblem: outcome.problems[0]?.code ?? 'remark-missing' });
		if (outcome.kind !== 'remarked') return { kind: outcome.kind };
		isAnything = true;
	}
	if (!keepsAbsence && (asked === 'absence' || isAbsenceWritten(absence.values))) {
		const outcome = await enterAbsence(context, actor, absence.values);
		if (outcome.kind === 'forbidden') return { kind: 'forbidden' };
		if (outcome.kind === 'faulty') return faulty({ remark: '', absence: { ...absence, problems: outcome.problems } });
		if (outcome.kind === 'refused') return faulty({ remark: '', absence: { ...absence, verdict: outcome.verdict } });
		isAnything = true;
	}
	return { kind: 'saved', isAnything, kept: { ...nothing, remark: '' } };
}

function textIn(form: FormData, name: string): string {
	return String(form.get(name) ?? '');
}

function partValues(form: FormData): Readonly<Record<string, string>> {
	return Object.fromEntries(
		[...form].filter(([name]) => name.startsWith('field-')).map(([name, value]) => [name.slice(6), String(value)])
	);
}

/** An untouched part is not saved again under another name. The committee's form has no part to save at all. */
function isPartWritten(form: FormData, values: Readonly<Record<string, string>>): boolean {
	return form.has('revision') && textIn(form, 'written') !== writtenMark(values);
}

function absenceValues(form: FormData): AbsenceValues {
	return {
		setKeys: form.getAll('sets').map(String),
		days: textIn(form, 'days'),
		from: textIn(form, 'from'),
		to: textIn(form, 'to'),
		corrects: textIn(form, 'corrects')
	};
}

function labelsIn(form: FormData): Readonly<Record<string, string>> {
	return Object.fromEntries(form.getAll('sets').map((key) => [String(key), textIn(form, `label-${String(key)}`)]));
}

function isAbsenceWritten({ setKeys, days, from, to }: AbsenceValues): boolean {
	return setKeys.length > 0 || [days, from, to].some((value) => value.trim() !== '');
}

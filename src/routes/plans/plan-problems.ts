// What is wrong in a plan form, at the field where it is wrong.
import type { PlanProblem } from '#server/use-cases/plans/plan-content.ts';
import type { Texts } from '#texts/texts.ts';

export type FieldProblem = { readonly fieldId: string | undefined; readonly message: string };

const fieldOf: Readonly<Record<PlanProblem['code'], string | undefined>> = {
	'title-missing': 'title',
	'title-too-long': 'title',
	'factor-unknown': 'factor',
	'no-steps': 'step-0',
	'step-too-long': 'step',
	'level-unknown': 'level',
	'owner-missing': 'owner',
	'owner-too-long': 'owner',
	'owner-email': 'owner-email',
	'due-not-a-day': 'due',
	'plan-owner-missing': 'plan-owner',
	'plan-owner-too-long': 'other-owner',
	'plan-owner-email': 'other-owner-email',
	'plan-level-unknown': 'plan-level',
	'resources-too-long': 'resources',
	'signs-too-long': 'signs',
	'involved-too-long': 'involved',
	'follow-up-not-a-day': 'follow-up',
	'unknown-group': undefined,
	'newer-round': undefined,
	'not-in-line': undefined
};

/** In the order of the page. */
export function fieldProblems(problems: readonly PlanProblem[], texts: Texts['plans']): FieldProblem[] {
	return problems.map(({ code, step }) => ({
		fieldId: step === null ? fieldOf[code] : `${fieldOf[code]}-${step}`,
		message: step === null ? texts.problems[code] : `${texts.stepTitle(step + 1)}: ${texts.problems[code]}`
	}));
}

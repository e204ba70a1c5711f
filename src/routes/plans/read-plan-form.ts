// The plan form as it is sent, back to what a use case takes; the names are those of PlanForm.svelte.
import type { PlanContentInput, PlanStepInput } from '#server/use-cases/plans/plan-content.ts';

export type PlanFormValues = Required<Omit<PlanContentInput, 'steps'>> & {
	readonly steps: readonly Required<PlanStepInput>[];
};

/** More rows than this are not read: the form never makes as many. */
const mostSteps = 60;

export const emptyStep: Required<PlanStepInput> = {
	id: '',
	description: '',
	level: '',
	owner: '',
	ownerEmail: '',
	dueOn: '',
	interventionId: ''
};

export function readPlanForm(form: FormData): PlanFormValues {
	const text = (name: string) => String(form.get(name) ?? '');
	const steps: Required<PlanStepInput>[] = [];
	for (let index = 0; index < mostSteps && form.has(`step-${index}`); index++)
		steps.push({
			id: text(`id-${index}`),
			description: text(`step-${index}`),
			level: text(`level-${index}`),
			owner: text(`owner-${index}`),
			ownerEmail: text(`owner-email-${index}`),
			dueOn: text(`due-${index}`),
			interventionId: text(`intervention-${index}`)
		});
	return {
		title: text('title'),
		targetFactor: text('factor'),
		owner: text('plan-owner'),
		otherOwner: text('other-owner'),
		otherOwnerEmail: text('other-owner-email'),
		level: text('plan-level'),
		resources: text('resources'),
		signs: text('signs'),
		involved: text('involved'),
		followUpOn: text('follow-up'),
		steps
	};
}

/** A use case's values with every field there, and with empty rows to write more steps in. */
export function withEmptySteps(input: PlanContentInput, count: number): PlanFormValues {
	const { steps, ...content } = input;
	const empty = { owner: '', otherOwner: '', otherOwnerEmail: '', level: '', resources: '' };
	return {
		...empty,
		...{ signs: '', involved: '', followUpOn: '' },
		...content,
		steps: [...steps.map((step) => ({ ...emptyStep, ...step })), ...Array.from({ length: count }, () => emptyStep)]
	};
}

// Between a form and the text of a plan, field by field, for comparing two people's changes.
import type { ComparedEdits } from '#domain/plan/compare-edits.ts';
import type { PlanText } from '#domain/plan/plan-event.ts';
import type { Plan, PlanOwner } from '#domain/plan/plan.ts';
import type { PlanContentInput, PlanStepInput } from './plan-content.ts';

const stepFields = ['description', 'level', 'owner', 'dueOn', 'interventionId'] as const;

/** Named as `planText` names them; a new step by its place in the form. */
export function textOfInput(input: PlanContentInput, owner: PlanOwner | null): PlanText {
	return {
		title: input.title.trim(),
		targetFactor: input.targetFactor,
		level: input.level ?? '',
		owner: owner?.name ?? '',
		resources: (input.resources ?? '').trim(),
		signs: (input.signs ?? '')
			.split(/\r?\n/)
			.flatMap((line) => line.trim() || [])
			.join('\n'),
		involved: (input.involved ?? '').trim(),
		followUpOn: input.followUpOn ?? '',
		...Object.fromEntries(
			input.steps.flatMap((step, index) =>
				// An emptied step is a step that was taken out.
				stepFields.map((field) => [
					`step:${keyOf(step, index)}:${field}`,
					step.description.trim() === '' ? '' : step[field].trim()
				])
			)
		)
	};
}

/** The form to go on with: the joined words, with the steps that the other person added. */
export function joinedInput(
	input: PlanContentInput,
	{ joined, takenOver }: ComparedEdits,
	stored: Plan
): PlanContentInput {
	const text = (field: string) => joined[field] ?? '';
	const ownerIsTheirs = takenOver.some((one) => one.field === 'owner');
	const own = input.steps.map((step, index): PlanStepInput => ({ ...step, ...stepText(text, keyOf(step, index)) }));
	const added = stored.steps
		.filter((step) => !input.steps.some((one) => one.id === step.id))
		.map((step): PlanStepInput => ({
			id: step.id,
			ownerEmail: step.ownerEmail ?? '',
			...stepText(text, step.id)
		}));
	return {
		...input,
		...(ownerIsTheirs ? ownerFields(stored.owner) : {}),
		title: text('title'),
		targetFactor: text('targetFactor'),
		level: text('level'),
		resources: text('resources'),
		signs: text('signs'),
		involved: text('involved'),
		followUpOn: text('followUpOn'),
		steps: [...own, ...added].filter((step) => step.id === undefined || step.description !== '')
	};
}

/** An owner as the form chooses it. */
export function ownerFields(
	owner: PlanOwner | null
): Required<Pick<PlanContentInput, 'owner' | 'otherOwner' | 'otherOwnerEmail'>> {
	if (owner === null) return { owner: '', otherOwner: '', otherOwnerEmail: '' };
	if (owner.leaderId !== null) return { owner: owner.leaderId, otherOwner: '', otherOwnerEmail: '' };
	return { owner: 'other', otherOwner: owner.name, otherOwnerEmail: owner.email ?? '' };
}

function stepText(text: (field: string) => string, key: string) {
	const of = (field: (typeof stepFields)[number]) => text(`step:${key}:${field}`);
	return {
		description: of('description'),
		level: of('level'),
		owner: of('owner'),
		dueOn: of('dueOn'),
		interventionId: of('interventionId')
	};
}

function keyOf(step: PlanStepInput, index: number): string {
	return step.id === undefined || step.id === '' ? `new-${index + 1}` : step.id;
}

// What a form says of a plan, checked field by field: the same for a new plan and for a changed one.
import { levelsInOrder } from '#domain/evidence/order.ts';
import type { LineMember } from '#domain/plan/line-of-management.ts';
import type { Plan, PlanOwner, PlanStep } from '#domain/plan/plan.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';
import type { Context } from '#server/context.ts';
import { isDay } from '../calendar-day.ts';

export type PlanStepInput = {
	/** Of a step that is there already. */
	readonly id?: string;
	readonly description: string;
	readonly level: string;
	readonly owner: string;
	/** Where the owner is asked how it goes; found in the roster where the name is somebody's. */
	readonly ownerEmail?: string;
	readonly dueOn: string;
	readonly interventionId: string;
};

export type PlanContentInput = {
	readonly title: string;
	readonly targetFactor: string;
	/** A leader's id, or 'other' for `otherOwner`. Left out: whoever decides, where that is a leader. */
	readonly owner?: string;
	readonly otherOwner?: string;
	readonly otherOwnerEmail?: string;
	readonly level?: string;
	readonly resources?: string;
	/** One a line. */
	readonly signs?: string;
	readonly involved?: string;
	readonly followUpOn?: string;
	/** A step without a description is left out. */
	readonly steps: readonly PlanStepInput[];
};

export type PlanProblem =
	| {
			readonly code:
				| 'title-missing'
				| 'title-too-long'
				| 'factor-unknown'
				| 'no-steps'
				| 'unknown-group'
				/** A later round has the group: plans are made from there. */
				| 'newer-round'
				/** Somebody else leads the group today, and whoever plans does not stand in the line above. */
				| 'not-in-line'
				| 'plan-owner-missing'
				| 'plan-owner-too-long'
				| 'plan-owner-email'
				| 'plan-level-unknown'
				| 'resources-too-long'
				| 'signs-too-long'
				| 'involved-too-long'
				| 'follow-up-not-a-day';
			readonly step: null;
	  }
	| {
			readonly code:
				'step-too-long' | 'level-unknown' | 'owner-missing' | 'owner-too-long' | 'owner-email' | 'due-not-a-day';
			/** Position in the input, from 0. */
			readonly step: number;
	  };

export type PlanContent = Pick<
	Plan,
	'title' | 'targetFactor' | 'level' | 'owner' | 'resources' | 'signs' | 'involved' | 'followUpOn' | 'steps'
>;

export type CheckedContent =
	| { readonly kind: 'sound'; readonly content: PlanContent }
	| { readonly kind: 'faulty'; readonly problems: readonly PlanProblem[]; readonly content: PlanContent };

export type ContentSurroundings = {
	/** Who may be the owner by id: the managers of the group and above, and whoever owns it already. */
	readonly owners: readonly Pick<LineMember, 'leaderId' | 'name' | 'email'>[];
	/** For an input without an owner. */
	readonly defaultOwner: PlanOwner | null;
	readonly organisation: Organisation;
	/** Steps of the stored plan: what is done stays done. */
	readonly stored: readonly PlanStep[];
};

/** `content` is what could be read, also where something is wrong with it. */
export function checkPlanContent(
	context: Pick<Context, 'evidence' | 'randomId'>,
	input: PlanContentInput,
	around: ContentSurroundings
): CheckedContent {
	const problems: PlanProblem[] = [];
	const title = input.title.trim();
	if (title === '') problems.push({ code: 'title-missing', step: null });
	if (title.length > 200) problems.push({ code: 'title-too-long', step: null });
	if (!context.evidence.factors.some((factor) => factor.id === input.targetFactor))
		problems.push({ code: 'factor-unknown', step: null });
	const owner = ownerOf(input, around, problems);
	const level = levelsInOrder.find((one) => one === input.level) ?? null;
	if (level === null && (input.level ?? '') !== '') problems.push({ code: 'plan-level-unknown', step: null });
	const resources = (input.resources ?? '').trim();
	if (resources.length > 2000) problems.push({ code: 'resources-too-long', step: null });
	const signs = (input.signs ?? '').split(/\r?\n/).flatMap((line) => line.trim() || []);
	if (signs.join('\n').length > 2000) problems.push({ code: 'signs-too-long', step: null });
	const involved = (input.involved ?? '').trim();
	if (involved.length > 1000) problems.push({ code: 'involved-too-long', step: null });
	const followUpOn = input.followUpOn || null;
	if (followUpOn !== null && !isDay(followUpOn)) problems.push({ code: 'follow-up-not-a-day', step: null });
	const unused = new Map(around.stored.map((step) => [step.id, step]));
	const steps = input.steps.flatMap((step, position) =>
		stepOf(context, { step, position, input, unused }, around, problems)
	);
	// Without any step the first row is told about whole, so that nobody meets its other faults only at the next try.
	const [first] = input.steps;
	if (steps.length === 0) problems.push({ code: 'no-steps', step: null });
	if (steps.length === 0 && first !== undefined) problems.push(...problemsOfStep(first, 0));
	const { targetFactor } = input;
	const content = { title, targetFactor, level, owner, resources, signs, involved, followUpOn, steps };
	return problems.length > 0 ? { kind: 'faulty', problems, content } : { kind: 'sound', content };
}

function ownerOf(input: PlanContentInput, around: ContentSurroundings, problems: PlanProblem[]): PlanOwner | null {
	if (input.owner === undefined) return around.defaultOwner;
	const chosen = around.owners.find((one) => one.leaderId === input.owner);
	if (chosen !== undefined) return { leaderId: chosen.leaderId, name: chosen.name, email: chosen.email };
	const name = (input.otherOwner ?? '').trim();
	const email = addressOf(input.otherOwnerEmail);
	if (input.owner !== 'other' || name === '') problems.push({ code: 'plan-owner-missing', step: null });
	if (name.length > 200) problems.push({ code: 'plan-owner-too-long', step: null });
	if (email !== null && !isAddress(email)) problems.push({ code: 'plan-owner-email', step: null });
	return name === '' ? null : { leaderId: null, name, email };
}

function stepOf(
	context: Pick<Context, 'evidence' | 'randomId'>,
	{
		step,
		position,
		input,
		unused
	}: {
		readonly step: PlanStepInput;
		readonly position: number;
		readonly input: PlanContentInput;
		/** Stored steps that no earlier row of the form stands for: of two rows with one id, the second is a new step. */
		readonly unused: Map<string, PlanStep>;
	},
	around: ContentSurroundings,
	problems: PlanProblem[]
): PlanStep[] {
	const description = step.description.trim();
	if (description === '') return [];
	const owner = step.owner.trim();
	const email = addressOf(step.ownerEmail);
	const level = levelsInOrder.find((one) => one === step.level);
	problems.push(...problemsOfStep(step, position));
	const before = unused.get(step.id ?? '');
	if (before !== undefined) unused.delete(before.id);
	const person = personNamed(owner, email, around.organisation);
	return [
		{
			id: before?.id ?? context.randomId(),
			description,
			level: level ?? 'organisation',
			owner,
			ownerLeaderId: person?.id ?? null,
			ownerEmail: email ?? person?.email ?? null,
			dueOn: step.dueOn,
			interventionId: context.evidence.interventions.find((one) => one.id === step.interventionId)?.id ?? null,
			targetFactor: input.targetFactor,
			doneAt: before?.doneAt ?? null
		}
	];
}

function problemsOfStep(step: PlanStepInput, position: number): PlanProblem[] {
	const owner = step.owner.trim();
	const email = addressOf(step.ownerEmail);
	const isLevel = levelsInOrder.some((one) => one === step.level);
	const codes = [
		step.description.trim().length > 1000 ? ('step-too-long' as const) : [],
		isLevel ? [] : ('level-unknown' as const),
		owner === '' ? ('owner-missing' as const) : [],
		owner.length > 200 ? ('owner-too-long' as const) : [],
		email !== null && !isAddress(email) ? ('owner-email' as const) : [],
		isDay(step.dueOn) ? [] : ('due-not-a-day' as const)
	].flat();
	return codes.map((code) => ({ code, step: position }));
}

/** The leader with this address; without an address the only one with this name. */
function personNamed(name: string, email: string | null, { leaders }: Organisation) {
	if (email !== null) return leaders.find((leader) => leader.email === email) ?? null;
	const alike = leaders.filter((leader) => leader.name.toLowerCase() === name.toLowerCase());
	return alike.length === 1 ? (alike[0] ?? null) : null;
}

function addressOf(text: string | undefined): string | null {
	return text?.trim().toLowerCase() || null;
}

function isAddress(text: string): boolean {
	return text.length <= 254 && /^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;]+$/.test(text);
}

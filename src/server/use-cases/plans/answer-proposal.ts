// Whoever has the mandate says yes, says no with a reason, or asks. A yes becomes a plan of theirs, or a step in one.
import { planText, changedFields } from '#domain/plan/plan-event.ts';
import type { Plan, PlanOwner } from '#domain/plan/plan.ts';
import type { Proposal } from '#domain/plan/proposal.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { addPlanEvent } from '#server/database/plan-events.ts';
import { holdPlan, insertPlan, updatePlan } from '#server/database/plans.ts';
import { addProposalMessage, answerProposalRow, holdProposal } from '#server/database/proposals.ts';
import { isDay } from '../calendar-day.ts';
import { isUuid } from '../is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { queueProposalAnswer } from './plan-letters.ts';
import { readPlans } from './read-plans.ts';
import { readProposals } from './read-proposals.ts';

export type AnswerProposalInput = {
	readonly proposalId: string;
	readonly answer: 'accept' | 'decline' | 'ask';
	/** The reason of a no, the question, or a word with the yes. */
	readonly text: string;
	/** For a yes: the plan that gets the step; empty makes a new plan. */
	readonly planId?: string;
	/** For a yes: when it is to be done, YYYY-MM-DD. */
	readonly dueOn?: string;
};

export type AnswerProposalOutcome =
	| { readonly kind: 'accepted'; readonly planId: string }
	| { readonly kind: 'declined' }
	| { readonly kind: 'asked' }
	| { readonly kind: 'already-answered' }
	| { readonly kind: 'faulty'; readonly problem: 'text-missing' | 'text-too-long' | 'due-not-a-day' | 'plan-unknown' }
	| { readonly kind: 'unknown-proposal' }
	| Forbidden;

type Answering = { readonly organisationId: string; readonly person: string; readonly owner: PlanOwner };

export async function answerProposal(
	context: Context,
	actor: Actor,
	input: AnswerProposalInput
): Promise<AnswerProposalOutcome> {
	if (!isAllowed('answer-proposal', actor) || actor.kind === 'visitor') return forbidden;
	if (!isUuid(input.proposalId)) return { kind: 'unknown-proposal' };
	const visible = await readProposals(context, actor, { proposalId: input.proposalId });
	if (visible.kind === 'forbidden') return forbidden;
	const [shown] = visible.proposals;
	if (shown === undefined) return { kind: 'unknown-proposal' };
	if (shown.proposal.answer !== null) return { kind: 'already-answered' };
	if (!shown.mayAnswer) return forbidden;
	const text = input.text.trim();
	if (text === '' && input.answer !== 'accept') return { kind: 'faulty', problem: 'text-missing' };
	if (text.length > 2000) return { kind: 'faulty', problem: 'text-too-long' };
	if (input.answer === 'accept' && !isDay(input.dueOn ?? '')) return { kind: 'faulty', problem: 'due-not-a-day' };
	const target = await targetPlan(context, actor, input);
	if (target === 'unknown') return { kind: 'faulty', problem: 'plan-unknown' };
	const answering = answeringPerson(actor);
	const key = { organisationId: actor.organisationId, proposalId: input.proposalId };
	return context.db.transaction().execute(async (db): Promise<AnswerProposalOutcome> => {
		const proposal = await holdProposal(db, key);
		if (proposal === null) return { kind: 'unknown-proposal' };
		if (proposal.answer !== null) return { kind: 'already-answered' };
		const inside = { ...context, db };
		const origin = await holdPlan(db, { organisationId: key.organisationId, planId: proposal.planId });
		if (origin === null) return { kind: 'unknown-proposal' };
		// Asked again now that both are held: an import may have given the task to somebody else in between.
		const again = await readProposals(inside, actor, { proposalId: input.proposalId });
		if (again.kind === 'forbidden' || again.proposals[0]?.mayAnswer !== true) return forbidden;
		if (target !== null) {
			await holdPlan(db, { organisationId: key.organisationId, planId: target });
			if ((await targetPlan(inside, actor, input)) === 'unknown') return { kind: 'faulty', problem: 'plan-unknown' };
		}
		if (input.answer === 'ask') {
			const message = { kind: 'question', writtenAt: context.now(), person: answering.person, content: text } as const;
			const position = await addProposalMessage(db, key, message);
			await tellSender(inside, answering, proposal, { kind: 'question', mark: `question-${position}`, text });
			return { kind: 'asked' };
		}
		const kind = input.answer === 'accept' ? 'accepted' : 'declined';
		const planId =
			kind === 'accepted'
				? await becomePlan(inside, answering, { proposal, origin, target, dueOn: input.dueOn ?? '' })
				: null;
		const answer = { kind, answeredAt: context.now(), answeredBy: answering.person, reason: text, planId } as const;
		await answerProposalRow(db, key, answer);
		await addPlanEvent(
			db,
			{ organisationId: key.organisationId, planId: origin.id },
			{
				happenedAt: context.now(),
				person: answering.person,
				kind: 'answered',
				details: { subject: proposal.title, answer: kind, reason: text }
			}
		);
		await tellSender(inside, answering, proposal, { kind, mark: 'answer', text });
		return kind === 'accepted' ? { kind, planId: planId ?? '' } : { kind };
	});
}

/** Null for a new plan. */
async function targetPlan(
	context: Context,
	actor: Actor,
	input: AnswerProposalInput
): Promise<string | null | 'unknown'> {
	if (input.answer !== 'accept' || (input.planId ?? '') === '') return null;
	const read = await readPlans(context, actor, { planId: input.planId });
	const found = read.kind === 'plans' ? read.plans[0] : undefined;
	return found !== undefined && found.mayChange ? found.plan.id : 'unknown';
}

function answeringPerson(actor: Exclude<Actor, { kind: 'visitor' }>): Answering {
	const { organisationId } = actor;
	if (actor.kind === 'system')
		return { organisationId, person: 'system', owner: { leaderId: null, name: 'system', email: null } };
	return {
		organisationId,
		person: actor.name,
		owner: { leaderId: actor.leaderId, name: actor.name, email: actor.email }
	};
}

/** The plan that has the step now: one that is there already, or a new one for the same group with whoever said yes as its owner. */
async function becomePlan(
	context: Context,
	{ organisationId, person, owner }: Answering,
	made: {
		readonly proposal: Proposal;
		readonly origin: Plan;
		readonly target: string | null;
		readonly dueOn: string;
	}
): Promise<string> {
	const { proposal, origin } = made;
	const happenedAt = context.now();
	const target = made.target === null ? null : await holdPlan(context.db, { organisationId, planId: made.target });
	const step = {
		id: context.randomId(),
		description: proposal.title,
		level: 'organisation',
		owner: owner.name,
		ownerLeaderId: owner.leaderId,
		ownerEmail: owner.email,
		dueOn: made.dueOn,
		interventionId: null,
		targetFactor: target?.targetFactor ?? origin.targetFactor,
		doneAt: null
	} as const;
	if (target !== null) {
		const next = { ...target, version: target.version + 1, steps: [...target.steps, step] };
		const key = { organisationId, planId: target.id };
		await updatePlan(context.db, key, next);
		const details = { version: next.version, ...changedFields(planText(target), planText(next)) };
		await addPlanEvent(context.db, key, { happenedAt, person, kind: 'changed', details });
		return target.id;
	}
	const planId = context.randomId();
	await insertPlan(context.db, organisationId, {
		id: planId,
		roundId: origin.roundId,
		groupId: origin.groupId,
		title: proposal.title,
		targetFactor: origin.targetFactor,
		decidedAt: happenedAt,
		decidedBy: person,
		owner,
		level: 'organisation',
		places: origin.places,
		steps: [step]
	});
	const details = { subject: proposal.title };
	await addPlanEvent(context.db, { organisationId, planId }, { happenedAt, person, kind: 'decided', details });
	return planId;
}

async function tellSender(
	context: Context,
	{ organisationId, person }: Answering,
	proposal: Proposal,
	letter: { readonly kind: 'accepted' | 'declined' | 'question'; readonly mark: string; readonly text: string }
): Promise<void> {
	if (proposal.senderEmail === '') return;
	const reader = { name: proposal.senderName, email: proposal.senderEmail };
	await queueProposalAnswer(context, organisationId, proposal, { ...letter, who: person, reader });
}

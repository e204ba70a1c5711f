// Whoever has the mandate says yes, says no with a reason, or asks. A yes becomes a plan of theirs or joins one; where a plan
// already runs for the same group and factor, whoever says yes chooses which.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { addPlanEvent } from '#server/database/plan-events.ts';
import { holdPlan } from '#server/database/plans.ts';
import { addProposalMessage, answerProposalRow, holdProposal } from '#server/database/proposals.ts';
import { isDay } from '../calendar-day.ts';
import { isUuid } from '../is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { joinPlan, makePlan, type Accepting } from './accepted-proposal.ts';
import { readLetterWorld } from './plan-readers.ts';
import { queueAnswerToSender } from './proposal-letters.ts';
import { readPlans } from './read-plans.ts';
import { readProposals, type ReadProposal } from './read-proposals.ts';

export type AnswerProposalInput = {
	readonly proposalId: string;
	readonly answer: 'accept' | 'decline' | 'ask';
	/** The reason of a no, the question, or a word with the yes. */
	readonly text: string;
	/** For a yes: the plan that it joins. */
	readonly planId?: string;
	/** For a yes: a new plan, though one runs for the same group and factor. Where none does, it need not be said. */
	readonly isOwnPlan?: boolean;
	/** For a yes: when it is to be done, YYYY-MM-DD. Empty joins a plan without a step of its own. */
	readonly dueOn?: string;
};

export type AnswerProposalOutcome =
	| { readonly kind: 'accepted'; readonly planId: string }
	| { readonly kind: 'declined' }
	| { readonly kind: 'asked' }
	| { readonly kind: 'already-answered' }
	| { readonly kind: 'faulty'; readonly problem: AnswerProblem }
	| { readonly kind: 'unknown-proposal' }
	| Forbidden;

export type AnswerProblem =
	| 'text-missing'
	| 'text-too-long'
	| 'due-not-a-day'
	| 'plan-unknown'
	/** A plan runs for the same group and factor: join it, or say that it is to be a plan of its own. */
	| 'plan-not-chosen';

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
	const target = await targetPlan(context, actor, input, shown);
	if (target === 'plan-unknown' || target === 'plan-not-chosen') return { kind: 'faulty', problem: target };
	if (target !== null && !isDueGiven(target, input.dueOn ?? '')) return { kind: 'faulty', problem: 'due-not-a-day' };
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
		if (target !== null && target !== 'new') await holdPlan(db, { organisationId: key.organisationId, planId: target });
		const again = await readProposals(inside, actor, { proposalId: input.proposalId });
		const [held] = again.kind === 'forbidden' ? [] : again.proposals;
		if (held?.mayAnswer !== true) return forbidden;
		const into = await targetPlan(inside, actor, input, held);
		if (into === 'plan-unknown' || into === 'plan-not-chosen') return { kind: 'faulty', problem: into };
		if (input.answer === 'ask') {
			const message = { kind: 'question', writtenAt: context.now(), person: answering.person, content: text } as const;
			const position = await addProposalMessage(db, key, message);
			await tellSender(
				inside,
				answering,
				{ proposal, plan: origin },
				{ kind: 'question', mark: `question-${position}`, text }
			);
			return { kind: 'asked' };
		}
		const kind = into === null ? 'declined' : 'accepted';
		const made = { proposal, origin, dueOn: input.dueOn ?? '' };
		const planId =
			into === null
				? null
				: into === 'new'
					? await makePlan(inside, answering, made)
					: await joinPlan(inside, answering, { ...made, planId: into });
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
		await tellSender(inside, answering, { proposal, plan: origin }, { kind, mark: 'answer', text });
		return kind === 'accepted' ? { kind, planId: planId ?? '' } : { kind };
	});
}

/** Where a yes is to stand: the id of a plan, or `new`; null for another answer. */
async function targetPlan(
	context: Context,
	actor: Actor,
	input: AnswerProposalInput,
	{ sameAim }: ReadProposal
): Promise<string | null | 'plan-unknown' | 'plan-not-chosen'> {
	if (input.answer !== 'accept') return null;
	const { planId = '', isOwnPlan = false } = input;
	if (planId === '') return isOwnPlan || sameAim.length === 0 ? 'new' : 'plan-not-chosen';
	if (isOwnPlan) return 'plan-not-chosen';
	// The plans of one aim are open to whoever answers, also to a committee, which changes no others.
	if (sameAim.some(({ id }) => id === planId)) return planId;
	const read = await readPlans(context, actor, { planId });
	const found = read.kind === 'plans' ? read.plans[0] : undefined;
	return found !== undefined && found.mayChange ? found.plan.id : 'plan-unknown';
}

/** A plan that is there may already have the step; a new one has nothing but this. */
function isDueGiven(target: string, dueOn: string): boolean {
	return isDay(dueOn) || (dueOn === '' && target !== 'new');
}

function answeringPerson(actor: Exclude<Actor, { kind: 'visitor' }>): Accepting {
	const { organisationId } = actor;
	if (actor.kind === 'system')
		return { organisationId, person: 'system', owner: { leaderId: null, name: 'system', email: null } };
	return {
		organisationId,
		person: actor.name,
		owner: { leaderId: actor.leaderId, name: actor.name, email: actor.email }
	};
}

async function tellSender(
	context: Context,
	{ organisationId, person, owner }: Accepting,
	about: Parameters<typeof queueAnswerToSender>[2],
	letter: { readonly kind: 'accepted' | 'declined' | 'question'; readonly mark: string; readonly text: string }
): Promise<void> {
	const world = await readLetterWorld(context.db, organisationId);
	await queueAnswerToSender(context, world, about, { ...letter, who: person, by: owner.email });
}

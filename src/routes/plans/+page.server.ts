import { error } from '@sveltejs/kit';
import { dayOf } from '#server/use-cases/calendar-day.ts';
import { hasRole } from '#server/use-cases/permissions.ts';
import { readPlans } from '#server/use-cases/plans/read-plans.ts';
import { readProposals } from '#server/use-cases/plans/read-proposals.ts';
import { waitingFor } from './waiting-for.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { context, actor } = locals;
	const outcome = await readPlans(context, actor);
	const proposals = await readProposals(context, actor);
	if (outcome.kind === 'forbidden' || proposals.kind === 'forbidden')
		error(403, { message: 'forbidden', code: 'forbidden' });
	const today = dayOf(context.now());
	return {
		plans: outcome.plans.map(({ plan, status, ...shown }) => ({
			...{ id: plan.id, title: plan.title, targetFactor: plan.targetFactor, status },
			...{ groupName: shown.groupName, hasOnlyIndividualSteps: shown.hasOnlyIndividualSteps },
			...{ isWithoutOwner: shown.isWithoutOwner, isStuck: shown.stuckSteps.length > 0 },
			ownerName: shown.owner.owner?.name ?? null,
			nextStep:
				plan.steps
					.filter((step) => step.doneAt === null)
					.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
					.map(({ description, dueOn }) => ({ description, dueOn, isLate: dueOn < today }))[0] ?? null
		})),
		waiting: waitingFor({
			plans: outcome.plans,
			proposals: proposals.proposals,
			isLead: actor.kind === 'person' && hasRole(actor, 'programme-lead'),
			today
		}),
		hasProposals: proposals.proposals.length > 0,
		factors: context.evidence.factors.map(({ id, name }) => ({ id, name }))
	};
};

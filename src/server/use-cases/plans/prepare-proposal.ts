// What a proposal begins with: the plan that it comes from, and who has the mandate.
import type { LineMember } from '#domain/plan/line-of-management.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findOrganisation } from '#server/database/organisations.ts';
import { listAddressesOfRole } from '#server/database/role-addresses.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { readPlanWorld } from './plan-world.ts';
import { readPlans, type ReadPlan } from './read-plans.ts';
import { receiversFor } from './read-proposals.ts';

export type PrepareProposalOutcome =
	| {
			readonly kind: 'choices';
			readonly shown: ReadPlan;
			/** The line above the group, nearest first; empty where nobody is above. */
			readonly receivers: readonly LineMember[];
			/** False where nobody has that role: then nobody would hear of it. */
			readonly hasCommittee: boolean;
	  }
	| { readonly kind: 'unknown-plan' }
	| Forbidden;

export async function prepareProposal(
	context: Context,
	actor: Actor,
	input: { readonly planId: string }
): Promise<PrepareProposalOutcome> {
	if (!isAllowed('prepare-proposal', actor) || actor.kind === 'visitor') return forbidden;
	const read = await readPlans(context, actor, { planId: input.planId });
	if (read.kind === 'forbidden') return forbidden;
	const [shown] = read.plans;
	if (shown === undefined || shown.plan.endedAt !== null) return { kind: 'unknown-plan' };
	const { organisation } = await readPlanWorld(context.db, actor.organisationId);
	const hasCommittee = await isCommitteeThere(context, actor.organisationId);
	return { kind: 'choices', shown, receivers: receiversFor(shown, organisation), hasCommittee };
}

/** In the demonstration whoever looks plays the committee. */
export async function isCommitteeThere({ db }: Pick<Context, 'db'>, organisationId: string): Promise<boolean> {
	if ((await findOrganisation(db, organisationId))?.isDemonstration === true) return true;
	return (await listAddressesOfRole(db, organisationId, 'committee')).length > 0;
}

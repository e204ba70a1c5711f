// A round as the programme lead follows it: before the opening a preview of the groups, after it counts without names.
import { shownProgress } from '#domain/disclosure/participation.ts';
import type { ReportingPlan } from '#domain/round/reporting-groups.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { countSealedBallots, readBallotCounts } from '#server/database/ballot-box.ts';
import { findAnswersKey } from '#server/database/round-opening.ts';
import { countSigningKeys, type KeyProgress } from '#server/database/signing-keys.ts';
import { graceOf } from './grace-of.ts';
import { countResponses } from '#server/database/responses.ts';
import { countInvitations } from '#server/database/invitations.ts';
import { findRound, listReportingGroups, type Round, type StoredReportingGroup } from '#server/database/rounds.ts';
import { isUuid } from '../is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { planStoredRound } from './plan-round-groups.ts';

export type ReadRoundOutcome =
	| {
			readonly kind: 'preview';
			readonly round: Round;
			readonly plan: ReportingPlan;
			readonly invited: number;
			/** Names: they are given a printed code. */
			readonly withoutEmail: readonly string[];
			/** Who will see which group, by the manager's name. */
			readonly managers: readonly { readonly name: string; readonly groupId: string }[];
	  }
	| {
			readonly kind: 'round';
			readonly round: Round;
			readonly groups: readonly StoredReportingGroup[];
			/** Null for a round whose answers came from elsewhere. */
			readonly invited: number | null;
			/** Rounded down while the round is open (`shownProgress`), and null where they are not said at all. */
			readonly collected: number | null;
			readonly submitted: number | null;
			/** How many groups have their signing key, while the round is being opened. */
			readonly keys: KeyProgress;
			/** When a round that is closing has its box opened; null otherwise. */
			readonly boxOpensAt: Date | null;
			readonly now: Date;
			/** Whether the box can only be opened with what is on paper. */
			readonly needsWords: boolean;
			/** Whether there ever were words on paper. */
			readonly hadKey: boolean;
			/** Names of groups from which more came back than was handed out. */
			readonly stuffed: readonly string[];
	  }
	| { readonly kind: 'unknown-round' }
	| Forbidden;

export async function readRound(
	context: Context,
	actor: Actor,
	input: { readonly roundId: string }
): Promise<ReadRoundOutcome> {
	if (!isAllowed('read-round', actor) || actor.kind === 'visitor') return forbidden;
	const key = { organisationId: actor.organisationId, roundId: input.roundId };
	const round = isUuid(input.roundId) ? await findRound(context.db, key) : null;
	if (round === null) return { kind: 'unknown-round' };
	if (round.openedAt === null && round.preparingAt === null) return preview(context, round);
	const counts = round.source === 'ballots' ? await countInvitations(context.db, key) : null;
	const groups = await listReportingGroups(context.db, key);
	const isShut = round.closedAt === null && round.source === 'ballots';
	const ballots = new Map((await readBallotCounts(context.db, key)).map((count) => [count.groupId, count]));
	const isStuffed = (id: string) => (ballots.get(id)?.accepted ?? 0) > (ballots.get(id)?.collected ?? 0);
	const answersKey = await findAnswersKey(context.db, key);
	const soFar = (invited: number, come: number) => shownProgress({ invited, come, k: round.threshold });
	const grace = round.closingAt === null ? 0 : await graceOf(context, round.organisationId);
	return {
		kind: 'round',
		round,
		groups,
		keys: await countSigningKeys(context.db, key),
		boxOpensAt: round.closingAt === null ? null : new Date(round.closingAt.getTime() + grace),
		now: context.now(),
		needsWords: answersKey !== null && context.roundKeys.read(round.id) === null,
		hadKey: answersKey !== null,
		stuffed: groups.filter((group) => isStuffed(group.id)).map((group) => group.name),
		invited: counts?.invited ?? null,
		collected: counts === null ? null : soFar(counts.invited, counts.collected),
		submitted: isShut
			? soFar(counts?.invited ?? 0, await countSealedBallots(context.db, key))
			: await countResponses(context.db, key)
	};
}

async function preview(context: Context, round: Round): Promise<ReadRoundOutcome> {
	const { organisation, leaders, withoutEmail, plan } = await planStoredRound(context.db, round);
	const nameOf = new Map(organisation.leaders.map((leader) => [leader.id, leader.name]));
	const managers =
		plan.kind === 'too-few'
			? []
			: plan.groups.flatMap((group) =>
					group.leadershipGroups.flatMap((own) =>
						own.managerId === null ? [] : [{ name: nameOf.get(own.managerId) ?? '', groupId: group.id }]
					)
				);
	return {
		kind: 'preview',
		round,
		plan,
		invited: leaders.length,
		withoutEmail: withoutEmail.map((leader) => leader.name),
		managers
	};
}

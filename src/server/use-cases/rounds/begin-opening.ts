// The opening begins: groups, invitations and the round's key are frozen. Nobody is asked before every group has its key.
import type { KeyCustody, Round } from '#server/database/rounds.ts';
import { insertInvitations, setInvitationSecret } from '#server/database/invitations.ts';
import { markPreparing } from '#server/database/round-opening.ts';
import { setGroupChoices } from '#server/database/round-groups.ts';
import { insertRoundGroups } from '#server/database/rounds.ts';
import { publicKeyOf } from '#server/ballots/answer-seal.ts';
import { wordsOf } from '#server/ballots/recovery-words.ts';
import { roundSecretBytes } from '#server/ballots/round-keys.ts';
import type { Context } from '#server/context.ts';
import type { Tables } from '#server/database/tables.ts';
import type { Kysely } from 'kysely';
import { hashToken, invitationToken } from '../ballots/invitation-token.ts';
import { whatBrowsersWouldRefuse, type ListProblem } from './what-browsers-refuse.ts';
import { planStoredRound } from './plan-round-groups.ts';

export type Begun =
	| {
			readonly kind: 'begun';
			/** What is to be written down where the key is not split. */
			readonly words: string;
	  }
	/** Groups that were put together no longer exist as they were: somebody has to look again. */
	| { readonly kind: 'merges-outdated' }
	/** Two groups could not be told apart, or a name looks like another. */
	| { readonly kind: 'list-refused'; readonly problems: readonly ListProblem[] }
	| { readonly kind: 'too-few'; readonly leaders: number; readonly minimumInvited: number };

/** Inside a transaction that holds the round. The key is in its place before the transaction can be committed. */
export async function beginOpening(
	context: Context,
	db: Kysely<Tables>,
	{ round, custody }: { readonly round: Round; readonly custody: KeyCustody }
): Promise<Begun> {
	const key = { organisationId: round.organisationId, roundId: round.id };
	const { units, leaders, plan, choices } = await planStoredRound(db, round);
	if (plan.kind === 'too-few') return plan;
	if (plan.mergeProblems.length > 0) return { kind: 'merges-outdated' };
	const problems = whatBrowsersWouldRefuse(round, plan.groups);
	if (problems.length > 0) return { kind: 'list-refused', problems };
	const groupOfLeader = new Map(
		plan.groups.flatMap((group) =>
			group.leadershipGroups.flatMap((own) => own.leaderIds.map((id) => [id, group] as const))
		)
	);
	await insertRoundGroups(db, key, {
		units,
		reportingGroups: plan.groups,
		leadershipGroups: plan.groups.flatMap((group) =>
			group.leadershipGroups.map((own) => ({ ...own, groupId: group.id }))
		)
	});
	// What was put together is written by the id that it has now, too: the next round asks by that whether it stays together.
	const merged = plan.groups.filter((group) => group.mergedFrom.length > 0).map(({ id }) => [id]);
	if (merged.length > 0) await setGroupChoices(db, key, { ...choices, merges: [...choices.merges, ...merged] });
	const invitationSecret = context.randomBytes(32);
	await setInvitationSecret(db, key, invitationSecret);
	await insertInvitations(
		db,
		key,
		leaders.flatMap((leader) => {
			const group = groupOfLeader.get(leader.id);
			const tokenHash = hashToken(invitationToken(invitationSecret, leader.id));
			return group === undefined ? [] : [{ leaderId: leader.id, groupId: group.id, tokenHash }];
		})
	);
	const secret = context.randomBytes(roundSecretBytes);
	await markPreparing(db, key, {
		at: context.now(),
		custody,
		answersKey: await publicKeyOf(secret)
	});
	// Also where it is to be split: only when both halves are in other hands is the file destroyed.
	context.roundKeys.write(round.id, secret);
	return { kind: 'begun', words: wordsOf(secret) };
}

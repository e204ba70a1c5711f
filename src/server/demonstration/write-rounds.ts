// The two rounds of the demonstration: one that is closed, with simulated answers, and one that is open and half answered.
import type { Kysely } from 'kysely';
import type { Unit } from '#domain/organisation/organisation.ts';
import type { ReportingGroup } from '#domain/round/reporting-groups.ts';
import { insertBallot, insertResponses } from '#server/database/responses.ts';
import {
	insertInvitations,
	insertRound,
	insertRoundGroups,
	markCollected,
	setInvitationSecret,
	type Round
} from '#server/database/rounds.ts';
import type { Tables } from '#server/database/tables.ts';
import type { PlannedAnswer } from './planned-answers.ts';
import { seededRandom } from './seeded-random.ts';

export type RoundToWrite = {
	readonly round: Round;
	readonly units: readonly Unit[];
	readonly groups: readonly ReportingGroup[];
	readonly answers: readonly PlannedAnswer[];
	readonly randomBytes: (count: number) => Uint8Array;
};

/** Of those who do not answer, some have collected a ballot and stopped there. */
const shareCollectedOnly = 0.03;

/** Runs inside the caller's transaction, as the next. */
export async function writeClosedRound(db: Kysely<Tables>, wanted: RoundToWrite): Promise<void> {
	const key = await writeRound(db, wanted);
	const responses = wanted.answers.map(({ groupId, answers }) => ({ key: wanted.randomBytes(32), groupId, answers }));
	await insertResponses(db, key, responses.sort(byKey));
}

/** `tokenHashOf`: the hash of a leader's invitation, made from `secret`. Nothing is sent to anybody. */
export async function writeOpenRound(
	db: Kysely<Tables>,
	wanted: RoundToWrite & { readonly secret: Uint8Array; readonly tokenHashOf: (leaderId: string) => Uint8Array }
): Promise<void> {
	const key = await writeRound(db, wanted);
	await setInvitationSecret(db, key, wanted.secret);
	const invitations = wanted.groups.flatMap((group) =>
		group.leadershipGroups.flatMap(({ leaderIds }) =>
			leaderIds.map((leaderId) => ({ leaderId, groupId: group.id, tokenHash: wanted.tokenHashOf(leaderId) }))
		)
	);
	await insertInvitations(db, key, invitations);

	const random = seededRandom(wanted.answers.length);
	const answersOf = new Map(wanted.answers.map((answer) => [answer.leaderId, answer.answers]));
	const collected = invitations.filter(({ leaderId }) => answersOf.has(leaderId) || random.chance(shareCollectedOnly));
	for (const invitation of collected) await markCollected(db, key, invitation);
	// Entered in an order that says nothing of who collected.
	const ballots = collected
		.map(({ leaderId, groupId }) => ({
			key: wanted.randomBytes(32),
			groupId,
			answers: answersOf.get(leaderId) ?? null
		}))
		.sort(byKey);
	for (const ballot of ballots) await insertBallot(db, key, { hash: ballot.key, groupId: ballot.groupId });
	const responses = ballots.flatMap(({ answers, ...ballot }) => (answers === null ? [] : [{ ...ballot, answers }]));
	await insertResponses(db, key, responses);
}

type Key = { readonly organisationId: string; readonly roundId: string };

async function writeRound(db: Kysely<Tables>, { round, units, groups }: RoundToWrite): Promise<Key> {
	const key = { organisationId: round.organisationId, roundId: round.id };
	await insertRound(db, round);
	await insertRoundGroups(db, key, {
		units,
		reportingGroups: groups,
		leadershipGroups: groups.flatMap((group) => group.leadershipGroups.map((own) => ({ ...own, groupId: group.id })))
	});
	return key;
}

function byKey(one: { readonly key: Uint8Array }, other: { readonly key: Uint8Array }): number {
	return Buffer.compare(one.key, other.key);
}

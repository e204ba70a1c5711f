// The two rounds of the demonstration: one that is closed, with simulated answers, and one that is open and half answered.
import type { Kysely } from 'kysely';
import type { Unit } from '#domain/organisation/organisation.ts';
import type { ReportingGroup } from '#domain/round/reporting-groups.ts';
import { insertSealedBallots, type SealedBallot } from '#server/database/ballot-box.ts';
import { insertResponses } from '#server/database/responses.ts';
import { setSigningKey } from '#server/database/signing-keys.ts';
import { markPreparing } from '#server/database/round-opening.ts';
import { insertInvitations, markCollected, setInvitationSecret } from '#server/database/invitations.ts';
import { insertRound, insertRoundGroups, type NewRound } from '#server/database/rounds.ts';
import type { Tables } from '#server/database/tables.ts';
import type { PlannedAnswer } from './planned-answers.ts';
import { seededRandom } from './seeded-random.ts';

export type RoundToWrite = {
	readonly round: NewRound;
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

export type OpeningOfRound = {
	/** The invitations' secret, and the hash of a leader's invitation, made from it. */
	readonly secret: Uint8Array;
	readonly tokenHashOf: (leaderId: string) => Uint8Array;
	readonly answersKey: Uint8Array;
	readonly signingKeys: readonly { readonly privateKey: Uint8Array; readonly publicKey: Uint8Array }[];
	/** Freezes the manifest inside the same transaction; what it returns goes to `seal`. */
	readonly freeze: (db: Kysely<Tables>) => Promise<string>;
	/** A ballot of nobody's with these answers sealed under it. */
	readonly seal: (manifestHash: string, answer: Pick<PlannedAnswer, 'groupId' | 'answers'>) => Promise<SealedBallot>;
};

/** Nothing is sent to anybody. `signingKeys`: one for each of `groups`. */
export async function writeOpenRound(db: Kysely<Tables>, wanted: RoundToWrite & OpeningOfRound): Promise<void> {
	const key = await writeRound(db, wanted);
	await setInvitationSecret(db, key, wanted.secret);
	await markPreparing(db, key, { at: wanted.round.createdAt, custody: 'file', answersKey: wanted.answersKey });
	for (const [place, { id }] of wanted.groups.entries()) {
		const signingKey = wanted.signingKeys[place];
		if (signingKey === undefined) throw new RangeError('A group of the demonstration has no key');
		await setSigningKey(db, key, { id, ...signingKey });
	}
	const manifestHash = await wanted.freeze(db);
	const invitations = wanted.groups.flatMap((group) =>
		group.leadershipGroups.flatMap(({ leaderIds }) =>
			leaderIds.map((leaderId) => ({ leaderId, groupId: group.id, tokenHash: wanted.tokenHashOf(leaderId) }))
		)
	);
	await insertInvitations(db, key, invitations);

	const random = seededRandom(wanted.answers.length);
	const answersOf = new Map(wanted.answers.map((answer) => [answer.leaderId, answer.answers]));
	const collected = invitations.filter(({ leaderId }) => answersOf.has(leaderId) || random.chance(shareCollectedOnly));
	for (const invitation of collected) await markCollected(db, key, { ...invitation, blindedHash: null });
	const ballots = await Promise.all(wanted.answers.map((answer) => wanted.seal(manifestHash, answer)));
	// Entered in an order that says nothing of who collected.
	await insertSealedBallots(
		db,
		key,
		ballots.sort((a, b) => Buffer.compare(a.ballotHash, b.ballotHash))
	);
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

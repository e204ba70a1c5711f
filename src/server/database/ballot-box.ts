// The answer house while a round is open: sealed answers under the hash of a ballot, and the rewriting at the close.
import { sql, type Kysely } from 'kysely';
import { slices } from '#server/database/slices.ts';
import type { Tables } from '#server/database/tables.ts';

type Key = { readonly organisationId: string; readonly roundId: string };

/** `ballotHash`: 32 bytes. */
export type SealedBallot = { readonly ballotHash: Uint8Array; readonly groupId: string; readonly sealed: Uint8Array };

export async function insertSealedBallots(
	db: Kysely<Tables>,
	key: Key,
	ballots: readonly SealedBallot[]
): Promise<void> {
	for (const part of slices(ballots)) {
		const values = part.map((ballot) => ({
			organisation_id: key.organisationId,
			round_id: key.roundId,
			ballot_hash: Buffer.from(ballot.ballotHash),
			group_id: ballot.groupId,
			sealed: Buffer.from(ballot.sealed)
		}));
		await db.insertInto('ballot_box').values(values).execute();
	}
}

export async function countSealedBallots(db: Kysely<Tables>, key: Key): Promise<number> {
	const row = await db
		.selectFrom('ballot_box')
		.select(sql<number>`count(*)::integer`.as('count'))
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.executeTakeFirstOrThrow();
	return row.count;
}

/** In the order of the hashes, some at a time. */
export async function* readBallotBox(db: Kysely<Tables>, key: Key, slice = 500): AsyncGenerator<SealedBallot[]> {
	let last: Uint8Array = new Uint8Array(0);
	for (;;) {
		const rows = await db
			.selectFrom('ballot_box')
			.select(['ballot_hash', 'group_id', 'sealed'])
			.where('organisation_id', '=', key.organisationId)
			.where('round_id', '=', key.roundId)
			.where('ballot_hash', '>', Buffer.from(last))
			.orderBy('ballot_hash')
			.limit(slice)
			.execute();
		if (rows.length > 0)
			yield rows.map((row) => ({ ballotHash: row.ballot_hash, groupId: row.group_id, sealed: row.sealed }));
		if (rows.length < slice) return;
		last = rows.at(-1)?.ballot_hash ?? last;
	}
}

/** Together with the responses that were read from it, in the transaction of the close. */
export async function emptyBallotBox(db: Kysely<Tables>, key: Key): Promise<void> {
	await db
		.deleteFrom('ballot_box')
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.execute();
}

export type BallotCount = {
	readonly groupId: string;
	readonly invited: number | null;
	readonly collected: number;
	readonly accepted: number;
};

/**
 * What was handed out and what lies in the box, readable or not, by group: kept with the groups for everybody to compare.
 * Before the box is emptied.
 */
export async function writeBallotCounts(db: Kysely<Tables>, key: Key): Promise<BallotCount[]> {
	await sql`
		update reporting_groups set
			collected = (select count(*) from invitations where is_collected
				and invitations.organisation_id = reporting_groups.organisation_id
				and invitations.round_id = reporting_groups.round_id
				and invitations.group_id = reporting_groups.group_id),
			accepted = (select count(*) from ballot_box
				where ballot_box.organisation_id = reporting_groups.organisation_id
				and ballot_box.round_id = reporting_groups.round_id
				and ballot_box.group_id = reporting_groups.group_id)
		where organisation_id = ${key.organisationId} and round_id = ${key.roundId}`.execute(db);
	return readBallotCounts(db, key);
}

/** Empty before the close and for rounds without ballots. */
export async function readBallotCounts(db: Kysely<Tables>, key: Key): Promise<BallotCount[]> {
	const rows = await db
		.selectFrom('reporting_groups')
		.select(['group_id', 'invited', 'collected', 'accepted'])
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.orderBy('group_id')
		.execute();
	return rows.flatMap(({ group_id: groupId, invited, collected, accepted }) =>
		collected === null || accepted === null ? [] : [{ groupId, invited, collected, accepted }]
	);
}

/**
 * Who collected goes with the round: where one leader of a group had, the group's one response would be that leader's. The
 * counts stay with the groups.
 */
export async function forgetCollecting(db: Kysely<Tables>, key: Key): Promise<void> {
	await sql`
		update invitations set blinded_hash = null, is_collected = false
		where organisation_id = ${key.organisationId} and round_id = ${key.roundId}`.execute(db);
}

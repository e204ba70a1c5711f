// The one way a response enters the answer house: many at once in one transaction, each answered for itself.
import { sql, type Kysely } from 'kysely';
import { groupCommit } from '#server/database/group-commit.ts';
import type { Tables } from '#server/database/tables.ts';

/** A ballot whose signature was found good, and what came under it. `ballotHash`: 32 bytes. */
export type Submission = {
	readonly organisationId: string;
	readonly roundId: string;
	readonly groupId: string;
	readonly ballotHash: Uint8Array;
	readonly sealed: Uint8Array;
};

export type SubmissionResult =
	| { readonly kind: 'stored' }
	/** The ballot already carries other answers. */
	| { readonly kind: 'used' }
	| { readonly kind: 'closed' };

export type Submissions = {
	readonly submit: (submission: Submission) => Promise<SubmissionResult | { readonly kind: 'busy' }>;
};

/** What was handed out before the closing may still come back for so long. */
export type Grace = { readonly now: () => Date; readonly graceMilliseconds: number };

type Row = { position: number; is_open: boolean | null; is_same: boolean | null };

/** Acknowledges a submission only after the transaction that holds it has been written and synced. */
export function createSubmissions(db: Kysely<Tables>, grace: Grace): Submissions {
	const queue = groupCommit<Submission, SubmissionResult>({
		commit: (batch) => storeBatch(db, grace, batch),
		maximumBatch: 500
	});
	return { submit: queue.submit };
}

/** One statement, one transaction. The same ballot with the same sealed answers again is stored; with others it is used. */
async function storeBatch(
	db: Kysely<Tables>,
	grace: Grace,
	batch: readonly Submission[],
	isAgain = false
): Promise<SubmissionResult[]> {
	const sent = JSON.stringify(
		batch.map((submission, position) => ({
			position,
			organisation: submission.organisationId,
			round: submission.roundId,
			group: submission.groupId,
			ballot: Buffer.from(submission.ballotHash).toString('hex')
		}))
	);
	const sealed = Buffer.concat(batch.map((submission) => submission.sealed));
	const size = sealed.length / batch.length;
	const closingAfter = new Date(grace.now().getTime() - grace.graceMilliseconds);
	const { rows } = await sql<Row>`
		with sent as (
			select position, organisation, round, "group", decode(ballot, 'hex') as ballot,
				substring(${sealed}::bytea from position * ${size}::integer + 1 for ${size}::integer) as sealed
			from jsonb_to_recordset(${sent}::jsonb)
				as given(position integer, organisation uuid, round uuid, "group" text, ballot text)
		), held as (
			-- The close waits for this share, and whoever waits for the close then sees that it is closed.
			select organisation_id, round_id, opened_at is not null and closed_at is null
				and (closing_at is null or closing_at > ${closingAfter}) as is_open from rounds
			where (organisation_id, round_id) in (select organisation, round from sent) for share
		), known as (
			select sent.*, held.is_open
			from sent
			left join held on held.organisation_id = sent.organisation and held.round_id = sent.round
		), written as (
			insert into ballot_box (organisation_id, round_id, ballot_hash, group_id, sealed)
			select distinct on (organisation, round, ballot) organisation, round, ballot, "group", sealed
			from known where is_open
			order by organisation, round, ballot, position
			on conflict do nothing
			returning organisation_id, round_id, ballot_hash, group_id, sealed
		)
		select known.position, known.is_open,
			coalesce(written.group_id, ballot_box.group_id) = known."group"
				and coalesce(written.sealed, ballot_box.sealed) = known.sealed as is_same
		from known
		left join written on written.organisation_id = known.organisation and written.round_id = known.round
			and written.ballot_hash = known.ballot
		left join ballot_box on ballot_box.organisation_id = known.organisation and ballot_box.round_id = known.round
			and ballot_box.ballot_hash = known.ballot`.execute(db);
	const results = new Array<SubmissionResult>(batch.length).fill({ kind: 'closed' });
	for (const row of rows) results[row.position] = resultOf(row);
	// Another process wrote the same ballot at the same moment: now it can be seen, so ask once more.
	const overtaken = isAgain ? [] : rows.filter((row) => row.is_open && row.is_same === null);
	if (overtaken.length > 0) {
		const again = await storeBatch(
			db,
			grace,
			overtaken.flatMap((row) => batch[row.position] ?? []),
			true
		);
		overtaken.forEach((row, index) => (results[row.position] = again[index] ?? { kind: 'closed' }));
	}
	return results;
}

function resultOf(row: Row): SubmissionResult {
	// What lies in the box already is safe, also after the time for new ones.
	if (row.is_same === true) return { kind: 'stored' };
	return row.is_open === true ? { kind: 'used' } : { kind: 'closed' };
}

// The one way a response enters the answer house: many at once in one transaction, each answered for itself.
import { sql, type Kysely } from 'kysely';
import { groupCommit } from '#server/database/group-commit.ts';
import type { Tables } from '#server/database/tables.ts';

/** A ballot and the answers under it. `ballotHash`: 32 bytes. `answers`: in the instrument's item order, null = not answered. */
export type Submission = {
	readonly organisationId: string;
	readonly roundId: string;
	readonly ballotHash: Uint8Array;
	readonly answers: readonly (number | null)[];
};

export type SubmissionResult =
	| { readonly kind: 'stored' }
	/** The ballot already carries other answers. */
	| { readonly kind: 'used' }
	/** No such ballot was ever handed out in this round. */
	| { readonly kind: 'unknown-ballot' }
	| { readonly kind: 'closed' };

export type Submissions = {
	readonly submit: (submission: Submission) => Promise<SubmissionResult | { readonly kind: 'busy' }>;
};

type Row = { position: number; is_open: boolean | null; group_id: string | null; stored: string | null; sent: string };

/** Acknowledges a submission only after the transaction that holds it has been written and synced. */
export function createSubmissions(db: Kysely<Tables>): Submissions {
	const queue = groupCommit<Submission, SubmissionResult>({
		commit: (batch) => storeBatch(db, batch),
		maximumBatch: 500
	});
	return { submit: queue.submit };
}

/** One statement, one transaction. The same ballot with the same answers again is stored; with others it is used. */
async function storeBatch(
	db: Kysely<Tables>,
	batch: readonly Submission[],
	isAgain = false
): Promise<SubmissionResult[]> {
	const sent = JSON.stringify(
		batch.map((submission, position) => ({
			position,
			organisation: submission.organisationId,
			round: submission.roundId,
			ballot: Buffer.from(submission.ballotHash).toString('hex'),
			answers: `{${submission.answers.map((answer) => answer ?? 'NULL').join(',')}}`
		}))
	);
	const { rows } = await sql<Row>`
		with sent as (
			select position, organisation, round, decode(ballot, 'hex') as ballot, answers::double precision[] as answers
			from jsonb_to_recordset(${sent}::jsonb)
				as given(position integer, organisation uuid, round uuid, ballot text, answers text)
		), held as (
			-- The close waits for this share, and whoever waits for the close then sees that it is closed.
			select organisation_id, round_id, opened_at is not null and closed_at is null as is_open from rounds
			where (organisation_id, round_id) in (select organisation, round from sent) for share
		), known as (
			select sent.*, held.is_open, ballots.group_id
			from sent
			left join held on held.organisation_id = sent.organisation and held.round_id = sent.round
			left join ballots on ballots.organisation_id = sent.organisation and ballots.round_id = sent.round
				and ballots.ballot_hash = sent.ballot
		), written as (
			insert into responses (organisation_id, round_id, response_key, group_id, answers)
			select distinct on (organisation, round, ballot) organisation, round, ballot, group_id, answers
			from known where is_open and group_id is not null
			order by organisation, round, ballot, position
			on conflict do nothing
			returning organisation_id, round_id, response_key, answers
		)
		select known.position, known.is_open, known.group_id, known.answers::text as sent,
			coalesce(written.answers, responses.answers)::text as stored
		from known
		left join written on written.organisation_id = known.organisation and written.round_id = known.round
			and written.response_key = known.ballot
		left join responses on responses.organisation_id = known.organisation and responses.round_id = known.round
			and responses.response_key = known.ballot`.execute(db);
	const results = new Array<SubmissionResult>(batch.length).fill({ kind: 'unknown-ballot' });
	for (const row of rows) results[row.position] = resultOf(row);
	// Another process wrote the same ballot at the same moment: now it can be seen, so ask once more.
	const overtaken = isAgain ? [] : rows.filter((row) => row.is_open && row.group_id !== null && row.stored === null);
	if (overtaken.length > 0) {
		const again = await storeBatch(
			db,
			overtaken.flatMap((row) => batch[row.position] ?? []),
			true
		);
		overtaken.forEach((row, index) => (results[row.position] = again[index] ?? { kind: 'unknown-ballot' }));
	}
	return results;
}

function resultOf(row: Row): SubmissionResult {
	if (row.is_open === false) return { kind: 'closed' };
	if (row.group_id === null || row.is_open === null) return { kind: 'unknown-ballot' };
	return row.stored === row.sent ? { kind: 'stored' } : { kind: 'used' };
}

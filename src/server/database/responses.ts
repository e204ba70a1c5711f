// The answer house once a round is closed: responses. Nothing here knows a leader, an invitation, a ballot or a time.
import { sql, type Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';

type Key = { readonly organisationId: string; readonly roundId: string };

/** Answers of a round as one matrix: respondents × items, row-major, NaN = not answered. */
export type AnswerMatrix = {
	readonly groupIds: readonly string[];
	/** Index into groupIds, one a respondent. */
	readonly groupOfRespondent: Int32Array;
	readonly answers: Float64Array;
	/** Respondents × scales: 1 better, 0 unchanged, -1 worse, `changeNotTold`; null where nobody told. */
	readonly changes: Int8Array | null;
	readonly respondents: number;
};

export const changeNotTold = -128;

export async function countResponses(db: Kysely<Tables>, key: Key): Promise<number> {
	const row = await db
		.selectFrom('responses')
		.select(sql<number>`count(*)::integer`.as('count'))
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.executeTakeFirstOrThrow();
	return row.count;
}

/**
 * Writes responses in the order given, which must say nothing: imported, simulated, or out of the ballot box. `answers`:
 * item order, null = not answered. `changes`: by scale, 1 better, 0 unchanged, -1 worse, null = not told.
 */
export async function insertResponses(
	db: Kysely<Tables>,
	key: Key,
	responses: readonly {
		readonly key: Uint8Array;
		readonly groupId: string;
		readonly answers: readonly (number | null)[];
		readonly changes?: readonly (number | null)[] | null;
	}[]
): Promise<void> {
	const size = 5000;
	for (let start = 0; start < responses.length; start += size) {
		const rows = responses.slice(start, start + size).map((response) => ({
			key: Buffer.from(response.key).toString('hex'),
			group: response.groupId,
			answers: arrayOf(response.answers),
			changes: response.changes ? arrayOf(response.changes) : null
		}));
		await sql`
			insert into responses (organisation_id, round_id, response_key, group_id, answers, changes)
			select ${key.organisationId}::uuid, ${key.roundId}::uuid, decode(given.key, 'hex'), given.group,
				given.answers::double precision[], given.changes::smallint[]
			from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(key text, "group" text, answers text, changes text)`.execute(
			db
		);
	}
}

function arrayOf(values: readonly (number | null)[]): string {
	return `{${values.map((value) => value ?? 'NULL').join(',')}}`;
}

/** Old versions of rows would keep what the close has destroyed; this gives their place free. Not inside a transaction. */
export async function forgetOldVersions(db: Kysely<Tables>): Promise<void> {
	for (const table of ['invitations', 'reporting_groups', 'ballot_box', 'responses', 'sealed_profiles', 'mails'])
		await sql`vacuum ${sql.table(table)}`.execute(db);
}

/** All answers of a round. `itemCount` columns are expected in every row; another count throws. */
export async function readAnswerMatrix(db: Kysely<Tables>, key: Key, itemCount: number): Promise<AnswerMatrix> {
	const told: { readonly respondent: number; readonly changes: readonly (number | null)[] }[] = [];
	const total = await countResponses(db, key);
	const answers = new Float64Array(total * itemCount);
	const groupOfRespondent = new Int32Array(total);
	const indexOfGroup = new Map<string, number>();
	const slice = 10_000;
	let respondent = 0;
	let last: Uint8Array = new Uint8Array(0);
	for (;;) {
		const { rows } = await sql<{
			response_key: Buffer;
			group_id: string;
			answers: string;
			changes: (number | null)[] | null;
		}>`
			select response_key, group_id, array_to_string(answers, ',', '') as answers, changes from responses
			where organisation_id = ${key.organisationId}::uuid and round_id = ${key.roundId}::uuid and response_key > ${last}
			order by response_key limit ${slice}`.execute(db);
		for (const row of rows) {
			const values = row.answers.split(',');
			if (values.length !== itemCount)
				throw new Error(`a response has ${values.length} answers where the instrument has ${itemCount} items`);
			for (let item = 0; item < itemCount; item++) {
				const text = values[item];
				answers[respondent * itemCount + item] = text === '' || text === undefined ? NaN : Number(text);
			}
			const index = indexOfGroup.get(row.group_id) ?? indexOfGroup.size;
			indexOfGroup.set(row.group_id, index);
			groupOfRespondent[respondent] = index;
			if (row.changes !== null) told.push({ respondent, changes: row.changes });
			respondent += 1;
			last = row.response_key;
		}
		if (rows.length < slice) break;
	}
	return {
		groupIds: [...indexOfGroup.keys()],
		groupOfRespondent,
		answers,
		changes: changeMatrix(told, respondent),
		respondents: respondent
	};
}

function changeMatrix(
	told: readonly { readonly respondent: number; readonly changes: readonly (number | null)[] }[],
	respondents: number
): Int8Array | null {
	const scales = told[0]?.changes.length;
	if (scales === undefined) return null;
	const matrix = new Int8Array(respondents * scales).fill(changeNotTold);
	for (const { respondent, changes } of told)
		changes.forEach((change, scale) => (matrix[respondent * scales + scale] = change ?? changeNotTold));
	return matrix;
}

/**
 * Removes a round's responses for good. What stays: how many there were in each group, which the check of a release needs, and
 * for an imported round two bytes of a hash for each, so that the same file is known again (null: no hashes are kept). Inside
 * the caller's transaction.
 */
export async function deleteResponses(
	db: Kysely<Tables>,
	key: Key,
	{ at, fingerprints }: { readonly at: Date; readonly fingerprints: Uint8Array | null }
): Promise<number> {
	const responses = await countResponses(db, key);
	await db
		.insertInto('deleted_responses')
		.values({
			organisation_id: key.organisationId,
			round_id: key.roundId,
			deleted_at: at,
			responses,
			fingerprints: fingerprints === null ? null : Buffer.from(fingerprints)
		})
		.execute();
	await sql`
		insert into deleted_response_counts (organisation_id, round_id, group_id, responses)
		select organisation_id, round_id, group_id, count(*) from responses
		where organisation_id = ${key.organisationId}::uuid and round_id = ${key.roundId}::uuid
		group by organisation_id, round_id, group_id`.execute(db);
	await db
		.deleteFrom('responses')
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.execute();
	return responses;
}

/** What is left of a round whose responses were deleted; null where they were not. */
export async function findDeletedResponses(
	db: Kysely<Tables>,
	key: Key
): Promise<{ readonly responses: number; readonly deletedAt: Date; readonly fingerprints: Uint8Array | null } | null> {
	const row = await db
		.selectFrom('deleted_responses')
		.select(['responses', 'deleted_at', 'fingerprints'])
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.executeTakeFirst();
	return row === undefined
		? null
		: { responses: row.responses, deletedAt: row.deleted_at, fingerprints: row.fingerprints };
}

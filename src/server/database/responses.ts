// The answer house: ballots and responses. Nothing here knows a leader, an invitation or a time.
import { sql, type Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';

type Key = { readonly organisationId: string; readonly roundId: string };

/** Answers of a round as one matrix: respondents × items, row-major, NaN = not answered. */
export type AnswerMatrix = {
	readonly groupIds: readonly string[];
	/** Index into groupIds, one a respondent. */
	readonly groupOfRespondent: Int32Array;
	readonly answers: Float64Array;
	readonly respondents: number;
};

export async function insertBallot(
	db: Kysely<Tables>,
	key: Key,
	ballot: { readonly hash: Uint8Array; readonly groupId: string }
): Promise<void> {
	await db
		.insertInto('ballots')
		.values({
			organisation_id: key.organisationId,
			round_id: key.roundId,
			ballot_hash: Buffer.from(ballot.hash),
			group_id: ballot.groupId
		})
		.execute();
}

export async function findBallot(
	db: Kysely<Tables>,
	key: Key,
	hash: Uint8Array
): Promise<{ readonly groupId: string } | null> {
	const row = await db
		.selectFrom('ballots')
		.select('group_id')
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.where('ballot_hash', '=', Buffer.from(hash))
		.executeTakeFirst();
	return row === undefined ? null : { groupId: row.group_id };
}

export async function countResponses(db: Kysely<Tables>, key: Key): Promise<number> {
	const row = await db
		.selectFrom('responses')
		.select(sql<number>`count(*)::integer`.as('count'))
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.executeTakeFirstOrThrow();
	return row.count;
}

/** Writes answers that were not given here (imported or simulated), in the order given. `answers`: item order, null = not answered. */
export async function insertResponses(
	db: Kysely<Tables>,
	key: Key,
	responses: readonly {
		readonly key: Uint8Array;
		readonly groupId: string;
		readonly answers: readonly (number | null)[];
	}[]
): Promise<void> {
	const size = 5000;
	for (let start = 0; start < responses.length; start += size) {
		const rows = responses.slice(start, start + size).map((response) => ({
			key: Buffer.from(response.key).toString('hex'),
			group: response.groupId,
			answers: `{${response.answers.map((answer) => answer ?? 'NULL').join(',')}}`
		}));
		await sql`
			insert into responses (organisation_id, round_id, response_key, group_id, answers)
			select ${key.organisationId}::uuid, ${key.roundId}::uuid, decode(given.key, 'hex'), given.group, given.answers::double precision[]
			from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(key text, "group" text, answers text)`.execute(db);
	}
}

/**
 * The close: every response is rewritten in a random order under a random number, and the ballots are destroyed,
 * so that nothing that was sent from a browser is left to compare with. Runs inside the caller's transaction.
 */
export async function openBallotBox(
	db: Kysely<Tables>,
	key: Key,
	randomBytes: (count: number) => Uint8Array
): Promise<void> {
	const own = [sql`${key.organisationId}::uuid`, sql`${key.roundId}::uuid`] as const;
	const { rows } = await sql<{ response_key: Buffer }>`
		select response_key from responses where organisation_id = ${own[0]} and round_id = ${own[1]}`.execute(db);
	const renamed = rows
		.map((row) => ({ old: row.response_key.toString('hex'), fresh: Buffer.from(randomBytes(32)).toString('hex') }))
		.sort((a, b) => (a.fresh < b.fresh ? -1 : 1));
	await sql`create temporary table opened_box (position integer, group_id text, fresh bytea, answers double precision[]) on commit drop`.execute(
		db
	);
	const size = 5000;
	for (let start = 0; start < renamed.length; start += size) {
		const part = JSON.stringify(
			renamed.slice(start, start + size).map((row, index) => ({ ...row, position: start + index }))
		);
		await sql`
			insert into opened_box
			select given.position, responses.group_id, decode(given.fresh, 'hex'), responses.answers
			from jsonb_to_recordset(${part}::jsonb) as given(position integer, old text, fresh text)
			join responses on responses.organisation_id = ${own[0]} and responses.round_id = ${own[1]}
				and responses.response_key = decode(given.old, 'hex')`.execute(db);
	}
	await sql`delete from responses where organisation_id = ${own[0]} and round_id = ${own[1]}`.execute(db);
	await sql`delete from ballots where organisation_id = ${own[0]} and round_id = ${own[1]}`.execute(db);
	await sql`
		insert into responses (organisation_id, round_id, response_key, group_id, answers)
		select ${own[0]}, ${own[1]}, fresh, group_id, answers from opened_box order by position`.execute(db);
	await sql`drop table opened_box`.execute(db);
}

/** Old versions of rows would keep what the close has destroyed; this gives their place free. Not inside a transaction. */
export async function forgetOldVersions(db: Kysely<Tables>): Promise<void> {
	for (const table of ['invitations', 'ballots', 'responses']) await sql`vacuum ${sql.table(table)}`.execute(db);
}

/** All answers of a round. `itemCount` columns are expected in every row; another count throws. */
export async function readAnswerMatrix(db: Kysely<Tables>, key: Key, itemCount: number): Promise<AnswerMatrix> {
	const total = await countResponses(db, key);
	const answers = new Float64Array(total * itemCount);
	const groupOfRespondent = new Int32Array(total);
	const indexOfGroup = new Map<string, number>();
	const slice = 10_000;
	let respondent = 0;
	let last: Uint8Array = new Uint8Array(0);
	for (;;) {
		const { rows } = await sql<{ response_key: Buffer; group_id: string; answers: string }>`
			select response_key, group_id, array_to_string(answers, ',', '') as answers from responses
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
			respondent += 1;
			last = row.response_key;
		}
		if (rows.length < slice) break;
	}
	return { groupIds: [...indexOfGroup.keys()], groupOfRespondent, answers, respondents: respondent };
}

// What a submission writer has acknowledged, looked for in the database that it left behind.
import { join } from 'node:path';
import { roundKeysIn } from '#server/ballots/round-keys.ts';
import { openDatabase, type Database } from '#server/database/open-database.ts';
import { silentLog, type Log } from '#server/log/log.ts';

/** Which of the lines are not true of the database, and `key ROUND` for an open round whose key is gone. */
export async function missingAcknowledged(
	dataDirectory: string,
	lines: readonly string[],
	log: Log = silentLog
): Promise<string[]> {
	const database = await openDatabase({ dataDirectory: join(dataDirectory, 'database'), databaseUrl: null, log });
	try {
		const found = new Set(await linesOf(database));
		const keys = roundKeysIn(join(dataDirectory, 'round-keys'));
		const rounds = await database.kysely
			.selectFrom('rounds')
			.select('round_id')
			.where('opened_at', 'is not', null)
			.execute();
		const withoutKey = rounds
			.filter((round) => keys.read(round.round_id) === null)
			.map((round) => `key ${round.round_id}`);
		return [...lines.filter((line) => !found.has(line)), ...withoutKey];
	} finally {
		await database.close();
	}
}

async function linesOf(database: Database): Promise<string[]> {
	const { rows } = await database.pool.query<{ line: string }>(
		`select 'ballot ' || encode(ballot_hash, 'hex') || ' ' || encode(sha256(sealed), 'hex') as line from ballot_box
		union all select 'collected ' || leader_id from invitations where is_collected and blinded_hash is not null`
	);
	return rows.map((row) => row.line);
}

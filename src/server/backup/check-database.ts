// A look at a database after an upgrade: does every table answer, and do the keys between the tables hold?
import type { Database } from '#server/database/open-database.ts';
import { countRows, listTables } from '#server/database/table-rows.ts';
import { listUncheckedConstraints } from '#server/database/constraints.ts';

/** One sentence for each fault; empty where all is well. */
export async function checkDatabase(database: Pick<Database, 'pool'>): Promise<readonly string[]> {
	const client = await database.pool.connect();
	try {
		const findings: string[] = [];
		for (const { name } of await listTables(client)) {
			await countRows(client, name).catch((error: unknown) => {
				findings.push(`${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
			});
		}
		for (const name of await listUncheckedConstraints(client)) findings.push(`the rule ${name} is not enforced`);
		return findings;
	} finally {
		client.release();
	}
}

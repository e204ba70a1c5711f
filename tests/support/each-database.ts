// One suite on both databases, so that nothing works on the embedded one only.
import { after, describe, test } from 'node:test';
import { migrate } from '#server/database/migrate.ts';
import { openDatabase, type Database } from '#server/database/open-database.ts';
import { silentLog } from '#server/log/log.ts';
import { startPrivateCluster, type ClusterOutcome } from './private-cluster.ts';
import { createTestDatabase, projectMigrations } from './test-database.ts';

/** Opens a migrated, empty database, closed with the test or suite in which it was opened. */
export type OpenDatabase = () => Promise<Database>;

/** Declares the suite twice: embedded, and on a private PostgreSQL server (skipped, with the reason, where there is none). */
export function forEachDatabase(name: string, declare: (open: OpenDatabase) => void): void {
	describe(`${name}, on the embedded database`, () => declare(createTestDatabase));
	if (server.kind === 'unavailable') {
		test(`${name}, on a PostgreSQL server`, { skip: server.reason }, () => {});
		return;
	}
	const { cluster } = server;
	describe(`${name}, on a PostgreSQL server`, () => {
		declare(async () => {
			const databaseUrl = await cluster.createDatabase();
			const database = await openDatabase({ dataDirectory: '', databaseUrl, log: silentLog });
			after(() => database.close());
			await migrate(database, projectMigrations);
			return database;
		});
	});
}

/** Started once a test file. */
export const server: ClusterOutcome = await startPrivateCluster();
after(async () => {
	if (server.kind === 'started') await server.cluster.stop();
});

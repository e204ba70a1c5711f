// An empty, migrated database on disk: made once, as the program makes it, and then copied, because making one takes seconds.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { migrate } from '#server/database/migrate.ts';
import { openDatabase } from '#server/database/open-database.ts';
import { silentLog } from '#server/log/log.ts';
import { projectRoot } from '#server/project-root.ts';
import { cacheDirectory, projectMigrations } from './test-database.ts';

/** What decides how such a database looks. */
const sources = [
	'node_modules/@electric-sql/pglite/package.json',
	...globSync('src/server/database/migrations/*.sql', { cwd: projectRoot }),
	...globSync('src/server/database/{migrate,open-database,embedded/*}.ts', { cwd: projectRoot }),
	'tests/support/prepared-database.ts'
];

/** Lays a closed, empty database of the newest schema there, for `openDatabase` to find. The directory may be missing. */
export async function prepareDatabase(directory: string): Promise<void> {
	const prepared = join(cacheDirectory, `prepared-${keyOf(sources)}`);
	if (!existsSync(prepared)) await makePrepared(prepared);
	cpSync(prepared, directory, { recursive: true });
}

// Test files run at the same time: each makes its own and then gives it the name, and who comes second takes what is there.
async function makePrepared(prepared: string): Promise<void> {
	mkdirSync(cacheDirectory, { recursive: true });
	for (const name of readdirSync(cacheDirectory))
		if (/^prepared-[0-9a-f]{16}$/.test(name) && name !== basename(prepared))
			rmSync(join(cacheDirectory, name), { recursive: true, force: true });
	const own = `${prepared}.${process.pid}`;
	rmSync(own, { recursive: true, force: true });
	const database = await openDatabase({ dataDirectory: own, databaseUrl: null, log: silentLog });
	await migrate(database, projectMigrations);
	await database.close();
	try {
		renameSync(own, prepared);
	} catch (error) {
		rmSync(own, { recursive: true, force: true });
		if (!existsSync(prepared)) throw error;
	}
}

function keyOf(files: readonly string[]): string {
	const hash = createHash('sha256');
	for (const file of files.toSorted()) hash.update(`${file}\n`).update(readFileSync(join(projectRoot, file)));
	return hash.digest('hex').slice(0, 16);
}

// A new version on old data: a backup first, then the migrations, then a look whether everything answers.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { checkDatabase } from '#server/backup/check-database.ts';
import { refuseIncompleteRestore } from '#server/database/incomplete-restore.ts';
import { migrate, readMigrations } from '#server/database/migrate.ts';
import { DatabaseUnusable } from '#server/database/open-database.ts';
import { readSchemaVersion } from '#server/database/table-rows.ts';
import { backUp } from './backup.ts';
import { migrationsDirectory, withDatabase, type Opened } from './operator-database.ts';
import { refuse } from './refusal.ts';
import { print, settingsOf, type Output, type World } from './world.ts';

type Options = Output & { readonly backup: string };

export function upgradeCommand(world: World): Command {
	return new Command('upgrade')
		.description('Back up, bring the database up to this version, and check it')
		.requiredOption('--backup <file>', 'a new file for the backup that is made first')
		.option('--json', 'print the result as JSON')
		.addHelpText('after', '\nExample: ledertrivsel upgrade --backup before-upgrade.tar.gz')
		.action((options: Options) => upgrade(world, options));
}

async function upgrade(world: World, options: Options): Promise<void> {
	const { dataDirectory, databaseUrl } = settingsOf(world);
	if (databaseUrl === null && !existsSync(join(dataDirectory, 'database')))
		refuse(`there is no database in ${dataDirectory}: a new one is made at the first start`);
	const result = await withDatabase(world, (opened) => upgradeDatabase(opened, options.backup)).catch(
		(error: unknown) => (error instanceof DatabaseUnusable ? refuse(error.message) : Promise.reject(error))
	);
	print(world, options, result, [
		result.applied.length === 0
			? `Nothing to do: the database is at ${result.to} already.`
			: `Upgraded from ${result.from} to ${result.to}. The backup from before: ${options.backup}`,
		...result.findings
	]);
	if (result.findings.length > 0)
		refuse(`the upgrade is done, but the check found ${result.findings.length} faults: see above`);
}

async function upgradeDatabase(opened: Opened, backup: string) {
	const { database } = opened;
	await refuseIncompleteRestore(database.pool);
	const client = await database.pool.connect();
	const before = await readSchemaVersion(client).finally(() => client.release());
	const from = before.at(-1)?.name ?? '';
	if (from === '') return refuse('the database holds nothing of this program yet');
	const files = readMigrations(migrationsDirectory);
	const isCurrent =
		files.length === before.length && files.every(({ checksum }, at) => before[at]?.checksum === checksum);
	if (!isCurrent) await backUp(opened, { file: backup, withRoundKeys: false, withSecret: false });
	const applied = await migrate(database, migrationsDirectory);
	return { from, to: applied.at(-1) ?? from, applied, findings: await checkDatabase(database) };
}

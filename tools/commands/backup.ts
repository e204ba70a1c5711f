// A backup of everything that cannot be made again, as one file.
import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Command } from 'commander';
import { writeBackupRecord } from '#server/backup/backup-record.ts';
import { writeBackup, type BackupOutcome } from '#server/backup/write-backup.ts';
import { programVersion } from '#server/project-root.ts';
import { withDatabase, type Opened } from './operator-database.ts';
import { reasonOf } from './read-file.ts';
import { refuse } from './refusal.ts';
import { print, settingsOf, type Output, type World } from './world.ts';

type Options = Output & { readonly withRoundKeys?: boolean; readonly withSecret?: boolean; readonly yes?: boolean };
type Written = Extract<BackupOutcome, { kind: 'written' }>;

export function backupCommand(world: World): Command {
	return new Command('backup')
		.description('Write everything to one file; with the embedded database the server must be stopped')
		.argument('<file>', 'a new file, such as ledertrivsel-2027-03-01.tar.gz')
		.option('--with-round-keys', 'the keys of open rounds as well: whoever has the file can then read answers')
		.option('--with-secret', 'the secret of DATA_DIR as well: it seals second factors')
		.option('--yes', 'confirm --with-round-keys or --with-secret')
		.option('--json', 'print the result as JSON')
		.addHelpText('after', '\nExample: ledertrivsel backup /backups/ledertrivsel-2027-03-01.tar.gz')
		.action(async (file: string, options: Options) => {
			if (options.withRoundKeys === true && options.yes !== true) {
				refuse(
					'--with-round-keys puts the keys of open rounds beside their sealed answers, and whoever has the file can read them: confirm with --yes'
				);
			}
			if (options.withSecret === true && options.yes !== true) {
				refuse(
					'--with-secret puts what seals second factors and signs sessions beside them, and whoever has the file can use both: confirm with --yes'
				);
			}
			const { dataDirectory, databaseUrl } = settingsOf(world);
			if (databaseUrl === null && !existsSync(join(dataDirectory, 'database')))
				refuse(`there is no database in ${dataDirectory}`);
			const written = await withDatabase(world, (opened) =>
				backUp(opened, {
					file,
					withRoundKeys: options.withRoundKeys === true,
					withSecret: options.withSecret === true
				})
			);
			print(world, options, { file: resolve(file), ...written }, [
				`Written: ${file} (${written.rows} rows of ${written.tables} tables, ${Math.ceil(written.bytes / 1024)} KiB, schema ${written.schema}).`,
				written.hasRoundKeys
					? 'The keys of open rounds are in it: keep it as you keep the keys themselves.'
					: 'The keys of open rounds are not in it.',
				...(written.hasSecret
					? []
					: ['The secret of DATA_DIR is not in it: keep a copy of it (or of SECRET) somewhere else.'])
			]);
		});
}

/** Writes the file or refuses with one sentence. */
export async function backUp(
	{ database, settings }: Opened,
	given: { readonly file: string; readonly withRoundKeys: boolean; readonly withSecret: boolean }
): Promise<Written> {
	const path = resolve(given.file);
	if (statSync(dirname(path), { throwIfNoEntry: false })?.isDirectory() !== true)
		refuse(`${given.file} cannot be written: there is no folder ${dirname(path)}`);
	const at = new Date();
	const outcome = await writeBackup(database, settings, {
		path,
		withRoundKeys: given.withRoundKeys,
		withSecret: given.withSecret,
		version: programVersion(),
		at
	}).catch((error: unknown) => {
		if (error instanceof Error && 'syscall' in error)
			return refuse(`${given.file} could not be written: ${reasonOf(error)}`);
		throw error;
	});
	switch (outcome.kind) {
		case 'written':
			writeBackupRecord(settings.dataDirectory, { file: path, bytes: outcome.bytes, finishedAt: at.toISOString() });
			return outcome;
		case 'file-exists':
			return refuse(`${given.file} exists already: choose a new name`);
		case 'nothing-there':
			return refuse('the database holds nothing of this program yet');
		case 'disk-full':
			return refuse(`${given.file} could not be written: the disk is full; nothing of it was kept`);
	}
}

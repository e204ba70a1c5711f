// A backup back into an empty place: another directory, another machine, or the other kind of database.
import { Command } from 'commander';
import { checkBackup, restoreBackup } from '#server/backup/restore-backup.ts';
import { migrationsDirectory, withDatabase } from './operator-database.ts';
import { refuse } from './refusal.ts';
import { print, settingsOf, type Output, type World } from './world.ts';

export function restoreCommand(world: World): Command {
	return new Command('restore')
		.description('Read a backup into an empty DATA_DIR or an empty PostgreSQL database')
		.argument('<file>', 'what ledertrivsel backup has written')
		.option('--json', 'print the result as JSON')
		.addHelpText('after', '\nExample: DATA_DIR=/srv/ledertrivsel ledertrivsel restore ledertrivsel-2027-03-01.tar.gz')
		.action((file: string, options: Output) => restore(world, file, options));
}

async function restore(world: World, file: string, options: Output): Promise<void> {
	const settings = settingsOf(world);
	const check = await checkBackup(file, settings, migrationsDirectory).catch((error: unknown) => {
		const code = error instanceof Error && 'code' in error ? error.code : null;
		if (code === 'ENOENT') return refuse(`there is no file ${file}`);
		if (code === 'EACCES') return refuse(`${file} may not be read`);
		throw error;
	});
	switch (check.kind) {
		case 'not-a-backup':
			return refuse(`${file} cannot be restored, and nothing was changed: ${check.reason}`);
		case 'other-version':
			return refuse(
				`${file} comes from a version with ${check.migration}, which this one does not have: restore with that version or a newer one`
			);
		case 'file-in-the-way':
			return refuse(`${check.path} is there already and is another one: restore into an empty place`);
		case 'restorable':
			break;
	}
	const outcome = await withDatabase(world, ({ database }) =>
		restoreBackup(database, { path: file, manifest: check.manifest, directories: settings, migrationsDirectory })
	);
	switch (outcome.kind) {
		case 'restored':
			return print(world, options, outcome, [
				`Restored: ${outcome.rows} rows of ${outcome.tables} tables, as they were on ${outcome.createdAt}. Everybody signs in anew.`,
				...(outcome.upgradedBy.length > 0 ? [`Brought up to date by ${outcome.upgradedBy.join(', ')}.`] : []),
				outcome.hasRoundKeys
					? 'The keys of open rounds are back.'
					: 'Keys of open rounds were not in it: put the files back, or type in the words on the page of each round.',
				...(outcome.hasSecret
					? []
					: ['The secret was not in it: put DATA_DIR/secret back, or second factors are set up anew.'])
			]);
		case 'not-empty':
			return refuse('there is a database here already: restore into an empty place, and nothing was changed');
		case 'disk-full':
			return refuse('the disk is full: the restore is not finished, and the server will not start on it');
	}
}

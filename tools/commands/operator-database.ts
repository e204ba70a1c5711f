// The database alone, without bringing it up to date: what backup, restore and upgrade work on.
import { join } from 'node:path';
import { openDatabase, type Database } from '#server/database/open-database.ts';
import { silentLog } from '#server/log/log.ts';
import { projectRoot } from '#server/project-root.ts';
import type { Settings } from '#server/settings.ts';
import { refuseDatabase, settingsOf, type World } from './world.ts';

export const migrationsDirectory = join(projectRoot, 'src/server/database/migrations');

export type Opened = { readonly database: Database; readonly settings: Settings };

export async function withDatabase<Result>(world: World, work: (opened: Opened) => Promise<Result>): Promise<Result> {
	const settings = settingsOf(world);
	const database = await openDatabase({
		dataDirectory: join(settings.dataDirectory, 'database'),
		databaseUrl: settings.databaseUrl,
		log: silentLog
	}).catch((error: unknown) => refuseDatabase(error, settings));
	try {
		return await work({ database, settings });
	} finally {
		await database.close();
	}
}

// Runs one job through the queue until it is killed. Arguments: address of the database, and a word that it says when the
// job begins.
import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase } from '#server/database/open-database.ts';
import { startJobs } from '#server/jobs/run-jobs.ts';
import { silentLog } from '#server/log/log.ts';

const [databaseUrl = '', word = ''] = process.argv.slice(2);
const database = await openDatabase({ dataDirectory: '', databaseUrl, log: silentLog });
await startJobs({ database, log: silentLog }, [
	{
		name: 'work',
		isWaiting: async () => true,
		run: async () => {
			process.stdout.write(`${word}\n`);
			await wait(600_000);
		}
	}
]);
process.stdout.write('ready\n');

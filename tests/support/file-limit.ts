// Loaded before every test file: a file that does not end (something it opened was never closed, or it waits for what never comes)
// is ended with what kept it, so that one such file cannot hold up the whole run.
import { relative } from 'node:path';
import { isMainThread } from 'node:worker_threads';

const minutes = Number(process.env.TEST_FILE_MINUTES ?? 10);

if (isMainThread)
	setTimeout(() => {
		const file = relative(process.cwd(), process.argv[1] ?? '');
		const kept = [...new Set(process.getActiveResourcesInfo())].join(', ');
		process.stderr.write(`${file} has not ended after ${minutes} minutes; what keeps it: ${kept}\n`, () =>
			process.exit(1)
		);
	}, minutes * 60_000).unref();

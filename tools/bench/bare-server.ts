// The same use case behind the barest HTTP server, to see what group commit and what the framework is worth.
// `one-by-one` as its argument: each response waits for a commit of its own.
import { createServer } from 'node:http';
import type { Submissions } from '#server/database/submissions.ts';
import { submitResponse } from '#server/use-cases/ballots/submit-response.ts';
import { openBenchContext } from './made-up-round.ts';

const { context, close } = await openBenchContext({
	dataDirectory: process.env.DATA_DIR ?? '',
	databaseUrl: process.env.DATABASE_URL ?? null
});
const submissions = process.argv[2] === 'one-by-one' ? oneByOne(context.submissions) : context.submissions;

const server = createServer((request, response) => {
	let body = '';
	request.setEncoding('utf8').on('data', (part: string) => (body += part));
	request.on('end', async () => {
		const roundId = request.url?.split('/')[2] ?? '';
		const outcome = await submitResponse(
			{ ...context, submissions },
			{ kind: 'visitor' },
			{ roundId, ...JSON.parse(body) }
		);
		response.writeHead(outcome.kind === 'stored' ? 200 : 400, { 'content-type': 'application/json' });
		response.end(JSON.stringify({ kind: outcome.kind }));
	});
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('ready\n'));
process.once('SIGTERM', () => {
	server.close(() => void close().then(() => process.exit(0)));
	server.closeAllConnections();
});

function oneByOne(submissions: Submissions): Submissions {
	let before: Promise<unknown> = Promise.resolve();
	return {
		submit: (submission) => {
			const own = before.then(() => submissions.submit(submission));
			before = own.catch(() => {});
			return own;
		}
	};
}

// One of two app processes on one PostgreSQL server: hands in ballots that both were given, each in an order of its own.
// Prints `INDEX KIND`. Arguments: a directory with `ballots.json`, and the name of this process, `a` or `b`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openContext } from '#server/context.ts';
import { seededRandom } from '#server/demonstration/seeded-random.ts';
import { silentLog } from '#server/log/log.ts';
import { readSettings } from '#server/settings.ts';
import { submitResponse, type SubmittedResponse } from '#server/use-cases/ballots/submit-response.ts';
import type { SharedBallots } from './two-processes.test.ts';

const clients = 20;
const [directory = '', name = ''] = process.argv.slice(2);
const { databaseUrl, ballots } = JSON.parse(readFileSync(join(directory, 'ballots.json'), 'utf8')) as SharedBallots;
const read = readSettings({ DATA_DIR: join(directory, name), DATABASE_URL: databaseUrl });
if (read.kind === 'wrong') throw new Error(read.problems[0]?.reason);
const { context, close } = await openContext(read.settings, silentLog);
// Near enough to the same order that both often hand in the same ballot at the same moment.
const random = seededRandom(name === 'a' ? 1 : 2);
const order = ballots
	.map((ballot, index) => ({ index, given: name === 'a' ? ballot.a : ballot.b, place: index + 30 * random.next() }))
	.toSorted((one, other) => one.place - other.place);
await Promise.all(Array.from({ length: clients }, handIn));
await close();

async function handIn(): Promise<void> {
	for (let next = order.shift(); next !== undefined; next = order.shift()) {
		if (next.given === null) continue;
		const response: SubmittedResponse = next.given;
		const outcome = await submitResponse(context, { kind: 'visitor' }, response);
		process.stdout.write(`${next.index} ${outcome.kind}\n`);
	}
}

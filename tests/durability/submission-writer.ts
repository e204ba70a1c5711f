// A process to take down: fifty leaders at a time collect and submit through the use cases; what was acknowledged is printed.
// Arguments: data directory, and a name for this run.
import { createHash } from 'node:crypto';
import type { Context } from '#server/context.ts';
import { openContext } from '#server/context.ts';
import { insertBallot } from '#server/database/responses.ts';
import { silentLog } from '#server/log/log.ts';
import { readSettings } from '#server/settings.ts';
import { submitResponse } from '#server/use-cases/submit-response.ts';
import { openSmallRound } from '../support/open-small-round.ts';

const [dataDirectory = '', run = ''] = process.argv.slice(2);
const read = readSettings({ DATA_DIR: dataDirectory });
if (read.kind === 'wrong') throw new Error(read.problems[0]?.reason);
const { context } = await openContext(read.settings, silentLog);
const round = await openSmallRound(context);
await Promise.all(Array.from({ length: 50 }, (_, client) => keepSubmitting(context, client)));

async function keepSubmitting(own: Context, client: number): Promise<never> {
	for (let number = 0; ; number++) {
		const ballot = createHash('sha256').update(`${run} ${client} ${number}`).digest('hex');
		const hash = createHash('sha256').update(Buffer.from(ballot, 'hex')).digest();
		await insertBallot(own.db, round, { hash, groupId: round.groupId });
		const answers = Object.fromEntries(round.items.map((item, index) => [item, 1 + ((index + number) % 5)]));
		const outcome = await submitResponse(own, { kind: 'visitor' }, { roundId: round.roundId, ballot, answers });
		if (outcome.kind !== 'stored') throw new Error(`not stored: ${outcome.kind}`);
		process.stdout.write(`${hash.toString('hex')}\n`);
	}
}

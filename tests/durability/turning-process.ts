// A process to take down while it closes a round, or while it opens one. It prints `ready` before it begins.
// Arguments: data directory; `close` or `open`; and where it kills itself: `reading` (the box is being read), `before-commit`,
// `before-key` (committed, and the key is still there), `nowhere` (it is taken down from outside).
import { openContext, type Context } from '#server/context.ts';
import { silentLog } from '#server/log/log.ts';
import { readSettings } from '#server/settings.ts';
import { closeRound } from '#server/use-cases/rounds/close-round.ts';
import { continueOpening } from '#server/use-cases/rounds/continue-opening.ts';
import { openRound } from '#server/use-cases/rounds/open-round.ts';

const [dataDirectory = '', work = '', place = 'nowhere'] = process.argv.slice(2);
const read = readSettings({ DATA_DIR: dataDirectory, CLOSE_GRACE_MINUTES: '0' });
if (read.kind === 'wrong') throw new Error(read.problems[0]?.reason);
const { context: running, close } = await openContext(read.settings, silentLog);
const round = await running.db.selectFrom('rounds').select(['organisation_id', 'round_id']).executeTakeFirstOrThrow();
const roundId = round.round_id;
const actor = { kind: 'system', organisationId: round.organisation_id } as const;
process.stdout.write('ready\n');
if (work === 'close') await closeIt();
else await openIt();
await close();

async function closeIt(): Promise<void> {
	let drawn = 0;
	let isDrawn = false;
	const context: Context = {
		...running,
		randomBytes: (count) => {
			drawn += 1;
			if (place === 'reading' && drawn === 3) die();
			isDrawn = true;
			return running.randomBytes(count);
		},
		// The last thing that is asked for before the commit.
		now: () => {
			if (place === 'before-commit' && isDrawn) die();
			return running.now();
		},
		roundKeys: {
			...running.roundKeys,
			destroy: (id) => {
				if (place === 'before-key') die();
				running.roundKeys.destroy(id);
			}
		}
	};
	const outcome = await closeRound(context, actor, { roundId });
	process.stdout.write(`${outcome.kind}\n`);
}

async function openIt(): Promise<void> {
	let isContinued = false;
	const context: Context = {
		...running,
		// Asked for when every group has its key, inside the transaction that opens the round.
		now: () => {
			if (place === 'before-commit' && isContinued) die();
			return running.now();
		}
	};
	const begun = await openRound(context, actor, { roundId, patienceMilliseconds: 0 });
	process.stdout.write(`${begun.kind}\n`);
	isContinued = true;
	for (;;) {
		const outcome = await continueOpening(context, actor, { roundId, milliseconds: 50 });
		process.stdout.write(`${outcome.kind}\n`);
		if (outcome.kind !== 'preparing') return;
	}
}

function die(): never {
	process.kill(process.pid, 'SIGKILL');
	for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

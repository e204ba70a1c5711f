// The same at many moments, each some milliseconds later than the one before, on copies of one round.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { smallOrganisation } from '../support/small-organisation.ts';
import { answeredRound, onDirectory, planRound, startTurning, stateOf, type Key } from './turning-points.ts';

const answers = 30;
const kills = 20;
const stepMilliseconds = 25;

test('a close that is killed at twenty moments is never half done', async (t) => {
	const found = await killAtMoments(t, 'close', (context) => answeredRound(context, answers));
	t.diagnostic(`${found.filter((state) => state.isClosed).length} of ${kills} were done`);
	for (const state of found) {
		assert.deepEqual([state.sealed, state.responses], state.isClosed ? [0, answers] : [answers, 0]);
		assert.ok(state.isClosed || (state.hasKeyFile && state.signingKeys === state.groups));
	}
});

test('an opening that is killed at twenty moments has invited nobody, or everybody', async (t) => {
	const found = await killAtMoments(t, 'open', planRound);
	t.diagnostic(`${found.filter((state) => state.isOpened).length} of ${kills} were done`);
	for (const state of found) {
		const { isOpened, hasKeyFile, groups, manifests, letters } = state;
		assert.deepEqual([manifests, letters], isOpened ? [1, smallOrganisation.leaders.length] : [0, 0]);
		assert.ok(hasKeyFile || groups === 0, 'what has begun has its key');
	}
});

async function killAtMoments(
	t: TestContext,
	work: 'open' | 'close',
	prepare: (context: Parameters<typeof stateOf>[0]) => Promise<Key>
) {
	const directory = mkdtempSync(join(tmpdir(), 'ledertrivsel-moments-'));
	t.after(() => rmSync(directory, { recursive: true, force: true }));
	const template = join(directory, 'template');
	const key = await onDirectory(template, prepare);
	const found: Awaited<ReturnType<typeof stateOf>>[] = [];
	for (let kill = 0; kill < kills; kill++) {
		const own = join(directory, `moment${kill}`);
		cpSync(template, own, { recursive: true });
		const process = startTurning(own, work, 'nowhere');
		await process.hasAcknowledged(1);
		await wait(kill * stepMilliseconds);
		await process.kill();
		found.push(await onDirectory(own, (context) => stateOf(context, key)));
		rmSync(own, { recursive: true });
	}
	return found;
}

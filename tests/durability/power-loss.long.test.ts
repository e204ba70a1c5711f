import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutPower, cutPowerDuringCreation, rows, submissions, whyPowerCannotBeCut } from './power-loss.ts';

const skip = whyPowerCannotBeCut();

for (const [what, trial] of [
	['row', rows],
	['ballot', submissions]
] as const)
	test(`every acknowledged ${what} is there after ten losses of power in a row`, { skip }, async (t) => {
		const losses = await cutPower(10, trial);
		t.diagnostic(`${losses.at(-1)?.acknowledged} acknowledged, lost: ${losses.map((loss) => loss.lost).join(' ')}`);
		assert.equal(losses.length, 10);
		assert.deepEqual(
			losses.filter((loss) => loss.lost > 0 || loss.failure !== null),
			[]
		);
	});

test(
	'a loss of power while the database is being created leaves nothing that cannot be opened',
	{ skip },
	async (t) => {
		const found = await cutPowerDuringCreation(300);
		t.diagnostic(found.join(', '));
		assert.ok(found.length > 3);
	}
);

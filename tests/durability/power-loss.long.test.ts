import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutPower, whyPowerCannotBeCut } from './power-loss.ts';

test('every acknowledged row is there after ten losses of power in a row', { skip: whyPowerCannotBeCut() }, async (t) => {
	const losses = await cutPower(10);
	t.diagnostic(`${losses.at(-1)?.acknowledged} acknowledged rows, lost: ${losses.map((loss) => loss.lost).join(' ')}`);
	assert.equal(losses.length, 10);
	assert.deepEqual(losses.filter((loss) => loss.lost > 0 || loss.failure !== null), []);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutPower, cutPowerAsShipped, submissions, whyPowerCannotBeCut } from './power-loss.ts';

const skip = whyPowerCannotBeCut();

test('every acknowledged row is there after a loss of power', { skip }, async (t) => {
	const [loss] = await cutPower(1);
	t.diagnostic(`${loss?.acknowledged} acknowledged rows, ${loss?.lost} lost`);
	assert.deepEqual(loss, { acknowledged: loss?.acknowledged, lost: 0, failure: null });
	assert.ok(loss.acknowledged >= 100);
});

test('every acknowledged ballot, and the key of its round, is there after a loss of power', { skip }, async (t) => {
	const [loss] = await cutPower(1, submissions);
	t.diagnostic(`${loss?.acknowledged} acknowledged, ${loss?.lost} lost`);
	assert.deepEqual(loss, { acknowledged: loss?.acknowledged, lost: 0, failure: null });
	assert.ok(loss.acknowledged >= 100);
});

test('PGlite as shipped loses acknowledged rows in the same trial, so the trial can fail', { skip }, async (t) => {
	const loss = await cutPowerAsShipped();
	t.diagnostic(`${loss.acknowledged} acknowledged rows, ${loss.lost} lost; ${loss.failure ?? 'the database opened'}`);
	assert.ok(loss.lost > 0);
});

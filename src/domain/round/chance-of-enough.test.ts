import { test } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { chanceOfEnough } from './chance-of-enough.ts';

test('eight invited reach five answers in 82 % of the cases, five in 18 %', () => {
	// 56·0.71⁵·0.29³ + 28·0.71⁶·0.29² + 8·0.71⁷·0.29 + 0.71⁸
	assert.ok(Math.abs(chanceOfEnough(8, 5) - 0.823651) < 1e-6, String(chanceOfEnough(8, 5)));
	assert.ok(Math.abs(chanceOfEnough(5, 5) - 0.71 ** 5) < 1e-12);
	assert.equal(chanceOfEnough(4, 5), 0);
	assert.equal(chanceOfEnough(4, 0), 1);
	assert.equal(chanceOfEnough(20_000, 5), 1);
});

test('the chance is that of all outcomes with enough answers', () => {
	fc.assert(
		fc.property(fc.nat({ max: 12 }), fc.nat({ max: 12 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, k, share) => {
			let chance = 0;
			for (let who = 0; who < 2 ** n; who++) {
				const answers = who.toString(2).replaceAll('0', '').length;
				if ((who === 0 ? 0 : answers) >= k) chance += share ** answers * (1 - share) ** (n - answers);
			}
			assert.ok(Math.abs(chanceOfEnough(n, k, share) - chance) < 1e-9);
		}),
		{ seed: 1, numRuns: 60 }
	);
});

test('counts that are not whole and shares above one are refused', () => {
	assert.throws(() => chanceOfEnough(7.5, 5), RangeError);
	assert.throws(() => chanceOfEnough(8, -1), RangeError);
	assert.throws(() => chanceOfEnough(8, 5, 1.1), RangeError);
});

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { scoresBySpread } from './protect-spread.ts';
import { randomNumbers } from './seeded-random.ts';

const range = 100;

/** Greatest sum of squares of `n` scores from 0 to `range` with a sum: as many as possible at the end. */
function greatestSquares(n: number, sum: number): number {
	const full = Math.min(n, Math.floor(sum / range + 1e-9));
	return full * range ** 2 + (sum - full * range) ** 2;
}

/** Whether n − 1 others can make up for one score, so that sum and sum of squares stay what they are. */
function isPossible(one: number, n: number, sum: number, squares: number): boolean {
	const rest = sum - one;
	const needed = squares - one * one;
	const isInRange = rest >= -1e-6 && rest <= (n - 1) * range + 1e-6;
	return isInRange && needed >= rest ** 2 / (n - 1) - 1e-4 && needed <= greatestSquares(n - 1, rest) + 1e-4;
}

test('both ends of the scores that a standard deviation leaves open can be reached, and nothing beyond', () => {
	const random = randomNumbers(9);
	for (let round = 0; round < 2000; round++) {
		const n = 3 + Math.floor(random() * 20);
		const centre = random() * range;
		const width = random() * 1.5 * range;
		const scores = Array.from({ length: n }, () => Math.min(range, Math.max(0, centre + (random() - 0.5) * width)));
		const sum = scores.reduce((total, score) => total + score, 0);
		const squares = scores.reduce((total, score) => total + score * score, 0);
		const within = Math.max(0, squares - sum ** 2 / n);
		const { low, high } = scoresBySpread({ n, sum, within, range });
		for (const score of scores) assert.ok(score >= low - 1e-6 && score <= high + 1e-6, `round ${round}`);
		assert.ok(isPossible(low, n, sum, squares), `round ${round}: ${low} of ${n}`);
		assert.ok(isPossible(high, n, sum, squares), `round ${round}: ${high} of ${n}`);
		if (high < range - 1) assert.ok(!isPossible(high + 0.5, n, sum, squares), `round ${round}: more than ${high}`);
		if (low > 1) assert.ok(!isPossible(low - 0.5, n, sum, squares), `round ${round}: less than ${low}`);
	}
});

test('the unanimous leave nothing open', () => {
	assert.deepEqual(scoresBySpread({ n: 20, sum: 1000, within: 0, range }), { low: 50, high: 50 });
});

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { countsBehind, openRangeByShare, shownShare } from './protect-shares.ts';

test('a share is never shown as 0 or 100 %, and the truth is always possible', () => {
	for (let n = 20; n < 130; n++) {
		for (let strained = 0; strained <= n; strained++) {
			const share = shownShare(strained, n);
			assert.ok(share.value >= 0.1 && share.value <= 0.9);
			const { low, high } = countsBehind(share, n);
			assert.ok(low <= strained && strained <= high, `${strained} of ${n}`);
		}
	}
	assert.deepEqual(shownShare(0, 20), { value: 0.1, step: 0.1, bound: -1 });
	assert.deepEqual(shownShare(20, 20), { value: 0.9, step: 0.1, bound: 1 });
	assert.deepEqual(shownShare(9, 28), { value: 0.3, step: 0.05, bound: 0 });
});

/** Range of the first of n scores from 0 to `range`, where whole scores at or above `cut` count as strained. */
function search(n: number, sum: number, cut: number, range: number, low: number, high: number): number {
	let least = Infinity;
	let most = -Infinity;
	const possible = new Set<string>();
	const extend = (left: number, total: number, strained: number): void => {
		const key = `${left} ${total} ${strained}`;
		if (possible.has(key)) return;
		possible.add(key);
		if (left === 0) return;
		for (let score = 0; score <= range; score++) extend(left - 1, total + score, strained + (score >= cut ? 1 : 0));
	};
	extend(n - 1, 0, 0);
	for (let first = 0; first <= range; first++) {
		for (let strained = low; strained <= high; strained++) {
			if (!possible.has(`0 ${sum - first} ${strained - (first >= cut ? 1 : 0)}`)) continue;
			least = Math.min(least, first);
			most = Math.max(most, first);
		}
	}
	return most - least;
}

test('a count of strained narrows one score as a search over all cases finds', () => {
	const range = 8;
	const cut = 5;
	let tried = 0;
	for (let n = 2; n <= 5; n++) {
		for (let sum = 0; sum <= n * range; sum++) {
			const least = Math.max(0, Math.ceil((sum - n * (cut - 1)) / (range - cut + 1)));
			const most = Math.min(n, Math.floor(sum / cut));
			for (let low = least; low <= most; low++) {
				for (let high = low; high <= most; high++) {
					const found = openRangeByShare({ n, sumLow: sum, sumHigh: sum, cut, range, low, high });
					const expected = search(n, sum, cut, range, low, high);
					// Below the cut means "up to the cut" here and "up to the score before it" in whole scores.
					assert.ok(found >= expected && found <= expected + n, `${n} ${sum} ${low}-${high}: ${found}, ${expected}`);
					tried++;
				}
			}
		}
	}
	assert.ok(tried > 100);
});

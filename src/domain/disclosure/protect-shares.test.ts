import { test } from 'node:test';
import assert from 'node:assert/strict';
import { countsBehind, scoresByShare, shownShare } from './protect-shares.ts';

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

/** Least and most of the first of n whole scores from 0 to 8, of which those from 5 on count as strained. */
function search(n: number, sum: readonly [number, number], strained: readonly [number, number]): number[] {
	const possible = new Set<string>();
	const extend = (left: number, total: number, count: number): void => {
		const key = `${left} ${total} ${count}`;
		if (possible.has(key)) return;
		possible.add(key);
		if (left === 0) return;
		for (let score = 0; score <= 8; score++) extend(left - 1, total + score, count + (score >= 5 ? 1 : 0));
	};
	extend(n - 1, 0, 0);
	const found: number[] = [];
	for (let first = 0; first <= 8; first++) {
		for (let total = sum[0]; total <= sum[1]; total++) {
			for (let count = strained[0]; count <= strained[1]; count++) {
				if (possible.has(`0 ${total - first} ${count - (first >= 5 ? 1 : 0)}`)) found.push(first);
			}
		}
	}
	return found;
}

test('a count of strained narrows one score exactly as a search over all answers finds', () => {
	const levels = { range: 8, grain: 1, from: 5, below: 4, isMirrored: false };
	let tried = 0;
	for (let n = 2; n <= 5; n++) {
		for (let sumLow = 0; sumLow <= n * 8; sumLow++) {
			for (const sumHigh of [sumLow, Math.min(n * 8, sumLow + 2)]) {
				for (let low = 0; low <= n; low++) {
					for (let high = low; high <= n; high++) {
						const found = search(n, [sumLow, sumHigh], [low, high]);
						const expected = found.length === 0 ? null : { low: Math.min(...found), high: Math.max(...found) };
						const place = `${n} ${sumLow}-${sumHigh} ${low}-${high}`;
						assert.deepEqual(scoresByShare({ n, sumLow, sumHigh, low, high }, levels), expected, place);
						tried++;
					}
				}
			}
		}
	}
	assert.ok(tried > 1000);
});

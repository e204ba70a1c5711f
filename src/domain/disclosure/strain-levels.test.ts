import { test } from 'node:test';
import assert from 'node:assert/strict';
import { leastSquares, strainLevels } from './strain-levels.ts';

test('strain begins at a score that somebody can have, seen from the end far from it', () => {
	const points = { id: 's', minimum: 0, maximum: 100 };
	assert.equal(strainLevels(points), null);
	const above = { ...points, strainedAt: { direction: 'at-least', cut: 62.5 } } as const;
	const below = { ...points, strainedAt: { direction: 'at-most', cut: 37.5 } } as const;
	const ends = (scale: Parameters<typeof strainLevels>[0]) => {
		const levels = strainLevels(scale);
		return [levels?.from, levels?.below];
	};
	assert.deepEqual(ends(above), [62.5, 62.5]);
	assert.deepEqual(ends({ ...above, grain: 25 }), [75, 50]);
	assert.deepEqual(ends({ ...below, grain: 25 }), [75, 50]);
	assert.deepEqual(ends({ ...above, grain: 12.5 }), [62.5, 50]);
	assert.deepEqual(ends({ ...below, grain: 100 }), [100, 0]);
});

test('the least sum of squares is that of a search over all answers', () => {
	const scale = { id: 's', minimum: 0, maximum: 4, grain: 1, strainedAt: { direction: 'at-least', cut: 2.5 } } as const;
	const levels = strainLevels(scale);
	for (let n = 1; n <= 5; n++) {
		const least = new Map<string, number>();
		const extend = (left: number, sum: number, strained: number, squares: number): void => {
			if (left === 0) {
				for (const key of [`${sum} ${strained}`, `${sum}`])
					least.set(key, Math.min(least.get(key) ?? Infinity, squares));
				return;
			}
			for (let score = 0; score <= 4; score++) {
				extend(left - 1, sum + score, strained + (score > 2 ? 1 : 0), squares + score * score);
			}
		};
		extend(n, 0, 0, 0);
		for (let sum = 0; sum <= 4 * n; sum++) {
			const free = leastSquares({ n, sum, strained: 0 }, { range: 4, grain: 1 }, null);
			assert.ok(Math.abs(free - (least.get(`${sum}`) ?? Infinity)) < 1e-9, `${n} ${sum}`);
			for (let strained = 0; strained <= n; strained++) {
				const found = leastSquares({ n, sum, strained }, { range: 4, grain: 1 }, levels);
				const expected = least.get(`${sum} ${strained}`) ?? Infinity;
				assert.ok(
					found === expected || Math.abs(found - expected) < 1e-9,
					`${n} ${sum} ${strained}: ${found} ${expected}`
				);
			}
		}
	}
});

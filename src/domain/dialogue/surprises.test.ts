import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { leafResult, scaleOf } from './dialogue.testing.ts';
import { surprisesOf } from './surprises.ts';

const none = new Map<string, number>();
const of = (...scales: readonly Parameters<typeof scaleOf>[]) =>
	surprisesOf({ result: leafResult(), scales: scales.map((one) => scaleOf(...one)), organisationSpread: none });

test('a difference is told only where the whole interval lies beyond the other, and five points away', () => {
	const clear = of(['workload', 'strain', 60, { interval: [54, 66], organisationPoints: 50 }]);
	assert.deepEqual(
		clear.map((one) => one.kind === 'far' && [one.from, one.side, one.referencePoints]),
		[['organisation', 'heavier', 50]]
	);
	for (const more of [
		{ interval: [49, 71], organisationPoints: 50 },
		{ interval: null, organisationPoints: 50 },
		{ interval: [54, 66], organisationPoints: null },
		{ interval: [54, 66], organisationPoints: 50, bound: 'at-least' }
	] as const)
		assert.deepEqual(of(['workload', 'strain', 60, more]), [], JSON.stringify(more));
	assert.deepEqual(of(['workload', 'strain', 54, { interval: [53, 55], organisationPoints: 50 }]), []);
	assert.deepEqual(of(['workload', 'neutral', 60, { interval: [54, 66], organisationPoints: 50 }]), []);
});

test('little that carries is heavy, much of it is light', () => {
	const sides = (points: number, interval: readonly [number, number]) =>
		of(['support', 'resource', points, { interval, organisationPoints: 60 }]).map(
			(one) => one.kind === 'far' && one.side
		);
	assert.deepEqual(sides(45, [40, 50]), ['heavier']);
	assert.deepEqual(sides(75, [70, 80]), ['lighter']);
});

test('each scale is told once, against its parent where that is clear', () => {
	const both = of(['workload', 'strain', 70, { interval: [64, 76], parentPoints: 60, organisationPoints: 50 }]);
	assert.deepEqual(
		both.map((one) => one.kind === 'far' && one.from),
		['parent']
	);
	const whole = of(['workload', 'strain', 70, { interval: [64, 76], parentPoints: 66, organisationPoints: 50 }]);
	assert.deepEqual(
		whole.map((one) => one.kind === 'far' && one.from),
		['organisation']
	);
});

test('the largest difference stands first, there are at most four, and answers that lie apart are not crowded out', () => {
	const factors = ['workload', 'isolation', 'role-conflict', 'emotional-demands', 'performance-pressure'] as const;
	const scales = factors.map((factor, place) =>
		scaleOf(factor, 'strain', 60 + place, { interval: [55, 80], organisationPoints: 50 })
	);
	const told = surprisesOf({
		result: leafResult({ workload: { value: 40, n: 12 } }),
		scales,
		organisationSpread: new Map([['workload', 20]])
	});
	assert.deepEqual(
		told.map((one) => `${one.kind} ${one.scale.scale}`),
		['far performance-pressure', 'far emotional-demands', 'far role-conflict', 'answers-apart workload']
	);
});

test('answers lie apart only where the shown spread is larger than chance makes it', () => {
	const apart = (cell: { value: number; n: number; bound?: 'at-most' | 'at-least' }, usual: number | null) =>
		surprisesOf({
			result: leafResult({ workload: cell }),
			scales: [scaleOf('workload', 'strain', 60)],
			organisationSpread: usual === null ? none : new Map([['workload', usual]])
		}).length;
	// χ²(0.95; 11) = 19.68: the limit lies at 20 × √(19.68 / 11) = 26.7, and half a step is allowed for.
	assert.equal(apart({ value: 27.5, n: 12 }, 20), 1);
	assert.equal(apart({ value: 27, n: 12 }, 20), 0);
	assert.equal(apart({ value: 27.5, n: 6 }, 20), 0, 'the same spread of fewer answers may be chance');
	assert.equal(apart({ value: 40, n: 12, bound: 'at-most' }, 20), 0);
	assert.equal(apart({ value: 40, n: 12, bound: 'at-least' }, 20), 1);
	assert.equal(apart({ value: 40, n: 12 }, null), 0);
	assert.equal(apart({ value: 40, n: 2 }, 20), 0);
});

test('nothing hidden is ever told', () => {
	fc.assert(
		fc.property(
			fc.double({ min: 0, max: 100, noNaN: true }),
			fc.double({ min: 0, max: 100, noNaN: true }),
			(low, other) => {
				const told = of([
					'workload',
					'strain',
					null,
					{ interval: [low, 100], organisationPoints: other, parentPoints: other }
				]);
				assert.deepEqual(told, []);
			}
		)
	);
});

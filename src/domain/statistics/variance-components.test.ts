import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { oneWayAnova } from './one-way-anova.ts';
import { varianceComponents } from './variance-components.ts';

const grouped = (values: readonly number[], groups: readonly number[], groupCount = Math.max(...groups) + 1) => ({
	values,
	groupIndex: Int32Array.from(groups),
	groupCount
});

function near(value: number, expected: number, tolerance = 1e-9): void {
	assert.ok(
		Math.abs(value - expected) <= tolerance * Math.max(1, Math.abs(expected)),
		`${value} is not ${expected}, by ${Math.abs(value - expected)}`
	);
}

const answers = fc
	.array(fc.record({ group: fc.integer({ min: 0, max: 7 }), value: fc.integer({ min: 0, max: 12 }) }), {
		minLength: 4,
		maxLength: 60
	})
	.map((rows) => ({ values: rows.map(({ value }) => value * 8), groups: rows.map(({ group }) => group) }));

test('three groups of two have the variances worked out by hand', () => {
	const found = varianceComponents(grouped([1, 3, 4, 6, 8, 10], [0, 0, 1, 1, 2, 2]));
	assert.ok(found !== null);
	near(found.within, 2);
	near(found.between, (148 / 6 - 2) / 2);
	near(found.mean, 32 / 6);
	near(found.meanVariance, 148 / 6 / 6);
	assert.deepEqual([found.groups, found.count], [3, 6]);
});

test('groups that differ less than chance have a variance of 0 between them, and all values stand as one sample', () => {
	const found = varianceComponents(grouped([0, 10, 1, 9, 2, 9], [0, 0, 1, 1, 2, 2]));
	assert.ok(found !== null);
	assert.equal(found.between, 0);
	near(found.within, (267 - 31 ** 2 / 6) / 5);
});

test('groups that agree wholly leave nothing inside them', () => {
	const found = varianceComponents(grouped([1, 1, 1, 5, 5, 9], [0, 0, 0, 1, 1, 2]));
	assert.ok(found !== null);
	near(found.between, 16);
	near(found.mean, 5);
	near(found.meanVariance, 16 / 3);
	assert.equal(found.within, 0);
});

test('where nothing varies both variances are 0', () => {
	const found = varianceComponents(grouped([0.1, 0.1, 0.1, 0.1], [0, 0, 1, 1]));
	assert.deepEqual([found?.between, found?.within, found?.mean], [0, 0, 0.1]);
});

test('missing values, respondents in no group and empty groups change nothing', () => {
	assert.deepEqual(
		varianceComponents(grouped([1, 3, NaN, 4, 99, 6, 8, 10], [0, 0, 0, 2, -1, 2, 4, 4], 9)),
		varianceComponents(grouped([1, 3, 4, 6, 8, 10], [0, 0, 1, 1, 2, 2]))
	);
});

test('one group, or groups of one, cannot be taken apart', () => {
	assert.equal(varianceComponents(grouped([1, 2], [0, 0])), null);
	assert.equal(varianceComponents(grouped([1, 2], [0, 1])), null);
});

test('a group out of range or lists that do not fit are the caller’s mistakes', () => {
	assert.throws(() => varianceComponents(grouped([1, 2], [0, 2], 2)), RangeError);
	assert.throws(() => varianceComponents(grouped([1, 2, 3], [0, 1], 2)), RangeError);
});

test('property: in groups of one size the variances are those of the analysis of variance', () => {
	const rows = fc
		.record({ size: fc.integer({ min: 2, max: 6 }), groups: fc.integer({ min: 2, max: 8 }) })
		.chain(({ size, groups }) =>
			fc.record({
				size: fc.constant(size),
				values: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: size * groups, maxLength: size * groups })
			})
		);
	fc.assert(
		fc.property(rows, ({ size, values }) => {
			const input = grouped(
				values,
				values.map((_, index) => Math.floor(index / size))
			);
			const [found, anova] = [varianceComponents(input), oneWayAnova(input)];
			assert.ok(found !== null && anova !== null);
			const between = (anova.betweenMeanSquare - anova.withinMeanSquare) / size;
			near(found.between, Math.max(0, between), 1e-6);
			if (between > 0) near(found.within, anova.withinMeanSquare, 1e-6);
		}),
		{ numRuns: 200 }
	);
});

test('property: the order of respondents and the numbers that groups bear do not matter', () => {
	fc.assert(
		fc.property(answers, fc.integer({ min: 1, max: 6 }), ({ values, groups }, turn) => {
			const found = varianceComponents(grouped(values, groups, 8));
			const turned = varianceComponents(
				grouped(
					values.toReversed(),
					groups.toReversed().map((group) => (group + turn) % 8),
					8
				)
			);
			assert.equal(found === null, turned === null);
			if (found === null || turned === null) return;
			near(turned.between, found.between, 1e-6);
			near(turned.within, found.within, 1e-6);
			near(turned.mean, found.mean, 1e-6);
		})
	);
});

test('property: in another unit the variances are those in the square of it', () => {
	fc.assert(
		fc.property(answers, ({ values, groups }) => {
			const found = varianceComponents(grouped(values, groups, 8));
			const other = varianceComponents(
				grouped(
					values.map((value) => 4 - value / 100),
					groups,
					8
				)
			);
			if (found === null || other === null) return;
			near(10_000 * other.between, found.between, 1e-5);
			near(10_000 * other.within, found.within, 1e-5);
			near(400 - 100 * other.mean, found.mean, 1e-6);
		})
	);
});

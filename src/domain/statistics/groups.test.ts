import assert from 'node:assert/strict';
import { test } from 'node:test';
import { icc1, icc2, oneWayAnova } from './one-way-anova.ts';
import { evenSpreadVariance, withinGroupAgreement } from './within-group-agreement.ts';

const grouped = (values: number[], groups: number[], groupCount = Math.max(...groups) + 1) => ({
	values,
	groupIndex: Int32Array.from(groups),
	groupCount
});

test('the mean squares of three small groups are those worked out by hand', () => {
	const anova = oneWayAnova(grouped([1, 3, 4, 6, 8, 10], [0, 0, 1, 1, 2, 2]));
	assert.ok(anova !== null);
	assert.ok(Math.abs(anova.betweenMeanSquare - 148 / 6) < 1e-12);
	assert.equal(anova.withinMeanSquare, 2);
	assert.equal(anova.groups, 3);
	assert.equal(anova.count, 6);
	assert.ok(Math.abs((icc1(anova) ?? NaN) - (148 / 6 - 2) / (148 / 6 + 2)) < 1e-12);
	assert.ok(Math.abs((icc2(anova) ?? NaN) - (148 / 6 - 2) / (148 / 6)) < 1e-12);
});

test('missing values, respondents in no group and empty groups change nothing', () => {
	assert.deepEqual(
		oneWayAnova(grouped([1, 3, NaN, 4, 99, 6, 8, 10], [0, 0, 0, 2, -1, 2, 4, 4], 9)),
		oneWayAnova(grouped([1, 3, 4, 6, 8, 10], [0, 0, 1, 1, 2, 2]))
	);
});

test('groups that agree wholly have ICC 1, groups that do not differ have an ICC below 0', () => {
	const agreeing = oneWayAnova(grouped([1, 1, 2, 2], [0, 0, 1, 1]));
	assert.ok(agreeing !== null);
	assert.deepEqual([icc1(agreeing), icc2(agreeing)], [1, 1]);
	const alike = oneWayAnova(grouped([1, 2, 1, 2.5], [0, 0, 1, 1]));
	assert.ok(alike !== null && (icc1(alike) ?? 1) < 0 && (icc2(alike) ?? 1) < 0);
});

test('where nothing varies there is no ICC', () => {
	const flat = oneWayAnova(grouped([3, 3, 3, 3], [0, 0, 1, 1]));
	assert.ok(flat !== null);
	assert.deepEqual([icc1(flat), icc2(flat)], [null, null]);
});

test('one group, or groups of one, have no analysis of variance', () => {
	assert.equal(oneWayAnova(grouped([1, 2], [0, 0])), null);
	assert.equal(oneWayAnova(grouped([1, 2], [0, 1])), null);
});

test('a group out of range or lists that do not fit are the caller’s mistakes', () => {
	assert.throws(() => oneWayAnova(grouped([1, 2], [0, 2], 2)), RangeError);
	assert.throws(() => oneWayAnova(grouped([1, 2], [0, -2], 2)), RangeError);
	assert.throws(() => oneWayAnova(grouped([1, 2, 3], [0, 1], 2)), RangeError);
});

const agreement = (rows: number[][], groups: number[], chanceVariance = evenSpreadVariance(5)) => [
	...withinGroupAgreement({
		table: { values: Float64Array.from(rows.flat()), rows: rows.length, columns: rows[0]?.length ?? 0 },
		groupIndex: Int32Array.from(groups),
		groupCount: Math.max(...groups) + 1,
		chanceVariance
	})
];

test('five answers spread evenly have a variance of two', () => {
	assert.equal(evenSpreadVariance(5), 2);
	assert.equal(evenSpreadVariance(2), 0.25);
	for (const categories of [1, 0, NaN]) assert.throws(() => evenSpreadVariance(categories), RangeError);
});

test('a group that gives the same answers agrees fully, one worse than chance not at all', () => {
	assert.deepEqual(
		agreement(
			[
				[2, 4],
				[2, 4],
				[1, 5],
				[5, 1]
			],
			[0, 0, 1, 1]
		),
		[1, 0]
	);
});

test('agreement grows with the number of items, as the formula says', () => {
	assert.deepEqual(agreement([[1], [2]], [0, 0]), [0.75]);
	assert.deepEqual(
		agreement(
			[
				[1, 1],
				[2, 2]
			],
			[0, 0]
		),
		[1.5 / 1.75]
	);
});

test('a respondent with a missing answer, or in no group, does not count; a group of one has no agreement', () => {
	const [first, second] = agreement(
		[
			[1, 1],
			[2, 2],
			[5, NaN],
			[5, 5],
			[3, 3]
		],
		[0, 0, 0, -1, 1]
	);
	assert.equal(first, 1.5 / 1.75);
	assert.ok(Number.isNaN(second));
});

test('the unit does not matter as long as chance is told in it', () => {
	assert.deepEqual(
		agreement(
			[
				[25, 50],
				[50, 75]
			],
			[0, 0],
			2 * 625
		),
		agreement(
			[
				[2, 3],
				[3, 4]
			],
			[0, 0]
		)
	);
});

test('agreement without chance, or lists that do not fit, are the caller’s mistakes', () => {
	assert.throws(() => agreement([[1], [2]], [0, 0], 0), RangeError);
	assert.throws(() => agreement([[1], [2]], [0]), RangeError);
	assert.throws(() => agreement([[1], [2, 3]], [0, 0]), RangeError);
});

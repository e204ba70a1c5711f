import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { areNearlyTheSame, canBeReadBack, rowsOf } from './released-before.ts';

const rows = (lists: readonly (readonly number[])[]) =>
	rowsOf({ answers: Float64Array.from(lists.flat()), respondents: lists.length });
const people = (count: number, seed: number) =>
	Array.from({ length: count }, (_, person) =>
		[0, 1, 2, 3, 4, 5].map((item) => (person * 7 + item * seed + person ** 2) % 5)
	);

const nearly = (one: readonly (readonly number[])[], other: readonly (readonly number[])[], isTelling = true) =>
	areNearlyTheSame({ one: rows(one), other: rows(other), isTelling }, 5);

test('the same answers are known again, in another order, less one person, or with a few more', () => {
	const all = people(18, 3);
	assert.equal(nearly(all, all.toReversed()), true);
	assert.equal(nearly(all, all.slice(1)), true);
	assert.equal(nearly(all, [...all, [1, 1, 1, 1, 1, 1]]), true);
});

test('another round of as many people is another round', () => {
	assert.equal(nearly(people(18, 3), people(18, 1)), false);
});

test('files that share half, or only one ward, of their people are known again', () => {
	const answersOf = (first: number, last: number) =>
		Array.from({ length: last - first }, (_, place) =>
			Array.from(
				{ length: 30 },
				(_, item) =>
					createHash('sha256')
						.update(`${first + place} ${item}`)
						.digest()[0]! % 5
			)
		);
	assert.equal(nearly(answersOf(0, 80), answersOf(40, 120)), true);
	assert.equal(nearly(answersOf(0, 400), answersOf(394, 800)), true, 'six of 400');
	assert.equal(nearly(answersOf(0, 400), answersOf(400, 800)), false);
	// A short one, where the same people give the same answers now and then.
	const short = (first: number, last: number) => answersOf(first, last).map((row) => row.slice(0, 6));
	assert.equal(nearly(short(0, 400), short(200, 600), false), true);
	assert.equal(nearly(short(0, 400), short(360, 760), false), false, 'a tenth could be people who answer alike again');
});

test('few kinds of rows that many people share say nothing', () => {
	const one = Array.from({ length: 200 }, (_, person) => [person % 5]);
	const other = Array.from({ length: 200 }, (_, person) => [person % 4]);
	assert.equal(nearly(one, other, false), false);
});

test('prints are kept only where a row cannot be found by trying all answers', () => {
	const asked = (items: number, options: number) =>
		canBeReadBack({
			formats: [{ id: 'f', minimum: 1, maximum: options, isWhole: true }],
			items: Array.from({ length: items }, (_, item) => ({ id: `q${item}`, format: 'f', isReversed: false }))
		});
	assert.deepEqual([asked(6, 5), asked(15, 5), asked(16, 5)], [true, true, false]);
	assert.deepEqual([asked(39, 1), asked(40, 1)], [true, false], '2⁴⁰ exactly is enough');
});

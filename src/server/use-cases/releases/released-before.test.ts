import assert from 'node:assert/strict';
import { test } from 'node:test';
import { areNearlyTheSame, canBeReadBack, rowsOf } from './released-before.ts';

const rows = (lists: readonly (readonly number[])[]) =>
	rowsOf({ answers: Float64Array.from(lists.flat()), respondents: lists.length });
const people = (count: number, seed: number) =>
	Array.from({ length: count }, (_, person) =>
		[0, 1, 2, 3, 4, 5].map((item) => (person * 7 + item * seed + person ** 2) % 5)
	);

test('the same answers are known again, in another order, less one person, or with a few more', () => {
	const all = people(18, 3);
	assert.equal(areNearlyTheSame(rows(all), rows(all.toReversed()), 5), true);
	assert.equal(areNearlyTheSame(rows(all), rows(all.slice(1)), 5), true);
	assert.equal(areNearlyTheSame(rows(all), rows([...all, [1, 1, 1, 1, 1, 1]]), 5), true);
});

test('another round of as many people is another round', () => {
	assert.equal(areNearlyTheSame(rows(people(18, 3)), rows(people(18, 1)), 5), false);
});

test('few kinds of rows that many people share say nothing', () => {
	const one = Array.from({ length: 200 }, (_, person) => [person % 5]);
	const other = Array.from({ length: 200 }, (_, person) => [person % 4]);
	assert.equal(areNearlyTheSame(rows(one), rows(other), 5), false);
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

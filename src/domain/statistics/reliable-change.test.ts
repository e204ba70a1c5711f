import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { reliableChange } from './reliable-change.ts';

/** The example of Jacobson & Truax 1991, page 14: 47.5 before, 32.5 after, sd 7.5, test-retest .80; the index is 3.16. */
const example = {
	before: 47.5,
	after: 32.5,
	standardDeviation: 7.5,
	reliability: 0.8,
	direction: 'strain' as const
};

test('the fall that Jacobson & Truax call reliable is better on a strain and worse on a resource', () => {
	assert.equal(reliableChange(example), 'better');
	assert.equal(reliableChange({ ...example, direction: 'resource' }), 'worse');
	assert.equal(reliableChange({ ...example, before: 32.5, after: 47.5 }), 'worse');
});

test('the line lies at 1.96 standard errors of a difference', () => {
	const line = 1.96 * 20 * Math.SQRT2 * Math.sqrt(1 - 0.75);
	const from50 = (after: number) =>
		reliableChange({ before: 50, after, standardDeviation: 20, reliability: 0.75, direction: 'resource' });
	assert.ok(Math.abs(line - 27.719) < 0.001);
	assert.deepEqual([from50(50 + line + 0.01), from50(50 + line - 0.01)], ['better', 'unchanged']);
	assert.deepEqual([from50(50 - line - 0.01), from50(50 - line + 0.01)], ['worse', 'unchanged']);
	assert.equal(from50(50), 'unchanged');
});

test('a scale that measures without error counts every difference, and no difference as none', () => {
	assert.equal(reliableChange({ ...example, after: 47.4, reliability: 1 }), 'better');
	assert.equal(reliableChange({ ...example, after: 47.5, reliability: 1 }), 'unchanged');
});

test('without an answer, a spread, a reliability or a good end of the scale nothing can be told', () => {
	for (const missing of [
		{ before: null },
		{ after: null },
		{ standardDeviation: null },
		{ standardDeviation: 0 },
		{ reliability: null },
		{ reliability: 0 },
		{ reliability: -0.2 },
		{ direction: 'neutral' as const }
	])
		assert.equal(reliableChange({ ...example, ...missing }), null);
});

test('a reliability above 1, a spread below 0 or no number is the caller’s mistake', () => {
	for (const wrong of [
		{ reliability: 1.01 },
		{ standardDeviation: -1 },
		{ before: NaN },
		{ after: Infinity },
		{ reliability: NaN }
	])
		assert.throws(() => reliableChange({ ...example, ...wrong }), RangeError);
});

test('property: back is the opposite of there, and the unit does not matter', () => {
	const score = fc.double({ min: 0, max: 100, noNaN: true });
	const opposite = { better: 'worse', unchanged: 'unchanged', worse: 'better' } as const;
	fc.assert(
		fc.property(
			score,
			score,
			fc.double({ min: 1, max: 40, noNaN: true }),
			fc.double({ min: 0.05, max: 0.99, noNaN: true }),
			(before, after, standardDeviation, reliability) => {
				const there = reliableChange({ before, after, standardDeviation, reliability, direction: 'strain' });
				assert.ok(there !== null);
				assert.equal(
					reliableChange({ before: after, after: before, standardDeviation, reliability, direction: 'strain' }),
					opposite[there]
				);
				assert.equal(
					reliableChange({
						before: 2 * before,
						after: 2 * after,
						standardDeviation: 2 * standardDeviation,
						reliability,
						direction: 'strain'
					}),
					there
				);
			}
		)
	);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cutoffOf, dueAt, parseMonths } from './retention.ts';

test('a month back from the last day of March is the last day of February', () => {
	assert.equal(cutoffOf(new Date('2027-03-31T12:00:00Z'), 1).toISOString(), '2027-02-28T12:00:00.000Z');
	assert.equal(cutoffOf(new Date('2028-03-31T12:00:00Z'), 1).toISOString(), '2028-02-29T12:00:00.000Z');
	assert.equal(cutoffOf(new Date('2027-03-01T00:00:00Z'), 24).toISOString(), '2025-03-01T00:00:00.000Z');
});

test('what is due is beyond the cutoff on that day and not a day earlier, whatever the month', () => {
	const day = 86_400_000;
	const moments = fc.date({ min: new Date('2020-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
	fc.assert(
		fc.property(moments, fc.integer({ min: 1, max: 120 }), (since, months) => {
			const due = dueAt(since, months);
			assert.ok(cutoffOf(due, months).getTime() >= since.getTime());
			assert.ok(cutoffOf(new Date(due.getTime() - 4 * day), months).getTime() < since.getTime());
		})
	);
});

test('months are whole numbers from 1 to 120, and empty means for good', () => {
	assert.deepEqual(['', ' 24 ', '0', '121', '1.5', 'x', '-3'].map(parseMonths), [
		null,
		24,
		undefined,
		undefined,
		undefined,
		undefined,
		undefined
	]);
	assert.throws(() => cutoffOf(new Date(), 0), RangeError);
});

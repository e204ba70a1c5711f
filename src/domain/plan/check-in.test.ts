import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkInReason, daysBetween } from './check-in.ts';

const step = { dueOn: '2026-03-10', doneAt: null };
const reasonOn = (today: string) => checkInReason(step, { today, decidedOn: '2026-02-01' });

test('an owner is asked shortly before a step is due and when it is late, and otherwise left in peace', () => {
	const expected: readonly (readonly [string, string | null])[] = [
		['2026-03-04', null],
		['2026-03-05', 'soon'],
		['2026-03-10', 'soon'],
		['2026-03-11', null],
		['2026-03-12', 'late'],
		['2026-04-09', 'late'],
		['2026-04-10', null]
	];
	for (const [today, reason] of expected) assert.equal(reasonOn(today), reason, today);
});

test('a step that is done is not asked about, and nobody is asked on the day of the decision', () => {
	const days = { today: '2026-03-09', decidedOn: '2026-02-01' };
	assert.equal(checkInReason({ ...step, doneAt: new Date('2026-03-01T00:00:00Z') }, days), null);
	assert.equal(checkInReason(step, { today: '2026-03-09', decidedOn: '2026-03-09' }), null);
	assert.equal(checkInReason(step, { today: '2026-03-09', decidedOn: '2026-03-08' }), 'soon');
});

test('days are counted by the calendar, over the change to summer time', () => {
	assert.equal(daysBetween('2026-03-28', '2026-03-30'), 2);
	assert.equal(daysBetween('2026-03-30', '2026-03-28'), -2);
	assert.throws(() => daysBetween('soon', '2026-03-28'), RangeError);
});

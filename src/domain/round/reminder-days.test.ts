import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, daysBetween } from '#domain/calendar/danish-time.ts';
import { isDayOff } from '#domain/calendar/days-off.ts';
import { areReminderDays, dueReminderDay, proposedReminderDays } from './reminder-days.ts';

test('a round of two weeks reminds half way and two days before its last day', () => {
	assert.deepEqual(proposedReminderDays({ opensOn: '2026-03-02', closesOn: '2026-03-18' }), [
		'2026-03-10',
		'2026-03-16'
	]);
});

test('a reminder that would fall on a weekend or a holiday comes before it', () => {
	assert.deepEqual(proposedReminderDays({ opensOn: '2026-03-23', closesOn: '2026-04-07' }), [
		'2026-03-30',
		'2026-04-01'
	]);
});

test('a short round has one reminder or none', () => {
	assert.deepEqual(proposedReminderDays({ opensOn: '2026-03-02', closesOn: '2026-03-06' }), ['2026-03-04']);
	assert.deepEqual(proposedReminderDays({ opensOn: '2026-03-02', closesOn: '2026-03-04' }), []);
	assert.deepEqual(proposedReminderDays({ opensOn: '2026-03-02', closesOn: '2026-03-02' }), []);
});

test('whatever is proposed may be chosen, lies on working days, and leaves two days between', () => {
	const days = fc.integer({ min: 0, max: 4000 }).map((offset) => addDays('2024-01-01', offset));
	fc.assert(
		fc.property(days, fc.integer({ min: 0, max: 90 }), (opensOn, length) => {
			const period = { opensOn, closesOn: addDays(opensOn, length) };
			const proposed = proposedReminderDays(period);
			assert.ok(areReminderDays(proposed, period));
			assert.ok(proposed.every((day) => !isDayOff(day)));
			const all = [opensOn, ...proposed, period.closesOn];
			if (proposed.length > 0)
				assert.ok(all.every((day, index) => index === 0 || daysBetween(all[index - 1] ?? day, day) >= 2));
		})
	);
});

test('days outside the round, out of order, twice, or too many are not taken', () => {
	const period = { opensOn: '2026-03-02', closesOn: '2026-03-16' };
	const isTaken = (...days: string[]) => areReminderDays(days, period);
	assert.ok(isTaken());
	assert.ok(isTaken('2026-03-03', '2026-03-16'));
	assert.equal(isTaken('2026-03-02'), false);
	assert.equal(isTaken('2026-03-17'), false);
	assert.equal(isTaken('2026-03-05', '2026-03-04'), false);
	assert.equal(isTaken('2026-03-05', '2026-03-05'), false);
	assert.equal(isTaken('2026-03-04', '2026-03-05', '2026-03-06', '2026-03-09'), false);
});

test('a reminder is due once, also where several days passed or the clock is set back', () => {
	const days = ['2026-03-10', '2026-03-16'];
	assert.equal(dueReminderDay(days, { today: '2026-03-09', remindedThrough: null }), null);
	assert.equal(dueReminderDay(days, { today: '2026-03-11', remindedThrough: null }), '2026-03-10');
	assert.equal(dueReminderDay(days, { today: '2026-03-17', remindedThrough: null }), '2026-03-16');
	assert.equal(dueReminderDay(days, { today: '2026-03-11', remindedThrough: '2026-03-10' }), null);
	assert.equal(dueReminderDay(days, { today: '2026-03-11', remindedThrough: '2026-03-16' }), null);
});

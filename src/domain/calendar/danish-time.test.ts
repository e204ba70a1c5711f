import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayOf, hourOf, momentOf, wallTimeOf } from './danish-time.ts';

test('a day and a time are what the clock in Denmark shows, in winter and in summer', () => {
	assert.equal(momentOf({ day: '2026-12-10', time: '13:30' })?.toISOString(), '2026-12-10T12:30:00.000Z');
	assert.equal(momentOf({ day: '2026-07-10', time: '13:30' })?.toISOString(), '2026-07-10T11:30:00.000Z');
	assert.equal(momentOf({ day: '2026-07-10', time: '00:15' })?.toISOString(), '2026-07-09T22:15:00.000Z');
});

test('the hour that is skipped in March is none, and of the one that comes twice in October it is the first', () => {
	assert.equal(momentOf({ day: '2026-03-29', time: '02:30' }), null);
	assert.equal(momentOf({ day: '2026-03-29', time: '03:00' })?.toISOString(), '2026-03-29T01:00:00.000Z');
	assert.equal(momentOf({ day: '2026-10-25', time: '02:30' })?.toISOString(), '2026-10-25T00:30:00.000Z');
});

test('what is no day or no time is none', () => {
	for (const [day, time] of [
		['2026-02-30', '10:00'],
		['', ''],
		['2026-05-01', '24:00'],
		['2026-05-01', '9:00'],
		['01-05-2026', '09:00']
	] as const)
		assert.equal(momentOf({ day, time }), null, `${day} ${time}`);
});

test('what a clock shows leads back to the moment, but in the hour that comes twice', () => {
	const minutes = fc.integer({ min: 0, max: 5 * 365 * 24 * 60 });
	fc.assert(
		fc.property(minutes, (count) => {
			const moment = new Date(Date.UTC(2026, 0, 1) + count * 60_000);
			const back = momentOf(wallTimeOf(moment));
			const away = moment.getTime() - (back?.getTime() ?? 0);
			assert.ok(away === 0 || away === 3_600_000, moment.toISOString());
		})
	);
});

test('the day and the hour are those in Denmark, whatever the day elsewhere', () => {
	const july = new Date('2026-06-30T22:30:00Z');
	assert.deepEqual([dayOf(july), hourOf(july)], ['2026-07-01', 0]);
	const december = new Date('2026-12-31T22:59:00Z');
	assert.deepEqual([dayOf(december), hourOf(december)], ['2026-12-31', 23]);
});

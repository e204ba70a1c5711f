import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { easterSunday, isDayOff } from './days-off.ts';
import { quietUntil } from './quiet-hours.ts';

const hours = { from: 20, to: 7 };
const untilAfter = (moment: string) => quietUntil(hours, new Date(moment))?.toISOString() ?? null;

test('a working day between seven and twenty is not quiet', () => {
	assert.equal(untilAfter('2026-03-02T06:00:00Z'), null);
	assert.equal(untilAfter('2026-03-02T18:59:59Z'), null);
	assert.equal(quietUntil(null, new Date('2026-03-01T02:00:00Z')), null);
});

test('an evening is quiet until seven, a Friday evening until Monday', () => {
	assert.equal(untilAfter('2026-03-02T19:00:00Z'), '2026-03-03T06:00:00.000Z');
	assert.equal(untilAfter('2026-03-03T05:59:00Z'), '2026-03-03T06:00:00.000Z');
	assert.equal(untilAfter('2026-03-06T19:00:00Z'), '2026-03-09T06:00:00.000Z');
	assert.equal(untilAfter('2026-03-07T11:00:00Z'), '2026-03-09T06:00:00.000Z');
});

test('Easter and Christmas are quiet to the end', () => {
	assert.equal(untilAfter('2026-04-01T18:00:00Z'), '2026-04-07T05:00:00.000Z');
	assert.equal(untilAfter('2026-12-24T08:00:00Z'), '2026-12-28T06:00:00.000Z');
});

test('the nights when the clock is set end at seven on the wall', () => {
	assert.equal(untilAfter('2026-03-27T20:00:00Z'), '2026-03-30T05:00:00.000Z');
	assert.equal(untilAfter('2026-10-23T20:00:00Z'), '2026-10-26T06:00:00.000Z');
});

test('hours in the middle of the day are possible, too', () => {
	const midday = { from: 12, to: 13 };
	assert.equal(quietUntil(midday, new Date('2026-03-02T11:30:00Z'))?.toISOString(), '2026-03-02T12:00:00.000Z');
	assert.equal(quietUntil(midday, new Date('2026-03-07T11:30:00Z'))?.toISOString(), '2026-03-08T23:00:00.000Z');
	assert.equal(quietUntil(midday, new Date('2026-03-02T10:59:00Z')), null);
});

test('when quiet ends it is not quiet, it ends later, and everything before is quiet', () => {
	const moments = fc.date({ min: new Date('2024-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
	const anyHours = fc
		.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 23 }))
		.filter(([from, to]) => from !== to)
		.map(([from, to]) => ({ from, to }));
	fc.assert(
		fc.property(moments, anyHours, fc.double({ min: 0, max: 0.999, noNaN: true }), (moment, own, share) => {
			const until = quietUntil(own, moment);
			if (until === null) return;
			assert.ok(until > moment);
			assert.equal(quietUntil(own, until), null);
			const between = new Date(moment.getTime() + share * (until.getTime() - moment.getTime()));
			assert.deepEqual(quietUntil(own, between), until);
		})
	);
});

test('Easter is where the tables have it, and store bededag is a working day', () => {
	const known = ['2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2028-04-16', '2038-04-25', '2285-03-22'];
	for (const day of known) assert.equal(easterSunday(Number(day.slice(0, 4))), day);
	for (const day of ['2026-04-02', '2026-04-06', '2026-05-14', '2026-05-25', '2026-06-05'])
		assert.ok(isDayOff(day), day);
	for (const day of ['2026-05-01', '2026-04-01', '2026-04-07']) assert.equal(isDayOff(day), false, day);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
	announcementBetween,
	elapsedMilliseconds,
	goToStep,
	pauseClock,
	readClock,
	readKept,
	startClock,
	stoppedClock
} from './meeting-clock.ts';

const minute = 60_000;

test('a clock that is paused and goes on has run as long as it was seen to run', () => {
	const paused = pauseClock(startClock(stoppedClock, 1000), 1000 + 2 * minute);
	assert.equal(elapsedMilliseconds(paused, 99 * minute), 2 * minute);
	const goesOn = startClock(paused, 50 * minute);
	assert.equal(elapsedMilliseconds(goesOn, 51 * minute), 3 * minute);
	assert.deepEqual(startClock(goesOn, 60 * minute), goesOn, 'starting twice changes nothing');
});

test('another step begins with its whole time, and the clock runs on only if it ran', () => {
	const running = startClock(stoppedClock, 0);
	assert.deepEqual(goToStep(running, 1, 8, 7 * minute), { step: 1, ranMilliseconds: 0, runsSince: 7 * minute });
	assert.equal(goToStep(stoppedClock, 3, 8, 5).runsSince, null);
	assert.equal(goToStep(running, 8, 8, 5).step, 7);
	assert.equal(goToStep(running, -1, 8, 5).step, 0);
});

test('time is read as minutes and seconds', () => {
	assert.deepEqual([5 * minute, 65_001, 1, 0, -90_000].map(readClock), ['5:00', '1:06', '0:01', '0:00', '1:30']);
});

test('a minute before the end and the end are each said once, however seldom the clock is looked at', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 1, max: 30_000 }), { minLength: 40, maxLength: 60 }), (looks) => {
			const step = 5 * minute;
			let before = 0;
			const said = looks.flatMap((look) => {
				const announcement = announcementBetween(before, before + look, step);
				before += look;
				return announcement ?? [];
			});
			assert.equal(said.filter((one) => one === 'time-up').length, before >= step ? 1 : 0);
			assert.equal(said.filter((one) => one === 'one-left').length, before >= step - minute ? 1 : 0);
		})
	);
	assert.equal(announcementBetween(0, 10 * minute, 5 * minute), 'time-up');
	assert.equal(announcementBetween(0, 1000, minute), null, 'a step of a minute begins without "a minute left"');
});

test('a kept clock is read back, and anything else is a stopped one', () => {
	const clock = { step: 2, ranMilliseconds: 400, runsSince: 7 };
	assert.deepEqual(readKept(JSON.stringify(clock), 8), clock);
	for (const odd of [null, '', '{', '[]', '{"step":9,"ranMilliseconds":0}', '{"step":1,"ranMilliseconds":-1}', '"x"'])
		assert.deepEqual(readKept(odd, 8), stoppedClock, String(odd));
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seasonBefore, seasonOf } from './season.ts';

test('a day lies in a season, and December in the winter of its own year', () => {
	assert.deepEqual(seasonOf('2026-11-30'), { season: 'autumn', year: 2026 });
	assert.deepEqual(seasonOf('2026-12-01'), { season: 'winter', year: 2026 });
	assert.deepEqual(seasonOf('2027-02-28'), { season: 'winter', year: 2027 });
	assert.deepEqual(seasonOf('2027-03-01'), { season: 'spring', year: 2027 });
	assert.deepEqual(seasonOf('2027-08-31'), { season: 'summer', year: 2027 });
});

test('a round ten weeks ago never has the season of the one that is open, on any day of the year', () => {
	for (let index = 0; index < 366; index++) {
		const now = new Date(Date.UTC(2028, 0, 1 + index)).toISOString().slice(0, 10);
		const then = new Date(Date.UTC(2028, 0, 1 + index - 70)).toISOString().slice(0, 10);
		const open = seasonOf(now);
		const closed = seasonBefore(then, open);
		assert.notEqual(closed.season, open.season, `${then} and ${now}`);
		assert.ok(closed.year === open.year || closed.year === open.year - 1, `${then} and ${now}`);
	}
});

test('where both lie in one season, the earlier has the season before', () => {
	assert.deepEqual(seasonBefore('2026-09-10', { season: 'autumn', year: 2026 }), { season: 'summer', year: 2026 });
	assert.deepEqual(seasonBefore('2026-12-05', { season: 'winter', year: 2027 }), { season: 'autumn', year: 2026 });
	assert.deepEqual(seasonBefore('2027-01-02', { season: 'winter', year: 2027 }), { season: 'autumn', year: 2026 });
});

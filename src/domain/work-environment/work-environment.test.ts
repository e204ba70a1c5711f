import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assessmentClock, monthsLater } from './assessment-clock.ts';
import { entriesThatHold, readLog, type Participation } from './participation-log.ts';
import { daysIn, offQuarter } from './absence-period.ts';
import { isHighest, isLowest, roundedDays } from './rounded-days.ts';
import { seriousnessOf } from './seriousness.ts';
import { isFieldOf, missingBeforeFinal, partOf } from './workplace-assessment.ts';

test('the next assessment is due three years after the last, and is announced half a year before', () => {
	const at = (today: string) => assessmentClock({ lastOn: '2024-03-15', today });
	assert.deepEqual(at('2026-03-15'), {
		kind: 'in-time',
		lastOn: '2024-03-15',
		latestOn: '2027-03-15',
		warnFrom: '2026-09-15',
		daysLeft: 365
	});
	assert.equal(at('2026-09-14').kind, 'in-time');
	assert.equal(at('2026-09-15').kind, 'soon');
	assert.equal(at('2027-03-15').kind, 'soon');
	assert.equal(at('2027-03-16').kind, 'overdue');
	assert.equal(assessmentClock({ lastOn: null, today: '2026-01-01' }).kind, 'never');
});

test('days are moved within the month', () => {
	assert.equal(monthsLater('2024-02-29', 36), '2027-02-28');
	assert.equal(monthsLater('2024-08-31', -6), '2024-02-29');
	assert.equal(monthsLater('2024-12-31', 2), '2025-02-28');
	assert.throws(() => monthsLater('31.12.2024', 1), RangeError);
});

test('absence is kept to the half day, and never as nothing at all or as all the time', () => {
	assert.equal(roundedDays(61, 10, 90), 6);
	assert.equal(roundedDays(63, 10, 90), 6.5);
	assert.equal(roundedDays(0, 8, 90), 0.5);
	assert.ok(isLowest(roundedDays(1, 40, 90)) && !isLowest(roundedDays(8, 8, 90)));
	// All working days, and all days, of a quarter of 90 days look alike.
	assert.deepEqual([roundedDays(5 * 61, 5, 90), roundedDays(5 * 90, 5, 90)], [54, 54]);
	assert.ok(isHighest(54, 90) && !isHighest(53.5, 90));
	assert.equal(roundedDays(9999, 5, 365), 219);
	assert.throws(() => roundedDays(-1, 5, 90), RangeError);
	assert.throws(() => roundedDays(1, 0, 90), RangeError);
	assert.throws(() => roundedDays(1, 5, 0), RangeError);
});

test('periods of absence begin and end with a calendar quarter', () => {
	assert.equal(offQuarter({ from: '2025-01-01', to: '2025-12-31' }), null);
	assert.equal(offQuarter({ from: '2025-07-01', to: '2026-06-30' }), null);
	assert.equal(offQuarter({ from: '2025-04-01', to: '2025-06-30' }), null);
	assert.equal(offQuarter({ from: '2025-01-01', to: '2025-01-01' }), 'to');
	assert.equal(offQuarter({ from: '2025-02-01', to: '2025-04-30' }), 'from');
	assert.deepEqual(
		[daysIn({ from: '2025-01-01', to: '2025-03-31' }), daysIn({ from: '2024-01-01', to: '2024-12-31' })],
		[90, 366]
	);
	assert.throws(() => daysIn({ from: '2025-02-01', to: '2025-01-01' }), RangeError);
});

const figure = { direction: 'strain', interval: null, organisationPoints: 50, bound: null } as const;

test('seriousness follows the stated rule, for strains and for resources', () => {
	assert.equal(seriousnessOf({ ...figure, points: 70, interval: [63, 77] }, null), 'serious');
	assert.equal(seriousnessOf({ ...figure, points: 70, interval: [60, 80] }, null), 'considerable');
	assert.equal(seriousnessOf({ ...figure, points: 55 }, 0.5), 'serious');
	assert.equal(seriousnessOf({ ...figure, points: 45 }, 0.35), 'considerable');
	assert.equal(seriousnessOf({ ...figure, points: 51 }, null), 'watch');
	assert.equal(seriousnessOf({ ...figure, points: 48, organisationPoints: 30, interval: [40, 56] }, null), 'watch');
	assert.equal(seriousnessOf({ ...figure, points: 40 }, 0.1), 'low');
	assert.equal(seriousnessOf({ ...figure, points: null }, null), 'cannot-tell');
	const resource = { ...figure, direction: 'resource' } as const;
	assert.equal(seriousnessOf({ ...resource, points: 30, interval: [25, 37] }, null), 'serious');
	assert.equal(seriousnessOf({ ...resource, points: 37 }, null), 'considerable');
	assert.equal(seriousnessOf({ ...resource, points: 70 }, null), 'low');
	assert.equal(seriousnessOf({ ...figure, direction: 'neutral', points: 70 }, null), 'cannot-tell');
});

test('each element must say something before an assessment is finalised', () => {
	const empty = { mapping: {}, absence: {}, 'action-plan': {}, 'follow-up': {} };
	assert.equal(missingBeforeFinal(empty, 0).length, 7);
	assert.equal(missingBeforeFinal(empty, 0).at(-1)?.part, 'participation');
	const full = {
		mapping: { conclusion: 'x' },
		absence: { assessment: 'x' },
		'action-plan': { priority: 'x' },
		'follow-up': { who: 'x', when: ' ', late: 'x' }
	};
	assert.deepEqual(missingBeforeFinal(full, 2), [{ part: 'follow-up', field: 'when' }]);
	assert.ok(
		isFieldOf('mapping', 'factor:strain-1', ['strain-1']) && !isFieldOf('mapping', 'factor:other', ['strain-1'])
	);
	assert.ok(!isFieldOf('absence', 'factor:strain-1', ['strain-1']));
	assert.equal(partOf('elsewhere'), null);
});

test('a correction stands beside what it corrects, and only the later holds', () => {
	const entry = (id: string, more: Partial<Participation>): Participation => ({
		id,
		heldOn: '2026-02-01',
		what: id,
		who: 'AMR',
		writtenAt: new Date('2026-02-02'),
		writtenBy: 'a',
		corrects: null,
		...more
	});
	const log = [
		entry('second', { heldOn: '2026-03-01' }),
		entry('mend', { corrects: 'first', writtenAt: new Date('2026-02-05') }),
		entry('first', {})
	];
	assert.deepEqual(
		readLog(log).map(({ id, correctedBy }) => [id, correctedBy?.id ?? null]),
		[
			['first', 'mend'],
			['mend', null],
			['second', null]
		]
	);
	assert.deepEqual(
		entriesThatHold(log).map(({ id }) => id),
		['mend', 'second']
	);
});

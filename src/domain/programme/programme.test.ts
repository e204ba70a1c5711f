import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRelease } from '#domain/disclosure/read-release.ts';
import type { ReleasedCell, ReleasedGroup } from '#domain/disclosure/release.ts';
import type { Instrument } from '#domain/instrument/instrument.ts';
import { mapRisks } from '#domain/work-environment/map-risks.ts';
import { countSteps, onlyIndividualPlans } from './programme-facts.ts';
import { sharedCauses } from './shared-causes.ts';
import { spanAndWorkload, spanTicks } from './span-and-workload.ts';
import { trendOf } from './trend.ts';

const instrument: Instrument = {
	id: 'made-up',
	version: 1,
	name: { da: 'Opdigtet', en: 'Made up' },
	validation: { da: '-', en: '-' },
	licence: '-',
	formats: [],
	items: [],
	missingCodes: [],
	pages: [],
	scales: [
		...(['workload', 'support', 'other'] as const).map((id) => ({
			id,
			name: { da: id, en: id },
			items: [],
			direction: id === 'support' ? ('resource' as const) : ('strain' as const),
			factor: id === 'other' ? null : id,
			outcome: id === 'other' ? 'stress' : null,
			metric: 'points' as const
		}))
	]
};
const factors = ['workload', 'support'] as const;

function meanCell(scale: string, value: number, n: number, more: Partial<ReleasedCell> = {}): ReleasedCell {
	return { scale, statistic: 'mean', n, value, step: 1, ...more };
}

/** A whole of 200 and leaves of 10 with the given means of workload; support is the mirror image. */
function releaseOf(means: readonly (number | null)[], round = 'r') {
	const whole: ReleasedGroup = {
		...{
			id: 'whole',
			name: 'Hospitalet',
			path: ['Hospitalet'],
			pools: [],
			invited: 250,
			responses: 200,
			kind: 'union'
		},
		...{ parent: null, units: [], reportingGroups: [], withheld: [] },
		cells: [
			...['workload', 'support', 'other'].flatMap((scale): ReleasedCell[] => [
				meanCell(scale, 50, 200),
				{ scale, statistic: 'sd', n: 200, value: 20, step: 1 },
				{ scale, statistic: 'icc1', n: 200, value: 0.3, step: 0.01 }
			])
		]
	};
	const leaves = means.map((mean, place): ReleasedGroup => ({
		...{
			id: `leaf-${place}`,
			name: `Afdeling ${place}`,
			path: ['Hospitalet'],
			pools: [],
			invited: null,
			responses: 10
		},
		...{ kind: 'leaf', parent: 'whole', units: [], reportingGroups: [`g-${place}`], withheld: [] },
		cells: mean === null ? [] : [meanCell('workload', mean, 10), meanCell('support', 100 - mean, 10)]
	}));
	const scales = ['workload', 'support', 'other'].map((id) => ({ id, minimum: 0, maximum: 100 }));
	const read = readRelease({ engine: 'test', round, k: 5, scales, groups: [whole, ...leaves] });
	if (read.kind === 'faulty') throw new Error(`${read.where}: ${read.problem}`);
	return read.release;
}

test('a cause is counted in the groups where it weighs clearly, and where nothing can be told it is not counted', () => {
	const release = releaseOf([90, 85, 88, 50, 52, 20, null]);
	const causes = sharedCauses({ release, instrument, factors });
	assert.deepEqual(
		causes.map(({ factor, clear, told, groups }) => [factor, clear, told, groups]),
		[
			['workload', 3, 6, 7],
			['support', 3, 6, 7]
		]
	);
	const [none] = sharedCauses({ release: releaseOf([50, 50]), instrument, factors });
	assert.deepEqual([none?.clear, none?.told], [0, 2]);
});

test('span and workload: a link is found where there is one, and too few groups cannot tell', () => {
	const spanOf = (place: number) => 5 + place * 2;
	const link = (count: number, meanOf: (place: number) => number) =>
		spanAndWorkload({
			release: releaseOf(Array.from({ length: count }, (_, place) => meanOf(place))),
			scale: 'workload',
			spans: new Map(Array.from({ length: count }, (_, place) => [`g-${place}`, [spanOf(place), spanOf(place)]]))
		});
	const wave = (place: number) => (place * 37) % 11;
	const more = link(20, (place) => 30 + 2 * place + wave(place));
	assert.equal(more.verdict.kind, 'more-with-larger');
	assert.equal(link(20, (place) => 80 - 2 * place + wave(place)).verdict.kind, 'less-with-larger');
	assert.equal(link(20, (place) => 40 + 3 * wave(place)).verdict.kind, 'no-clear-link');
	assert.deepEqual(link(9, (place) => 30 + 2 * place).verdict, { kind: 'cannot-tell', groups: 9 });
	assert.deepEqual(link(20, () => 50).verdict, { kind: 'cannot-tell', groups: 20 });
	assert.deepEqual(
		more.points.map((point) => point.span),
		more.points.map((point) => point.span).toSorted((a, b) => b - a)
	);
});

test('the interval is Fisher’s: r = 0.5 of 28 groups goes from 0.16 to 0.74', () => {
	// z = 0.5493, ± 1.96/5.
	const count = 28;
	const across = Array.from({ length: count }, (_, place) => Math.cos((2 * Math.PI * place) / count));
	const up = Array.from({ length: count }, (_, place) => Math.cos((2 * Math.PI * place) / count - Math.PI / 3));
	const { verdict } = spanAndWorkload({
		release: releaseOf(up.map((value) => 50 + 30 * value)),
		scale: 'workload',
		spans: new Map(across.map((value, place) => [`g-${place}`, [20 + 10 * value]]))
	});
	assert.ok(verdict.kind === 'more-with-larger');
	assert.ok(Math.abs(verdict.correlation - 0.5) < 1e-9);
	assert.ok(Math.abs(verdict.low - 0.1559) < 1e-3 && Math.abs(verdict.high - 0.7355) < 1e-3, JSON.stringify(verdict));
});

test('the axis of spans ends beyond the largest, at whole tens', () => {
	assert.deepEqual(spanTicks([{ span: 24 }, { span: 3 }]), [0, 10, 20, 30]);
	assert.deepEqual(spanTicks([{ span: 4 }]), [0, 5, 10]);
	assert.deepEqual(spanTicks([{ span: 70 }]), [0, 20, 40, 60, 80]);
});

test('a group is left out whose span is known of fewer than half, or whose figure is a limit or hidden', () => {
	const release = releaseOf([60, 60, null]);
	const bounded = readRelease({
		...release,
		groups: release.groups.map((group) =>
			group.id === 'leaf-0' ? { ...group, cells: [meanCell('workload', 60, 10, { bound: 'at-least' })] } : group
		)
	});
	assert.ok(bounded.kind === 'release');
	const spans = new Map([
		['g-0', [10]],
		['g-1', [10, null, null]],
		['g-2', [10]]
	]);
	const { points, leftOut } = spanAndWorkload({ release: bounded.release, scale: 'workload', spans });
	assert.deepEqual([points.length, leftOut], [0, 3]);
	const told = spanAndWorkload({ release, scale: 'workload', spans: new Map([['g-1', [10, 20, null]]]) });
	assert.deepEqual([told.points[0]?.span, told.points[0]?.leaders], [15, 2]);
	assert.equal(spanAndWorkload({ release, scale: 'unknown', spans }).verdict.kind, 'cannot-tell');
});

test('the trend holds rounds of the same questionnaire and organisation, the oldest first', () => {
	const round = (id: string, day: string, more: object = {}) => ({
		...{ id, name: id, releasedAt: new Date(day), release: releaseOf([50], id), instrument },
		...more
	});
	const trend = trendOf(
		[
			round('new', '2026-05-01'),
			round('old', '2025-05-01'),
			round('another', '2025-11-01', { instrument: { ...instrument, id: 'another' } })
		],
		factors
	);
	assert.deepEqual(
		trend.rounds.map(({ id }) => id),
		['old', 'new']
	);
	assert.deepEqual(trend.rows[0], { factor: 'workload', direction: 'strain', points: [50, 50] });
	assert.equal(trend.rows.length, 2);
	assert.deepEqual(trendOf([], factors), { rounds: [], rows: [] });
	const named = (id: string, unit: string) => {
		const release = releaseOf([50], id);
		const [whole, ...rest] = release.groups;
		return { release: { ...release, groups: whole === undefined ? [] : [{ ...whole, id, units: [unit] }, ...rest] } };
	};
	const renamed = trendOf(
		[
			round('new', '2026-05-01', named('u:leaders-2', 'hospital')),
			round('old', '2025-05-01', named('u:leaders', 'hospital')),
			round('part', '2025-11-01', named('v:leaders', 'ward'))
		],
		factors
	);
	assert.deepEqual(
		renamed.rounds.map(({ id }) => id),
		['old', 'new'],
		'one group only, and called otherwise'
	);
});

test('risks are mapped with where they weigh, the most serious first', () => {
	const risks = mapRisks({ release: releaseOf([90, 88, 40]), instrument, factors });
	assert.deepEqual(
		risks.map(({ factor, heavyIn }) => [factor, heavyIn.map(({ group }) => group.id)]),
		[
			['workload', ['leaf-0', 'leaf-1']],
			['support', ['leaf-0', 'leaf-1']]
		]
	);
});

test('steps are counted by level and state, and plans for the single leader alone are flagged while they are open', () => {
	const plan = (status: string, hasOnlyIndividualSteps: boolean) => ({
		...{ id: status, title: status, groupName: 'g', status, hasOnlyIndividualSteps },
		steps: [
			{ level: 'individual' as const, state: 'open' as const },
			{ level: 'organisation' as const, state: 'late' as const }
		]
	});
	const plans = [plan('under-way', true), plan('done', true), plan('ended', true), plan('late', false)];
	assert.deepEqual(
		onlyIndividualPlans(plans).map(({ id }) => id),
		['under-way']
	);
	assert.deepEqual(countSteps(plans)[0], { level: 'organisation', done: 0, open: 0, late: 4 });
});

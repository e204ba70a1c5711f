import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { groupEstimate } from './group-estimate.ts';
import { groupResult } from './group-result.ts';
import type { Publishable } from './publishable.ts';
import { readRelease } from './read-release.ts';
import type { CellStatistic, Release, ReleasedCell } from './release.ts';
import { scaleMeanings } from './scale-meanings.ts';

const points = { minimum: 0, maximum: 100 };
const cell = (
	statistic: CellStatistic,
	value: number,
	n: number,
	step = 1,
	more: Partial<ReleasedCell> = {}
): ReleasedCell => ({
	scale: 'load',
	statistic,
	n,
	value,
	step,
	...more
});
const given = {
	scale: points,
	mean: cell('mean', 70, 6),
	parentMean: cell('mean', 54, 60),
	organisationSd: cell('sd', 20, 500),
	organisationIcc1: cell('icc1', 0.1, 500, 0.01)
};

function near(value: number | undefined, expected: number): void {
	assert.ok(value !== undefined && Math.abs(value - expected) < 1e-9, `${value} is not ${expected}`);
}

test('six answers in a round where a tenth of the spread lies between groups weigh 40 %', () => {
	const found = groupEstimate(given);
	near(found?.weightOfGroup, 0.4);
	near(found?.value, 54 + 0.4 * 16);
	// τ² 40, σ² 360: τ²(1 − λ) = 24; the parent's mean of ten such groups is off by (40 + 60) / 10 = 10, times 0.6².
	near((found?.high ?? 0) - (found?.low ?? 0), 2 * 1.959963984540054 * Math.sqrt(24 + 0.36 * 10));
});

test('there is no estimate of a limit, towards a limit, or without a figure that it rests on', () => {
	for (const missing of [
		{ mean: null },
		{ parentMean: null },
		{ organisationSd: null },
		{ organisationIcc1: null },
		{ mean: { ...given.mean, bound: 'at-most' as const } },
		{ parentMean: { ...given.parentMean, bound: 'at-least' as const } },
		{ organisationSd: { ...given.organisationSd, value: 0 } }
	])
		assert.equal(groupEstimate({ ...given, ...missing }), null);
});

test('where groups do not differ, the own answers still weigh a little, and the interval is not none', () => {
	for (const value of [0, -0.03]) {
		const found = groupEstimate({ ...given, organisationIcc1: cell('icc1', value, 500, 0.01) });
		assert.ok(found !== null && found.weightOfGroup > 0.02 && found.weightOfGroup < 0.04);
		assert.ok(found.high - found.low > 4);
	}
});

test('where groups are wholly of one mind, the estimate is the mean', () => {
	const found = groupEstimate({ ...given, organisationIcc1: cell('icc1', 1, 500, 0.01) });
	assert.deepEqual(found, { value: 70, low: 70, high: 70, weightOfGroup: 1 });
});

test('the interval ends where the scale ends', () => {
	const found = groupEstimate({ ...given, mean: cell('mean', 3, 6), parentMean: cell('mean', 4, 60) });
	assert.equal(found?.low, 0);
});

test('property: the estimate lies between both means, inside its interval, inside the scale', () => {
	const value = fc.integer({ min: 0, max: 100 });
	fc.assert(
		fc.property(
			value,
			value,
			fc.integer({ min: 1, max: 60 }),
			fc.integer({ min: 0, max: 500 }),
			fc.integer({ min: -20, max: 100 }),
			fc.integer({ min: 1, max: 50 }),
			(own, parents, n, others, icc1, sd) => {
				const found = groupEstimate({
					scale: points,
					mean: cell('mean', own, n),
					parentMean: cell('mean', parents, n + others),
					organisationSd: cell('sd', sd, 600),
					organisationIcc1: cell('icc1', icc1 / 100, 600, 0.01)
				});
				assert.ok(found !== null);
				assert.ok(found.value >= Math.min(own, parents) - 1e-9 && found.value <= Math.max(own, parents) + 1e-9);
				assert.ok(found.low <= found.value + 1e-9 && found.value <= found.high + 1e-9);
				assert.ok(found.low >= 0 && found.high <= 100);
			}
		)
	);
});

const group = (id: string, parent: string | null, cells: readonly ReleasedCell[]) => ({
	id,
	name: id,
	path: [id],
	pools: [],
	invited: null,
	responses: 6,
	kind: parent === null ? ('union' as const) : ('leaf' as const),
	parent,
	units: [id],
	reportingGroups: [],
	cells,
	withheld: []
});

function release(organisation: readonly ReleasedCell[], own: readonly ReleasedCell[]): Publishable<Release> {
	const read = readRelease({
		engine: 'made-up',
		round: 'r',
		k: 5,
		scales: [{ id: 'load', minimum: 0, maximum: 100 }],
		groups: [
			group('whole', null, organisation),
			group('department', 'whole', [given.parentMean]),
			group('ward', 'department', own)
		]
	});
	assert.ok(read.kind === 'release');
	return read.release;
}

test('a group’s result draws towards its own parent, and the whole organisation has nothing to be drawn to', () => {
	const whole = [cell('mean', 50, 500), given.organisationSd, given.organisationIcc1];
	const made = release(whole, [given.mean]);
	assert.deepEqual(groupResult(made, 'ward')?.scales[0]?.estimate, groupEstimate(given));
	near(groupResult(made, 'ward')?.scales[0]?.parentMean?.value, 54);
	assert.equal(groupResult(made, 'whole')?.scales[0]?.estimate, null);
	assert.equal(groupResult(release([cell('mean', 50, 500)], [given.mean]), 'ward')?.scales[0]?.estimate, null);
});

test('the verdict on a scale rests on the organisation’s figures, never on a group’s', () => {
	const whole = [given.organisationIcc1, cell('icc2', 0.72, 500, 0.01), cell('rwgj', 0.6, 500, 0.01)];
	assert.deepEqual(scaleMeanings(release(whole, [given.mean])), [
		{ scale: 'load', icc1: 0.1, icc2: 0.72, rwgj: 0.6, difference: 'tells', agreement: 'moderate' }
	]);
	assert.deepEqual(scaleMeanings(release([], whole)), [
		{ scale: 'load', icc1: null, icc2: null, rwgj: null, difference: 'unknown', agreement: 'unknown' }
	]);
});

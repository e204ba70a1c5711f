import { test } from 'node:test';
import assert from 'node:assert/strict';
import { buildRelease } from './build-release.ts';
import { groupOfReportingGroup, groupOfUnit, groupResult } from './group-result.ts';
import { dimensionMap, heatMap } from './heat-map.ts';
import type { Publishable } from './publishable.ts';
import { randomRound } from './random-round.testing.ts';
import { readRelease } from './read-release.ts';
import type { Release } from './release.ts';

function released(): Publishable<Release> {
	const outcome = buildRelease(randomRound({ seed: 4, units: 30, respondents: 400, missing: 0.05, extremes: 0.2 }));
	assert.ok(outcome.kind === 'release');
	return outcome.release;
}

test('what was stored is read back as it was', () => {
	const release = released();
	const stored: unknown = JSON.parse(JSON.stringify(release));
	assert.deepEqual(readRelease(stored), { kind: 'release', release });
});

test('a part of a release with the organisation first can be read for a page', () => {
	const release = released();
	const leaf = release.groups.findIndex((group) => group.kind === 'leaf');
	const part = { ...release, groups: [release.groups[0], release.groups[leaf]] };
	const read = readRelease(JSON.parse(JSON.stringify(part)));
	assert.ok(read.kind === 'release');
	assert.equal(groupResult(read.release, release.groups[leaf]!.id)?.organisation.id, 'u0');
});

test('what is no release is refused with the place', () => {
	const release = released();
	assert.equal(readRelease(null).kind, 'faulty');
	const spoilt = JSON.parse(JSON.stringify(release));
	spoilt.groups[1].cells[0].value = '50';
	const read = readRelease(spoilt);
	assert.ok(read.kind === 'faulty');
	assert.equal(read.where, 'groups.1.cells.0.value');
	const twice = { ...release, groups: [...release.groups, release.groups[0]] };
	assert.equal(readRelease(twice).kind, 'faulty');
	assert.equal(readRelease({ ...release, groups: release.groups.slice(1) }).kind, 'faulty');
	assert.equal(readRelease({ ...release, scales: release.scales.slice(1) }).kind, 'faulty');
	assert.equal(readRelease({ ...release, respondents: [] }).kind, 'faulty', 'nothing else comes along');
});

test("a group result holds the group's figures, the organisation's, and the way up and down", () => {
	const release = released();
	const union = release.groups.find((group) => group.kind === 'union' && group.parent !== null)!;
	const result = groupResult(release, union.id);
	assert.ok(result !== null);
	assert.equal(result.parent?.id, union.parent);
	assert.deepEqual(
		result.children.map((child) => child.id),
		release.groups.filter(({ parent, kind }) => parent === union.id && kind !== 'dimension').map((group) => group.id)
	);
	assert.deepEqual(
		result.dimensions.map((group) => group.id),
		release.groups.filter(({ parent, kind }) => parent === union.id && kind === 'dimension').map((group) => group.id)
	);
	assert.ok(result.dimensions.length > 0);
	for (const scale of result.scales) {
		const cell = union.cells.find((one) => one.scale === scale.scale && one.statistic === 'mean') ?? null;
		assert.equal(scale.mean, cell);
	}
	assert.equal(groupResult(release, 'nowhere'), null);
});

test('the interval follows from released figures, and there is none where the mean is clamped or hidden', () => {
	const release = released();
	const group = { ...release.groups[1]!, invited: null, cells: release.groups[1]!.cells.slice() };
	const organisation = release.groups[0]!;
	const made = (cell: object, invited: number | null): Publishable<Release> => {
		const read = readRelease({
			...release,
			groups: [
				{ ...organisation, cells: [{ scale: 'risk', statistic: 'sd', n: 400, value: 20, step: 1 }] },
				{ ...group, invited, cells: [{ scale: 'risk', statistic: 'mean', n: 9, value: 40, step: 1, ...cell }] }
			]
		});
		assert.ok(read.kind === 'release');
		return read.release;
	};
	const intervalOf = (from: Publishable<Release>): { low: number; high: number } | null =>
		groupResult(from, group.id)!.scales.find((scale) => scale.scale === 'risk')!.interval;
	// t(0.975, 8) = 2.306004 (R: qt(0.975, 8)); 20 / √9 = 6.6667.
	assert.ok(Math.abs(intervalOf(made({}, null))!.low - (40 - 2.306004 * (20 / 3))) < 1e-4);
	assert.ok(Math.abs(intervalOf(made({}, 12))!.low - (40 - 2.306004 * (20 / 3) * Math.sqrt(1 - 9 / 12))) < 1e-4);
	assert.equal(intervalOf(made({ value: 5 }, null))!.low, 0, 'cut at the end of the scale');
	assert.equal(intervalOf(made({ bound: 'at-most' }, null)), null);
	assert.equal(intervalOf(made({ statistic: 'share', value: 0.5 }, null)), null);
});

test('every unit with leaders has a result, and a reporting group is found in its leaf', () => {
	const release = released();
	for (let unit = 0; unit < 30; unit++) {
		const group = groupOfUnit(release, `u${unit}`);
		assert.ok(group !== null, `u${unit}`);
		assert.ok(groupOfReportingGroup(release, `g${unit}`) !== null);
	}
	assert.equal(groupOfUnit(release, 'u0'), 'u0');
	assert.equal(groupOfUnit(release, 'elsewhere'), null);
});

test('the heat map has a row for every group of the tree, each below the one above it', () => {
	const release = released();
	const map = heatMap(release);
	assert.equal(map.rows.length, release.groups.filter(({ kind }) => kind !== 'dimension').length);
	assert.equal(dimensionMap(release, 'u0').rows.length, groupResult(release, 'u0')!.dimensions.length);
	assert.deepEqual(map.scales, ['risk', 'resource', 'rating']);
	assert.equal(map.rows[0]!.depth, 0);
	map.rows.forEach((row, place) => {
		const above = map.rows.slice(0, place).findLast((other) => other.depth < row.depth);
		assert.equal(above?.group.id ?? null, row.group.parent);
		const cells = release.groups.find((group) => group.id === row.group.id)!.cells;
		row.cells.forEach((cell, i) => {
			const scale = map.scales[i];
			assert.equal(cell, cells.find((one) => one.scale === scale && one.statistic === 'mean') ?? null);
		});
	});
});

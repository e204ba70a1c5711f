// Partial pooling against lme4: variances by REML, and every group's estimate with its standard error. The values come
// from small-groups/reference-values.R, which shares no code with the project. The invented scores are always checked;
// lq2002 and bh1996 where they lie beside the repository, in ../shared.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { groupEstimate } from '#domain/disclosure/group-estimate.ts';
import type { CellStatistic } from '#domain/disclosure/release.ts';
import { roundTo } from '#domain/disclosure/rounding.ts';
import { momentsOf, varianceOf } from '#domain/statistics/moments.ts';
import { normalQuantile } from '#domain/statistics/normal-quantile.ts';
import { icc1, icc2, oneWayAnova } from '#domain/statistics/one-way-anova.ts';
import { pooledMean, reliabilityOfMean } from '#domain/statistics/partial-pooling.ts';
import { varianceComponents } from '#domain/statistics/variance-components.ts';
import { readRows } from './read-table.ts';
import type { Row } from './read-table.ts';

type ReferenceScale = {
	readonly between: number;
	readonly within: number;
	readonly mean: number;
	readonly meanVariance: number;
	readonly group: readonly number[];
	readonly estimate: readonly number[];
	readonly standardError: readonly number[];
};
type Reference = {
	readonly quantiles: { readonly probabilities: readonly number[]; readonly values: readonly number[] };
	readonly scales: Readonly<Record<string, ReferenceScale>>;
};

const folder = new URL('small-groups/', import.meta.url);
const reference: Reference = JSON.parse(readFileSync(new URL('reference-values.json', folder), 'utf8'));
const publicReference: Readonly<Record<string, Reference>> = JSON.parse(
	readFileSync(new URL('public-values.json', folder), 'utf8')
);
const data = new URL('../../../shared/data/multilevel/', import.meta.url);
const skip = existsSync(data) ? false : 'no ../shared/data beside the repository';

/** lme4 stops when the deviance no longer falls in its digits; that leaves about this much of a variance open. */
const closely = 2e-6;

function near(value: number | undefined, expected: number, tolerance = closely, unit = Math.abs(expected)): void {
	assert.ok(value !== undefined && Math.abs(value - expected) <= tolerance * unit, `${value} is not ${expected}`);
}

type Compared = {
	readonly rows: readonly Row[];
	readonly groupColumn: string;
	readonly scale: string;
	readonly expected: ReferenceScale;
};

function compare({ rows, groupColumn, scale, expected }: Compared): void {
	const values = rows.map((row) => (row[scale] === 'NA' ? NaN : Number(row[scale])));
	const groups = rows.map((row) => Number(row[groupColumn]));
	const ids = [...new Set(groups)].toSorted((a, b) => a - b);
	const found = varianceComponents({
		values,
		groupIndex: Int32Array.from(groups, (group) => ids.indexOf(group)),
		groupCount: ids.length
	});
	assert.ok(found !== null);
	const spread = Math.sqrt(expected.within);
	near(found.between, expected.between, closely, expected.between + expected.within / 10);
	near(found.within, expected.within);
	near(found.mean, expected.mean, closely, spread);
	near(found.meanVariance, expected.meanVariance, 10 * closely);
	for (const [index, group] of expected.group.entries()) {
		const own = momentsOf(values.filter((_, row) => groups[row] === group));
		const pooled = pooledMean({
			mean: own.mean,
			count: own.count,
			parentMean: found.mean,
			between: found.between,
			within: found.within
		});
		near(pooled.value, expected.estimate[index] ?? NaN, closely, spread);
		near(pooled.standardError, expected.standardError[index] ?? NaN, closely, spread);
	}
}

const invented = readRows(new URL('scores.csv', folder));
for (const [scale, expected] of Object.entries(reference.scales)) {
	test(`${scale}: variances, and the estimates of ${expected.group.length} groups, are those of lmer`, () => {
		compare({ rows: invented, groupColumn: 'group', scale, expected });
	});
}

test('the invented scores hold the case at the edge, where groups do not differ', () => {
	assert.ok((reference.scales['none']?.between ?? 1) < 1e-6);
	const { values, groupIndex } = columnOf('none');
	assert.equal(varianceComponents({ values, groupIndex, groupCount: 39 })?.between, 0);
});

test('in groups of one size REML is the analysis of variance, and a mean’s reliability is ICC(2)', () => {
	const { values, groupIndex } = columnOf('level');
	const grouped = { values, groupIndex, groupCount: 39 };
	const [found, anova] = [varianceComponents(grouped), oneWayAnova(grouped)];
	assert.ok(found !== null && anova !== null);
	near(found.within, anova.withinMeanSquare, 1e-10);
	near(found.between, (anova.betweenMeanSquare - anova.withinMeanSquare) / 4, 1e-10);
	near(found.between / (found.between + found.within), icc1(anova) ?? NaN, 1e-10);
	near(reliabilityOfMean({ ...found, count: 4 }), icc2(anova) ?? NaN, 1e-10);
});

test('quantiles of the normal distribution are those of qnorm', () => {
	const { probabilities, values } = reference.quantiles;
	for (const [index, probability] of probabilities.entries()) {
		near(normalQuantile(probability), values[index] ?? NaN, 1e-11, Math.max(1, Math.abs(values[index] ?? NaN)));
	}
});

/** Largest distance between lme4's estimates and ours from what a release shows: rounded means, sd and ICC(1). */
function distanceFromReleased({ rows, groupColumn, scale, expected, step }: Compared & { readonly step: number }): number {
	const values = rows.map((row) => (row[scale] === 'NA' ? NaN : Number(row[scale])));
	const groups = rows.map((row) => Number(row[groupColumn]));
	const anova = oneWayAnova({ values, groupIndex: Int32Array.from(groups), groupCount: 1 + Math.max(...groups) });
	const all = momentsOf(values);
	assert.ok(anova !== null);
	const cell = (statistic: CellStatistic, value: number, n: number, to = step) => ({
		scale,
		statistic,
		n,
		value: roundTo(value, to),
		step: to
	});
	return expected.group.reduce((worst, group, index) => {
		const own = momentsOf(values.filter((_, row) => groups[row] === group));
		const found = groupEstimate({
			scale: { minimum: -Infinity, maximum: Infinity },
			mean: cell('mean', own.mean, own.count),
			parentMean: cell('mean', all.mean, all.count),
			organisationSd: cell('sd', Math.sqrt(varianceOf(all)), all.count),
			organisationIcc1: cell('icc1', icc1(anova) ?? NaN, all.count, 0.01)
		});
		assert.ok(found !== null);
		return Math.max(worst, Math.abs(found.value - (expected.estimate[index] ?? NaN)));
	}, 0);
}

test('what a page estimates from rounded, released figures lies within 1.2 points of lme4 on 0-100', () => {
	for (const [scale, expected] of Object.entries(reference.scales)) {
		const distance = distanceFromReleased({ rows: invented, groupColumn: 'group', scale, expected, step: 1 });
		assert.ok(distance <= 1.2, `${scale}: ${distance}`);
	}
});

for (const [file, groupColumn] of [
	['lq2002', 'COMPID'],
	['bh1996', 'GRP']
] as const) {
	test(`${file}: variances and every group’s estimate are those of lmer`, { skip }, () => {
		const ofFile = readRows(new URL(`${file}.csv`, data));
		for (const [scale, expected] of Object.entries(publicReference[file]?.scales ?? {})) {
			compare({ rows: ofFile, groupColumn, scale, expected });
			const distance = distanceFromReleased({ rows: ofFile, groupColumn, scale, expected, step: 0.05 });
			assert.ok(distance <= 0.05, `from released figures, ${scale} is off by ${distance}`);
		}
	});
}

function columnOf(scale: string) {
	return {
		values: invented.map((row) => (row[scale] === 'NA' ? NaN : Number(row[scale]))),
		groupIndex: Int32Array.from(invented, (row) => Number(row['group']))
	};
}

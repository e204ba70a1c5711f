// Every statistic against R, on a small invented survey with reversed items, three ranges and missing answers.
// The values come from small-survey/reference-values.R, which shares no code with the project.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { describeRound } from '#domain/scoring/describe-round.ts';
import { correlation } from '#domain/statistics/correlation.ts';
import { meanInterval } from '#domain/statistics/mean-interval.ts';
import { mean, standardDeviation } from '#domain/statistics/moments.ts';
import { quantile } from '#domain/statistics/quantile.ts';
import { tQuantile, tUpperTail } from '#domain/statistics/student-t.ts';
import { evenSpreadVariance, withinGroupAgreement } from '#domain/statistics/within-group-agreement.ts';
import { readInstrument, readRows, roundOf, scoreColumn } from './read-table.ts';

type ReferenceScale = {
	readonly count: number;
	readonly completeCount: number;
	readonly mean: number;
	readonly standardDeviation: number;
	readonly itemMean: number;
	readonly itemStandardDeviation: number;
	readonly alpha: number;
	readonly omega: number;
	readonly icc1: number;
	readonly icc2: number;
	readonly rwgj: { readonly mean: number; readonly median: number; readonly minimum: number };
	readonly rwgjByGroup: readonly number[];
	readonly rwgjGroups: readonly number[];
	readonly interval: readonly [number, number];
	readonly points: readonly (number | null)[];
};
type Reference = {
	readonly scales: Readonly<Record<'calm' | 'load' | 'hope', ReferenceScale>>;
	readonly t: {
		readonly degrees: readonly number[];
		readonly probabilities: readonly number[];
		readonly quantiles: readonly (readonly number[])[];
		readonly tailsAt: readonly number[];
		readonly tails: readonly (readonly number[])[];
	};
	readonly quantile: { readonly shares: readonly number[]; readonly values: readonly number[] };
	readonly finiteInterval: {
		readonly mean: number;
		readonly standardDeviation: number;
		readonly values: readonly [number, number];
	};
	readonly correlation: number;
};

const folder = new URL('small-survey/', import.meta.url);
const reference: Reference = JSON.parse(readFileSync(new URL('reference-values.json', folder), 'utf8'));
const instrument = readInstrument(new URL('instrument.json', folder));
const rows = readRows(new URL('answers.csv', folder));
const round = roundOf(instrument, rows, 'group');
const statistics = describeRound(round);

function near(value: number | null | undefined, expected: number, tolerance = 1e-12): void {
	assert.ok(typeof value === 'number', `${value} is not ${expected}`);
	assert.ok(Math.abs(value - expected) <= tolerance * Math.max(1, Math.abs(expected)), `${value} is not ${expected}`);
}

const numbers = (column: string) => rows.map((row) => (['NA', '', '-9'].includes(row[column] ?? '') ? NaN : Number(row[column])));

for (const [column, name] of (['calm', 'load', 'hope'] as const).entries()) {
	const expected = reference.scales[name];
	const found = statistics[column];

	test(`${name}: every respondent’s points are R’s`, () => {
		const points = scoreColumn(round.scores, column, 3);
		assert.equal(points.length, expected.points.length);
		for (const [respondent, value] of expected.points.entries()) {
			if (value === null) assert.ok(Number.isNaN(points[respondent]));
			else near(points[respondent], value, 1e-13);
		}
	});

	test(`${name}: counts, means and deviations are R’s`, () => {
		assert.equal(found?.scale, name);
		assert.equal(found?.count, expected.count);
		assert.equal(found?.completeCount, expected.completeCount);
		near(found?.mean, expected.mean);
		near(found?.standardDeviation, expected.standardDeviation);
		near(found?.itemMean, expected.itemMean);
		near(found?.itemStandardDeviation, expected.itemStandardDeviation);
	});

	test(`${name}: alpha is that of psych, omega that of factanal`, () => {
		near(found?.alpha, expected.alpha);
		near(found?.omega, expected.omega, 1e-6);
	});

	test(`${name}: ICC(1), ICC(2) and rwg(j) are those of multilevel`, () => {
		near(found?.icc1, expected.icc1);
		near(found?.icc2, expected.icc2);
		near(found?.rwgj?.mean, expected.rwgj.mean);
		near(found?.rwgj?.median, expected.rwgj.median);
		near(found?.rwgj?.minimum, expected.rwgj.minimum);
	});

	test(`${name}: the interval of the mean is that of t.test`, () => {
		const interval = meanInterval({
			mean: found?.mean ?? NaN,
			standardDeviation: found?.standardDeviation ?? NaN,
			count: found?.count ?? 0
		});
		near(interval?.low, expected.interval[0]);
		near(interval?.high, expected.interval[1]);
	});
}

test('rwg(j) of each single group is that of multilevel', () => {
	const values = Float64Array.from(rows.flatMap((_, row) => ['hope1', 'hope2', 'hope3'].map((id) => numbers(id)[row] ?? NaN)));
	const found = withinGroupAgreement({
		table: { values, rows: rows.length, columns: 3 },
		groupIndex: round.groupIndex,
		groupCount: round.groupCount,
		chanceVariance: evenSpreadVariance(7)
	});
	const { rwgjByGroup, rwgjGroups } = reference.scales.hope;
	for (const [index, group] of rwgjGroups.entries()) near(found[group - 1], rwgjByGroup[index] ?? NaN);
	assert.equal(found.filter((value) => !Number.isNaN(value)).length, rwgjGroups.length);
});

test('quantiles and tails of Student’s t are those of qt and pt', () => {
	const { degrees, probabilities, quantiles, tailsAt, tails } = reference.t;
	for (const [row, probability] of probabilities.entries())
		for (const [column, ofDegrees] of degrees.entries()) {
			const expected = quantiles[row]?.[column] ?? NaN;
			const found = tQuantile(probability, ofDegrees);
			if (probability === 0.5) near(found, 0);
			else near(found / expected, 1, 1e-9);
		}
	for (const [row, t] of tailsAt.entries())
		for (const [column, ofDegrees] of degrees.entries()) {
			const expected = tails[row]?.[column] ?? NaN;
			const found = tUpperTail(t, ofDegrees);
			if (expected < 1e-300) assert.ok(found < 1e-290);
			else near(found / expected, 1, 1e-9);
		}
});

test('quantiles of scores are those of quantile(type = 7)', () => {
	const [one, two, three, load] = ['hope1', 'hope2', 'hope3', 'load1'].map(numbers);
	const values = rows.map((_, row) => (one?.[row] ?? NaN) + (two?.[row] ?? NaN) + (three?.[row] ?? NaN) + (load?.[row] ?? NaN) / 10);
	for (const [index, share] of reference.quantile.shares.entries()) near(quantile(values, share), reference.quantile.values[index] ?? NaN);
});

test('an interval for 20 of 26 is narrowed by the finite population', () => {
	const first = numbers('calm1').filter((value) => !Number.isNaN(value)).slice(0, 20);
	near(mean(first), reference.finiteInterval.mean);
	near(standardDeviation(first), reference.finiteInterval.standardDeviation);
	const interval = meanInterval({
		mean: mean(first),
		standardDeviation: standardDeviation(first),
		count: 20,
		populationSize: 26,
		level: 0.9
	});
	near(interval?.low, reference.finiteInterval.values[0]);
	near(interval?.high, reference.finiteInterval.values[1]);
});

test('the correlation of two items is that of cor', () => {
	near(correlation(numbers('calm1'), numbers('calm2')), reference.correlation);
});

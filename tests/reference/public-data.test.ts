// Real data through the same door as everyone’s: parse, score, describe, and compare with published values.
// The data sets lie beside the repository, in ../shared; without them these tests are skipped.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { describeRound } from '#domain/scoring/describe-round.ts';
import { correlation } from '#domain/statistics/correlation.ts';
import { mean } from '#domain/statistics/moments.ts';
import { readInstrument, readRows, roundOf, scoreColumn } from './read-table.ts';

const data = new URL('../../../shared/data/', import.meta.url);
const skip = existsSync(data) ? false : 'no ../shared/data beside the repository';
const published = skip ? {} : JSON.parse(readFileSync(new URL('reference_values.json', data), 'utf8'));
const instrumentOf = (name: string) => readInstrument(new URL(`instruments/${name}.json`, import.meta.url));

function sameDigits(value: number | null | undefined, expected: number): void {
	assert.ok(typeof value === 'number' && Math.abs(value - expected) <= 0.00005 + 1e-12, `${value} is not ${expected}`);
}

test('lq2002: means, deviations, alpha, ICC and rwg(j) are the published ones', { skip }, () => {
	const instrument = instrumentOf('lq2002');
	const rows = readRows(new URL('multilevel/lq2002.csv', data));
	const round = roundOf(instrument, rows, 'COMPID');
	const { n, groups, mean: means, sd, alpha, ICC1, ICC2, rwgj_LEAD_ranvar2: rwgj } = published.lq2002;
	assert.equal(rows.length, n);
	assert.equal(round.groupCount, groups);
	const statistics = describeRound(round);
	const alphas = [alpha['LEAD01-11'], alpha['TSIG01-03'], alpha['HOSTIL01-05']];
	assert.deepEqual(statistics.map(({ scale }) => scale), ['LEAD', 'TSIG', 'HOSTILE']);
	for (const [index, found] of statistics.entries()) {
		assert.equal(found.count, n);
		assert.equal(found.completeCount, n);
		sameDigits(found.mean, means[found.scale]);
		sameDigits(found.itemMean, means[found.scale]);
		sameDigits(found.standardDeviation, sd[found.scale]);
		sameDigits(found.alpha, alphas[index]);
		sameDigits(found.icc1, ICC1[found.scale]);
		sameDigits(found.icc2, ICC2[found.scale]);
	}
	sameDigits(statistics[0]?.rwgj?.mean, rwgj.mean);
	sameDigits(statistics[0]?.rwgj?.median, rwgj.median);
	sameDigits(statistics[0]?.rwgj?.minimum, rwgj.min);
	sameDigits(
		correlation(scoreColumn(round.scores, 0, 3), scoreColumn(round.scores, 2, 3)),
		published.lq2002.r_LEAD_HOSTILE.individual
	);
});

test('lq2002: each soldier’s scale scores are those in the file', { skip }, () => {
	const instrument = instrumentOf('lq2002');
	const rows = readRows(new URL('multilevel/lq2002.csv', data));
	const { scores } = roundOf(instrument, rows, 'COMPID');
	for (const [row, columns] of rows.entries())
		for (const [column, id] of ['LEAD', 'TSIG', 'HOSTILE'].entries())
			assert.ok(Math.abs((scores[row * 3 + column] ?? NaN) - Number(columns[id])) < 1e-8, `row ${row}, ${id}`);
});

test('bh1996: means, deviations and ICC are the published ones, and one-item scales claim no alpha', { skip }, () => {
	const rows = readRows(new URL('multilevel/bh1996.csv', data));
	const round = roundOf(instrumentOf('bh1996'), rows, 'GRP');
	assert.equal(rows.length, published.bh1996.n);
	assert.equal(round.groupCount, published.bh1996.groups);
	for (const found of describeRound(round)) {
		sameDigits(found.mean, published.bh1996.mean[found.scale]);
		sameDigits(found.standardDeviation, published.bh1996.sd[found.scale]);
		sameDigits(found.icc1, published.bh1996.ICC1[found.scale]);
		sameDigits(found.icc2, published.bh1996.ICC2[found.scale]);
		assert.deepEqual([found.alpha, found.omega, found.rwgj], [null, null, null]);
	}
});

test('mps2021: counts, missing answers and means are the published ones', { skip }, () => {
	const instrument = instrumentOf('mps2021');
	const rows = readRows(new URL('mps2021/mps2021_model_data.csv', data));
	const leaders = rows.filter((row) => row['mps_supervisor_dummy'] === '1');
	const { n, agencies, supervisors, missing, mean_d_pjs_avg_unweighted: satisfaction } = published.mps2021;
	assert.equal(rows.length, n);
	assert.equal(leaders.length, supervisors);
	const everyone = roundOf(instrument, rows, 'mps_agency');
	assert.equal(everyone.groupCount, agencies);
	const columns = instrument.scales.length;
	for (const [column, { id }] of instrument.scales.entries()) {
		const scores = scoreColumn(everyone.scores, column, columns);
		assert.equal(scores.filter((score) => Number.isNaN(score)).length, missing[id] ?? 0, id);
	}
	const ofLeaders = describeRound(roundOf(instrument, leaders, 'mps_agency'));
	sameDigits(ofLeaders.find(({ scale }) => scale === 'd_pjs_avg')?.mean, satisfaction.supervisor);
	const others = roundOf(instrument, rows.filter((row) => row['mps_supervisor_dummy'] === '0'), 'mps_agency');
	const position = instrument.scales.findIndex(({ id }) => id === 'd_pjs_avg');
	sameDigits(mean(scoreColumn(others.scores, position, columns)), satisfaction.non_supervisor);
});

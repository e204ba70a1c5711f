// Public data sets all the way through the command line: file in, release out, statistics compared with published values.
// The data lie beside the repository, in ../shared; without them these tests are skipped.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { projectRoot } from '#server/project-root.ts';
import { createWorkbench } from './workbench.ts';

const data = new URL('../../../shared/data/', import.meta.url);
const skip = existsSync(data) ? false : 'no ../shared/data beside the repository';
const published = skip ? {} : JSON.parse(readFileSync(new URL('reference_values.json', data), 'utf8'));
const dataFile = (path: string) => fileURLToPath(new URL(path, data));
const instrumentFile = (name: string) => join(projectRoot, `tests/reference/instruments/${name}.json`);

type ScaleFigures = {
	n: number;
	mean: number;
	sd: number;
	itemMean: number;
	itemSd: number;
	alpha: number | null;
	omega: number | null;
	icc1: number;
	icc2: number;
	rwgj: { mean: number; median: number; minimum: number } | null;
};
type Statistics = { round: string; respondents: number; groups: number; scales: Record<string, ScaleFigures> };
type Imported = { round: string; respondents: number; units: number; missingAnswers: number };
type Shown = {
	groups: { name: string; responses: number }[];
	cells: { group: string; scale: string; statistic: string; n: number; value: number; step: number }[];
};

/** Equal to the digits that are published (four after the point). */
function sameDigits(value: number | null | undefined, expected: number): void {
	assert.ok(typeof value === 'number' && Math.abs(value - expected) <= 0.00005 + 1e-12, `${value} is not ${expected}`);
}

async function importAndRelease(t: Parameters<typeof createWorkbench>[0], argv: readonly string[]) {
	const bench = await createWorkbench(t);
	const imported = await bench.json<Imported>('import', 'responses', ...argv);
	const file = join(bench.folder, 'statistics.json');
	await bench.json('release', 'build', imported.round, '--statistics', file);
	const audit = await bench.json<{ kind: string }>('release', 'audit', imported.round);
	assert.equal(audit.kind, 'holds');
	const statistics: Statistics = JSON.parse(readFileSync(file, 'utf8'));
	return { bench, imported, statistics, shown: await bench.json<Shown>('release', 'show', imported.round) };
}

test('lq2002: 2,042 soldiers in 49 companies give the published statistics', { skip }, async (t) => {
	const { imported, statistics, shown } = await importAndRelease(t, [
		'--instrument',
		instrumentFile('lq2002'),
		'--responses',
		dataFile('multilevel/lq2002.csv'),
		'--unit-column',
		'COMPID'
	]);
	const expected = published.lq2002;
	assert.deepEqual(
		[imported.respondents, imported.units, imported.missingAnswers],
		[expected.n, expected.groups, expected.missing]
	);
	assert.deepEqual(
		[statistics.round, statistics.respondents, statistics.groups],
		[imported.round, expected.n, expected.groups]
	);
	const alphas: Record<string, number> = {
		LEAD: expected.alpha['LEAD01-11'],
		TSIG: expected.alpha['TSIG01-03'],
		HOSTILE: expected.alpha['HOSTIL01-05']
	};
	assert.deepEqual(Object.keys(statistics.scales), Object.keys(alphas));
	for (const [scale, found] of Object.entries(statistics.scales)) {
		assert.equal(found.n, expected.n);
		for (const [value, reference] of [
			[found.mean, expected.mean],
			[found.itemMean, expected.mean],
			[found.sd, expected.sd],
			[found.itemSd, expected.sd],
			[found.alpha, alphas],
			[found.icc1, expected.ICC1],
			[found.icc2, expected.ICC2]
		] as const) {
			sameDigits(value, reference[scale]);
		}
	}
	const { mean, median, min } = expected.rwgj_LEAD_ranvar2;
	const rwgj = statistics.scales['LEAD']?.rwgj;
	sameDigits(rwgj?.mean, mean);
	sameDigits(rwgj?.median, median);
	sameDigits(rwgj?.minimum, min);
	assert.equal(shown.groups.length, 50);
	for (const cell of shown.cells.filter((one) => one.group === shown.cells[0]?.group && one.statistic === 'icc1')) {
		assert.ok(Math.abs(cell.value - expected.ICC1[cell.scale]) <= cell.step / 2 + 0.00005);
	}
});

test('bh1996: 7,382 soldiers in 99 companies give the published statistics', { skip }, async (t) => {
	const { imported, statistics } = await importAndRelease(t, [
		'--instrument',
		instrumentFile('bh1996'),
		'--responses',
		dataFile('multilevel/bh1996.csv'),
		'--unit-column',
		'GRP'
	]);
	const expected = published.bh1996;
	assert.deepEqual([imported.respondents, imported.units], [expected.n, expected.groups]);
	assert.deepEqual(Object.keys(statistics.scales).sort(), Object.keys(expected.mean).sort());
	for (const [scale, found] of Object.entries(statistics.scales)) {
		sameDigits(found.mean, expected.mean[scale]);
		sameDigits(found.sd, expected.sd[scale]);
		sameDigits(found.icc1, expected.ICC1[scale]);
		sameDigits(found.icc2, expected.ICC2[scale]);
		assert.deepEqual([found.alpha, found.omega, found.rwgj], [null, null, null]);
	}
});

test('mps2021: the leaders among 25,121, by agency, give a release that holds', { skip }, async (t) => {
	const { imported, statistics, shown } = await importAndRelease(t, [
		'--instrument',
		instrumentFile('mps2021'),
		'--responses',
		dataFile('mps2021/mps2021_model_data.csv'),
		'--unit-column',
		'mps_agency',
		'--where',
		'mps_supervisor_dummy=1',
		'--name',
		'Leaders 2021'
	]);
	assert.deepEqual([imported.respondents, imported.units], [7379, 25]);
	assert.ok(imported.missingAnswers > 0);
	sameDigits(statistics.scales['d_pjs_avg']?.mean, published.mps2021.mean_d_pjs_avg_unweighted.supervisor);
	assert.equal(shown.groups[0]?.responses, 7379);
	assert.equal(
		shown.groups.slice(1).reduce((sum, group) => sum + group.responses, 0),
		7379
	);
});

test('the units of the Danish health-care register come in with their names and codes', { skip }, async (t) => {
	const bench = await createWorkbench(t);
	const rows = readFileSync(dataFile('sor/sor_fragment.csv'), 'utf8').trim().split('\n').length - 1;
	assert.equal(rows, 217);
	const saved = await bench.json<{
		organisation: { id: string };
		units: number;
		changes: Record<string, number>;
		notices: { code: string }[];
	}>('import', 'organisation', dataFile('sor/sor_fragment.csv'));
	const created = saved.notices.filter((notice) => notice.code === 'unit-created').length;
	assert.equal(saved.changes['unit-added'], rows + created);
	assert.equal(saved.units, rows + created);
	const units = await bench.context.db
		.selectFrom('units')
		.select(['code', 'name'])
		.where('code', '=', '223601000016004')
		.execute();
	assert.deepEqual(units, [{ code: '223601000016004', name: 'ROS Neurologisk Afd.' }]);
	assert.deepEqual(
		(await bench.json<{ changes: object }>('import', 'organisation', dataFile('sor/sor_fragment.csv'))).changes,
		{}
	);
});

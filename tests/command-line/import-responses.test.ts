import assert from 'node:assert/strict';
import { test } from 'node:test';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { listOrganisations } from '#server/database/organisations.ts';
import { createWorkbench, isOneLine, smallAnswers, smallInstrument, type Workbench } from './workbench.ts';

const instrumentText = JSON.stringify(smallInstrument);
type Imported = {
	round: string;
	organisation: { name: string };
	respondents: number;
	units: number;
	missingAnswers: number;
	leftOut: number;
};

async function arrange(t: Parameters<typeof createWorkbench>[0]) {
	const bench = await createWorkbench(t);
	const instrument = bench.file('small.json', instrumentText);
	const given = (answers: string, ...more: string[]) => [
		'import',
		'responses',
		'--instrument',
		instrument,
		'--responses',
		answers,
		'--unit-column',
		'unit',
		...more
	];
	return { ...bench, instrument, given };
}

/** Refused in one line, and nothing is left behind. */
async function refused(bench: Workbench, argv: readonly string[], expected: RegExp): Promise<string> {
	const ran = await bench.run(...argv);
	assert.equal(ran.code, 1, ran.out + ran.error);
	assert.ok(isOneLine(ran.error), ran.error);
	assert.match(ran.error, expected);
	assert.deepEqual(await bench.json('round', 'list'), []);
	assert.deepEqual(await listOrganisations(bench.context.db), []);
	return ran.out;
}

test('answers become a closed round of their own in an organisation that is made for them', async (t) => {
	const bench = await arrange(t);
	const answers = bench.file('answers.csv', smallAnswers(['Øst', 'Vest', 'Nord'], 6));
	const imported = await bench.json<Imported>(
		...bench.given(answers, '--name', 'Måling 2025', '--organisation', 'Region Ærø')
	);
	assert.equal(imported.organisation.name, 'Region Ærø');
	assert.deepEqual([imported.respondents, imported.units, imported.missingAnswers, imported.leftOut], [18, 3, 0, 0]);
	const [round] = await bench.json<{ id: string; name: string; state: string; source: string }[]>('round', 'list');
	assert.deepEqual(
		[round?.id, round?.name, round?.state, round?.source],
		[imported.round, 'Måling 2025', 'closed', 'imported']
	);
});

test('a round without a name is called as its file, and an organisation without one "Organisation"', async (t) => {
	const bench = await arrange(t);
	const imported = await bench.json<Imported>(...bench.given(bench.file('answers 2025.csv', smallAnswers(['A'], 5))));
	assert.equal(imported.organisation.name, 'Organisation');
	assert.equal((await bench.json<{ name: string }[]>('round', 'list'))[0]?.name, 'answers 2025');
});

test('delimiters, encodings, decimal commas and spreadsheets all read alike', async (t) => {
	const rows = smallAnswers(['Køge', 'Ærø'], 5)
		.trimEnd()
		.split('\n')
		.map((line) => line.split(';'));
	const text = (delimiter: string) => rows.map((row) => row.join(delimiter)).join('\r\n');
	const book = new ExcelJS.Workbook();
	book
		.addWorksheet('Svar')
		.addRows(
			rows.map((row, index) => (index === 0 ? row : row.map((cell, column) => (column === 0 ? cell : Number(cell)))))
		);
	const files = {
		'a.csv': Buffer.from(text(',')),
		'b.csv': Buffer.from(`\ufeff${text('\t')}`),
		'c.csv': iconv.encode(text(';').replace(';40', ';40,0'), 'windows-1252'),
		'd.xlsx': Buffer.from(await book.xlsx.writeBuffer())
	};
	for (const [name, bytes] of Object.entries(files)) {
		// Each in a database of its own: the same answers are not released twice.
		const bench = await arrange(t);
		const imported = await bench.json<Imported>(...bench.given(bench.file(name, bytes)));
		assert.deepEqual([imported.respondents, imported.units, imported.missingAnswers], [10, 2, 0], name);
		await bench.json('release', 'build', imported.round, '--threshold', '3');
		const { groups } = await bench.json<{ groups: { name: string }[] }>('release', 'show', imported.round);
		assert.deepEqual(groups.map((group) => group.name).sort(), ['Køge', 'Organisation', 'Ærø'], name);
	}
});

test('missing codes, also written as another number, and empty fields are missing answers', async (t) => {
	const bench = await arrange(t);
	const answers = bench.file('answers.csv', 'unit;a;b;c;h\nA;NA;2;3;-9\nA; ;-9.0;3;40\n');
	const imported = await bench.json<Imported>(...bench.given(answers));
	assert.deepEqual([imported.respondents, imported.missingAnswers], [2, 4]);
});

test('--where takes only rows where all conditions hold, as text or as numbers', async (t) => {
	const bench = await arrange(t);
	const answers = bench.file(
		'answers.csv',
		'unit;a;b;c;h;leader;kind\nA;1;2;3;40;1; ward \nA;1;2;3;40;1.0;ward\nA;1;2;3;40;0;ward\nA;1;2;3;40;1;office\n'
	);
	const imported = await bench.json<Imported>(...bench.given(answers, '--where', 'leader=1', '--where', 'kind=ward'));
	assert.deepEqual([imported.respondents, imported.leftOut], [2, 2]);
});

test('a row that is left out may hold anything', async (t) => {
	const bench = await arrange(t);
	const answers = bench.file('answers.csv', 'unit;a;b;c;h;leader\nA;1;2;3;40;1\nA;77;x;3;40;0\n');
	assert.equal((await bench.json<Imported>(...bench.given(answers, '--where', 'leader=1'))).respondents, 1);
});

test('units come from several columns or from one with paths, under one root', async (t) => {
	const bench = await arrange(t);
	const body = (unit: (hospital: string, ward: string) => string) =>
		[
			['Nord', 'A'],
			['Nord', 'B'],
			['Syd', 'A'],
			['Syd', '']
		]
			.flatMap(([hospital = '', ward = '']) =>
				Array.from({ length: 5 }, (_, i) => `${unit(hospital, ward)};${1 + (i % 5)};2;3;${30 + i}`)
			)
			.join('\n');
	const columns = bench.file(
		'columns.csv',
		`hospital;ward;a;b;c;h\n${body((hospital, ward) => `${hospital};${ward}`)}\n`
	);
	const paths = bench.file(
		'paths.csv',
		`unit;a;b;c;h\n${body((hospital, ward) => (ward === '' ? hospital : `${hospital} > ${ward}`))}\n`
	);
	const pathsOf = async (argv: string[], { json, run } = bench) => {
		const { round } = await json<Imported>(...argv);
		await run('release', 'build', round);
		const { groups } = await json<{ groups: { path: string[]; invited: null }[] }>('release', 'show', round);
		return groups.map((group) => group.path.join('/')).sort();
	};
	const expected = [
		'Organisation',
		'Organisation/Nord',
		'Organisation/Nord/A',
		'Organisation/Nord/B',
		'Organisation/Syd',
		'Organisation/Syd',
		'Organisation/Syd/A'
	];
	assert.deepEqual(
		await pathsOf([
			'import',
			'responses',
			'--instrument',
			bench.instrument,
			'--responses',
			columns,
			'--unit-column',
			'hospital',
			'--unit-column',
			'ward'
		]),
		expected
	);
	// In a database of its own: the same answers are not released twice.
	assert.deepEqual(await pathsOf(bench.given(paths), await arrange(t)), expected);
	const { round } = await bench.json<Imported>(...bench.given(paths));
	const again = await bench.run('release', 'build', round);
	assert.equal(again.code, 1);
	assert.match(again.error, /the same answers, or some of them, were released/);
});

test('where all units lie under one, that one is the root', async (t) => {
	const bench = await arrange(t);
	const { round } = await bench.json<Imported>(
		...bench.given(bench.file('answers.csv', smallAnswers(['Region > A', 'Region > B'], 5)))
	);
	await bench.run('release', 'build', round);
	const { groups } = await bench.json<{ groups: { path: string[] }[] }>('release', 'show', round);
	assert.deepEqual(groups.map((group) => group.path.join('/')).sort(), ['Region', 'Region/A', 'Region/B']);
});

test('faulty values are named with line and column, and nothing is saved', async (t) => {
	const bench = await arrange(t);
	const answers = bench.file(
		'answers.csv',
		'unit;a;b;c;h\nA;1;2;3;40\nA;6;2;3;40\nA;1;two;3;40\n\nA;1;2;2.5;40\n;1;2;3;40\nA > ;1;2;3;40\nA;1;2;3\nA;1;2;3;40;9\n'
	);
	const out = await refused(
		bench,
		bench.given(answers),
		/7 faults: line 3, column a: 6 is not one of the possible answers …/
	);
	assert.deepEqual(out.trim().split('\n'), [
		'line 3, column a: 6 is not one of the possible answers',
		'line 4, column b: "two" is not a number',
		'line 6, column c: 2.5 is not a whole number',
		'line 7, column unit: no unit',
		'line 8, column unit: no unit at one level of "A > "',
		'line 9: 4 fields under 5 headings',
		'line 10: 6 fields under 5 headings'
	]);
});

test('of many faults the first twenty are told and all are counted', async (t) => {
	const bench = await arrange(t);
	const answers = bench.file('answers.csv', `unit;a;b;c;h\n${'A;9;2;3;40\n'.repeat(50)}`);
	const out = await refused(bench, bench.given(answers), /50 faults: line 2, column a/);
	assert.equal(out.trim().split('\n').length, 21);
	assert.match(out, /… and 30 more\.\n$/);
	const asJson = await bench.run(...bench.given(answers), '--json');
	assert.equal(asJson.code, 1);
	const told: { total: number; problems: { line: number; column: string; code: string }[] } = JSON.parse(asJson.out);
	assert.equal(told.total, 50);
	assert.deepEqual([told.problems.length, told.problems[19]?.line, told.problems[0]?.code], [20, 21, 'out-of-range']);
});

test('columns that are missing or repeated are named with those that are there', async (t) => {
	const bench = await arrange(t);
	await refused(
		bench,
		bench.given(bench.file('one.csv', 'unit;a;b;x\nA;1;2;3\n')),
		/has no column "c", "h"; it has "unit", "a", "b", "x"$/m
	);
	await refused(bench, bench.given(bench.file('two.csv', 'unit;a;b;c;h;a\nA;1;2;3;4;5\n')), /more than one column "a"/);
	const other = smallAnswers(['A'], 5).replace('unit', 'afdeling');
	await refused(bench, bench.given(bench.file('three.csv', other)), /no column "unit"; it has "afdeling", "a"/);
	await refused(
		bench,
		bench.given(bench.file('four.csv', smallAnswers(['A'], 5)), '--where', 'leader=1'),
		/no column "leader"/
	);
});

test('a file that holds nobody is refused', async (t) => {
	const bench = await arrange(t);
	await refused(bench, bench.given(bench.file('one.csv', 'unit;a;b;c;h\n')), /holds no answers/);
	await refused(
		bench,
		bench.given(bench.file('two.csv', smallAnswers(['A'], 5)), '--where', 'unit=B'),
		/leaves out all 5 rows/
	);
	await refused(bench, bench.given(bench.file('three.csv', '')), /The file is empty/);
});

test('a file that is no table is refused by what it is', async (t) => {
	const bench = await arrange(t);
	await refused(bench, bench.given(bench.file('answers.csv', '%PDF-1.7\n%âãÏÓ\n')), /is a PDF/);
	await refused(
		bench,
		bench.given(bench.file('quotes.csv', 'unit;a;b;c;h\n"A;1;2;3;40\n')),
		/Line 2: A quotation mark is opened but never closed/
	);
	await refused(bench, bench.given(bench.folder), /cannot be read: it is a folder/);
	await refused(bench, bench.given(`${bench.folder}/none.csv`), /none\.csv cannot be read: there is no such file/);
});

test('an instrument that is none is refused with its faults', async (t) => {
	const bench = await arrange(t);
	const answers = bench.file('answers.csv', smallAnswers(['A'], 5));
	const withInstrument = (path: string) => [
		'import',
		'responses',
		'--instrument',
		path,
		'--responses',
		answers,
		'--unit-column',
		'unit'
	];
	await refused(bench, withInstrument(bench.file('text.json', 'not json')), /text\.json is not JSON/);
	await refused(bench, withInstrument(bench.file('empty.json', '{}')), /is not an instrument: id: field-missing/);
	const unknownFactor = instrumentText.replace('"workload"', '"horoscope"');
	await refused(
		bench,
		withInstrument(bench.file('factor.json', unknownFactor)),
		/scales\[0\]\.factor: unknown-factor \(horoscope\)/
	);
	const ours = JSON.stringify({ ...smallInstrument, id: 'ledertrivsel-1' });
	await refused(
		bench,
		withInstrument(bench.file('ours.json', ours)),
		/instrument ledertrivsel-1 version 1 with another text is in use already/
	);
});

test('the same version of an instrument must be the same text; a new version may be another', async (t) => {
	const bench = await arrange(t);
	const answers = bench.file('answers.csv', smallAnswers(['A'], 5));
	await bench.json(...bench.given(answers));
	await bench.json(...bench.given(answers));
	const changed = { ...smallInstrument, items: smallInstrument.items.map((item) => ({ ...item, isReversed: false })) };
	const other = bench.file('other.json', JSON.stringify(changed));
	const argv = ['import', 'responses', '--instrument', other, '--responses', answers, '--unit-column', 'unit'];
	const ran = await bench.run(...argv);
	assert.equal(ran.code, 1);
	assert.match(ran.error, /instrument small version 1 with another text is in use already: raise the version/);
	assert.equal((await bench.json<unknown[]>('round', 'list')).length, 2);
	await bench.json(
		'import',
		'responses',
		'--instrument',
		bench.file('next.json', JSON.stringify({ ...changed, version: 2 })),
		'--responses',
		answers,
		'--unit-column',
		'unit'
	);
});

test('an organisation that is not there is not made beside another, and a round name must fit', async (t) => {
	const bench = await arrange(t);
	const answers = bench.file('answers.csv', smallAnswers(['A'], 5));
	await refused(bench, bench.given(answers, '--name', ' '), /needs a name/);
	await refused(bench, bench.given(answers, '--name', 'x'.repeat(201)), /at most 200 characters/);
	await refused(bench, bench.given(answers, '--administrator', 'nobody'), /is not an e-mail address/);
	await bench.json(...bench.given(answers, '--organisation', 'Region A', '--administrator', 'Kim@Region.example'));
	const roles = await bench.context.db.selectFrom('memberships').select(['email', 'role']).orderBy('role').execute();
	assert.deepEqual(roles, [
		{ email: 'kim@region.example', role: 'operator' },
		{ email: 'kim@region.example', role: 'programme-lead' }
	]);
	const ran = await bench.run(...bench.given(answers, '--organisation', 'Region B'));
	assert.equal(ran.code, 1);
	assert.match(ran.error, /there is no organisation "Region B"; there is: "Region A"/);
	assert.equal(
		(await bench.json<Imported>(...bench.given(answers, '--organisation', 'region a'))).organisation.name,
		'Region A'
	);
});

test('wrong usage is told in one line with exit code 2', async (t) => {
	const bench = await arrange(t);
	const wrong = [
		['import', 'responses'],
		['import', 'responses', '--instrument', 'a', '--responses', 'b'],
		bench.given('answers.csv', '--where', 'leader'),
		bench.given('answers.csv', '--frobnicate'),
		['import'],
		['import', 'answers'],
		[],
		['frobnicate'],
		['release', 'build'],
		['release', 'build', 'a', 'b'],
		['release', 'build', 'a', '--threshold', 'few'],
		['import', 'organisation', 'a.csv', '--mode', 'all'],
		['evidence', 'export', '--format', 'xml']
	];
	for (const argv of wrong) {
		const ran = await bench.run(...argv);
		assert.equal(ran.code, 2, argv.join(' '));
		assert.ok(isOneLine(ran.error), ran.error);
		assert.equal(ran.out, '');
	}
});

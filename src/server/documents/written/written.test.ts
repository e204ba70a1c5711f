import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { readDocx } from '../../../../tests/support/read-docx.ts';
import { bareText, readPdf } from '../../../../tests/support/read-pdf.ts';
import { readKept, writeKept } from './read-written.ts';
import { writtenDocx } from './written-docx.ts';
import { cell, type WrittenDocument } from './written-document.ts';
import { writtenPdf } from './written-pdf.ts';

const sample: WrittenDocument = {
	language: 'da',
	title: 'Prøve på et dokument',
	subtitle: 'med <alt> & lidt til',
	day: '2026-03-02',
	facts: [{ label: 'Organisation', value: 'Hospitalet "Ø"' }],
	blocks: [
		{ kind: 'heading', level: 1, text: '1 Kapitel' },
		{ kind: 'heading', level: 2, text: 'Afsnit' },
		{ kind: 'paragraph', tone: 'lead', text: '#strong[ikke opmærkning] \u0007 <w:p>' },
		{ kind: 'list', items: ['Første', 'Anden'] },
		{
			kind: 'table',
			caption: 'En tabel',
			columns: [
				{ label: 'Navn', width: 2 },
				{ label: 'Tal', isNumber: true }
			],
			rows: [
				[cell('Afdeling 1'), cell('62', { tone: 'strain', shade: 3 })],
				[cell('Afdeling 2'), cell('Vises ikke')]
			]
		},
		{
			kind: 'scatter',
			caption: 'Et diagram',
			alternative: 'To prikker, der følges ad',
			across: { label: 'Spænd', from: 0, to: 40, ticks: [{ at: 0, label: '0' }] },
			up: { label: 'Mængde', from: 0, to: 100, ticks: [{ at: 50, label: '50' }] },
			points: [
				{ across: 10, up: 40, name: 'a' },
				{ across: 20, up: 60, name: 'b' }
			]
		}
	]
};

test('the Word document has real headings, table heads, its language and its title', async () => {
	const read = readDocx(await writtenDocx(sample));
	assert.equal(read.title, sample.title);
	assert.equal(read.language, 'da-DK');
	assert.deepEqual(read.headings, [
		{ level: 1, text: '1 Kapitel' },
		{ level: 2, text: 'Afsnit' }
	]);
	assert.deepEqual(
		read.tables.map(({ hasHead, rows }) => [hasHead, rows]),
		[
			[
				true,
				[
					['Navn', 'Tal'],
					['Afdeling 1', '62'],
					['Afdeling 2', 'Vises ikke']
				]
			]
		]
	);
	assert.ok(read.text.includes('#strong[ikke opmærkning] \uFFFD <w:p>'), 'what people write stays text');
	assert.ok(read.text.includes('To prikker, der følges ad'), 'a chart is told in words');
	const english = readDocx(await writtenDocx({ ...sample, language: 'en' }));
	assert.equal(english.language, 'en-GB');
});

test('in Word a column without a width of its own is as wide as its longest line, and the others share the rest', async () => {
	const narrow: WrittenDocument = {
		...sample,
		blocks: [
			{
				kind: 'table',
				caption: 'Skridt',
				columns: [{ label: 'Hvad', width: 3 }, { label: 'Ansvarlig', width: 1 }, { label: 'Frist' }],
				rows: [[cell('Sig det'), cell('Afdelingsledelsen'), cell('20. september 2026')]]
			}
		]
	};
	const [step = 0, owner = 0, due = 0] = await gridOf(narrow);
	// 18 letters of 9 points, each hardly wider than half its height, and 80 twips at each side.
	assert.ok(due >= 18 * 9 * 20 * 0.5 + 160, String(due));
	assert.ok(due < 2300, String(due));
	assert.ok(Math.abs(step - 3 * owner) < 5, `${step} ${owner}`);
	assert.ok(Math.abs(step + owner + due - 9356) < 5);
});

test('in Word columns without widths never take more than the page', async () => {
	const long = cell('En meget lang linje, som aldrig kan stå på én linje, heller ikke i et stort dokument');
	const wide: WrittenDocument = {
		...sample,
		blocks: [
			{
				kind: 'table',
				caption: 'T',
				columns: [{ label: 'A', width: 1 }, { label: 'B' }, { label: 'C' }],
				rows: [[long, long, long]]
			},
			{ kind: 'table', caption: 'T', columns: [{ label: 'A' }, { label: 'B' }], rows: [[long, long]] }
		]
	};
	const grid = await gridOf(wide);
	const sumOf = (widths: readonly number[]) => widths.reduce((sum, width) => sum + width, 0);
	assert.ok(sumOf(grid.slice(0, 3)) <= 9356 && sumOf(grid.slice(3)) <= 9356, grid.join(' '));
	assert.ok((grid[0] ?? 0) > 2000, grid.join(' '));
});

test('in Word lines are as high as their letters need, also those of a title of two lines', async () => {
	const files = unzipSync(await writtenDocx(sample));
	for (const name of ['word/styles.xml', 'word/document.xml'])
		for (const [spacing] of strFromU8(files[name] ?? assert.fail(name)).matchAll(/<w:spacing [^>]*w:line=[^>]*>/g))
			assert.match(spacing, /w:lineRule="auto"/, name);
});

test('each page of the Word document says which of how many it is, and that it is a draft', async () => {
	const files = unzipSync(await writtenDocx({ ...sample, mark: 'Kladde' }));
	assert.match(
		strFromU8(files['word/footer1.xml'] ?? assert.fail()),
		/Prøve på et dokument · Kladde · .*Side .*PAGE.* af .*NUMPAGES/s
	);
});

test('the PDF is PDF/UA-1 with tags for headings, lists, tables and the chart’s text', () => {
	const text = Buffer.from(writtenPdf(sample)).toString('latin1');
	assert.match(text, /^%PDF-1\.7/);
	assert.ok(readPdf(writtenPdf(sample)).isTagged);
	assert.match(text, /\/MarkInfo\s*<<[^>]*\/Marked true/);
	assert.match(text, /\/Lang \(da/);
	assert.ok(Buffer.from(writtenPdf(sample)).equals(Buffer.from(writtenPdf(structuredClone(sample)))));
});

test('the PDF says the same as the Word document: every heading, every paragraph and every row', async () => {
	const word = readDocx(await writtenDocx(sample));
	const pdf = bareText(readPdf(writtenPdf(sample)).text);
	const rows = word.tables.flatMap(({ rows: all }) => all.map((row) => row.join(' ')));
	assert.ok(rows.length >= 3);
	for (const said of [word.title, ...word.headings.map(({ text }) => text), ...rows, 'Første', 'Anden'])
		assert.ok(pdf.includes(bareText(said)), said);
});

test('a heading level that is skipped is refused, so that nobody gets a document that cannot be read aloud', () => {
	const skipped: WrittenDocument = { ...sample, blocks: [{ kind: 'heading', level: 3, text: 'For dybt' }] };
	assert.throws(() => writtenPdf(skipped), /heading/);
});

test('a blank cell is a mistake', () => {
	assert.throws(() => cell(' '), RangeError);
});

test('a kept document is read back as it was, and anything else is refused', () => {
	const kept = { da: sample, en: { ...sample, language: 'en' as const } };
	assert.deepEqual(readKept(writeKept(kept)), kept);
	assert.throws(() => readKept('{}'));
	assert.throws(() => readKept(writeKept(kept).replace('"heading"', '"script"')));
});

/** The widths of all columns of all tables, in twips. */
async function gridOf(document: WrittenDocument): Promise<readonly number[]> {
	const files = unzipSync(await writtenDocx(document));
	const xml = strFromU8(files['word/document.xml'] ?? assert.fail());
	return [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
}

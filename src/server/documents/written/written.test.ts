import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDocx } from '../../../../tests/support/read-docx.ts';
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

test('the PDF is PDF/UA-1 with tags for headings, lists, tables and the chart’s text', () => {
	const text = Buffer.from(writtenPdf(sample)).toString('latin1');
	assert.match(text, /^%PDF-1\.7/);
	assert.match(text, /\/MarkInfo\s*<<[^>]*\/Marked true/);
	assert.match(text, /\/Lang \(da/);
	assert.ok(Buffer.from(writtenPdf(sample)).equals(Buffer.from(writtenPdf(structuredClone(sample)))));
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

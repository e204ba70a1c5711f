// A reader that finds nothing wrong anywhere would look like one that reads: what is planted is found.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WrittenDocument } from '#server/documents/written/written-document.ts';
import { writtenPdf } from '#server/documents/written/written-pdf.ts';
import { bareText, readPdf } from './read-pdf.ts';

const written: WrittenDocument = {
	language: 'da',
	title: 'Prøve (med parentes)',
	subtitle: 'Æ, ø, å, 1.081 af 1.500 og »citat« \\ <b>',
	day: '2026-03-02',
	facts: [{ label: 'Organisation', value: 'Hospitalet' }],
	blocks: [{ kind: 'paragraph', tone: 'lead', text: 'Arbejdstilrettelæggelse. '.repeat(40) }]
};

test('the words of a PDF come back letter for letter, over broken lines and words', () => {
	const { text, pages } = readPdf(writtenPdf(written));
	assert.equal(pages, 1);
	assert.ok(!text.includes('\ufffd'));
	// So many letters that the numbers of some of them in the font are those of ( and ).
	const letters = Array.from({ length: 90 }, (_, place) => String.fromCharCode(33 + place)).join('');
	const many = {
		...written,
		blocks: [{ kind: 'list' as const, items: [letters, letters.split('').reverse().join('')] }]
	};
	const read = bareText(readPdf(writtenPdf(many)).text);
	for (const { items } of many.blocks) for (const item of items) assert.ok(read.includes(bareText(item)), item);
	for (const said of [written.title, written.subtitle, 'Arbejdstilrettelæggelse. '.repeat(40)])
		assert.ok(bareText(text).includes(bareText(said)), said);
	assert.ok(!bareText(text).includes('Arbejdsmiljø'));
});

test('a PDF whose tags are gone is not taken for tagged, and what is cut short is none', () => {
	const bytes = Buffer.from(writtenPdf(written));
	assert.ok(readPdf(bytes).isTagged);
	const changed = (from: string, to: string) => Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1');
	assert.equal(readPdf(changed('/StructTreeRoot', '/StructTreeGone')).isTagged, false);
	assert.equal(readPdf(changed('/Marked true', '/Marked none')).isTagged, false);
	assert.throws(() => readPdf(bytes.subarray(0, bytes.length / 2)), RangeError);
});

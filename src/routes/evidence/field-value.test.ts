import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filledFields, linesOf, readChange } from './field-value.ts';

const names = new Map([
	['workload', { da: 'Arbejdsmængde', en: 'Workload' }],
	['pace', { da: 'Tempo', en: 'Pace' }],
	['shirey-2010', { da: 'Shirey (2010)', en: 'Shirey (2010)' }]
]);
const finding = { language: 'da', kind: 'finding', names } as const;
const study = { language: 'da', kind: 'study', names } as const;
const textsOf = (lines: readonly { readonly text: string }[]) => lines.map(({ text }) => text);

test('ids and codes are said by name, and an unknown id by itself', () => {
	assert.deepEqual(textsOf(linesOf('studies', ['shirey-2010', 'gone-1999'], finding)), ['Shirey (2010)', 'gone-1999']);
	assert.deepEqual(textsOf(linesOf('from', { kind: 'factor', id: 'workload', subTheme: 'pace' }, finding)), [
		'Arbejdsmængde: Tempo'
	]);
	assert.deepEqual(textsOf(linesOf('certainty', 'very-low', finding)), ['meget lav sikkerhed']);
	assert.deepEqual(textsOf(linesOf('lines', [[375, 376], [421, 421]], finding)), ['375-376, 421']);
	assert.deepEqual(textsOf(linesOf('countries', ['DK', 'DE'], study)), ['Danmark', 'Tyskland']);
	assert.deepEqual(textsOf(linesOf('authors', [{ family: 'Ø', given: null }, { family: 'B', given: 'C' }], study)), [
		'Ø',
		'B, C'
	]);
});

test('a text is said in both languages, each line with its own', () => {
	assert.deepEqual(linesOf('claim', { da: 'Ja', en: 'Yes' }, finding), [
		{ text: 'Ja', language: 'da' },
		{ text: 'Yes', language: 'en' }
	]);
	assert.deepEqual(linesOf('note', null, finding), []);
});

test('of a field with parts only those that differ are told', () => {
	const change = readChange(
		{
			field: 'confidence',
			before: { author: 'verified', title: 'recalled', issue: 'n/a' },
			after: { author: 'verified', title: 'verified', volume: 'unknown' }
		},
		study
	);
	assert.deepEqual(textsOf(change.before), ['Titel: ikke slået efter', 'Nummer: findes ikke for denne udgivelse']);
	assert.deepEqual(textsOf(change.after), ['Titel: slået efter', 'Årgang: vides ikke']);
});

test('of a new record only what is filled in is told', () => {
	const added = (field: string, after: unknown) => ({ field, before: null, after });
	const changes = [
		added('title', 'On load'),
		added('cautions', []),
		added('confidence', {}),
		added('isInternational', false),
		added('isNordic', false),
		added('isWeightedReview', true)
	];
	assert.deepEqual(
		filledFields(changes, 'after', study).map(({ label, lines }) => [label, ...textsOf(lines)]),
		[
			['Titel', 'On load'],
			['Fra Norden?', 'nej'],
			['En af de oversigter, vidensoversigten lægger mest vægt på', 'ja']
		]
	);
	assert.deepEqual(filledFields(changes, 'before', study), []);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildDictionaries } from './build-index.ts';
import type { SearchDocument } from './documents.ts';
import { createMarker } from './mark-words.ts';
import { understandWords } from './understand-words.ts';

const texts = [
	'Rollekonflikt og støtte fra kolleger',
	'Ledelsesspænd, »stress« og  søvn\n– på én gang…',
	'Cafe\u0301 og mindfulness for 12 ledere',
	'Støtten til lederne: STØTTE! Rollekonflikten. Om mindfulness.',
	'støtte støtte',
	''
];
const documents: readonly SearchDocument[] = texts.map((text, place) => ({
	kind: 'finding',
	id: `${place}`,
	title: { da: text, en: text },
	passages: [],
	fields: [{ text: { da: text, en: text }, weight: 1 }],
	rows: [],
	level: null,
	certainty: null,
	isOfLeaders: true,
	isShown: true,
	study: null,
	studies: []
}));
const dictionaries = buildDictionaries(documents);
const markerOf = (question: string) => createMarker(dictionaries, understandWords(dictionaries, question, 'da'), 'da');

function marked(question: string, text: string): readonly string[] {
	return markerOf(question)
		.mark(text)
		.flatMap((piece) => (piece.isMatch ? [piece.text] : []));
}

test('a word is marked in all its forms, as it is spelt in the text', () => {
	assert.deepEqual(marked('stoette', 'Støtten til lederne: STØTTE!'), ['Støtten', 'STØTTE']);
	assert.deepEqual(marked('rolle', 'Rollekonflikten'), ['Rollekonflikten'], 'it begins so');
	assert.deepEqual(marked('mindfullness', 'Om mindfulness.'), ['mindfulness']);
	assert.deepEqual(marked('støtte', 'og på den anden side'), []);
	assert.deepEqual(marked('', texts[0] ?? ''), []);
});

test('pieces joined are the text, whatever is looked for', () => {
	for (const question of ['', 'støtte', 'støtte kolleger rollekonflikt', 'café', '12', 'og', 'søvn stress']) {
		const { mark } = markerOf(question);
		for (const text of [...texts, '<b>støtte</b>', '   ', '🙂støtte🙂', 'a\u0000b støtte']) {
			const pieces = mark(text);
			assert.equal(pieces.map((piece) => piece.text).join(''), text);
			assert.ok(pieces.every((piece) => piece.text !== ''));
		}
	}
});

test('an excerpt is cut at words, holds the match and says where something is left out', () => {
	const long = `${'indledning '.repeat(60)}her er støtte til sidst${' og efterskrift'.repeat(60)}`;
	const { excerpt } = markerOf('støtte');
	const text = excerpt(long)
		.map((piece) => piece.text)
		.join('');
	assert.match(text, /^… indledning .*her er støtte til sidst.* …$/);
	assert.ok(text.length < 240, text);
	assert.ok(long.includes(text.slice(2, -2)));
	assert.equal(
		excerpt('støtte')
			.map((piece) => piece.text)
			.join(''),
		'støtte'
	);
	// Without a space to cut at, the match is still there.
	for (const text of [
		`${'x'.repeat(400)} støtte`,
		`støtte ${'x'.repeat(400)}`,
		`${'x'.repeat(400)} støtte ${'y'.repeat(400)}`
	]) {
		assert.ok(
			excerpt(text).some((piece) => piece.isMatch && piece.text === 'støtte'),
			text
		);
	}
	assert.ok(excerpt('z'.repeat(1_000)).length > 0);
});

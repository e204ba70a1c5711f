import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildDictionaries } from './build-index.ts';
import { knownWords, partsOf } from './compounds.ts';
import type { SearchDocument } from './documents.ts';
import { understandWords } from './understand-words.ts';
import { foldWord, stemOf, tellingWords, wordsIn } from './words.ts';

const text = {
	da: 'ledelse spænd stress arbejde pres støtte rollekonflikt omstrukturering personalegruppe',
	en: 'leadership span stress work pressure support role conflict restructuring staff'
};
const document: SearchDocument = {
	kind: 'finding',
	id: 'one',
	title: text,
	passages: [],
	fields: [{ text, weight: 1 }],
	rows: [],
	level: null,
	certainty: null,
	isOfLeaders: true,
	isShown: true,
	study: null,
	studies: []
};
const dictionaries = buildDictionaries([document]);
const read = (question: string) =>
	understandWords(dictionaries, question, 'da').map(({ typed, reading, readAs }) => [typed, reading, ...readAs]);

test('words are tried as they stand, then with one slip, then in parts, then with two slips', () => {
	assert.deepEqual(read('Stresset'), [['stresset', 'as-typed']]);
	assert.deepEqual(read('rollekonfligt'), [['rollekonfligt', 'misspelt', 'rollekonflikt']]);
	assert.deepEqual(read('arbejdspres'), [
		['arbejdspres', 'parted', 'arbejde'],
		['arbejdspres', 'parted', 'pres']
	]);
	assert.deepEqual(read('rolekonfligt'), [['rolekonfligt', 'misspelt', 'rollekonflikt']]);
	assert.deepEqual(read('kanelsnegl'), [['kanelsnegl', 'not-understood']]);
});

test('a DOI is one word, however it is given, and is right or is nothing', () => {
	const doi = { da: '10.1111/jonm.13165', en: '10.1111/jonm.13165' };
	const { da, en } = buildDictionaries([document, { ...document, id: 'two', fields: [{ text: doi, weight: 1 }] }]);
	const readDoi = (question: string) =>
		understandWords({ da, en }, question, 'da').map(({ typed, reading }) => [typed, reading]);
	for (const given of [
		'10.1111/jonm.13165',
		' 10.1111/JONM.13165. ',
		'doi:10.1111/jonm.13165',
		'https://doi.org/10.1111/jonm.13165',
		'(10.1111/jonm.13165)'
	]) {
		assert.deepEqual(readDoi(given), [['10.1111/jonm.13165', 'as-typed']], given);
	}
	for (const other of ['10.1111/jonm.13166', '10.1111/jonm.1316', '10.1111/jonm', '10.1111', '10.1111/jonm.131650']) {
		assert.deepEqual(readDoi(other), [[other, 'not-understood']]);
	}
	assert.deepEqual(readDoi('10.1111/jonm.13165 stress'), [
		['10.1111/jonm.13165', 'as-typed'],
		['stress', 'as-typed']
	]);
});

test('words that only ask are left out beside words that tell', () => {
	assert.deepEqual(read('hvad hjælper imod stress'), [['stress', 'as-typed']]);
	assert.deepEqual(read('what helps against stress'), [['stress', 'as-typed']]);
	assert.deepEqual(read('hvad hjælper'), [['hjælper', 'not-understood']], 'alone it is what is looked for');
});

test('swapped neighbours are one slip, a wrong first letter and a short word are another word', () => {
	assert.deepEqual(read('strses'), [['strses', 'misspelt', 'stress']]);
	assert.deepEqual(read('atress'), [['atress', 'not-understood']]);
	assert.deepEqual(read('prex'), [['prex', 'not-understood']]);
});

test('only the last word may be the beginning of one', () => {
	assert.deepEqual(read('stress personale'), [
		['stress', 'as-typed'],
		['personale', 'as-typed']
	]);
	assert.deepEqual(read('omstruk stress'), [
		['omstruk', 'not-understood'],
		['stress', 'as-typed']
	]);
});

test('each word is read once, twelve of them at most, and common ones not at all', () => {
	assert.deepEqual(read('stress og STRESS, i stress'), [['stress', 'as-typed']]);
	const many = Array.from({ length: 30 }, (_, place) => `x${place}`).join(' ');
	assert.equal(read(many).length, 12);
	assert.deepEqual(read('og the på of'), []);
});

test('spellings of a word meet', () => {
	for (const [one, other] of [
		['støtte', 'stoette'],
		['mængde', 'maengde'],
		['mängd', 'mængd'],
		['håndtere', 'haandtere'],
		['Häggman'.toLowerCase(), 'haggman'],
		['café', 'cafe']
	] as const) {
		assert.equal(foldWord(one), foldWord(other));
	}
	assert.notEqual(foldWord('sat'), foldWord('sit'));
	for (const form of ['kollegaen', 'kolleger', 'kollegerne', 'kollegas']) {
		assert.equal(stemOf('da', form), stemOf('da', 'kollega'), form);
	}
	for (const form of ['rollekonflikter', 'rollekonflikten', 'rollekonflikterne', 'rollekonfliktens']) {
		assert.equal(stemOf('da', form), stemOf('da', 'rollekonflikt'), form);
	}
});

test('words stand where they are said to stand', () => {
	const said = '»Støtte«, 2.000 work–life: Ærø’s café';
	for (const { word, start, end } of wordsIn(said)) assert.equal(said.slice(start, end).toLowerCase(), word);
	assert.deepEqual(tellingWords('Støtte og stress i the ward'), ['støtte', 'stress', 'ward']);
});

test('a compound is parted only where both parts are words', () => {
	const known = knownWords(['ledelse', 'spænd', 'rolle', 'konflikter', 'tid', '2000tal']);
	assert.deepEqual(partsOf('ledelsesspænd', known), ['ledelses', 'spænd']);
	assert.deepEqual(partsOf('rollekonflikt', known), ['rolle', 'konflikt']);
	assert.equal(partsOf('ledelsestid', known), null, 'a part has four letters at least');
	assert.equal(partsOf('rollespil', known), null);
	const withOver = knownWords(['over', 'sygeplejersker', 'leder']);
	assert.equal(partsOf('oversygeplejerske', withOver), null, 'a preposition makes another word of what follows');
	assert.deepEqual(partsOf('sygeplejerskeleder', withOver), ['sygeplejerske', 'leder']);
	assert.equal(partsOf('rolle', known), null);
});

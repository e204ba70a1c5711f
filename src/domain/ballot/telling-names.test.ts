import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { someManifest } from './sample-manifest.testing.ts';
import { asSeen, hasUntoldTwins, mixesAlphabets } from './telling-names.ts';

const [first, second] = someManifest({ groups: 2 }).groups;
assert.ok(first && second);

/** Two groups of the same units in one place. */
function twins(...names: readonly string[]): boolean {
	return hasUntoldTwins(names.map((name, at) => ({ ...first!, id: `g${at}`, name, invited: 9 + at })));
}

test('what looks the same is the same, and what does not is not', () => {
	for (const name of ['afsnit  a', 'Afsnit\u00a0A', 'Af\u200bsnit A', 'Afsnit \u0410', 'Afsnit \u0391', 'Ａfsnit A'])
		assert.equal(asSeen(name), 'afsnit a', JSON.stringify(name));
	for (const name of ['Afsnit B', 'Afsnit Å', 'Afsnit Æ', 'Afsnit 1', 'Afsnit'])
		assert.notEqual(asSeen(name), 'afsnit a', name);
});

test('a word of two alphabets is found, and words beside each other are not', () => {
	for (const name of ['Kirur\u0433i', 'K\u0456rurgi', 'Øre-Næse-H\u0430ls', '\u0391fdeling', 'Afsnit K\u00adi\u0440'])
		assert.equal(mixesAlphabets(name), true, JSON.stringify(name));
	for (const name of [
		'Øre-, Næse- og Halskirurgi',
		'Ældremedicin Å2',
		'β-blok 3',
		'Afsnit Ω',
		'Café & Køkken',
		'Gynækologi/Obstetrik',
		'Хирургия'
	])
		assert.equal(mixesAlphabets(name), false, name);
});

test('no text in Latin letters, digits and signs mixes alphabets', () => {
	const letters = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzæøåäöüéABCÆØÅÉ0123456789 -/&.,()');
	fc.assert(fc.property(fc.string({ unit: letters }), (name) => assert.equal(mixesAlphabets(name), false)));
});

test('two groups of the same units are told apart by numbers in parentheses, and by nothing else', () => {
	assert.equal(twins('Kirurgi (1)', 'Kirurgi (2)', 'kirurgi (3)'), false);
	for (const names of [
		['Kirurgi', 'Kirurgi, øst'],
		['Kirurgi', 'Kirurgi (2)'],
		['Kirurgi (1)', 'Medicin (2)'],
		['Kirurgi (1)', 'Kirurgi (to)'],
		['Kirurgi (1)', 'Kirurgi (2)', 'Kirurgi']
	])
		assert.equal(twins(...names), true, names.join(' | '));
});

test('groups of other units, in another place or with something else in common are no twins', () => {
	const other = { ...first, id: 'g9', name: 'En anden' };
	assert.equal(hasUntoldTwins([first, second]), false);
	assert.equal(hasUntoldTwins([first, other]), true);
	assert.equal(hasUntoldTwins([first, { ...other, units: [...first.units].reverse() }]), true);
	assert.equal(hasUntoldTwins([first, { ...other, units: [...first.units, 'Afsnit C'] }]), false);
	assert.equal(hasUntoldTwins([first, { ...other, path: ['Et andet hospital'] }]), false);
	assert.equal(hasUntoldTwins([first, { ...other, attributes: { level: 'afdelingsleder' } }]), false);
});

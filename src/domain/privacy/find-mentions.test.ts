import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findMentions } from './find-mentions.ts';

const ane = { names: ['Åne Marie Østergård'], emails: ['aane@example.org'] };
const foundIn = (text: string, who = ane) => findMentions(text, who).map(({ match }) => match);

test('the whole name is found in any case and with Danish letters, also over a line', () => {
	assert.deepEqual(foundIn('Vi spørger Åne Marie Østergård.'), ['Åne Marie Østergård']);
	assert.deepEqual(foundIn('ÅNE MARIE ØSTERGÅRD, åne\nmarie\u00a0østergård'), [
		...['ÅNE MARIE ØSTERGÅRD', 'åne\nmarie\u00a0østergård']
	]);
	assert.deepEqual(
		foundIn('A\u030ane Marie Østerga\u030ard'),
		['Åne Marie Østergård'],
		'typed with two signs a letter'
	);
	assert.deepEqual(foundIn('Aane Marie Oestergaard'), ['Aane Marie Oestergaard'], 'on a keyboard without the letters');
});

test('first and last name are enough, the other way round with a comma, and with an s behind', () => {
	assert.deepEqual(foundIn('Åne Østergård og Østergård, Åne'), ['Åne Østergård', 'Østergård, Åne']);
	assert.deepEqual(foundIn('Åne Østergårds forslag, Åne Østergård’s møde'), ['Åne Østergårds', 'Åne Østergård’s']);
	assert.deepEqual(foundIn('Åne M. Østergård'), ['Åne M. Østergård'], 'an initial in between');
});

test('only whole words are found', () => {
	assert.deepEqual(foundIn('Håne Østergård; Åne Østergårdsvej; Åne Østergårdø; Åne Østergård2'), []);
	assert.deepEqual(foundIn('(Åne Østergård)/»Åne Østergård«'), ['Åne Østergård', 'Åne Østergård']);
	// To \\b a Danish letter is no letter: it would find the name in the middle of this word.
	assert.deepEqual(foundIn('ØAne Berg; Ane Bergø; Ane Berg', { names: ['Ane Berg'], emails: [] }), ['Ane Berg']);
});

test('a first name or a last name alone and a misspelling are not found', () => {
	assert.deepEqual(foundIn('Åne siger, at Østergård og Åne Marie er enige; Åne Østergaardh, Anne Østergård'), []);
	assert.deepEqual(foundIn('Madonna synger', { names: ['Madonna'], emails: [] }), []);
	assert.deepEqual(foundIn('', ane), []);
	assert.deepEqual(foundIn('hvad som helst', { names: ['', '  '], emails: [''] }), []);
});

test('an address is found as a whole, at the end of a sentence as well, and not inside another', () => {
	assert.deepEqual(foundIn('Skriv til AANE@example.org.'), ['AANE@example.org']);
	assert.deepEqual(foundIn('mailto:aane@example.org?x, <aane@example.org>'), ['aane@example.org', 'aane@example.org']);
	assert.deepEqual(foundIn('maane@example.org, x.aane@example.org, aane@example.org.uk, aane@example.organ'), []);
	assert.deepEqual(foundIn('aane@exampleXorg'), [], 'a full stop is a full stop');
});

test('signs that mean something in a pattern are only signs in a name', () => {
	assert.deepEqual(foundIn('Bo (Bob) [x+', { names: ['Bo [x+'], emails: [] }), []);
	const double = { names: ['Anne-Marie Bak-Jensen'], emails: ['anne-marie@example.org'] };
	assert.deepEqual(foundIn('anne-marie bak-jensen, anne-marie@example.org', double).length, 2);
	assert.deepEqual(foundIn('Bo [x+ er her', { names: ['Bo [x+'], emails: [] }), ['Bo [x+']);
});

test('beside each stands a little of the text, cut at words, and what is found twice at one place is told once', () => {
	const before = 'ord '.repeat(40);
	const [only, ...others] = findMentions(`${before}Åne Østergård ${before}`, {
		names: ['Åne Østergård', 'Åne Marie Østergård'],
		emails: []
	});
	assert.deepEqual(others, []);
	assert.ok(only !== undefined && only.before.length <= 61 && only.after.length <= 61);
	assert.match(only.before, /^… ord (ord )*$/);
	assert.match(only.after, /^( ord)+ …$/);
	assert.deepEqual(findMentions('Åne Østergård', ane), [{ before: '', match: 'Åne Østergård', after: '' }]);
});

test('a text that is made to take long takes no time', () => {
	const hostile = `Åne ${'m '.repeat(50_000)}Østergår`;
	const begin = performance.now();
	assert.deepEqual(foundIn(hostile), []);
	assert.ok(performance.now() - begin < 1000);
});

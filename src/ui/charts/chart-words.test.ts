import assert from 'node:assert/strict';
import { test } from 'node:test';
import { intervalInWords, referenceInWords, valueInWords } from './chart-words.ts';

const points = { minimum: 0, maximum: 100 };
const answers = { minimum: 1, maximum: 5 };

test('a number on 0–100 is said without decimals, on 1–5 with one, in the reader’s way', () => {
	assert.equal(valueInWords({ value: 66.666, state: 'shown' }, 'da', points), '67');
	assert.equal(valueInWords({ value: 3.25, state: 'shown' }, 'da', answers), '3,3');
	assert.equal(valueInWords({ value: 3.25, state: 'shown' }, 'en', answers), '3.3');
});

test('a limit is said as a limit', () => {
	assert.equal(valueInWords({ value: 12.5, bound: 'at-most', state: 'shown' }, 'da', points), 'højst 13');
	assert.equal(valueInWords({ value: 88, bound: 'at-least', state: 'shown' }, 'en', points), 'at least 88');
});

test('a withheld number is never said, even if one is passed along', () => {
	assert.equal(valueInWords({ value: 41, state: 'withheld' }, 'da', points), 'vises ikke');
	assert.equal(valueInWords({ value: null, state: 'withheld' }, 'en', points), 'not shown');
});

test('no answer, no reference and no interval each have a word', () => {
	assert.equal(valueInWords({ value: null, state: 'shown' }, 'da', points), 'ikke besvaret');
	assert.equal(referenceInWords(null, 'da', points), 'ikke opgjort');
	assert.equal(intervalInWords(undefined, 'da', points), 'ikke opgjort');
});

test('an interval is said from low to high', () => {
	assert.equal(intervalInWords([61.8, 79.4], 'da', points), '62–79');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkAnswers } from './check-answers.ts';
import { parseInstrument } from './parse-instrument.ts';

const both = (text: string) => ({ da: text, en: text });
const parsed = parseInstrument({
	id: 'doors',
	name: both('Doors'),
	validation: both('Not validated.'),
	licence: 'EUPL-1.2',
	formats: [
		{ id: 'whole', minimum: 0, maximum: 4 },
		{ id: 'between', minimum: 1, maximum: 5, isWhole: false },
		{ id: 'odd', minimum: 1, maximum: 5, options: [1, 3, 5].map((value) => ({ value, label: both(String(value)) })) }
	],
	items: [
		{ id: 'a', format: 'whole' },
		{ id: 'b', format: 'between' },
		{ id: 'c', format: 'odd' }
	],
	scales: [{ id: 's', name: both('S'), items: ['a', 'b', 'c'], direction: 'neutral' }]
});
assert.ok(parsed.kind === 'instrument');
const { instrument } = parsed;
const check = (answers: Record<string, number | null>) => checkAnswers({ instrument, answers });

test('answers come out in the instrument’s order, whatever order they came in', () => {
	assert.deepEqual(check({ c: 3, a: 0, b: 2.5 }), { kind: 'ok', answers: [0, 2.5, 3] });
});

test('an item that is absent or null is not answered', () => {
	assert.deepEqual(check({ b: null }), { kind: 'ok', answers: [null, null, null] });
	assert.deepEqual(check({}), { kind: 'ok', answers: [null, null, null] });
});

test('an item that does not exist is refused, also where it bears the name of a built-in property', () => {
	assert.deepEqual(check({ a: 1, d: 1 }), { kind: 'unknown-item', item: 'd' });
	assert.deepEqual(check(JSON.parse('{"__proto__":1}')), { kind: 'unknown-item', item: '__proto__' });
	assert.deepEqual(check({ constructor: 1 }), { kind: 'unknown-item', item: 'constructor' });
});

test('an answer outside the range is refused, and both ends are inside', () => {
	assert.deepEqual(check({ a: 5 }), { kind: 'out-of-range', item: 'a', value: 5 });
	assert.deepEqual(check({ a: -1 }), { kind: 'out-of-range', item: 'a', value: -1 });
	assert.equal(check({ a: 0 }).kind, 'ok');
	assert.equal(check({ a: 4 }).kind, 'ok');
});

test('what is no number at all is out of range', () => {
	assert.equal(check({ a: NaN }).kind, 'out-of-range');
	assert.equal(check({ b: Infinity }).kind, 'out-of-range');
	assert.equal(check(JSON.parse('{"a":"1"}')).kind, 'out-of-range');
	assert.equal(check(JSON.parse('{"a":[1]}')).kind, 'out-of-range');
});

test('half an answer is refused where answers are whole', () => {
	assert.deepEqual(check({ a: 1.5 }), { kind: 'not-whole', item: 'a', value: 1.5 });
	assert.equal(check({ b: 1.5 }).kind, 'ok');
});

test('a number between two options is out of range', () => {
	assert.deepEqual(check({ c: 2 }), { kind: 'out-of-range', item: 'c', value: 2 });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseInstrument } from '#domain/instrument/parse-instrument.ts';
import { parseResponses } from './parse-responses.ts';
import { readNumber, sameValue } from './read-number.ts';
import { unitsOfPaths } from './units-of-paths.ts';

const both = (text: string) => ({ da: text, en: text });
const read = parseInstrument({
	id: 'x',
	name: both('X'),
	validation: both('Not validated.'),
	licence: 'EUPL-1.2',
	formats: [
		{ id: 'f', minimum: 1, maximum: 5 },
		{ id: 'choice', minimum: 0, maximum: 4, options: [0, 2, 4].map((value) => ({ value, label: both(String(value)) })) }
	],
	items: [
		{ id: 'a', format: 'f' },
		{ id: 'b', format: 'choice' }
	],
	scales: [{ id: 's', name: both('S'), items: ['a'], direction: 'strain' }],
	missingCodes: ['99']
});
assert.ok(read.kind === 'instrument');
const { instrument } = read;

const parse = (rows: string[][], mayEndEarly = false) =>
	parseResponses(instrument, { rows, firstLine: 1, mayEndEarly }, { unitColumns: ['unit'], where: [] });

test('answers come in the order of the items, whatever the order of the columns', () => {
	const parsed = parse([
		[' b ', 'note', 'unit', 'a'],
		['2', 'x', 'A', '5'],
		[],
		['', '', ' B  > C ', '99.0'],
		['4', '', 'A', '1']
	]);
	assert.deepEqual(parsed, {
		kind: 'responses',
		paths: [['A'], ['B', 'C']],
		pathOfRespondent: [0, 1, 0],
		answers: [
			[5, 2],
			[null, null],
			[1, 4]
		],
		missingAnswers: 2,
		leftOut: 0
	});
});

test('a number between two options is not an answer', () => {
	const parsed = parse([
		['unit', 'a', 'b'],
		['A', '1', '1']
	]);
	assert.deepEqual(parsed, {
		kind: 'faulty',
		total: 1,
		problems: [{ line: 2, column: 'b', code: 'out-of-range', value: '1' }]
	});
});

test('only a spreadsheet may leave out the end of a row', () => {
	const rows = [
		['unit', 'a', 'b'],
		['A', '1']
	];
	assert.equal(parse(rows).kind, 'faulty');
	assert.deepEqual(parse(rows, true), {
		kind: 'responses',
		paths: [['A']],
		pathOfRespondent: [0],
		answers: [[1, null]],
		missingAnswers: 1,
		leftOut: 0
	});
});

test('a unit whose name cannot be shown is a fault', () => {
	for (const name of ['A\u0000', 'x'.repeat(501)]) {
		const parsed = parse([
			['unit', 'a', 'b'],
			[name, '1', '2']
		]);
		assert.equal(parsed.kind === 'faulty' ? parsed.problems[0]?.code : parsed.kind, 'unit-unusable');
	}
});

test('numbers have a point or a comma, and nothing else about them', () => {
	const numbers = ['3', ' 3 ', '3.50', '3,5', '-2', '+1', '.5', '1e2', '1E-1'].map(readNumber);
	assert.deepEqual(numbers, [3, 3, 3.5, 3.5, -2, 1, 0.5, 100, 0.1]);
	for (const text of ['', ' ', '3 4', '1.000,5', '1,000,000', 'three', '0x10', 'NaN', 'Infinity', '5.', '3 %'])
		assert.equal(readNumber(text), null, text);
	assert.ok(sameValue(' ja ', 'ja') && sameValue('1', '1,0') && !sameValue('ja', 'Ja') && !sameValue('', '0'));
});

test('units of paths form one tree, and a unit that others lie below may have respondents of its own', () => {
	const { units, groups } = unitsOfPaths([['R', 'A'], ['R'], ['R', 'B', 'C']], 'unused');
	const nameOf = new Map(units.map((unit) => [unit.id, unit.name]));
	assert.deepEqual(units.map(({ name, parentId }) => [name, nameOf.get(parentId ?? '') ?? null]).sort(), [
		['A', 'R'],
		['B', 'R'],
		['C', 'B'],
		['R', null]
	]);
	assert.deepEqual(
		groups.map(({ name, path, unitId }) => [name, path.join('/'), nameOf.get(unitId)]),
		[
			['A', 'R/A', 'A'],
			['R', 'R', 'R'],
			['C', 'R/B/C', 'C']
		]
	);
	assert.equal(new Set([...units, ...groups].map(({ id }) => id)).size, 7);
	const rooted = unitsOfPaths([['A'], ['B']], 'Whole');
	assert.deepEqual(
		rooted.units.filter((unit) => unit.parentId === null).map(({ name }) => name),
		['Whole']
	);
	assert.deepEqual(
		rooted.groups.map(({ path }) => path),
		[
			['Whole', 'A'],
			['Whole', 'B']
		]
	);
});

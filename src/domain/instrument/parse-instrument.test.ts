import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parseInstrument } from './parse-instrument.ts';

const root = new URL('../../../', import.meta.url);
const readJson = (path: string): unknown => JSON.parse(readFileSync(new URL(path, root), 'utf8'));
const followsSchema = new Ajv2020({ allErrors: true }).compile(
	readJson('evidence/schema/instrument.schema.json') as object
);

const both = (text: string) => ({ da: text, en: text });

/** The smallest file that can be answered; each test breaks one thing in it. */
function smallFile() {
	return {
		id: 'small',
		name: both('Small'),
		validation: both('Not validated.'),
		licence: 'EUPL-1.2',
		formats: [
			{
				id: 'agree',
				minimum: 1,
				maximum: 2,
				options: [
					{ value: 2, label: both('Yes') },
					{ value: 1, label: both('No') }
				]
			}
		],
		items: [{ id: 'q1', format: 'agree', wording: both('Is it so?') }],
		scales: [{ id: 's1', name: both('So'), items: ['q1'], direction: 'resource' }],
		pages: [{ id: 'p1', title: both('So'), items: ['q1'] }]
	};
}

type SmallFile = ReturnType<typeof smallFile>;

function problemsOf(breakIt: (file: SmallFile & Record<string, unknown>) => void, targets = {}) {
	const file = smallFile();
	breakIt(file);
	const parsed = parseInstrument(file, targets);
	return parsed.kind === 'faulty' ? parsed.problems.map(({ path, code, detail }) => `${path} ${code} ${detail}`) : [];
}

test('fields that are left out get their defaults', () => {
	const { pages: _, ...file } = smallFile();
	const parsed = parseInstrument(file);
	assert.equal(parsed.kind, 'instrument');
	const { instrument } = parsed;
	assert.equal(instrument.version, 1);
	assert.equal(instrument.formats[0]?.isWhole, true);
	assert.equal(instrument.items[0]?.isReversed, false);
	assert.deepEqual(instrument.pages, []);
	const [scale] = instrument.scales;
	assert.deepEqual([scale?.factor, scale?.outcome, scale?.metric], [null, null, 'points']);
});

test('an empty field always means not answered, whatever other codes are named', () => {
	const codes = (missingCodes: readonly string[] | undefined) => {
		const parsed = parseInstrument({ ...smallFile(), missingCodes });
		return parsed.kind === 'instrument' ? parsed.instrument.missingCodes : null;
	};
	assert.deepEqual(codes(undefined), ['']);
	assert.deepEqual(codes(['NA', '-9']), ['', 'NA', '-9']);
	assert.deepEqual(codes(['NA', '']), ['NA', '']);
});

test('the schema reference of a file is not part of the instrument', () => {
	const parsed = parseInstrument({ $schema: 'x', ...smallFile() });
	assert.ok(parsed.kind === 'instrument' && !('$schema' in parsed.instrument));
});

// prettier-ignore
const faults: readonly [string, (file: SmallFile & Record<string, unknown>) => void, string][] = [
	['a misspelt field', (file) => Object.assign(file.items[0]!, { reversed: true }), 'items[0].reversed unknown-field "reversed"'],
	['a missing name', (file) => Reflect.deleteProperty(file, 'name'), 'name field-missing "name"'],
	['a name in Danish only', (file) => Reflect.deleteProperty(file.name, 'en'), 'name.en field-missing "en"'],
	['an id with a space at the end', (file) => (file.items[0]!.id = 'q1 '), 'items[0].id wrong-shape /^\\S(.*\\S)?$/ ≠ "q1 "'],
	['an unknown direction', (file) => (file.scales[0]!.direction = 'up'), 'scales[0].direction wrong-shape ("strain" | "resource" | "neutral") ≠ "up"'],
	['a text where a number belongs', (file) => Object.assign(file.formats[0]!, { minimum: '1' }), 'formats[0].minimum wrong-shape number ≠ "1"'],
	['an infinite range', (file) => (file.formats[0]!.maximum = Infinity), 'formats[0].maximum wrong-shape finite ≠ Infinity'],
	['a version of half', (file) => Object.assign(file, { version: 1.5 }), 'version wrong-shape integer ≠ 1.5'],
	['two items with one id', (file) => file.items.push(file.items[0]!), 'items[1].id duplicate-id q1'],
	['two formats with one id', (file) => file.formats.push(file.formats[0]!), 'formats[1].id duplicate-id agree'],
	['two scales with one id', (file) => file.scales.push(file.scales[0]!), 'scales[1].id duplicate-id s1'],
	['two pages with one id', (file) => file.pages.push({ ...file.pages[0]!, items: [] }), 'pages[1].id duplicate-id p1'],
	['an item in an unknown format', (file) => (file.items[0]!.format = 'none'), 'items[0].format unknown-format none'],
	['a range without width', (file) => Object.assign(file.formats[0]!, { minimum: 2 }), 'formats[0] empty-range 2–2'],
	['a range turned round', (file) => Object.assign(file.formats[0]!, { minimum: 3 }), 'formats[0] empty-range 3–2'],
	['a whole format that ends between numbers', (file) => (file.formats[0]!.maximum = 2.5), 'formats[0] not-whole 1–2.5'],
	['an option over the range', (file) => (file.formats[0]!.options[0]!.value = 3), 'formats[0].options[0].value option-out-of-range 3'],
	['an option between whole numbers', (file) => (file.formats[0]!.options[0]!.value = 1.5), 'formats[0].options[0].value not-whole 1.5'],
	['two options with one value', (file) => (file.formats[0]!.options[0]!.value = 1), 'formats[0].options[1].value duplicate-value 1'],
	['a scale without items', (file) => (file.scales[0]!.items = []), 'scales[0].items no-items '],
	['a scale of an unknown item', (file) => (file.scales[0]!.items = ['q2']), 'scales[0].items[0] unknown-item q2'],
	['a scale that counts an item twice', (file) => file.scales[0]!.items.push('q1'), 'scales[0].items[1] duplicate-item q1'],
	['a scale of a factor and an outcome', (file) => Object.assign(file.scales[0]!, { factor: 'a', outcome: 'b' }), 'scales[0] factor-and-outcome s1'],
	['a page without items', (file) => file.pages.push({ id: 'p2', title: both('x'), items: [] }), 'pages[1].items no-items '],
	['a page with an unknown item', (file) => file.pages[0]!.items.push('q2'), 'pages[0].items[1] unknown-item q2'],
	['a page that asks twice', (file) => file.pages[0]!.items.push('q1'), 'pages[0].items[1] duplicate-item q1'],
	['an item on two pages', (file) => file.pages.push({ id: 'p2', title: both('x'), items: ['q1'] }), 'pages[1].items[0] duplicate-item q1'],
	['a question without words', (file) => Reflect.deleteProperty(file.items[0]!, 'wording'), 'pages[0].items[0] no-wording q1'],
	['a question without answers', (file) => Reflect.deleteProperty(file.formats[0]!, 'options'), 'pages[0].items[0] no-options q1'],
	['an item that no page asks', (file) => file.items.push({ ...file.items[0]!, id: 'q2' }), 'items[1] item-on-no-page q2']
];

for (const [fault, breakIt, problem] of faults)
	test(`${fault} is named with its place`, () => {
		assert.ok(problemsOf(breakIt).includes(problem), `${problemsOf(breakIt).join('\n')}\nlacks\n${problem}`);
	});

test('a mean over items with different ranges is refused, points are not', () => {
	const mix = (metric: string) => (file: SmallFile & Record<string, unknown>) => {
		file.formats.push({ ...file.formats[0]!, id: 'long', maximum: 7 });
		file.items.push({ ...file.items[0]!, id: 'q2', format: 'long' });
		file.pages[0]!.items.push('q2');
		file.scales[0]!.items.push('q2');
		Object.assign(file.scales[0]!, { metric });
	};
	assert.deepEqual(problemsOf(mix('mean')), ['scales[0].metric mixed-ranges 1–2, 1–7']);
	assert.deepEqual(problemsOf(mix('points')), []);
});

test('a scale may only point at a factor or an outcome that is known, where the known ones are given', () => {
	const targets = { factors: ['workload'], outcomes: ['stress'] };
	const pointAt = (target: object) => problemsOf((file) => Object.assign(file.scales[0]!, target), targets);
	assert.deepEqual(pointAt({ factor: 'workload' }), []);
	assert.deepEqual(pointAt({ outcome: 'stress' }), []);
	assert.deepEqual(pointAt({ factor: 'stress' }), ['scales[0].factor unknown-factor stress']);
	assert.deepEqual(pointAt({ outcome: 'workload' }), ['scales[0].outcome unknown-outcome workload']);
	assert.deepEqual(
		problemsOf((file) => Object.assign(file.scales[0]!, { factor: 'anything' })),
		[]
	);
});

test('all faults are named at once', () => {
	const problems = problemsOf((file) => {
		file.items[0]!.format = 'none';
		file.scales[0]!.items = [];
	});
	assert.equal(problems.length, 3);
});

for (const rubbish of [null, undefined, 3, 'x', [], {}, { formats: null }])
	test(`${JSON.stringify(rubbish)} is faulty and throws nothing`, () => {
		assert.equal(parseInstrument(rubbish).kind, 'faulty');
	});

test('the published schema and the parser agree on the shape of a file', () => {
	assert.ok(followsSchema(smallFile()));
	const shapeCodes = new Set(['wrong-shape', 'unknown-field', 'field-missing']);
	for (const [fault, breakIt] of faults) {
		const file = smallFile();
		breakIt(file);
		const parsed = parseInstrument(file);
		const isOfShape = parsed.kind === 'faulty' && parsed.problems.every(({ code }) => shapeCodes.has(code));
		// JSON itself cannot hold an infinite number, so the schema has no rule for it.
		if (fault === 'an infinite range') continue;
		assert.equal(!followsSchema(file), isOfShape, fault);
	}
});

for (const path of [
	'evidence/instruments/ledertrivsel-1.json',
	'tests/reference/instruments/lq2002.json',
	'tests/reference/instruments/bh1996.json',
	'tests/reference/instruments/mps2021.json'
])
	test(`${path} follows the schema and has no fault`, () => {
		const file = readJson(path);
		assert.ok(followsSchema(file), JSON.stringify(followsSchema.errors));
		const parsed = parseInstrument(file);
		assert.deepEqual(parsed.kind === 'faulty' ? parsed.problems : [], []);
	});

test('the example in docs/instrument-format.md follows the schema and has no fault', () => {
	const page = readFileSync(new URL('docs/instrument-format.md', root), 'utf8');
	const example: unknown = JSON.parse(/```json\n([^]*?)```/.exec(page)?.[1] ?? '');
	assert.ok(followsSchema(example), JSON.stringify(followsSchema.errors));
	assert.equal(parseInstrument(example).kind, 'instrument');
});

test('docs/instrument-format.md names every code that a fault can have', () => {
	const page = readFileSync(new URL('docs/instrument-format.md', root), 'utf8');
	for (const [fault, breakIt] of faults) {
		const file = smallFile();
		breakIt(file);
		const parsed = parseInstrument(file);
		const problems = parsed.kind === 'faulty' ? parsed.problems : [];
		for (const { code } of problems) assert.ok(page.includes(`\`${code}\``), `${fault}: ${code}`);
	}
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseInstrument } from './parse-instrument.ts';
import { hasSameScales, sharedScales } from './same-scales.ts';
import { scalesApart } from './scales-apart.ts';
import { shortInstrument } from './short-instrument.ts';

const parsed = parseInstrument(JSON.parse(readFileSync('evidence/instruments/ledertrivsel-1.json', 'utf8')));
assert.ok(parsed.kind === 'instrument');
const parent = parsed.instrument;
const name = { da: 'Kort', en: 'Short' };
const factors = parent.scales.flatMap((scale) => (scale.factor === null ? [] : [scale.factor]));

const shortOf = (...chosen: readonly string[]) => {
	const short = shortInstrument({ parent, factors: new Set(chosen), name });
	return short.kind === 'instrument' ? short.instrument : assert.fail(short.kind);
};

test('one to four factors of our questionnaire make 8 to 12 questions, with an outcome where there is room', () => {
	fc.assert(
		fc.property(fc.shuffledSubarray(factors, { minLength: 1, maxLength: 4 }), (chosen) => {
			const short = shortOf(...chosen);
			assert.ok(short.items.length >= 8 && short.items.length <= 12, `${short.items.length} questions`);
			for (const factor of chosen) assert.ok(short.scales.some((scale) => scale.factor === factor));
			const outcomes = short.scales.filter((scale) => scale.outcome !== null);
			assert.equal(outcomes.length > 0, chosen.length < 4);
			const asked = short.pages.flatMap((page) => page.items);
			assert.deepEqual(new Set(asked), new Set(short.items.map((item) => item.id)));
			assert.deepEqual(new Set(short.scales.flatMap((scale) => scale.items)), new Set(asked));
			assert.equal(scalesApart(short).length, short.scales.length);
		})
	);
});

test('it is a whole questionnaire of its own that a file could hold, the same for the same choice in any order', () => {
	const [first = '', second = ''] = factors;
	const short = shortOf(first, second);
	assert.deepEqual(parseInstrument(JSON.parse(JSON.stringify(short))), { kind: 'instrument', instrument: short });
	assert.deepEqual(shortOf(second, first), short);
	assert.notEqual(shortOf(first).id, short.id);
	assert.deepEqual(short.parent, { id: parent.id, version: parent.version });
});

test('its scores can be held against those of the long one, and of the long one only those it has', () => {
	const short = shortOf(factors[0] ?? '', factors[3] ?? '');
	assert.ok(hasSameScales(short, parent));
	assert.ok(!hasSameScales(parent, short));
	assert.deepEqual(
		sharedScales(parent, short),
		short.scales.map((scale) => scale.id)
	);
	assert.deepEqual(sharedScales({ ...short, parent: { id: 'another', version: 1 } }, parent), []);
	const turned = short.items.map((item) => ({ ...item, isReversed: !item.isReversed }));
	assert.deepEqual(sharedScales({ ...short, items: turned }, parent), []);
});

test('a short one of a short one belongs to the same family', () => {
	const short = shortOf(factors[0] ?? '', factors[1] ?? '');
	const shorter = shortInstrument({ parent: short, factors: new Set([factors[0] ?? '']), name });
	assert.ok(shorter.kind === 'instrument');
	assert.deepEqual(shorter.instrument.parent, short.parent);
	assert.ok(hasSameScales(shorter.instrument, parent));
});

test('too many factors and none that is measured are told apart', () => {
	assert.deepEqual(shortInstrument({ parent, factors: new Set(factors.slice(0, 5)), name }), {
		kind: 'too-long',
		items: 15
	});
	assert.deepEqual(shortInstrument({ parent, factors: new Set(['weather']), name }), { kind: 'nothing-to-ask' });
});

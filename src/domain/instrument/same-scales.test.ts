import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Instrument } from './instrument.ts';
import { parseInstrument } from './parse-instrument.ts';
import { hasSameScales } from './same-scales.ts';

const parsed = parseInstrument(JSON.parse(readFileSync('evidence/instruments/ledertrivsel-1.json', 'utf8')));
assert.ok(parsed.kind === 'instrument');
const { instrument } = parsed;
const first = instrument.scales[0] ?? assert.fail();

const changed = (change: Partial<Instrument>): Instrument => ({ ...instrument, version: 2, ...change });

test('a new version with other words, pages or further scales measures the same', () => {
	const both = { da: 'Andet', en: 'Other' };
	assert.ok(hasSameScales(instrument, instrument));
	assert.ok(hasSameScales(changed({ name: both, pages: [] }), instrument));
	assert.ok(
		hasSameScales(changed({ items: instrument.items.map((item) => ({ ...item, wording: both })) }), instrument)
	);
	assert.ok(hasSameScales(instrument, changed({ scales: [...instrument.scales, { ...first, id: 'more' }] })));
});

test('another questionnaire, a scale or an item that is new, turned or answered in another range does not', () => {
	const scales = instrument.scales.map((scale) =>
		scale === first ? { ...scale, items: scale.items.slice(1) } : scale
	);
	const items = instrument.items.map((item) =>
		item.id === first.items[0] ? { ...item, isReversed: !item.isReversed } : item
	);
	const formats = instrument.formats.map((format) => ({ ...format, maximum: format.maximum + 1 }));
	const others = [
		changed({ id: 'another' }),
		changed({ scales: instrument.scales.slice(1) }),
		changed({ scales }),
		changed({ items }),
		changed({ formats })
	];
	for (const other of others) assert.ok(!hasSameScales(instrument, other));
});

// What the questionnaire promises of itself, kept by a test so that a later wording cannot break it unseen.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseInstrument } from './parse-instrument.ts';

const evidence = new URL('../../../evidence/', import.meta.url);
const readJson = (path: string) => JSON.parse(readFileSync(new URL(path, evidence), 'utf8'));
const idsOf = (path: string): string[] => readJson(path).map(({ id }: { id: string }) => id);

const targets = { factors: idsOf('factors.json'), outcomes: idsOf('outcomes.json') };
const parsed = parseInstrument(readJson('instruments/ledertrivsel-1.json'), targets);
assert.ok(parsed.kind === 'instrument', JSON.stringify(parsed));
const { instrument } = parsed;
const { items, scales, pages, formats } = instrument;

test('every factor of the evidence base is asked about in three questions', () => {
	const counts = scales.filter(({ factor }) => factor !== null).map(({ factor, items }) => `${factor} ${items.length}`);
	assert.deepEqual(new Set(counts), new Set(targets.factors.map((factor) => `${factor} 3`)));
});

test('the six outcomes have at least two questions each, so that an alpha can be claimed', () => {
	const outcomes = scales.filter(({ outcome }) => outcome !== null);
	assert.deepEqual(
		new Set(outcomes.map(({ outcome }) => outcome)),
		new Set(['well-being', 'stress', 'exhaustion', 'job-satisfaction', 'recovery', 'wish-to-stay'])
	);
	for (const { id, items } of outcomes) assert.ok(items.length >= 2, id);
});

test('every scale is 0–100 points and says what a high score means', () => {
	for (const scale of scales) {
		assert.equal(scale.metric, 'points', scale.id);
		assert.notEqual(scale.direction, 'neutral', scale.id);
	}
});

test('every question counts in exactly one scale', () => {
	const counted = scales.flatMap((scale) => scale.items);
	assert.deepEqual(counted.toSorted(), items.map(({ id }) => id).toSorted());
});

test('a page keeps to one set of five answers, from 5 down to 1', () => {
	for (const page of pages) {
		const used = new Set(items.filter(({ id }) => page.items.includes(id)).map(({ format }) => format));
		assert.equal(used.size, 1, page.id);
	}
	for (const format of formats)
		assert.deepEqual(
			format.options?.map(({ value }) => value),
			[5, 4, 3, 2, 1],
			format.id
		);
});

test('each of the twelve factors has a page of its own', () => {
	for (const page of pages.slice(0, 12)) {
		const scale = scales.find(({ factor }) => factor === page.id);
		assert.deepEqual(page.items, scale?.items, page.id);
	}
	assert.equal(pages.length, 14);
});

test('a question is short enough for a phone in both languages', () => {
	for (const { id, wording } of items)
		for (const text of [wording?.da ?? '', wording?.en ?? ''])
			assert.ok(text.length > 10 && text.length <= 85, `${id}: ${text}`);
});

test('no page title tells what answer is hoped for', () => {
	for (const { title } of pages)
		assert.doesNotMatch(`${title.da} ${title.en}`, /belast|pres|konflikt|isol|mangl|strain|pressure|conflict|lack/i);
});

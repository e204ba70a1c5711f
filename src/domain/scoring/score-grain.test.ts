import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseInstrument } from '#domain/instrument/parse-instrument.ts';
import { scoreAnswers } from './score-answers.ts';
import { scoreGrain } from './score-grain.ts';

const both = (text: string) => ({ da: text, en: text });
const scale = (id: string, items: string[], metric = 'points') => ({
	id,
	name: both(id),
	items,
	metric,
	direction: 'strain'
});
const read = parseInstrument({
	id: 'x',
	name: both('X'),
	validation: both('Not validated.'),
	licence: 'EUPL-1.2',
	formats: [
		{ id: 'five', minimum: 1, maximum: 5 },
		{ id: 'yes', minimum: 0, maximum: 1 },
		{
			id: 'choice',
			minimum: 0,
			maximum: 4,
			options: [0, 2, 4].map((value) => ({ value, label: both(String(value)) }))
		},
		{ id: 'hours', minimum: 0, maximum: 100, isWhole: false }
	],
	items: [
		...['a', 'b', 'c'].map((id) => ({ id, format: 'five', isReversed: id === 'b' })),
		{ id: 'y', format: 'yes' },
		{ id: 'o', format: 'choice' },
		{ id: 'h', format: 'hours' }
	],
	scales: [
		scale('one', ['a']),
		scale('own', ['a'], 'mean'),
		scale('three', ['a', 'b', 'c']),
		scale('yes', ['y']),
		scale('mixed', ['y', 'a']),
		scale('choice', ['o']),
		scale('hours', ['h']),
		scale('partly', ['a', 'h'])
	]
});
assert.ok(read.kind === 'instrument');
const { instrument } = read;
const grains = instrument.scales.map((one) => scoreGrain(instrument, one));

test('the grain is the step that all possible scores are multiples of', () => {
	assert.deepEqual(
		grains.map((grain) => grain && Number(grain.toFixed(6))),
		[25, 1, 4.166667, 100, 12.5, 50, null, null]
	);
});

test('every score of every pattern of answers lies on the grain', () => {
	const values = [null, 1, 2, 3, 4, 5];
	for (const a of values)
		for (const b of values)
			for (const c of values)
				for (const y of [null, 0, 1]) {
					const scores = scoreAnswers({ instrument, answers: [a, b, c, y, 2, 7] });
					scores.forEach(({ score, minimum }, place) => {
						const grain = grains[place];
						if (score === null || grain === null || grain === undefined) return;
						const steps = (score - minimum) / grain;
						assert.ok(Math.abs(steps - Math.round(steps)) < 1e-9, `${instrument.scales[place]?.id}: ${score}`);
					});
				}
});

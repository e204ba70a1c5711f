import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseInstrument } from '#domain/instrument/parse-instrument.ts';
import type { Instrument } from '#domain/instrument/instrument.ts';
import { scoreAnswers, scoreScale } from './score-answers.ts';
import { scoreResponses } from './score-responses.ts';

const both = (text: string) => ({ da: text, en: text });

/** Three items of 0–4, the last reversed; and a seven-point item beside them. */
function instrumentWith(metric: 'points' | 'mean', items = ['a', 'b', 'c']): Instrument {
	const parsed = parseInstrument({
		id: 'three',
		name: both('Three'),
		validation: both('Not validated.'),
		licence: 'EUPL-1.2',
		formats: [
			{ id: 'zero', minimum: 0, maximum: 4 },
			{ id: 'seven', minimum: 1, maximum: 7 }
		],
		items: [
			{ id: 'a', format: 'zero' },
			{ id: 'b', format: 'zero' },
			{ id: 'c', format: 'zero', isReversed: true },
			{ id: 'd', format: 'seven' }
		],
		scales: [{ id: 's', name: both('S'), items, direction: 'strain', factor: 'workload', metric }]
	});
	assert.ok(parsed.kind === 'instrument');
	return parsed.instrument;
}

const scoreOf = (answers: (number | null)[], metric: 'points' | 'mean' = 'points', items = ['a', 'b', 'c']) =>
	scoreScale({ instrument: instrumentWith(metric, items), scaleId: 's', answers }).score;

test('points run from 0 to 100 over the range of the item, and a reversed item the other way', () => {
	assert.equal(scoreOf([0, 0, 4, null]), 0);
	assert.equal(scoreOf([4, 4, 0, null]), 100);
	assert.equal(scoreOf([2, 2, 2, null]), 50);
	assert.equal(scoreOf([4, 4, 4, null]), 200 / 3);
});

test('a mean keeps the range of its items, and mirrors a reversed item in it', () => {
	assert.equal(scoreOf([0, 0, 4, null], 'mean'), 0);
	assert.equal(scoreOf([4, 4, 0, null], 'mean'), 4);
	assert.equal(scoreOf([1, 3, 3, null], 'mean'), 5 / 3);
});

test('items with different ranges count equally in points', () => {
	assert.equal(scoreOf([4, null, null, 1], 'points', ['a', 'd']), 50);
	assert.equal(scoreOf([0, null, null, 7], 'points', ['a', 'd']), 50);
});

test('half of the items are enough, fewer are not', () => {
	assert.equal(scoreOf([4, null, null, 7], 'points', ['a', 'b', 'c', 'd']), 100);
	assert.equal(scoreOf([4, null, null, null], 'points', ['a', 'b', 'c', 'd']), null);
	assert.equal(scoreOf([4, 2, null, null]), 75);
	assert.equal(scoreOf([4, null, null, null]), null);
	assert.equal(scoreOf([null, null, null, null]), null);
});

test('an answer to an item of another scale changes nothing', () => {
	assert.equal(scoreOf([1, 2, 3, 7]), scoreOf([1, 2, 3, 1]));
});

test('a score carries what is needed to read it', () => {
	const [score] = scoreAnswers({ instrument: instrumentWith('mean'), answers: [4, null, 0, null] });
	assert.deepEqual(score, {
		scale: 's',
		score: 4,
		answered: 2,
		itemCount: 3,
		direction: 'strain',
		factor: 'workload',
		outcome: null,
		minimum: 0,
		maximum: 4
	});
});

test('turning an item and its answer round leaves the score as it was', () => {
	const instrument = instrumentWith('points');
	const turned = {
		...instrument,
		items: instrument.items.map((item) => (item.id === 'a' ? { ...item, isReversed: true } : item))
	};
	for (const answer of [0, 1, 2, 3, 4])
		assert.equal(
			scoreAnswers({ instrument: turned, answers: [4 - answer, 1, 3, null] })[0]?.score,
			scoreAnswers({ instrument, answers: [answer, 1, 3, null] })[0]?.score
		);
});

test('a wrong number of answers, and a scale that does not exist, are the caller’s mistakes', () => {
	const instrument = instrumentWith('points');
	assert.throws(() => scoreAnswers({ instrument, answers: [1, 2, 3] }), RangeError);
	assert.throws(() => scoreScale({ instrument, scaleId: 's', answers: [1] }), RangeError);
	assert.throws(() => scoreScale({ instrument, scaleId: 'x', answers: [1, 2, 3, 4] }), RangeError);
	assert.throws(() => scoreResponses({ instrument, answers: new Float64Array(7), respondents: 2 }), RangeError);
});

test('an instrument that was never parsed is the caller’s mistake', () => {
	const instrument = instrumentWith('points');
	const answers = [1, 2, 3, 4];
	assert.throws(() => scoreAnswers({ instrument: { ...instrument, formats: [] }, answers }), RangeError);
	const [scale] = instrument.scales;
	assert.ok(scale !== undefined);
	assert.throws(
		() => scoreAnswers({ instrument: { ...instrument, scales: [{ ...scale, items: ['x'] }] }, answers }),
		RangeError
	);
	assert.throws(
		() => scoreAnswers({ instrument: { ...instrument, scales: [{ ...scale, items: [] }] }, answers }),
		RangeError
	);
});

const own = parseInstrument(
	JSON.parse(readFileSync(new URL('../../../evidence/instruments/ledertrivsel-1.json', import.meta.url), 'utf8'))
);
assert.ok(own.kind === 'instrument');
const { instrument } = own;

/** Answers with holes, the same at every run. */
function someAnswers(respondents: number): Float64Array {
	let state = 20261104;
	const draw = () => (state = (state * 48271) % 2147483647) / 2147483647;
	return Float64Array.from({ length: respondents * instrument.items.length }, () =>
		draw() < 0.3 ? NaN : 1 + Math.floor(draw() * 5)
	);
}

test('a whole round is scored exactly as its respondents one by one', () => {
	const respondents = 200;
	const answers = someAnswers(respondents);
	const scores = scoreResponses({ instrument, answers, respondents });
	const [items, scales] = [instrument.items.length, instrument.scales.length];
	for (let respondent = 0; respondent < respondents; respondent += 1) {
		const row = [...answers.subarray(respondent * items, (respondent + 1) * items)];
		const single = scoreAnswers({ instrument, answers: row.map((answer) => (Number.isNaN(answer) ? null : answer)) });
		assert.deepEqual(
			[...scores.subarray(respondent * scales, (respondent + 1) * scales)],
			single.map(({ score }) => score ?? NaN)
		);
	}
});

test('our own instrument gives 0 and 100 at its two ends on every scale', () => {
	const extreme = (isHigh: boolean) =>
		scoreAnswers({ instrument, answers: instrument.items.map((item) => (item.isReversed === isHigh ? 1 : 5)) });
	assert.deepEqual(new Set(extreme(true).map(({ score }) => score)), new Set([100]));
	assert.deepEqual(new Set(extreme(false).map(({ score }) => score)), new Set([0]));
});

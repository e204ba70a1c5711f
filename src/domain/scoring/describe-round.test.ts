import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseInstrument } from '#domain/instrument/parse-instrument.ts';
import { describeRound } from './describe-round.ts';
import type { ScaleStatistics } from './describe-round.ts';
import { scoreResponses } from './score-responses.ts';

const both = (text: string) => ({ da: text, en: text });
const scale = (id: string, items: string[], more = {}) => ({ id, name: both(id), items, direction: 'strain', ...more });
const parsed = parseInstrument({
	id: 'round',
	name: both('Round'),
	validation: both('Not validated.'),
	licence: 'EUPL-1.2',
	formats: [
		{ id: 'five', minimum: 1, maximum: 5 },
		{ id: 'seven', minimum: 1, maximum: 7 },
		{ id: 'between', minimum: 1, maximum: 5, isWhole: false }
	],
	items: [
		{ id: 'a', format: 'five' },
		{ id: 'b', format: 'five' },
		{ id: 'c', format: 'five', isReversed: true },
		{ id: 'd', format: 'seven' },
		{ id: 'e', format: 'between' }
	],
	scales: [
		scale('points', ['a', 'b', 'c']),
		scale('mean', ['a', 'b', 'c'], { metric: 'mean' }),
		scale('mixed', ['a', 'b', 'd']),
		scale('between', ['a', 'e']),
		scale('single', ['d'])
	]
});
assert.ok(parsed.kind === 'instrument');
const { instrument } = parsed;
const width = instrument.items.length;

/** Rows of answers with a few holes, the same at every run; members of a group share a leaning. */
function makeRound(respondents: number, groupCount: number) {
	let state = 4711;
	const draw = () => (state = (state * 48271) % 2147483647) / 2147483647;
	const groupIndex = Int32Array.from({ length: respondents }, (_, row) => (row % (groupCount + 1)) - 1);
	const answers = new Float64Array(respondents * width);
	for (let row = 0; row < respondents; row += 1) {
		const leaning = draw() + (groupIndex[row] ?? 0) / groupCount;
		const between = (low: number, high: number) =>
			draw() < 0.05 ? NaN : Math.min(high, low + Math.floor(((leaning + draw()) / 3) * (high - low + 1)));
		const own = [between(1, 5), between(1, 5), 6 - between(1, 5), between(1, 7), between(1, 5) * 0.5 + 1];
		answers.set(own, row * width);
	}
	return { answers, groupIndex, groupCount };
}

type Round = ReturnType<typeof makeRound>;
const describe = ({ answers, groupIndex, groupCount }: Round) =>
	describeRound({
		instrument,
		answers,
		scores: scoreResponses({ instrument, answers, respondents: groupIndex.length }),
		groupIndex,
		groupCount
	});

function sameStatistics(found: readonly ScaleStatistics[], expected: readonly ScaleStatistics[]): void {
	const flat = (all: readonly ScaleStatistics[]) =>
		all.flatMap(({ rwgj, scale: _, ...numbers }) => [
			...Object.values(numbers),
			...Object.values(rwgj ?? { none: null })
		]);
	const expectedNumbers = flat(expected);
	for (const [index, number] of flat(found).entries()) {
		const other = expectedNumbers[index] ?? null;
		if (number === null || other === null) assert.equal(number, other);
		else assert.ok(Math.abs(number - other) < 1e-8, `${number} is not ${other}`);
	}
}

const round = makeRound(300, 9);
const statistics = describe(round);
const [points, means, mixed, between, single] = statistics;

test('the order of respondents does not matter', () => {
	const { groupIndex, answers } = round;
	const order = [...groupIndex.keys()].reverse();
	sameStatistics(
		describe({
			...round,
			groupIndex: Int32Array.from(order, (row) => groupIndex[row] ?? -1),
			answers: Float64Array.from(order.flatMap((row) => [...answers.subarray(row * width, (row + 1) * width)]))
		}),
		statistics
	);
});

test('the numbers that groups bear do not matter, nor groups without respondents', () => {
	const groupIndex = round.groupIndex.map((group) => (group < 0 ? -1 : 20 - group));
	sameStatistics(describe({ ...round, groupIndex, groupCount: 30 }), statistics);
});

test('a mean and points of the same items differ in their unit and in nothing else', () => {
	assert.ok(points !== undefined && means !== undefined);
	assert.ok(Math.abs((points.mean ?? NaN) - ((means.mean ?? NaN) - 1) * 25) < 1e-9);
	sameStatistics(
		[{ ...points, mean: null, standardDeviation: null }],
		[{ ...means, mean: null, standardDeviation: null }]
	);
	assert.equal(means.mean, means.itemMean);
});

test('an item that was not turned is seen in alpha', () => {
	const planted = {
		...instrument,
		items: instrument.items.map((item) => ({ ...item, isReversed: false }))
	};
	const scores = scoreResponses({ instrument: planted, answers: round.answers, respondents: round.groupIndex.length });
	const [unturned] = describeRound({ instrument: planted, ...round, scores });
	assert.ok((points?.alpha ?? 0) > 0.5 && (unturned?.alpha ?? 1) < 0.2, `${points?.alpha} ${unturned?.alpha}`);
});

test('groups that were mixed up have no ICC to speak of', () => {
	const shuffled = { ...round, groupIndex: round.groupIndex.map((_, row) => Math.floor(row / 10) % 9) };
	assert.ok((points?.icc1 ?? 0) > 0.2 && (describe(shuffled)[0]?.icc1 ?? 1) < 0.1);
});

test('items with different ranges have no item mean and no rwg(j), but an alpha of their points', () => {
	assert.deepEqual([mixed?.itemMean, mixed?.itemStandardDeviation, mixed?.rwgj], [null, null, null]);
	assert.ok((mixed?.alpha ?? 0) > 0);
});

test('answers that are not whole have no rwg(j), two items no omega, one item no alpha', () => {
	assert.deepEqual([between?.rwgj, between?.omega], [null, null]);
	assert.ok(between?.alpha !== null);
	assert.equal(single?.alpha, null);
	assert.ok(single?.rwgj !== null);
});

test('respondents in no group count for the mean and not for the ICC', () => {
	const inGroups = [...round.groupIndex.keys()].filter((row) => (round.groupIndex[row] ?? -1) >= 0);
	const [only] = describe({
		...round,
		groupIndex: Int32Array.from(inGroups, (row) => round.groupIndex[row] ?? -1),
		answers: Float64Array.from(inGroups.flatMap((row) => [...round.answers.subarray(row * width, (row + 1) * width)]))
	});
	assert.ok(only !== undefined && points !== undefined && only.count < points.count);
	assert.ok(Math.abs((only.icc1 ?? 0) - (points.icc1 ?? 1)) < 1e-12);
	assert.deepEqual(only.rwgj, points.rwgj);
});

test('a round without a response has counts of nothing and no figures', () => {
	const [empty] = describe({ answers: new Float64Array(), groupIndex: new Int32Array(), groupCount: 3 });
	assert.deepEqual(empty, {
		scale: 'points',
		count: 0,
		completeCount: 0,
		mean: null,
		standardDeviation: null,
		itemMean: null,
		itemStandardDeviation: null,
		alpha: null,
		omega: null,
		icc1: null,
		icc2: null,
		rwgj: null
	});
});

test('one response has a mean and no spread', () => {
	const [one] = describe({ answers: Float64Array.of(5, 5, 1, 7, 5), groupIndex: Int32Array.of(0), groupCount: 1 });
	assert.deepEqual([one?.mean, one?.standardDeviation, one?.alpha, one?.icc1], [100, null, null, null]);
});

test('lists that do not fit, and groups out of range, are the caller’s mistakes', () => {
	const scores = scoreResponses({ instrument, answers: round.answers, respondents: 300 });
	assert.throws(() => describeRound({ instrument, ...round, scores: scores.subarray(1) }), RangeError);
	assert.throws(() => describeRound({ instrument, ...round, scores, answers: round.answers.subarray(1) }), RangeError);
	assert.throws(() => describeRound({ instrument, ...round, scores, groupCount: 3 }), RangeError);
});

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Instrument } from '#domain/instrument/instrument.ts';
import { describeRound } from '#domain/scoring/describe-round.ts';
import { scoreResponses } from '#domain/scoring/score-responses.ts';
import { correlation } from '#domain/statistics/correlation.ts';
import { readInstruments } from '#server/evidence-base/read-instruments.ts';
import { projectRoot } from '#server/project-root.ts';
import { simulateAnswers } from './simulate-answers.ts';
import { seededRandom } from './seeded-random.ts';

const found = readInstruments(join(projectRoot, 'evidence/instruments')).find((one) => one.id === 'ledertrivsel-1');
assert.ok(found);
const instrument: Instrument = found;
const groups = Array.from({ length: 4000 }, (_, index) => ({
	id: `g${index}`,
	areaId: `area ${index % 40}`,
	invited: 3 + (index % 8)
}));
const invited = groups.reduce((sum, group) => sum + group.invited, 0);
const simulated = simulateAnswers({ instrument, groups, seed: 1, responseShare: 0.71 });
const scores = scoreResponses({ instrument, answers: simulated.answers, respondents: simulated.respondents });
const statistics = describeRound({
	instrument,
	answers: simulated.answers,
	scores,
	groupIndex: simulated.groupOfRespondent,
	groupCount: groups.length
});

test('the same seed gives the same answers, another seed others', () => {
	const few = groups.slice(0, 20);
	const again = simulateAnswers({ instrument, groups: few, seed: 3, responseShare: 0.71 });
	assert.deepEqual(simulateAnswers({ instrument, groups: few, seed: 3, responseShare: 0.71 }), again);
	assert.notDeepEqual(
		simulateAnswers({ instrument, groups: few, seed: 4, responseShare: 0.71 }).answers,
		again.answers
	);
});

test('the share that answers is the one asked for', () => {
	// Four standard errors of a share of 26,000.
	assert.ok(Math.abs(simulated.respondents / invited - 0.71) < 0.0112);
	assert.equal(simulateAnswers({ instrument, groups, seed: 1, responseShare: 0 }).respondents, 0);
	assert.equal(simulateAnswers({ instrument, groups, seed: 1, responseShare: 1 }).respondents, invited);
	assert.throws(() => simulateAnswers({ instrument, groups, seed: 1, responseShare: 1.1 }), RangeError);
});

test('nobody answers twice or in a group that they do not belong to', () => {
	const seen = new Set<string>();
	for (let row = 0; row < simulated.respondents; row++) {
		const group = simulated.groupOfRespondent[row] ?? -1;
		const member = simulated.memberOfRespondent[row] ?? -1;
		assert.ok(member >= 0 && member < (groups[group]?.invited ?? 0));
		seen.add(`${group}/${member}`);
	}
	assert.equal(seen.size, simulated.respondents);
});

test('answers are whole numbers of the format, all of them in use, and about 2 % are missing', () => {
	const counts = new Map<number, number>();
	for (const answer of simulated.answers) counts.set(answer, (counts.get(answer) ?? 0) + 1);
	assert.deepEqual([...counts.keys()].sort(), [1, 2, 3, 4, 5, NaN]);
	const missing = (counts.get(NaN) ?? 0) / simulated.answers.length;
	assert.ok(missing > 0.018 && missing < 0.022, String(missing));
});

test('ICC(1) of the scales is about 0.10', () => {
	const values = statistics.map((scale) => scale.icc1 ?? NaN);
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	assert.ok(mean > 0.08 && mean < 0.12, String(mean));
	assert.ok(
		values.every((value) => value > 0.03 && value < 0.2),
		String(values)
	);
});

test('scales hang together as scales do: alpha between 0.6 and 0.85, spread between 18 and 28 points', () => {
	for (const scale of statistics) {
		assert.ok((scale.alpha ?? 0) > 0.6 && (scale.alpha ?? 1) < 0.85, `${scale.scale} ${scale.alpha}`);
		const spread = scale.standardDeviation ?? 0;
		assert.ok(spread > 18 && spread < 28, `${scale.scale} ${spread}`);
	}
});

test('workload goes with exhaustion, support with staying, and both against the other', () => {
	assert.ok(correlationOf('workload', 'exhaustion') > 0.2);
	assert.ok(correlationOf('stress', 'exhaustion') > correlationOf('workload', 'exhaustion'));
	assert.ok(correlationOf('support', 'wish-to-stay') > 0.2);
	assert.ok(correlationOf('support', 'exhaustion') < -0.1);
	assert.ok(correlationOf('workload', 'recovery') < -0.2);
});

test('different groups are strained by different factors', () => {
	const worst = new Map<string, number>();
	const sums = Array.from(groups, () => new Float64Array(instrument.scales.length));
	for (let row = 0; row < simulated.respondents; row++) {
		const sum = sums[simulated.groupOfRespondent[row] ?? -1];
		instrument.scales.forEach((scale, column) => {
			const score = scores[row * instrument.scales.length + column] ?? NaN;
			const distance = (score - (statistics[column]?.mean ?? NaN)) * (scale.direction === 'strain' ? 1 : -1);
			if (sum !== undefined && !Number.isNaN(distance)) sum[column] = (sum[column] ?? 0) + distance;
		});
	}
	for (const sum of sums) {
		const factors = instrument.scales.map((scale, column) => (scale.factor === null ? -Infinity : (sum[column] ?? 0)));
		const name = instrument.scales[factors.indexOf(Math.max(...factors))]?.id ?? '';
		worst.set(name, (worst.get(name) ?? 0) + 1);
	}
	assert.equal(worst.size, instrument.scales.filter((scale) => scale.factor !== null).length);
	for (const [name, count] of worst)
		assert.ok(count > groups.length * 0.02 && count < groups.length * 0.25, `${name} ${count}`);
});

test('reversed items are answered the other way round', () => {
	const column = instrument.items.findIndex((item) => item.isReversed);
	const scale = instrument.scales.findIndex((one) => one.items.includes(instrument.items[column]?.id ?? ''));
	const pairs = rows().map(
		(row) => [simulated.answers[row * instrument.items.length + column] ?? NaN, scoreAt(row, scale)] as const
	);
	assert.ok(
		(correlation(
			pairs.map(([answer]) => answer),
			pairs.map(([, score]) => score)
		) ?? 0) < -0.5
	);
});

test('an instrument with other ranges and unknown scales is answered within its ranges', () => {
	const format = { id: 'tenths', minimum: 0, maximum: 10, isWhole: false };
	const items = ['a', 'b'].map((id) => ({ id, format: 'tenths', isReversed: id === 'b' }));
	const scales = instrument.scales
		.slice(0, 1)
		.map((scale) => ({ ...scale, id: 'own', items: ['a', 'b'], factor: null }));
	const other: Instrument = { ...instrument, formats: [format], items, scales, pages: [] };
	const { answers } = simulateAnswers({ instrument: other, groups: groups.slice(0, 50), seed: 1, responseShare: 1 });
	assert.ok(answers.every((answer) => Number.isNaN(answer) || (answer >= 0 && answer <= 10)));
	assert.ok(answers.some((answer) => answer % 1 !== 0));
});

test('the generator is even and its normal numbers are normal', () => {
	const random = seededRandom(11);
	const counts = new Int32Array(10);
	for (let draw = 0; draw < 100_000; draw++) {
		const digit = random.whole(0, 9);
		counts[digit] = (counts[digit] ?? 0) + 1;
	}
	assert.ok(counts.every((count) => Math.abs(count - 10_000) < 450));
	let [sum, squares] = [0, 0];
	for (let draw = 0; draw < 100_000; draw++) {
		const value = random.normal();
		sum += value;
		squares += value ** 2;
	}
	assert.ok(Math.abs(sum / 100_000) < 0.015 && Math.abs(squares / 100_000 - 1) < 0.025);
	assert.deepEqual(random.shuffled([3, 1, 2]).sort(), [1, 2, 3]);
});

function rows(): number[] {
	return Array.from({ length: simulated.respondents }, (_, row) => row);
}

function scoreAt(row: number, scale: number): number {
	return scores[row * instrument.scales.length + scale] ?? NaN;
}

function correlationOf(one: string, other: string): number {
	const [first, second] = [one, other].map((id) => instrument.scales.findIndex((scale) => scale.id === id));
	return (
		correlation(
			rows().map((row) => scoreAt(row, first ?? -1)),
			rows().map((row) => scoreAt(row, second ?? -1))
		) ?? 0
	);
}

test('asked a round earlier, mostly the same people answer much the same, and what differed then shows', () => {
	const workload = instrument.scales.findIndex((scale) => scale.factor === 'workload');
	const shift = new Float64Array(instrument.scales.length);
	shift[workload] = 0.8;
	const isOther = (id: string) => Number(id.slice(1)) % 10 === 0;
	const before = simulateAnswers({
		instrument,
		groups,
		seed: 1,
		responseShare: 0.71,
		before: { seed: 2, shiftsOf: ({ id }) => (isOther(id) ? shift : undefined) }
	});
	const scoresBefore = scoreResponses({ instrument, answers: before.answers, respondents: before.respondents });
	const workloads = (round: typeof simulated, scored: Float64Array) =>
		new Map(
			Array.from(round.groupOfRespondent, (group, row) => [
				`${group}/${round.memberOfRespondent[row]}`,
				scored[row * instrument.scales.length + workload] ?? NaN
			])
		);
	const now = workloads(simulated, scores);
	const then = workloads(before, scoresBefore);
	const pairs = [...then].flatMap(([person, score]) => {
		const later = now.get(person);
		return later === undefined || Number.isNaN(later) || Number.isNaN(score) ? [] : [{ person, score, later }];
	});
	const among = (other: boolean) => pairs.filter(({ person }) => isOther(`g${person.split('/')[0]}`) === other);
	const changeOf = (own: typeof pairs) => own.reduce((sum, pair) => sum + pair.later - pair.score, 0) / own.length;
	assert.ok(Math.abs(changeOf(among(false))) < 1, `nothing happened: ${changeOf(among(false))}`);
	assert.ok(changeOf(among(true)) < -10 && changeOf(among(true)) > -20, `something did: ${changeOf(among(true))}`);
	const same = among(false);
	const r = correlation(
		same.map((pair) => pair.score),
		same.map((pair) => pair.later)
	);
	assert.ok(r !== null && r > 0.35 && r < 0.6, `from one round to the next: ${r}`);
});

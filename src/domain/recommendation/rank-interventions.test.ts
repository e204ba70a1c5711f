import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Certainty, FactorId, Level } from '#domain/evidence/evidence.ts';
import { levelsInOrder } from '#domain/evidence/order.ts';
import { rankInterventions, type Candidate, type FactorBurden } from './rank-interventions.ts';

const candidate = (
	id: string,
	factors: readonly FactorId[],
	more: { level?: Level; certainty?: Certainty; studies?: number } = {}
): Candidate => ({
	id,
	level: more.level ?? 'organisation',
	name: { da: id, en: id },
	factors,
	certainty: more.certainty ?? 'low',
	studies: more.studies ?? 1,
	reviews: 0
});
const burden = (factor: FactorId, value: number): FactorBurden => ({ factor, score: value, burden: value });
const order = (candidates: readonly Candidate[], burdens: readonly FactorBurden[], perLevel = 9) =>
	rankInterventions({ burdens, candidates, perLevel })[0]?.recommendations.map((one) => one.intervention.id);

test('the intervention that meets the heaviest factor comes first', () => {
	const both = [candidate('a', ['support']), candidate('b', ['workload'])];
	assert.deepEqual(order(both, [burden('support', 40), burden('workload', 70)]), ['b', 'a']);
	assert.deepEqual(order(both, [burden('support', 80), burden('workload', 70)]), ['a', 'b']);
});

test('twice the burden weighs four times', () => {
	const [first, second] =
		rankInterventions({
			burdens: [burden('support', 40), burden('workload', 80)],
			candidates: [candidate('a', ['support']), candidate('b', ['workload'])],
			perLevel: 9
		})[0]?.recommendations ?? [];
	assert.ok(Math.abs((first?.weight ?? 0) / (second?.weight ?? 1) - 4) < 1e-9);
});

test('surer evidence lifts an intervention for the same need', () => {
	const both = [candidate('a', ['workload']), candidate('b', ['workload'], { certainty: 'moderate' })];
	assert.deepEqual(order(both, [burden('workload', 60)]), ['b', 'a']);
});

test('an intervention for two strained factors passes one for the heavier alone', () => {
	const both = [candidate('a', ['workload']), candidate('b', ['workload', 'support'])];
	assert.deepEqual(order(both, [burden('workload', 60), burden('support', 50)]), ['b', 'a']);
});

test('equal weights are settled by studies, then by id, whatever the order given', () => {
	const three = [
		candidate('c', ['workload']),
		candidate('a', ['workload']),
		candidate('b', ['workload'], { studies: 2 })
	];
	assert.deepEqual(order(three, [burden('workload', 60)]), ['b', 'a', 'c']);
	assert.deepEqual(order(three.toReversed(), [burden('workload', 60)]), ['b', 'a', 'c']);
});

test('the reason names the factor that weighs most, the others follow', () => {
	const [level] = rankInterventions({
		burdens: [burden('support', 50), burden('workload', 60)],
		candidates: [candidate('a', ['support', 'workload'])],
		perLevel: 9
	});
	assert.equal(level?.recommendations[0]?.because.factor, 'workload');
	assert.deepEqual(
		level?.recommendations[0]?.alsoFor.map((one) => one.factor),
		['support']
	);
});

test('the organisation comes first and the individual last, however heavy', () => {
	const ranked = rankInterventions({
		burdens: [burden('coping', 100), burden('workload', 1)],
		candidates: [candidate('a', ['coping'], { level: 'individual' }), candidate('b', ['workload'])],
		perLevel: 9
	});
	assert.deepEqual(
		ranked.map((one) => one.level),
		levelsInOrder
	);
	assert.equal(ranked[0]?.recommendations[0]?.intervention.id, 'b');
});

test('an intervention for factors without a score is left out, and no level has more than asked for', () => {
	assert.deepEqual(order([candidate('a', ['support'])], [burden('workload', 60)]), []);
	assert.equal(
		order([candidate('a', ['workload']), candidate('b', ['workload'])], [burden('workload', 60)], 1)?.length,
		1
	);
});

test('a burden outside 0-100 is the caller’s mistake', () => {
	assert.throws(() => order([], [burden('workload', 101)]), RangeError);
	assert.throws(() => order([], [burden('workload', NaN)]), RangeError);
});

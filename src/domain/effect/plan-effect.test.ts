import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GroupPair } from './effect.ts';
import { expectedChanges } from './expected-change.ts';
import { planEffect } from './plan-effect.ts';
import { figure, sampleFactor } from './sample-factor.testing.ts';

const factor = sampleFactor();
const expectation = expectedChanges([factor])[0] ?? assert.fail();
const of = (before: GroupPair['before'], after: GroupPair['after'], sameMembers: number | null = 1) =>
	planEffect({ factor, pair: { group: 'own', part: 'acts', before, after }, expectation, sameMembers });

test('each verdict has its case', () => {
	// From 66, about half of the 16 points is to be expected to last: some 58.
	const expected = of(figure(66), figure(58));
	assert.deepEqual([expected.verdict, expected.reasons], ['no-clear-change', ['no-large-effect']]);
	assert.ok(Math.abs((expected.expectedChange ?? NaN) + 8) < 3, `${expected.expectedChange}`);
	assert.deepEqual(of(figure(66), figure(38)).reasons, ['better-than-expected']);
	assert.equal(of(figure(66), figure(38)).verdict, 'improved');
	assert.equal(of(figure(66), figure(80)).verdict, 'worse');
	// The same swing, with two answers: nothing can be told.
	const few = sampleFactor();
	const swinging = {
		...few,
		groups: few.groups.map((group, place) => ({ ...group, after: figure(44 + ((place * 11) % 13), 3) }))
	};
	const [unsure] = expectedChanges([swinging]);
	const pair: GroupPair = { group: 'own', part: 'acts', before: figure(66, 3, null), after: figure(50, 3, null) };
	const lost = planEffect({ factor: swinging, pair, expectation: unsure ?? null, sameMembers: null });
	assert.deepEqual([lost.verdict, lost.reasons], ['cannot-tell', ['too-uncertain']]);
});

test('a fall that comes by itself is no effect of the plan', () => {
	const { verdict, change } = of(figure(70), figure(60));
	assert.equal(change?.change, -10);
	assert.notEqual(verdict, 'improved');
});

test('what forbids a verdict is said, however large the change', () => {
	assert.deepEqual(of(figure(66), figure(20), 0.69), {
		verdict: 'cannot-tell',
		reasons: ['members-changed'],
		change: null,
		expectedChange: null,
		effect: null,
		interval: null
	});
	assert.deepEqual(of(figure(66), figure(20), 0.7).verdict, 'improved');
	assert.deepEqual(of(figure(66, 8, 10), figure(20, 8, 21)).reasons, ['few-answered', 'response-changed']);
	assert.deepEqual(of(figure(66, 8, 10), figure(20, 5, 11)).reasons, ['response-changed']);
	assert.deepEqual(of(figure(66, 8, 10), figure(20, 6, 12)).verdict, 'improved', 'exactly 30 points less');
	assert.deepEqual(of(null, figure(20)).reasons, ['figure-not-shown']);
	assert.deepEqual(of(figure(66), null).verdict, 'cannot-tell');
});

test('without groups to compare with, the expected change shrinks the mean towards the organisation, and nothing is judged', () => {
	const alone = { ...factor, groups: factor.groups.slice(0, 8) };
	const [few] = expectedChanges([alone]);
	const pair: GroupPair = { group: 'own', part: 'acts', before: figure(66), after: figure(20) };
	const { verdict, reasons, expectedChange } = planEffect({
		...{ factor: alone, pair, sameMembers: 1 },
		expectation: few ?? null
	});
	assert.deepEqual([verdict, reasons], ['cannot-tell', ['few-comparison-groups']]);
	// λ = 0.1 / (0.1 + 0.9 / 8) = 0.470588; expected 50 + λ · 16 = 57.529.
	assert.ok(Math.abs((expectedChange ?? NaN) - (50 + 0.470588235 * 16 - 66)) < 1e-6, `${expectedChange}`);
});

test('a scale turned round, with scores to match, is judged alike', () => {
	const turn = (one: GroupPair['before']) => (one === null ? null : { ...one, mean: 100 - one.mean });
	const turned = {
		...factor,
		direction: 'resource' as const,
		organisation: { before: turn(factor.organisation.before), after: turn(factor.organisation.after) },
		groups: factor.groups.map((group) => ({ ...group, before: turn(group.before), after: turn(group.after) }))
	};
	const pair: GroupPair = { group: 'own', part: 'acts', before: figure(34), after: figure(55) };
	const [other] = expectedChanges([turned]);
	const resource = planEffect({ factor: turned, pair, expectation: other ?? null, sameMembers: 1 });
	const strain = of(figure(66), figure(45));
	assert.equal(resource.verdict, strain.verdict);
	assert.ok(Math.abs((resource.effect ?? NaN) - (strain.effect ?? NaN)) < 1e-9);
	assert.ok(Math.abs((resource.expectedChange ?? NaN) + (strain.expectedChange ?? NaN)) < 1e-9);
});

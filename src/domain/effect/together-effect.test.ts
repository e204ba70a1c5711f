import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FactorPair } from './effect.ts';
import { sampleFactor } from './sample-factor.testing.ts';
import { togetherEffect } from './together-effect.ts';

/** Six factors, each aimed at by another one of the six groups that act; the other five are left out of it. */
const scattered = (effect: number): readonly FactorPair[] =>
	Array.from({ length: 6 }, (_, place) => {
		const factor = sampleFactor({ factor: `f${place}`, effect });
		const groups = factor.groups.map((group, other) => ({
			...group,
			part: other === place ? ('acts' as const) : other < 6 ? ('neither' as const) : group.part
		}));
		return { ...factor, groups };
	});
const every = new Set(Array.from({ length: 6 }, (_, place) => `f${place}`));

test('plans that each aim at another factor are judged together', () => {
	const improved = togetherEffect({ factors: scattered(-14), targeted: every });
	assert.deepEqual([improved.verdict, improved.aims], ['improved', 6]);
	assert.equal(togetherEffect({ factors: scattered(14), targeted: every }).verdict, 'worse');
	const none = togetherEffect({ factors: scattered(0), targeted: every });
	assert.equal(none.verdict, 'no-clear-change');
	assert.ok(Math.abs((improved.effect ?? NaN) - (none.effect ?? NaN) - 14 / 20) < 1e-9);
});

test('fewer than five groups, or none to compare with, say nothing, however many factors they aim at', () => {
	const few = togetherEffect({ factors: scattered(-14), targeted: new Set(['f0', 'f1', 'f2', 'f3']) });
	assert.deepEqual([few.verdict, few.reasons, few.effect], ['cannot-tell', ['few-acting-groups'], null]);
	const alone = scattered(-14).map((factor) => ({ ...factor, groups: factor.groups.slice(0, 9) }));
	assert.equal(togetherEffect({ factors: alone, targeted: every }).effect, null);
});

test('the order of factors and groups does not matter', () => {
	const turned = scattered(-3)
		.toReversed()
		.map((factor) => ({ ...factor, groups: factor.groups.toReversed() }));
	const [one, other] = [scattered(-3), turned].map((factors) => togetherEffect({ factors, targeted: every }));
	assert.ok(Math.abs((one?.effect ?? NaN) - (other?.effect ?? NaN)) < 1e-9);
	assert.ok(Math.abs((one?.interval?.low ?? NaN) - (other?.interval?.low ?? NaN)) < 1e-9);
});

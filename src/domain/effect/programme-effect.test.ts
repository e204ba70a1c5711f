import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EffectVerdict, FactorPair } from './effect.ts';
import { programmeEffects } from './programme-effect.ts';
import { sampleFactor } from './sample-factor.testing.ts';

const judged = (factors: readonly FactorPair[], targeted: readonly string[] = ['workload']) =>
	programmeEffects({ factors, targeted: new Set(targeted) });
const verdictOf = (effect: number): EffectVerdict | undefined => judged([sampleFactor({ effect })])[0]?.verdict;

test('each verdict has its case', () => {
	assert.equal(verdictOf(-12), 'improved');
	assert.equal(verdictOf(12), 'worse');
	assert.equal(verdictOf(0), 'no-clear-change');
	const unsteady = sampleFactor();
	const groups = unsteady.groups.map((group, place) => ({
		...group,
		after: { mean: 30 + ((place * 17) % 41), n: 3, step: 1, invited: null }
	}));
	assert.deepEqual(judged([{ ...unsteady, groups }])[0]?.reasons, ['too-uncertain']);
});

test('acting groups that only draw nearer to the others have not improved', () => {
	const [workload] = judged([sampleFactor()]);
	assert.ok((workload?.change ?? 0) > 0.3, 'they changed for the better by a third of a standard deviation');
	assert.ok(Math.abs(workload?.effect ?? NaN) < 0.2 && (workload?.expectedChange ?? NaN) > 0.3);
});

test('the same finding is less sure the more factors are looked at, and less so where plans aim at it', () => {
	const others = Array.from({ length: 11 }, (_, place) => sampleFactor({ factor: `f${place}` }));
	const factors = [sampleFactor({ effect: -7 }), ...others];
	const adjusted = (targeted: readonly string[]) => judged(factors, targeted)[0]?.adjusted ?? NaN;
	const plain = judged(factors)[0]?.probability ?? NaN;
	assert.ok(plain < adjusted(['workload']) && adjusted(['workload']) < adjusted([]) && adjusted([]) < adjusted(['f0']));
	assert.ok(Math.abs(adjusted(['workload']) - plain / 0.8) < 1e-9);
	assert.ok(Math.abs(adjusted([]) - Math.min(1, plain * 12)) < 1e-9);
});

test('fewer than five groups on a side say nothing, and one factor twice is a mistake', () => {
	const factor = sampleFactor({ effect: -20 });
	const of = (groups: FactorPair['groups']) => judged([{ ...factor, groups }])[0];
	assert.deepEqual(of(factor.groups.slice(2))?.reasons, ['few-acting-groups']);
	assert.deepEqual(of(factor.groups.slice(0, 10))?.reasons, ['few-comparison-groups']);
	assert.deepEqual(of([])?.verdict, 'cannot-tell');
	assert.throws(() => judged([factor, factor]), RangeError);
	assert.throws(() => judged([{ ...factor, personSd: 0 }]), RangeError);
});

test('neither the order of groups, nor of factors, nor the unit of the scale matters', () => {
	const factors = [sampleFactor({ effect: -4 }), sampleFactor({ factor: 'support', effect: 2 })];
	const wanted = judged(factors);
	const reordered = judged(factors.toReversed().map((one) => ({ ...one, groups: one.groups.toReversed() })));
	const scaled = judged(
		factors.map((one) => {
			const tenth = (figure: NonNullable<FactorPair['groups'][number]['before']>) => ({
				...figure,
				mean: figure.mean / 10,
				step: figure.step / 10
			});
			const both = (pair: Pick<FactorPair['groups'][number], 'before' | 'after'>) => ({
				before: pair.before === null ? null : tenth(pair.before),
				after: pair.after === null ? null : tenth(pair.after)
			});
			const groups = one.groups.map((group) => ({ ...group, ...both(group) }));
			return { ...one, personSd: one.personSd / 10, organisation: both(one.organisation), groups };
		})
	);
	for (const found of [reordered.toReversed(), scaled]) {
		found.forEach((one, place) => {
			assert.equal(one.factor, wanted[place]?.factor);
			assert.ok(Math.abs((one.effect ?? NaN) - (wanted[place]?.effect ?? NaN)) < 1e-9);
			assert.ok(Math.abs((one.adjusted ?? NaN) - (wanted[place]?.adjusted ?? NaN)) < 1e-9);
		});
	}
});

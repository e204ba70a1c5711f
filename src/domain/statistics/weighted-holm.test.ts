import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { weightedHolm } from './weighted-holm.ts';

const near = (found: readonly number[], wanted: readonly number[]) => {
	assert.equal(found.length, wanted.length);
	found.forEach((value, place) => assert.ok(Math.abs(value - (wanted[place] ?? NaN)) < 1e-12, `${found}`));
};
const tests = fc.array(
	fc.record({
		probability: fc.double({ min: 0, max: 1, noNaN: true }),
		weight: fc.double({ min: 0.01, max: 10, noNaN: true })
	}),
	{ maxLength: 12 }
);

test('equal weights give what R gives: p.adjust(c(0.01, 0.04, 0.03, 0.5), "holm")', () => {
	const equal = [0.01, 0.04, 0.03, 0.5].map((probability) => ({ probability, weight: 3 }));
	near(weightedHolm(equal), [0.04, 0.09, 0.09, 0.5]);
	assert.deepEqual(weightedHolm([]), []);
});

test('a test that weighs most of all is hardly adjusted, and what comes after is never below it', () => {
	// 0.03 / 0.8 = 0.0375 comes first and takes 1.0 of the weights; then 0.01 / 0.1 = 0.1 with 0.2 left.
	near(
		weightedHolm([
			{ probability: 0.01, weight: 0.1 },
			{ probability: 0.03, weight: 0.8 },
			{ probability: 0.9, weight: 0.1 }
		]),
		[0.0375, 0.0375, 0.9]
	);
});

test('it lies between the plain probability and 1, and neither order nor the unit of the weights matters', () => {
	fc.assert(
		fc.property(tests, (given) => {
			const adjusted = weightedHolm(given);
			given.forEach(({ probability }, place) => {
				assert.ok((adjusted[place] ?? NaN) >= probability - 1e-12 && (adjusted[place] ?? NaN) <= 1);
			});
			near(weightedHolm(given.toReversed()), adjusted.toReversed());
			near(weightedHolm(given.map((one) => ({ ...one, weight: one.weight * 7 }))), adjusted);
		})
	);
});

test('what is no probability or no weight is refused', () => {
	assert.throws(() => weightedHolm([{ probability: 1.1, weight: 1 }]), RangeError);
	assert.throws(() => weightedHolm([{ probability: NaN, weight: 1 }]), RangeError);
	assert.throws(() => weightedHolm([{ probability: 0.5, weight: 0 }]), RangeError);
});

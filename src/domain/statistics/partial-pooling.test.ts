import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { pooledMean, reliabilityOfMean } from './partial-pooling.ts';

const points = fc.double({ min: 0, max: 100, noNaN: true });
const variance = fc.double({ min: 0.01, max: 1000, noNaN: true });
const situation = fc.record({
	mean: points,
	parentMean: points,
	between: variance,
	within: variance,
	count: fc.integer({ min: 1, max: 400 })
});

function near(value: number, expected: number, tolerance = 1e-9): void {
	assert.ok(Math.abs(value - expected) <= tolerance * Math.max(1, Math.abs(expected)), `${value} is not ${expected}`);
}

test('five answers of a group that differs as the groups do weigh as worked out by hand', () => {
	const found = pooledMean({ mean: 70, count: 5, parentMean: 50, between: 40, within: 360 });
	near(found.weight, 40 / 112);
	near(found.value, 50 + (20 * 40) / 112);
	near(found.standardError, Math.sqrt((40 * 72) / 112));
	near(found.interval.high - found.value, 1.959963984540054 * found.standardError);
	near(found.interval.high + found.interval.low, 2 * found.value);
});

test('without answers the estimate is the parent’s mean, as uncertain as groups differ', () => {
	const found = pooledMean({ mean: NaN, count: 0, parentMean: 50, between: 36, within: 300, parentMeanVariance: 28 });
	assert.deepEqual([found.value, found.weight, found.standardError], [50, 0, 8]);
});

test('where groups do not differ, only the parent’s mean counts', () => {
	const found = pooledMean({ mean: 90, count: 12, parentMean: 50, between: 0, within: 300, parentMeanVariance: 4 });
	assert.deepEqual([found.value, found.weight, found.standardError], [50, 0, 2]);
});

test('where a group is of one mind, its own mean is certain', () => {
	const found = pooledMean({ mean: 90, count: 2, parentMean: 50, between: 0, within: 0 });
	assert.deepEqual([found.value, found.weight, found.standardError], [90, 1, 0]);
});

test('a higher level is wider', () => {
	const width = (level: number) => {
		const { interval } = pooledMean({ mean: 70, count: 5, parentMean: 50, between: 40, within: 360, level });
		return interval.high - interval.low;
	};
	assert.ok(width(0.99) > width(0.95) && width(0.95) > width(0.5));
});

test('the estimate of equal siblings is the one that errs least, and its error is the one told', () => {
	// Four groups of five around an unknown mean: the errors of any weight of the own mean follow from the model.
	const [between, within, count, siblings] = [30, 200, 5, 4];
	const ofMean = between + within / count;
	const { weight, standardError } = pooledMean({
		mean: 0,
		parentMean: 0,
		between,
		within,
		count,
		parentMeanVariance: ofMean / siblings
	});
	const errorOf = (own: number) => {
		const [self, other] = [own + (1 - own) / siblings, (1 - own) / siblings];
		const ofGroups = between * ((1 - self) ** 2 + (siblings - 1) * other ** 2);
		return ofGroups + (within / count) * (self ** 2 + (siblings - 1) * other ** 2);
	};
	near(standardError ** 2, errorOf(weight));
	assert.ok(errorOf(weight) < errorOf(weight + 0.02) && errorOf(weight) < errorOf(weight - 0.02));
});

test('an impossible variance, count or level is the caller’s mistake', () => {
	const five = { mean: 70, count: 5, parentMean: 50, between: 40, within: 360 };
	for (const wrong of [
		{ between: -1 },
		{ within: NaN },
		{ parentMeanVariance: -0.1 },
		{ count: 2.5 },
		{ count: -1 },
		{ level: 95 }
	])
		assert.throws(() => pooledMean({ ...five, ...wrong }), RangeError);
});

test('property: the estimate lies between the group’s own mean and the parent’s', () => {
	fc.assert(
		fc.property(situation, (one) => {
			const { value, weight, interval } = pooledMean(one);
			assert.ok(weight >= 0 && weight <= 1);
			assert.ok(value >= Math.min(one.mean, one.parentMean) - 1e-9);
			assert.ok(value <= Math.max(one.mean, one.parentMean) + 1e-9);
			assert.ok(interval.low <= value && value <= interval.high);
		})
	);
});

test('property: more answers, or groups that differ more, give the own mean more weight', () => {
	fc.assert(
		fc.property(situation, (one) => {
			const weight = reliabilityOfMean(one);
			assert.ok(reliabilityOfMean({ ...one, count: one.count + 1 }) > weight);
			assert.ok(reliabilityOfMean({ ...one, between: one.between * 1.5 }) > weight);
			assert.ok(reliabilityOfMean({ ...one, within: one.within * 1.5 }) < weight);
		})
	);
});

test('property: with ever more answers the estimate becomes the group’s own mean, and certain', () => {
	fc.assert(
		fc.property(situation, (one) => {
			const { value, standardError } = pooledMean({ ...one, count: 1e12 });
			near(value, one.mean, 1e-4);
			assert.ok(standardError < 1e-3);
		})
	);
});

test('property: knowing the parent’s mean less well never narrows the interval; the estimate is surer than the raw mean', () => {
	fc.assert(
		fc.property(situation, variance, (one, parentMeanVariance) => {
			const known = pooledMean(one);
			assert.ok(pooledMean({ ...one, parentMeanVariance }).standardError >= known.standardError);
			assert.ok(known.standardError <= Math.sqrt(one.within / one.count) + 1e-9);
		})
	);
});

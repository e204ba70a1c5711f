import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digamma, moderatedVariances, trigamma } from './moderated-variance.ts';

const near = (found: number, wanted: number, within = 1e-9) =>
	assert.ok(Math.abs(found - wanted) <= within * Math.max(1, Math.abs(wanted)), `${found} is not ${wanted}`);

test('digamma and trigamma are what R gives', () => {
	near(digamma(0.3), -3.502524222200132);
	near(digamma(7.5), 1.946757484246087);
	near(trigamma(0.3), 12.245364546107732);
	near(trigamma(19), 0.054040906037696);
});

test('six variances of ten degrees are drawn together as the formulas of limma in R draw them', () => {
	const own = [0.5, 0.9, 1.4, 0.7, 2.1, 0.3].map((variance) => ({ variance, degrees: 10 }));
	const { variances, lentDegrees } = moderatedVariances(own);
	near(lentDegrees, 8.351920425251);
	const wanted = [0.632374098566, 0.850334939029, 1.122785989608, 0.741354518798, 1.504217460419, 0.523393678334];
	wanted.forEach((value, place) => near(variances[place] ?? NaN, value));
});

test('variances that differ no more than chance are one, and two of them lend each other nothing', () => {
	const alike = moderatedVariances([1, 1.01, 0.99].map((variance) => ({ variance, degrees: 5 })));
	assert.equal(alike.lentDegrees, Infinity);
	assert.equal(new Set(alike.variances).size, 1);
	assert.deepEqual(
		moderatedVariances([
			{ variance: 1, degrees: 3 },
			{ variance: 4, degrees: 3 }
		]),
		{ variances: [1, 4], lentDegrees: 0 }
	);
	assert.throws(() => moderatedVariances([{ variance: 0, degrees: 3 }]), RangeError);
});

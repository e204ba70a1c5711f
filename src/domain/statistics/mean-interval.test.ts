import assert from 'node:assert/strict';
import { test } from 'node:test';
import { meanInterval } from './mean-interval.ts';

const five = { mean: 50, standardDeviation: 20, count: 5 };
const width = (interval: ReturnType<typeof meanInterval>) => (interval === null ? NaN : interval.high - interval.low);

test('five answers reach 2.776 standard errors to each side', () => {
	const interval = meanInterval(five);
	assert.ok(interval !== null);
	assert.ok(Math.abs(interval.high - (50 + (2.7764451051978 * 20) / Math.sqrt(5))) < 1e-9);
	assert.equal(interval.low + interval.high, 100);
});

test('a higher level is wider, and a level asked for again is the same', () => {
	assert.ok(width(meanInterval({ ...five, level: 0.99 })) > width(meanInterval({ ...five, level: 0.9 })));
	assert.equal(width(meanInterval({ ...five, level: 0.99 })), width(meanInterval({ ...five, level: 0.99 })));
});

test('many levels in turn do not disturb one another', () => {
	const expected = width(meanInterval(five));
	for (let level = 0.5; level < 0.99; level += 0.01) meanInterval({ ...five, level });
	assert.equal(width(meanInterval(five)), expected);
});

test('many sizes in turn do not disturb one another', () => {
	const expected = width(meanInterval(five));
	for (let count = 2; count < 10_010; count += 1) meanInterval({ ...five, count });
	assert.equal(width(meanInterval(five)), expected);
});

test('the interval narrows with the share that answered, and vanishes when all did', () => {
	const half = width(meanInterval({ ...five, populationSize: 10 }));
	assert.ok(Math.abs(half - width(meanInterval(five)) * Math.SQRT1_2) < 1e-12);
	assert.equal(width(meanInterval({ ...five, populationSize: 5 })), 0);
});

test('fewer than two values give no interval', () => {
	assert.equal(meanInterval({ ...five, count: 1 }), null);
	assert.equal(meanInterval({ ...five, count: 0 }), null);
});

test('more answers than people, or an impossible level, are the caller’s mistakes', () => {
	assert.throws(() => meanInterval({ ...five, populationSize: 4 }), RangeError);
	for (const level of [0, 1, 95, NaN]) assert.throws(() => meanInterval({ ...five, level }), RangeError);
});

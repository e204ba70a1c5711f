import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ScalePoints } from './scale-points.ts';
import { burdenOf } from './scale-points.ts';
import { whatStandsOut as findWhatStandsOut } from './what-stands-out.ts';

const whatStandsOut = (scales: readonly ScalePoints[]) =>
	findWhatStandsOut(scales, [
		{ id: 'workload', kind: 'risk' },
		{ id: 'isolation', kind: 'risk' },
		{ id: 'support', kind: 'resource' },
		{ id: 'psychological-safety', kind: 'context' }
	]);

const scale = (
	id: ScalePoints['factor'],
	direction: ScalePoints['direction'],
	points: number | null,
	more: Partial<ScalePoints> = {}
): ScalePoints => ({
	scale: id ?? 'x',
	name: { da: 'x', en: 'x' },
	direction,
	factor: id,
	outcome: null,
	points,
	bound: null,
	interval: null,
	measuredPoints: points,
	weightOfGroup: null,
	parentPoints: null,
	organisationPoints: null,
	n: 8,
	...more
});

test('a lacking resource can weigh more than a strain', () => {
	const found = whatStandsOut([scale('workload', 'strain', 60), scale('support', 'resource', 30)]);
	assert.deepEqual(
		found.weighsMost.map((one) => one.factor),
		['support']
	);
	assert.deepEqual(found.carriesMost, []);
});

test('equals are named together', () => {
	const found = whatStandsOut([
		scale('workload', 'strain', 60),
		scale('isolation', 'strain', 60),
		scale('support', 'resource', 70)
	]);
	assert.deepEqual(
		found.weighsMost.map((one) => one.factor),
		['workload', 'isolation']
	);
	assert.deepEqual(
		found.carriesMost.map((one) => one.factor),
		['support']
	);
});

test('nothing weighs at the middle or below, and hidden figures say nothing', () => {
	const found = whatStandsOut([
		scale('workload', 'strain', 50),
		scale('support', 'resource', 50),
		scale('isolation', 'strain', null)
	]);
	assert.deepEqual([found.weighsMost, found.carriesMost, found.compared], [[], [], 'cannot-tell']);
});

test('outcomes and scales that stand alone never stand out', () => {
	const found = whatStandsOut([scale(null, 'strain', 90), scale('workload', 'strain', 90, { outcome: 'stress' })]);
	assert.deepEqual(found.weighsMost, []);
});

test('context is neither what weighs nor what carries, however far out it lies', () => {
	const carried = whatStandsOut([scale('psychological-safety', 'resource', 90), scale('support', 'resource', 60)]);
	assert.deepEqual(
		carried.carriesMost.map((one) => one.factor),
		['support']
	);
	const lacking = whatStandsOut([scale('psychological-safety', 'resource', 5), scale('support', 'resource', 60)]);
	assert.deepEqual([lacking.weighsMost, lacking.compared], [[], 'cannot-tell']);
});

test('a difference is clear only where the whole interval lies on the heavier side', () => {
	const compared = (points: number, interval: readonly [number, number] | null, direction: 'strain' | 'resource') =>
		whatStandsOut([scale('workload', direction, points, { interval, organisationPoints: 50 })]).compared;
	assert.equal(compared(60, [52, 68], 'strain'), 'clearly-more');
	assert.equal(compared(60, [49, 71], 'strain'), 'maybe-chance');
	assert.equal(compared(40, [32, 48], 'resource'), 'clearly-more');
	assert.equal(compared(40, [29, 51], 'resource'), 'maybe-chance');
	assert.equal(compared(60, null, 'strain'), 'cannot-tell');
});

test('a burden is high when a resource is low', () => {
	assert.equal(burdenOf({ points: 30, direction: 'resource' }), 70);
	assert.equal(burdenOf({ points: 30, direction: 'strain' }), 30);
	assert.equal(burdenOf({ points: 30, direction: 'neutral' }), null);
	assert.equal(burdenOf({ points: null, direction: 'strain' }), null);
});

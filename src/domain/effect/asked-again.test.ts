import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAskedAgain, type LaterRound } from './asked-again.ts';

const released: LaterRound = {
	scopeUnitId: null,
	factors: new Set(['workload', 'coping']),
	createdAt: new Date('2026-03-01T09:00:00Z'),
	openedAt: new Date('2026-03-10T09:00:00Z'),
	releasedAt: new Date('2026-04-01T09:00:00Z'),
	opensOn: '2026-03-10',
	lastDay: '2026-03-24'
};
const place = { unitName: '', parentUnitId: null, managerId: null, leaderIds: [] };
const plan = {
	decidedAt: new Date('2026-02-01T09:00:00Z'),
	targetFactor: 'workload',
	places: [{ ...place, unitId: 'ward' }]
};
const parents = new Map([
	['hospital', null],
	['department', 'hospital'],
	['ward', 'department'],
	['elsewhere', 'hospital']
]);
const asked = (round: Partial<LaterRound>, today = '2026-06-01', own: Partial<typeof plan> = {}) =>
	isAskedAgain({
		...{ plan: { ...plan, ...own }, ownScopeUnitId: null, parents, today },
		rounds: [{ ...released, ...round }]
	});

test('a released round that began after the plan was decided tells for good', () => {
	assert.equal(asked({}), true);
	assert.equal(asked({}, '2030-01-01'), true);
	assert.equal(asked({}, '2026-06-01', { decidedAt: new Date('2026-03-11T09:00:00Z') }), false);
	assert.equal(asked({ openedAt: null }), true, 'an imported round has no opening of its own');
});

test('of another factor, or of another part of the organisation, it tells nothing', () => {
	assert.equal(asked({ factors: new Set(['coping']) }), false);
	assert.deepEqual(
		['hospital', 'department', 'ward', 'elsewhere'].map((scopeUnitId) => asked({ scopeUnitId })),
		[true, true, true, false]
	);
	const both = { places: [...plan.places, { ...place, unitId: 'elsewhere' }] };
	assert.equal(asked({ scopeUnitId: 'department' }, '2026-06-01', both), false, 'half of a plan is not enough');
	assert.equal(asked({ scopeUnitId: 'department' }, '2026-06-01', { places: [] }), false);
	assert.equal(asked({}, '2026-06-01', { places: [] }), true);
});

test('the same part of the organisation is the same, also where its unit is gone', () => {
	const own = { plan, ownScopeUnitId: 'closed', parents, today: '2026-06-01' };
	assert.equal(isAskedAgain({ ...own, rounds: [{ ...released, scopeUnitId: 'closed' }] }), true);
	assert.equal(isAskedAgain({ ...own, rounds: [{ ...released, scopeUnitId: 'elsewhere' }] }), false);
});

test('a planned round counts until the day it was to open, an open one until a month after its last day', () => {
	const planned = { openedAt: null, releasedAt: null };
	assert.deepEqual([asked(planned, '2026-03-10'), asked(planned, '2026-03-11')], [true, false]);
	const open = { releasedAt: null };
	assert.deepEqual([asked(open, '2026-04-24'), asked(open, '2026-04-25')], [true, false]);
});

test('units that stand above each other in a ring end the search', () => {
	const ring = new Map([
		['ward', 'department'],
		['department', 'ward']
	]);
	const rounds = [{ ...released, scopeUnitId: 'hospital' }];
	assert.equal(isAskedAgain({ plan, ownScopeUnitId: null, parents: ring, today: '2026-06-01', rounds }), false);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildRelease } from './build-release.ts';
import { groupsOfManager } from './groups-of-manager.ts';

// hospital > surgery (two wards), medicine (two wards), kitchen; the kitchen is so small that it joins a ward of surgery.
const units = [
	['hospital', null],
	['surgery', 'hospital'],
	['ward-1', 'surgery'],
	['ward-2', 'surgery'],
	['medicine', 'hospital'],
	['ward-3', 'medicine'],
	['ward-4', 'medicine'],
	['kitchen', 'hospital']
].map(([id, parentId]) => ({ id: id ?? '', name: id ?? '', parentId: parentId ?? null }));
const leadershipGroups = [
	{ managerId: 'surgeon', unitId: 'surgery', groupId: 'g-1' },
	{ managerId: 'head-1', unitId: 'ward-1', groupId: 'g-1' },
	{ managerId: 'cook', unitId: 'kitchen', groupId: 'g-1' },
	{ managerId: 'head-2', unitId: 'ward-2', groupId: 'g-2' },
	{ managerId: 'physician', unitId: 'medicine', groupId: 'g-3' },
	{ managerId: 'head-3', unitId: 'ward-3', groupId: 'g-3' },
	{ managerId: 'head-4', unitId: 'ward-4', groupId: 'g-4' },
	{ managerId: 'director', unitId: 'hospital', groupId: 'g-3' },
	{ managerId: null, unitId: 'ward-4', groupId: 'g-4' }
];
const reportingGroups = ['g-1', 'g-2', 'g-3', 'g-4'].map((id) => ({
	id,
	name: id,
	unitId: id === 'g-1' ? 'hospital' : id === 'g-2' ? 'ward-2' : id === 'g-3' ? 'hospital' : 'ward-4',
	path: [id],
	pools: [id],
	memberUnitIds: leadershipGroups.filter((own) => own.groupId === id).map((own) => own.unitId),
	invited: 8
}));

function readableTo(managerId: string | null): string[] {
	const outcome = buildRelease({
		roundId: 'round',
		units,
		reportingGroups,
		scales: [{ id: 'pace', minimum: 0, maximum: 100 }],
		groupOfRespondent: Int32Array.from({ length: 32 }, (_, i) => i % 4),
		scores: Float64Array.from({ length: 32 }, (_, i) => 25 + (i % 3) * 25)
	});
	assert.ok(outcome.kind === 'release');
	return [...groupsOfManager({ release: outcome.release, units, leadershipGroups, managerId })].sort();
}

test('a manager whose unit is no union of groups sees the own pool and what lies below, not the units beside', () => {
	assert.deepEqual(readableTo('surgeon'), ['g-1', 'g-2']);
	assert.deepEqual(readableTo('physician'), ['g-3', 'g-4']);
});

test('a manager whose leaders were pooled elsewhere sees that pool alone', () => {
	assert.deepEqual(readableTo('cook'), ['g-1']);
	assert.deepEqual(readableTo('head-2'), ['g-2']);
});

test('a manager of the whole sees everything, and somebody who manages nobody sees nothing', () => {
	assert.deepEqual(readableTo('director'), ['g-1', 'g-2', 'g-3', 'g-4', 'hospital']);
	assert.deepEqual(readableTo('stranger'), []);
	assert.deepEqual(readableTo(null), []);
});

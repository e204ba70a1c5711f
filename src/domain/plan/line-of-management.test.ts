import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Organisation } from '#domain/organisation/organisation.ts';
import { isWithoutOwner, lineOfManagement, ownerToday } from './line-of-management.ts';

const person = (id: string, unitId: string, managerId: string | null) => ({
	...{ id, key: id, name: `Leder ${id}`, email: `${id}@example.org`, unitId, managerId },
	...{ level: null, profession: null, span: null }
});
const organisation: Organisation = {
	units: ['h', 'd', 'w'].map((id, index, all) => ({ id, code: null, name: id, parentId: all[index - 1] ?? null })),
	leaders: [
		person('top', 'h', null),
		person('head', 'd', 'top'),
		person('ward', 'w', 'head'),
		person('aside', 'h', 'top')
	]
};
const place = { unitId: 'w', unitName: 'w', parentUnitId: 'd', managerId: 'ward', leaderIds: [] };
const owner = (leaderId: string | null) => ({ leaderId, name: 'Navn', email: 'old@example.org' });

test('the line begins with the manager of the group and goes up, each once', () => {
	const both = [place, { ...place, managerId: 'head' }];
	assert.deepEqual(
		lineOfManagement(both, organisation).map(({ leaderId, distance }) => [leaderId, distance]),
		[
			['head', 0],
			['ward', 0],
			['top', 1]
		]
	);
	assert.deepEqual(lineOfManagement([{ ...place, managerId: null }], organisation), []);
});

test('an owner in the line is in place, with the name and address of today', () => {
	const today = ownerToday(owner('head'), [place], organisation);
	assert.equal(today.state, 'in-place');
	assert.deepEqual(today.owner, { leaderId: 'head', name: 'Leder head', email: 'head@example.org' });
});

test('an owner who has left or moved away leaves the plan to the manager of the group', () => {
	for (const [id, state] of [
		['gone', 'left'],
		['aside', 'moved']
	] as const) {
		const today = ownerToday(owner(id), [place], organisation);
		assert.equal(today.state, state);
		assert.equal(today.successor?.leaderId, 'ward');
		assert.equal(isWithoutOwner(today), true);
	}
});

test('nobody named is without an owner; somebody outside the roster is not', () => {
	assert.equal(ownerToday(null, [place], organisation).state, 'none');
	const outside = ownerToday(owner(null), [place], organisation);
	assert.equal(outside.state, 'outside');
	assert.equal(isWithoutOwner(outside), false);
	assert.equal(ownerToday(owner('gone'), [], organisation).successor, null, 'a place that is lost has no successor');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Leader, Organisation } from '#domain/organisation/organisation.ts';
import { followPlaces, isPlanOfManager, placesOfOrganisation, placesToday } from './place-of-plan.ts';
import type { PlanPlace } from './plan.ts';

// Two departments under a hospital; each head leads three wards.
const before: Organisation = {
	units: [
		{ id: 'h', code: null, name: 'Hospitalet', parentId: null },
		{ id: 'm', code: null, name: 'Medicin', parentId: 'h' },
		{ id: 'k', code: null, name: 'Kirurgi', parentId: 'h' }
	],
	leaders: [
		leader('director', 'h', null),
		leader('mads', 'm', 'director'),
		leader('kirsten', 'k', 'director'),
		...['m1', 'm2', 'm3'].map((id) => leader(id, 'm', 'mads')),
		...['k1', 'k2', 'k3'].map((id) => leader(id, 'k', 'kirsten'))
	]
};
const medicine = placeOf('m');

test('nothing has changed: the plan stays', () => {
	const [found] = followPlaces([medicine], before);
	assert.deepEqual(found, { before: medicine, today: medicine, change: 'same', hasNewManager: false });
});

test('a renamed unit keeps its plan, under the new name', () => {
	const after = { ...before, units: before.units.map((unit) => (unit.id === 'm' ? { ...unit, name: 'MED' } : unit)) };
	const [found] = followPlaces([medicine], after);
	assert.equal(found?.change, 'renamed');
	assert.equal(found?.today?.unitName, 'MED');
});

test('a moved unit keeps its plan, and managers above the new place read it', () => {
	const after: Organisation = {
		...before,
		units: before.units.map((unit) => (unit.id === 'm' ? { ...unit, parentId: 'k' } : unit))
	};
	const followed = followPlaces([medicine], after);
	assert.equal(followed[0]?.change, 'moved');
	assert.equal(isPlanOfManager(placesToday(followed), 'kirsten', after), true);
	assert.equal(isPlanOfManager([medicine], 'kirsten', before), false);
});

test('a new manager of the unit has the plan, the one who left has not', () => {
	const after = change({ mads: null, m1: 'new', m2: 'new', m3: 'new' }, [leader('new', 'm', 'director')]);
	const followed = followPlaces([medicine], after);
	assert.equal(followed[0]?.hasNewManager, true);
	assert.equal(followed[0]?.change, 'same');
	assert.equal(isPlanOfManager(placesToday(followed), 'new', after), true);
	assert.equal(isPlanOfManager(placesToday(followed), 'mads', after), false);
});

test('a unit merged into another takes the plan to whoever leads most of the group now', () => {
	const after = closed('m', change({ mads: null, m1: 'kirsten', m2: 'kirsten', m3: 'director' }));
	const [found] = followPlaces([medicine], after, [{ id: 'm', parentId: 'h' }]);
	assert.equal(found?.change, 'merged');
	assert.equal(found?.today?.managerId, 'kirsten');
	assert.equal(found?.today?.unitId, 'k');
});

test('a closed unit whose leaders are all gone leaves the plan with the unit above', () => {
	const after = closed('m', change({ mads: null, m1: null, m2: null, m3: null }));
	const [found] = followPlaces([medicine], after, [{ id: 'm', parentId: 'h' }]);
	assert.equal(found?.change, 'closed');
	assert.equal(found?.today?.managerId, 'director');
});

test('where nothing is left the plan is lost to the tree, and nobody but the programme lead reads it', () => {
	const followed = followPlaces([medicine], { units: [], leaders: [] });
	assert.equal(followed[0]?.change, 'lost');
	assert.deepEqual(placesToday(followed), []);
	assert.equal(isPlanOfManager([], 'director', before), false);
});

test('two places that became one are counted once, with the leaders of both', () => {
	const after = closed('m', change({ mads: null, m1: 'kirsten', m2: 'kirsten', m3: 'kirsten' }));
	const today = placesToday(followPlaces([medicine, placeOf('k')], after, [{ id: 'm', parentId: 'h' }]));
	assert.equal(today.length, 1);
	assert.deepEqual(today[0]?.leaderIds, ['k1', 'k2', 'k3', 'm1', 'm2', 'm3']);
});

test('a manager reads plans of the own group and of all below, not of neighbours, leaders read none', () => {
	assert.equal(isPlanOfManager([medicine], 'mads', before), true);
	assert.equal(isPlanOfManager([medicine], 'director', before), true);
	assert.equal(isPlanOfManager([medicine], 'kirsten', before), false);
	assert.equal(isPlanOfManager([medicine], 'm1', before), false, 'a leader who leads nobody');
	assert.equal(isPlanOfManager([medicine], null, before), false);
	assert.equal(isPlanOfManager([medicine, placeOf('k')], 'mads', before), true, 'a pool with the own group in it');
});

test('following twice is following once, and closed units in a circle end', () => {
	const circle = [
		{ id: 'x', parentId: 'y' },
		{ id: 'y', parentId: 'x' }
	];
	const place = { unitId: 'x', unitName: 'X', parentUnitId: 'y', managerId: null, leaderIds: [] };
	assert.equal(followPlaces([place], before, circle)[0]?.change, 'lost');
	fc.assert(
		fc.property(
			fc.array(fc.constantFrom('mads', 'kirsten', 'director', null), { minLength: 3, maxLength: 3 }),
			(to) => {
				const moves = Object.fromEntries(['m1', 'm2', 'm3'].map((id, index) => [id, to[index] ?? null]));
				const after = change(moves);
				const once = placesToday(followPlaces([medicine], after));
				assert.deepEqual(placesToday(followPlaces(once, after)), once);
			}
		)
	);
});

function leader(id: string, unitId: string, managerId: string | null): Leader {
	return {
		...{ id, key: id, name: id, email: `${id}@example.org`, unitId, managerId },
		...{ level: null, profession: null, span: null }
	};
}

function placeOf(unitId: string): PlanPlace {
	return placesOfOrganisation(before).find((place) => place.unitId === unitId) ?? assert.fail(unitId);
}

/** Leaders with a new manager; null has left. */
function change(moves: Readonly<Record<string, string | null>>, added: readonly Leader[] = []): Organisation {
	const stay = before.leaders.filter((one) => moves[one.id] !== null);
	return {
		...before,
		leaders: [...added, ...stay.map((one) => ({ ...one, managerId: moves[one.id] ?? one.managerId }))]
	};
}

function closed(unitId: string, organisation: Organisation): Organisation {
	return {
		units: organisation.units.filter((unit) => unit.id !== unitId),
		leaders: organisation.leaders.map((one) => (one.unitId === unitId ? { ...one, unitId: 'k' } : one))
	};
}

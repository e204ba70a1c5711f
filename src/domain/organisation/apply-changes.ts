// An organisation after its changes, and what the history says of each: how it was and how it became.
import type { OrganisationChange } from './compare-organisations.ts';
import { findCircles } from './chains.ts';
import type { Leader, Organisation, Unit } from './organisation.ts';

/** One unit or leader before and after; `before` is null where it is new, `after` where it is closed or has left. */
export type HistoryEntry =
	| { readonly subject: 'unit'; readonly id: string; readonly before: Unit | null; readonly after: Unit | null }
	| { readonly subject: 'leader'; readonly id: string; readonly before: Leader | null; readonly after: Leader | null };

/**
 * Applies changes in order. Returns the new organisation and one history entry for each unit and leader that differs.
 * Throws RangeError where a change does not fit the organisation (an id it does not have, or has already; a value that is
 * no longer as it was), or where the result would have a unit, manager or parent that is missing, or a circle.
 */
export function applyChanges(
	organisation: Organisation,
	changes: readonly OrganisationChange[]
): { readonly organisation: Organisation; readonly history: readonly HistoryEntry[] } {
	const units = new Map(organisation.units.map((unit) => [unit.id, unit]));
	const leaders = new Map(organisation.leaders.map((leader) => [leader.id, leader]));
	for (const change of changes) applyOne(change, units, leaders);
	const after: Organisation = { units: [...units.values()], leaders: [...leaders.values()] };
	checkWhole(after);
	return {
		organisation: after,
		history: [
			...differences(organisation.units, units).map((entry) => ({ subject: 'unit', ...entry }) as const),
			...differences(organisation.leaders, leaders).map((entry) => ({ subject: 'leader', ...entry }) as const)
		]
	};
}

function applyOne(change: OrganisationChange, units: Map<string, Unit>, leaders: Map<string, Leader>): void {
	switch (change.kind) {
		case 'unit-added':
			return add(units, change.unit);
		case 'unit-renamed':
			return replace(units, change.unitId, (unit) => ({ ...unit, name: expect(unit.name, change) }));
		case 'unit-moved':
			return replace(units, change.unitId, (unit) => ({ ...unit, parentId: expect(unit.parentId, change) }));
		case 'unit-coded':
			return replace(units, change.unitId, (unit) => ({ ...unit, code: expect(unit.code, change) }));
		case 'unit-closed':
			return remove(units, change.unit.id);
		case 'leader-added':
			return add(leaders, change.leader);
		case 'leader-moved':
			return replace(leaders, change.leaderId, (leader) => ({ ...leader, unitId: expect(leader.unitId, change) }));
		case 'leader-manager-changed':
			return replace(leaders, change.leaderId, (leader) => ({
				...leader,
				managerId: expect(leader.managerId, change)
			}));
		case 'leader-changed':
			return replace(leaders, change.leaderId, (leader) => ({
				...leader,
				[change.field]: expect(leader[change.field], change)
			}));
		case 'leader-left':
			return remove(leaders, change.leader.id);
	}
}

function expect<T, U>(value: T, change: { readonly kind: string; readonly before: T; readonly after: U }): U {
	if (value !== change.before) throw new RangeError(`${change.kind}: the value is no longer as it was compared`);
	return change.after;
}

function add<T extends { readonly id: string }>(all: Map<string, T>, one: T): void {
	if (all.has(one.id)) throw new RangeError(`${one.id} is there already`);
	all.set(one.id, one);
}

function replace<T>(all: Map<string, T>, id: string, change: (one: T) => T): void {
	const one = all.get(id);
	if (one === undefined) throw new RangeError(`${id} is not there`);
	all.set(id, change(one));
}

function remove<T>(all: Map<string, T>, id: string): void {
	if (!all.delete(id)) throw new RangeError(`${id} is not there`);
}

function checkWhole({ units, leaders }: Organisation): void {
	const unitById = new Map(units.map((unit) => [unit.id, unit]));
	const leaderById = new Map(leaders.map((leader) => [leader.id, leader]));
	for (const { id, parentId } of units) {
		if (parentId !== null && !unitById.has(parentId)) throw new RangeError(`unit ${id} has no parent ${parentId}`);
	}
	for (const { id, unitId, managerId } of leaders) {
		if (!unitById.has(unitId)) throw new RangeError(`leader ${id} has no unit ${unitId}`);
		if (managerId !== null && !leaderById.has(managerId))
			throw new RangeError(`leader ${id} has no manager ${managerId}`);
	}
	if (findCircles(units, (unit) => unitById.get(unit.parentId ?? '') ?? null).length > 0) {
		throw new RangeError('units lie in a circle');
	}
	if (findCircles(leaders, (leader) => leaderById.get(leader.managerId ?? '') ?? null).length > 0) {
		throw new RangeError('leaders manage each other in a circle');
	}
}

function differences<T extends { readonly id: string }>(
	before: readonly T[],
	after: ReadonlyMap<string, T>
): { readonly id: string; readonly before: T | null; readonly after: T | null }[] {
	const ids = new Set(before.map((one) => one.id));
	const changed = before.flatMap((one) => {
		const now = after.get(one.id) ?? null;
		return now === one ? [] : [{ id: one.id, before: one, after: now }];
	});
	const added = [...after.values()]
		.filter((one) => !ids.has(one.id))
		.map((one) => ({ id: one.id, before: null, after: one }));
	return [...changed, ...added];
}

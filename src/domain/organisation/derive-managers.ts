// Where the file does not say who a leader's manager is, the tree does.
import type { Unit } from './organisation.ts';

/**
 * Finds the manager by the tree: going up from the parent of the leader's unit, the leader of the first unit that has
 * exactly one. Units with no leader or with several are passed over, so leaders of one unit are colleagues under the
 * same manager. `units` must be free of circles; `leaders` are all who lead one of them.
 * Returns unit id → manager of its leaders, null at the top.
 */
export function deriveManagers<T extends { readonly unitId: string }>(
	units: readonly Unit[],
	leaders: readonly T[]
): (unitId: string) => T | null {
	const byId = new Map(units.map((unit) => [unit.id, unit]));
	const leadersOf = Map.groupBy(leaders, (leader) => leader.unitId);
	const managerOf = new Map<string, T | null>();
	return (unitId) => {
		const below: string[] = [];
		let id: string | null = unitId;
		let manager: T | null = null;
		while (id !== null && !managerOf.has(id)) {
			below.push(id);
			id = byId.get(id)?.parentId ?? null;
			const above: readonly T[] = id === null ? [] : (leadersOf.get(id) ?? []);
			if (above.length === 1) {
				manager = above[0] ?? null;
				break;
			}
		}
		if (manager === null && id !== null) manager = managerOf.get(id) ?? null;
		for (const unit of below) managerOf.set(unit, manager);
		return manager;
	};
}

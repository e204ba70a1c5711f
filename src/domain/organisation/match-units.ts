// Which unit of one picture of the organisation is which unit of another.
import { topDown } from './chains.ts';
import { foldName } from './fold-text.ts';
import type { Unit } from './organisation.ts';

export type UnitMatching = {
	readonly current: readonly Unit[];
	readonly imported: readonly Unit[];
	/** True where the import says nothing of who lies under whom: names are then met wherever they stand, if only once. */
	readonly ignoresParents?: boolean;
	/** Pairs that are settled already: imported id → current unit. */
	readonly settled?: ReadonlyMap<string, Unit>;
};

/**
 * Pairs units by code; a unit without a code on either side by its name under a paired parent, which is its path.
 * Both sides must be free of circles. Returns imported id → current unit, one to one; what has no partner is absent.
 */
export function matchUnits({
	current,
	imported,
	ignoresParents = false,
	settled = new Map()
}: UnitMatching): Map<string, Unit> {
	const matched = new Map(settled);
	const taken = new Set(Array.from(settled.values(), (unit) => unit.id));
	const byCode = new Map(current.flatMap((unit) => (unit.code === null ? [] : [[foldName(unit.code), unit] as const])));
	for (const unit of imported) {
		const partner = unit.code === null ? undefined : byCode.get(foldName(unit.code));
		if (partner !== undefined && !matched.has(unit.id) && !taken.has(partner.id)) pair(unit, partner);
	}
	const byPlace = groupByPlace(current, ignoresParents);
	const importedById = new Map(imported.map((unit) => [unit.id, unit]));
	for (const unit of topDown(imported, (one) => importedById.get(one.parentId ?? '') ?? null)) {
		if (matched.has(unit.id)) continue;
		const parent = unit.parentId === null ? null : matched.get(unit.parentId);
		if (parent === undefined && !ignoresParents) continue;
		const place = placeKey(ignoresParents ? null : (parent?.id ?? null), unit.name);
		const free = (byPlace.get(place) ?? []).filter(
			(one) => !taken.has(one.id) && (one.code === null || unit.code === null)
		);
		const [partner] = free;
		if (partner !== undefined && free.length === 1) pair(unit, partner);
	}
	return matched;

	function pair(unit: Unit, partner: Unit): void {
		matched.set(unit.id, partner);
		taken.add(partner.id);
	}
}

function groupByPlace(units: readonly Unit[], ignoresParents: boolean): Map<string, Unit[]> {
	return Map.groupBy(units, (unit) => placeKey(ignoresParents ? null : unit.parentId, unit.name));
}

function placeKey(parentId: string | null, name: string): string {
	return JSON.stringify([parentId, foldName(name)]);
}

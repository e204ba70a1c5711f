// Sets of leaders by today's roster: a unit with all below it, or a group of a round. What absence is entered for, and whose spans
// are laid beside a group's answers.

export type SetUnit = { readonly id: string; readonly name: string; readonly parentId: string | null };
export type SetLeader = { readonly id: string; readonly unitId: string; readonly managerId: string | null };
/** A frozen leadership group of a round and the reporting group that it was pooled into. */
export type SetGroup = { readonly managerId: string | null; readonly unitId: string; readonly groupId: string };

/**
 * The leaders of every unit together with all units below it, by the unit's id. Units without leaders have an empty list. Throws
 * RangeError where units form a cycle; a leader of an unknown unit is left out.
 */
export function leadersBelow(
	units: readonly SetUnit[],
	leaders: readonly SetLeader[]
): ReadonlyMap<string, readonly string[]> {
	const parentOf = new Map(units.map((unit) => [unit.id, unit.parentId]));
	const found = new Map<string, string[]>(units.map((unit) => [unit.id, []]));
	for (const leader of leaders) {
		let steps = 0;
		for (let unit: string | null = leader.unitId; unit !== null; unit = parentOf.get(unit) ?? null) {
			found.get(unit)?.push(leader.id);
			steps += 1;
			if (steps > units.length) throw new RangeError(`the units above "${leader.unitId}" form a cycle`);
		}
	}
	return found;
}

/**
 * Today's leaders of a round's reporting groups: those whose manager's leadership group was pooled into it. A leader without
 * a manager belongs to the group that he or she leads, or else to the unit's own. Who has come since belongs where the manager's leaders
 * were; a leader whose group the round does not know is left out.
 */
export function leadersOfGroups(
	groups: readonly SetGroup[],
	leaders: readonly SetLeader[]
): ReadonlyMap<string, readonly string[]> {
	const ofManager = new Map(
		groups.flatMap((group) => (group.managerId === null ? [] : [[group.managerId, group.groupId]]))
	);
	const ofUnit = new Map(groups.flatMap((group) => (group.managerId === null ? [[group.unitId, group.groupId]] : [])));
	const leads = new Set(leaders.map((leader) => leader.managerId));
	const found = new Map<string, string[]>();
	for (const leader of leaders) {
		const manager = leader.managerId ?? (leads.has(leader.id) ? leader.id : null);
		const group = manager === null ? ofUnit.get(leader.unitId) : ofManager.get(manager);
		if (group !== undefined) found.set(group, [...(found.get(group) ?? []), leader.id]);
	}
	return found;
}

export type SetChoice = { readonly key: string; readonly name: string; readonly leaders: number };

export type SetBranch = {
	/** From the top down to the unit itself. */
	readonly path: readonly { readonly id: string; readonly name: string }[];
	/** Units right below that have units below them. */
	readonly below: readonly { readonly id: string; readonly name: string }[];
	/** The unit itself, then those right below it by name. */
	readonly choices: readonly SetChoice[];
};

/** What can be chosen at one unit; null or an unknown one means the top. Null where there are no units. */
export function setBranch(
	units: readonly SetUnit[],
	leadersOfUnit: ReadonlyMap<string, readonly string[]>,
	unitId: string | null
): SetBranch | null {
	const byId = new Map(units.map((unit) => [unit.id, unit]));
	const here = byId.get(unitId ?? '') ?? units.find((unit) => unit.parentId === null);
	if (here === undefined) return null;
	const path: SetUnit[] = [];
	for (
		let at: SetUnit | undefined = here;
		at !== undefined && path.length <= units.length;
		at = byId.get(at.parentId ?? '')
	)
		path.unshift(at);
	const below = units.filter((unit) => unit.parentId === here.id).toSorted((a, b) => (a.name < b.name ? -1 : 1));
	const hasMore = new Set(units.map((unit) => unit.parentId));
	const link = ({ id, name }: SetUnit) => ({ id, name });
	const choice = ({ id, name }: SetUnit) => ({ key: unitKey(id), name, leaders: leadersOfUnit.get(id)?.length ?? 0 });
	return {
		path: path.map(link),
		below: below.filter((unit) => hasMore.has(unit.id)).map(link),
		choices: [choice(here), ...below.map(choice)].filter((one) => one.leaders > 0)
	};
}

export function unitKey(unitId: string): string {
	return `unit:${unitId}`;
}

export function groupKey(groupId: string): string {
	return `group:${groupId}`;
}

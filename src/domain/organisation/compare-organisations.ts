// What an import would change, said before it is saved.
import { topDown } from './chains.ts';
import { leaderKeyKind, type LeaderKeyKind } from './leader-key.ts';
import { matchLeaders } from './match-leaders.ts';
import { matchUnits } from './match-units.ts';
import type { Leader, Organisation, Unit } from './organisation.ts';
import type { Coverage, ImportMode, LeaderField } from './parse-organisation.ts';
import { freeId } from './stable-id.ts';

export type OrganisationChange =
	| { readonly kind: 'unit-added'; readonly unit: Unit }
	| { readonly kind: 'unit-renamed'; readonly unitId: string; readonly before: string; readonly after: string }
	| {
			readonly kind: 'unit-moved';
			readonly unitId: string;
			readonly before: string | null;
			readonly after: string | null;
	  }
	| { readonly kind: 'unit-coded'; readonly unitId: string; readonly before: string | null; readonly after: string }
	| { readonly kind: 'unit-closed'; readonly unit: Unit }
	| { readonly kind: 'leader-added'; readonly leader: Leader }
	| { readonly kind: 'leader-moved'; readonly leaderId: string; readonly before: string; readonly after: string }
	| {
			readonly kind: 'leader-manager-changed';
			readonly leaderId: string;
			readonly before: string | null;
			readonly after: string | null;
	  }
	| {
			readonly kind: 'leader-changed';
			readonly leaderId: string;
			readonly field: 'key' | 'name' | LeaderField;
			readonly before: string | number | null;
			readonly after: string | number | null;
	  }
	| { readonly kind: 'leader-left'; readonly leader: Leader };

export type ComparingOptions = {
	/** Only `complete` closes units and lets leaders leave. */
	readonly mode?: ImportMode;
	/** What the file speaks of; without it, of everything. */
	readonly covers?: Coverage;
};

const everything: Coverage = {
	units: true,
	parents: true,
	leaders: true,
	leaderFields: ['email', 'level', 'profession', 'span']
};

/**
 * Lists what turns the current organisation into the imported one, in an order in which it can be applied: units are
 * added top first and closed last. Units are met by code, else by path; leaders by employee number, else by e-mail, else
 * by name and unit. Ids in the changes are those of the current organisation, or new ones for what is added.
 * With `complete`, a unit the file leaves out is closed once nobody and nothing stays in it, and a leader the file leaves
 * out has left; each only if the file speaks of units or of leaders at all.
 */
export function compareOrganisations(
	current: Organisation,
	imported: Organisation,
	{ mode = 'additions', covers = everything }: ComparingOptions = {}
): OrganisationChange[] {
	const unitOf = matchUnits({ current: current.units, imported: imported.units, ignoresParents: !covers.parents });
	const takenUnits = new Set(current.units.map((unit) => unit.id));
	const unitIds = new Map(
		imported.units.map((unit) => [unit.id, unitOf.get(unit.id)?.id ?? freeId(unit.id, takenUnits)])
	);
	const unitId = (id: string) => unitIds.get(id) ?? id;
	const leaderOf = matchLeaders({ current: current.leaders, imported: imported.leaders, unitId });
	const takenLeaders = new Set(current.leaders.map((leader) => leader.id));
	const leaderIds = new Map(
		imported.leaders.map((leader) => [leader.id, leaderOf.get(leader.id)?.id ?? freeId(leader.id, takenLeaders)])
	);
	const units = imported.units.map((unit): Pair<Unit> => ({
		before: unitOf.get(unit.id) ?? null,
		after: { ...unit, id: unitId(unit.id), parentId: unit.parentId === null ? null : unitId(unit.parentId) }
	}));
	const leaders = imported.leaders.map((leader): Pair<Leader> => ({
		before: leaderOf.get(leader.id) ?? null,
		after: {
			...leader,
			id: leaderIds.get(leader.id) ?? leader.id,
			unitId: unitId(leader.unitId),
			managerId: leader.managerId === null ? null : (leaderIds.get(leader.managerId) ?? null)
		}
	}));
	const left = mode === 'complete' && covers.leaders ? leftOut(current.leaders, leaders) : [];
	const stay = new Set(
		leftOut(current.leaders, [...leaders, ...left.map((leader) => ({ before: leader }))]).map((one) => one.unitId)
	);
	const closed = mode === 'complete' && covers.units ? closing(current, units, stay) : [];
	return [
		...addedUnits(units),
		...units.flatMap((pair) => unitChanges(pair, covers)),
		...leaders.flatMap(({ before, after }) =>
			before === null ? [{ kind: 'leader-added', leader: after } as const] : []
		),
		...leaders.flatMap((pair) => leaderChanges(pair, covers)),
		...left.map((leader) => ({ kind: 'leader-left', leader }) as const),
		...closed.map((unit) => ({ kind: 'unit-closed', unit }) as const)
	];
}

type Pair<T> = { readonly before: T | null; readonly after: T };

function addedUnits(units: readonly Pair<Unit>[]): OrganisationChange[] {
	const added = units.flatMap(({ before, after }) => (before === null ? [after] : []));
	const byId = new Map(added.map((unit) => [unit.id, unit]));
	return topDown(added, (unit) => byId.get(unit.parentId ?? '') ?? null).map((unit) => ({ kind: 'unit-added', unit }));
}

function unitChanges({ before, after }: Pair<Unit>, covers: Coverage): OrganisationChange[] {
	if (before === null) return [];
	const changes: OrganisationChange[] = [];
	const unitId = before.id;
	if (before.name !== after.name)
		changes.push({ kind: 'unit-renamed', unitId, before: before.name, after: after.name });
	if (covers.parents && before.parentId !== after.parentId) {
		changes.push({ kind: 'unit-moved', unitId, before: before.parentId, after: after.parentId });
	}
	if (after.code !== null && before.code !== after.code) {
		changes.push({ kind: 'unit-coded', unitId, before: before.code, after: after.code });
	}
	return changes;
}

function leaderChanges({ before, after }: Pair<Leader>, covers: Coverage): OrganisationChange[] {
	if (before === null) return [];
	const changes: OrganisationChange[] = [];
	const leaderId = before.id;
	if (before.unitId !== after.unitId) {
		changes.push({ kind: 'leader-moved', leaderId, before: before.unitId, after: after.unitId });
	}
	if (before.managerId !== after.managerId) {
		changes.push({ kind: 'leader-manager-changed', leaderId, before: before.managerId, after: after.managerId });
	}
	for (const field of ['key', 'name', ...covers.leaderFields] as const) {
		if (before[field] === after[field] || (field === 'key' && !isBetterKey(before, after))) continue;
		changes.push({ kind: 'leader-changed', leaderId, field, before: before[field], after: after[field] });
	}
	return changes;
}

const strength: Readonly<Record<LeaderKeyKind, number>> = { number: 2, 'e-mail': 1, name: 0 };

/** A file without employee numbers does not take them away. */
function isBetterKey(before: Leader, after: Leader): boolean {
	return strength[leaderKeyKind(after.key)] >= strength[leaderKeyKind(before.key)];
}

function leftOut<T extends { readonly id: string }>(
	all: readonly T[],
	pairs: readonly { readonly before: T | null }[]
): T[] {
	const met = new Set(pairs.map(({ before }) => before?.id));
	return all.filter((one) => !met.has(one.id));
}

/** Units the file leaves out, lowest first, without those in which a leader or a unit stays. */
function closing(current: Organisation, units: readonly Pair<Unit>[], withLeaders: ReadonlySet<string>): Unit[] {
	const byId = new Map(current.units.map((unit) => [unit.id, unit]));
	const gone = leftOut(current.units, units);
	const kept = new Set<string>();
	for (const unit of gone) if (withLeaders.has(unit.id)) keep(unit);
	return topDown(gone, (unit) => byId.get(unit.parentId ?? '') ?? null)
		.reverse()
		.filter((unit) => !kept.has(unit.id));

	function keep(unit: Unit): void {
		for (let one: Unit | undefined = unit; one !== undefined && !kept.has(one.id); one = byId.get(one.parentId ?? ''))
			kept.add(one.id);
	}
}

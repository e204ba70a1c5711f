// Which leaders a round asks, and which groups their answers are added up in: the same for the preview and the opening.
import { indexById } from '#domain/organisation/index-by-id.ts';
import type { Leader, Organisation, Unit } from '#domain/organisation/organisation.ts';
import { planReportingGroups, type ReportingPlan } from '#domain/round/reporting-groups.ts';

export type PlannedRound = {
	/** With one root: where the organisation has several tops, a root with its name is put above them. */
	readonly units: readonly Unit[];
	/** Those who are asked. */
	readonly leaders: readonly Leader[];
	/** Leaders in scope who cannot be written to. */
	readonly withoutEmail: readonly Leader[];
	readonly plan: ReportingPlan;
};

export function planRoundGroups(
	organisation: Organisation,
	round: { readonly scopeUnitId: string | null; readonly minimumInvited: number; readonly organisationName: string }
): PlannedRound {
	const units = withOneRoot(unitsInScope(organisation.units, round.scopeUnitId), round.organisationName);
	const inScope = new Set(units.map((unit) => unit.id));
	const everybody = organisation.leaders.filter((leader) => inScope.has(leader.unitId));
	const leaders = everybody.filter((leader) => leader.email !== null);
	const known = indexById(organisation.leaders);
	const plan = planReportingGroups({
		units,
		leaders: leaders.map((leader) => {
			const manager = leader.managerId === null ? undefined : known.get(leader.managerId);
			return {
				id: leader.id,
				unitId: leader.unitId,
				managerId: manager === undefined || !inScope.has(manager.unitId) ? null : manager.id
			};
		}),
		managers: organisation.leaders
			.filter((leader) => inScope.has(leader.unitId))
			.map((leader) => ({ id: leader.id, unitId: leader.unitId })),
		minimumInvited: round.minimumInvited
	});
	return { units, leaders, withoutEmail: everybody.filter((leader) => leader.email === null), plan };
}

function unitsInScope(units: readonly Unit[], scopeUnitId: string | null): readonly Unit[] {
	if (scopeUnitId === null) return units;
	const children = Map.groupBy(units, (unit) => unit.parentId);
	const inScope: Unit[] = [];
	const waiting = units.filter((unit) => unit.id === scopeUnitId).map((unit): Unit => ({ ...unit, parentId: null }));
	for (let unit = waiting.pop(); unit !== undefined; unit = waiting.pop()) {
		inScope.push(unit);
		waiting.push(...(children.get(unit.id) ?? []));
	}
	return inScope;
}

function withOneRoot(units: readonly Unit[], name: string): readonly Unit[] {
	if (units.filter((unit) => unit.parentId === null).length <= 1) return units;
	const root: Unit = { id: 'whole-organisation', code: null, name, parentId: null };
	return [root, ...units.map((unit) => (unit.parentId === null ? { ...unit, parentId: root.id } : unit))];
}

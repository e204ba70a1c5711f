// Which leaders a round asks, and which groups their answers are added up in: the same for the preview and the opening.
import type { Kysely } from 'kysely';
import { indexById } from '#domain/organisation/index-by-id.ts';
import type { Leader, Organisation, Unit } from '#domain/organisation/organisation.ts';
import type { RosterAttribute } from '#domain/round/group-attributes.ts';
import type { PreviousRound } from '#domain/round/keep-groups.ts';
import type { GroupMerge } from '#domain/round/merge-groups.ts';
import { planReportingGroups, type ReportingPlan } from '#domain/round/reporting-groups.ts';
import { findOrganisation, readOrganisation } from '#server/database/organisations.ts';
import {
	findGroupChoices,
	findPreviousRound,
	listUsedGroupIds,
	type GroupChoices
} from '#server/database/round-groups.ts';
import type { Round } from '#server/database/rounds.ts';
import type { Tables } from '#server/database/tables.ts';

export type PlannedRound = {
	/** With one root: where the organisation has several tops, a root with its name is put above them. */
	readonly units: readonly Unit[];
	/** Those who are asked: every leader in scope. */
	readonly leaders: readonly Leader[];
	/** Those of them who cannot be written to and are given a printed code. */
	readonly withoutEmail: readonly Leader[];
	readonly plan: ReportingPlan;
};

export type PlannedStoredRound = PlannedRound & {
	readonly organisation: Organisation;
	readonly organisationName: string;
	readonly choices: GroupChoices;
	/** The round whose groups are kept; `knowsLeaders` where it is known who was asked in which group. */
	readonly previous: { readonly name: string; readonly knowsLeaders: boolean } | null;
};

/** The plan of a stored round as it would be opened now: with the programme lead's choices and the round before it. */
export async function planStoredRound(db: Kysely<Tables>, round: Round): Promise<PlannedStoredRound> {
	const key = { organisationId: round.organisationId, roundId: round.id };
	const record = await findOrganisation(db, round.organisationId);
	const organisation = await readOrganisation(db, round.organisationId);
	const choices = await findGroupChoices(db, key);
	const previous = await findPreviousRound(db, { ...key, scopeUnitId: round.scopeUnitId });
	const usedIds = await listUsedGroupIds(db, key);
	const organisationName = record?.name ?? round.name;
	const planned = planRoundGroups(organisation, { ...round, ...choices, organisationName, previous, usedIds });
	const knowsLeaders = previous?.groups.some((group) => group.leaderIds.length > 0) ?? false;
	return {
		...planned,
		organisation,
		organisationName,
		choices,
		previous: previous === null ? null : { name: previous.name, knowsLeaders }
	};
}

/** `merges`, `alikeIn`, `previous` and `usedIds` may be left out: then the roster alone counts. */
export function planRoundGroups(
	organisation: Organisation,
	round: {
		readonly scopeUnitId: string | null;
		readonly minimumInvited: number;
		readonly organisationName: string;
		readonly alikeIn?: RosterAttribute | null;
		readonly merges?: readonly GroupMerge[];
		readonly previous?: PreviousRound | null;
		readonly usedIds?: readonly string[];
	}
): PlannedRound {
	const units = withOneRoot(unitsInScope(organisation.units, round.scopeUnitId), round.organisationName);
	const inScope = new Set(units.map((unit) => unit.id));
	const leaders = organisation.leaders.filter((leader) => inScope.has(leader.unitId));
	const known = indexById(organisation.leaders);
	const plan = planReportingGroups({
		units,
		leaders: leaders.map((leader) => {
			const manager = leader.managerId === null ? undefined : known.get(leader.managerId);
			return {
				id: leader.id,
				unitId: leader.unitId,
				managerId: manager === undefined || !inScope.has(manager.unitId) ? null : manager.id,
				level: leader.level,
				profession: leader.profession
			};
		}),
		minimumInvited: round.minimumInvited,
		alikeIn: round.alikeIn ?? null,
		previous: round.previous ?? null,
		usedIds: round.usedIds ?? [],
		merges: round.merges ?? []
	});
	return { units, leaders, withoutEmail: leaders.filter((leader) => leader.email === null), plan };
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

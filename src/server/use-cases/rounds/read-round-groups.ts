// The groups of a round that is not open yet, as the programme lead sees and may still change them.
import { chanceOfEnough } from '#domain/round/chance-of-enough.ts';
import { rosterAttributes, type CommonAttributes, type RosterAttribute } from '#domain/round/group-attributes.ts';
import type { MergeProblem } from '#domain/round/merge-groups.ts';
import type { MovedUnit } from '#domain/round/moved-leaders.ts';
import { branchOf, type Branch } from '#domain/round/branch-of-groups.ts';
import type { ReportingGroup } from '#domain/round/reporting-groups.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findRound, type Round } from '#server/database/rounds.ts';
import { isUuid } from '../is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { planStoredRound, type PlannedStoredRound } from './plan-round-groups.ts';

export type GroupRow = {
	readonly id: string;
	readonly name: string;
	readonly path: readonly string[];
	readonly invited: number;
	/** That enough answer for the group to be shown, at the usual response share. */
	readonly chance: number;
	readonly attributes: CommonAttributes;
	/** The programme lead has put it together. */
	readonly isMerged: boolean;
	/** Leaders who were in another group last time, by unit. */
	readonly arrived: readonly MovedUnit[];
};

export type ReadRoundGroupsOutcome =
	| {
			readonly kind: 'groups';
			readonly round: Round;
			readonly rows: readonly GroupRow[];
			/** What `rows` are shown of; null where all groups stand on one page. */
			readonly branch: Branch | null;
			readonly groups: number;
			readonly invited: number;
			readonly alikeIn: RosterAttribute | null;
			/** Of how many leaders the roster says what. */
			readonly known: Readonly<Record<RosterAttribute, number>>;
			readonly mergeProblems: readonly MergeProblem[];
			/** Names of units with enough leaders that get no result of their own, the unit above before each. */
			readonly unitsWithoutResult: readonly string[];
			/** `moved` is null where it is not known who was asked in which group. */
			readonly previous: { readonly name: string; readonly moved: readonly MovedUnit[] | null } | null;
			/** Of the groups that leaders were moved to: a unit's page need not show them. */
			readonly nameOf: Readonly<Record<string, string>>;
	  }
	| { readonly kind: 'too-few'; readonly round: Round; readonly leaders: number; readonly minimumInvited: number }
	| { readonly kind: 'already-open' }
	| { readonly kind: 'unknown-round' }
	| Forbidden;

/** More are shown unit by unit. */
const mostOnOnePage = 200;

export async function readRoundGroups(
	context: Pick<Context, 'db'>,
	actor: Actor,
	input: { readonly roundId: string; readonly unitId: string | null }
): Promise<ReadRoundGroupsOutcome> {
	if (!isAllowed('read-round-groups', actor) || actor.kind === 'visitor') return forbidden;
	const key = { organisationId: actor.organisationId, roundId: input.roundId };
	const round = isUuid(input.roundId) ? await findRound(context.db, key) : null;
	if (round === null || round.source !== 'ballots') return { kind: 'unknown-round' };
	if (round.preparingAt !== null || round.openedAt !== null) return { kind: 'already-open' };
	const planned = await planStoredRound(context.db, round);
	const { plan, units, leaders, choices } = planned;
	if (plan.kind === 'too-few') return { ...plan, round };
	const branch =
		plan.groups.length > mostOnOnePage ? branchOf({ groups: plan.groups, units, unitId: input.unitId }) : null;
	const moved = plan.moved?.units ?? [];
	const arrivedAt = Map.groupBy(moved, (part) => part.to);
	const shown = branch === null ? plan.groups : plan.groups.filter((group) => branch.groupIds.has(group.id));
	return {
		kind: 'groups',
		round,
		rows: shown.map((group) => rowOf(group, round, arrivedAt.get(group.id) ?? [])),
		branch,
		groups: plan.groups.length,
		invited: leaders.length,
		alikeIn: choices.alikeIn,
		known: knownOf(leaders),
		mergeProblems: plan.mergeProblems,
		unitsWithoutResult: namesOf(planned, plan.unitsWithoutResult),
		previous:
			planned.previous === null
				? null
				: { name: planned.previous.name, moved: planned.previous.knowsLeaders ? moved : null },
		nameOf: Object.fromEntries(
			plan.groups.filter((group) => arrivedAt.has(group.id)).map((group) => [group.id, group.name])
		)
	};
}

function rowOf(group: ReportingGroup, round: Round, arrived: readonly MovedUnit[]): GroupRow {
	return {
		id: group.id,
		name: group.name,
		path: group.path,
		invited: group.invited,
		chance: chanceOfEnough(group.invited, round.threshold),
		attributes: group.attributes,
		isMerged: group.mergedFrom.length > 0,
		arrived
	};
}

function knownOf(leaders: PlannedStoredRound['leaders']): Record<RosterAttribute, number> {
	const known: Record<RosterAttribute, number> = { level: 0, profession: 0 };
	for (const attribute of rosterAttributes) {
		known[attribute] = leaders.filter((leader) => leader[attribute] !== null).length;
	}
	return known;
}

function namesOf({ units }: PlannedStoredRound, ids: readonly string[]): string[] {
	const byId = new Map(units.map((unit) => [unit.id, unit]));
	return ids
		.flatMap((id) => byId.get(id) ?? [])
		.map((unit) => {
			const above = unit.parentId === null ? undefined : byId.get(unit.parentId);
			return above === undefined ? unit.name : `${above.name} › ${unit.name}`;
		})
		.sort(collator.compare);
}

const collator = new Intl.Collator('da', { numeric: true });

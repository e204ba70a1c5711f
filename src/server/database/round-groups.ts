// What the programme lead has chosen for a round's groups before the opening, and the groups of the round before it.
import { sql, type Kysely } from 'kysely';
import { rosterAttributes, type RosterAttribute } from '#domain/round/group-attributes.ts';
import type { PreviousGroup, PreviousRound } from '#domain/round/keep-groups.ts';
import type { GroupMerge } from '#domain/round/merge-groups.ts';
import type { Tables } from '#server/database/tables.ts';

type Key = { readonly organisationId: string; readonly roundId: string };

export type GroupChoices = { readonly alikeIn: RosterAttribute | null; readonly merges: readonly GroupMerge[] };

/** Nothing chosen where there is no such round. */
export async function findGroupChoices(db: Kysely<Tables>, key: Key): Promise<GroupChoices> {
	const row = await db
		.selectFrom('rounds')
		.select(['alike_in', 'group_merges'])
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.executeTakeFirst();
	return row === undefined
		? { alikeIn: null, merges: [] }
		: { alikeIn: attributeOf(row.alike_in), merges: mergesOf(row.group_merges) };
}

export async function setGroupChoices(db: Kysely<Tables>, key: Key, choices: GroupChoices): Promise<void> {
	await db
		.updateTable('rounds')
		.set({ alike_in: choices.alikeIn, group_merges: JSON.stringify(choices.merges) })
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.execute();
}

/**
 * The round whose groups the next one keeps: the last one that was opened for the same part of the organisation, or else
 * for all of it. Null where there is none. Who was asked in which group is known from the invitations; rounds whose answers
 * came from elsewhere only tell whose teams were in which group.
 */
export async function findPreviousRound(
	db: Kysely<Tables>,
	round: Key & { readonly scopeUnitId: string | null }
): Promise<(PreviousRound & { readonly name: string }) | null> {
	const found = await db
		.selectFrom('rounds')
		.select(['round_id', 'name', 'alike_in', 'group_merges'])
		.where('organisation_id', '=', round.organisationId)
		.where('round_id', '!=', round.roundId)
		.where('opened_at', 'is not', null)
		.where('source', '!=', 'imported')
		.where((or) => or.or([or('scope_unit_id', 'is', null), or('scope_unit_id', '=', round.scopeUnitId)]))
		.orderBy(sql`scope_unit_id is not distinct from ${round.scopeUnitId}`, 'desc')
		.orderBy('opened_at', 'desc')
		.orderBy('round_id')
		.limit(1)
		.executeTakeFirst();
	if (found === undefined) return null;
	const merged = new Set(mergesOf(found.group_merges).flat());
	const key = { organisationId: round.organisationId, roundId: found.round_id };
	return { name: found.name, alikeIn: attributeOf(found.alike_in), groups: await groupsOf(db, key, merged) };
}

/** Every id that a group of another round of the organisation bears: none of them is given to a new group. */
export async function listUsedGroupIds(db: Kysely<Tables>, round: Key): Promise<string[]> {
	const rows = await db
		.selectFrom('reporting_groups')
		.select('group_id')
		.distinct()
		.where('organisation_id', '=', round.organisationId)
		.where('round_id', '!=', round.roundId)
		.execute();
	return rows.map((row) => row.group_id);
}

async function groupsOf(db: Kysely<Tables>, key: Key, merged: ReadonlySet<string>): Promise<PreviousGroup[]> {
	const { organisationId, roundId } = key;
	const groups = await db
		.selectFrom('reporting_groups')
		.select(['group_id', 'name', 'unit_id'])
		.where('organisation_id', '=', organisationId)
		.where('round_id', '=', roundId)
		.orderBy('group_id')
		.execute();
	const invitations = await db
		.selectFrom('invitations')
		.select(['group_id', 'leader_id'])
		.where('organisation_id', '=', organisationId)
		.where('round_id', '=', roundId)
		.orderBy('leader_id')
		.execute();
	const teams = await db
		.selectFrom('leadership_groups')
		.select(['group_id', 'manager_id'])
		.where('organisation_id', '=', organisationId)
		.where('round_id', '=', roundId)
		.orderBy('leadership_group_id')
		.execute();
	const leadersOf = Map.groupBy(invitations, (row) => row.group_id);
	const teamsOf = Map.groupBy(teams, (row) => row.group_id);
	return groups.map((group) => ({
		id: group.group_id,
		name: group.name,
		unitId: group.unit_id,
		leaderIds: (leadersOf.get(group.group_id) ?? []).map((row) => row.leader_id),
		managerIds: (teamsOf.get(group.group_id) ?? []).flatMap((row) => row.manager_id ?? []),
		isMerged: merged.has(group.group_id)
	}));
}

function attributeOf(text: string | null): RosterAttribute | null {
	const found = rosterAttributes.find((attribute) => attribute === text);
	if (text !== null && found === undefined) throw new Error(`unknown attribute of leaders: ${text}`);
	return found ?? null;
}

function mergesOf(value: unknown): GroupMerge[] {
	const isTexts = (part: unknown): part is string[] =>
		Array.isArray(part) && part.every((text) => typeof text === 'string');
	if (Array.isArray(value) && value.every(isTexts)) return value;
	throw new Error('expected lists of group ids');
}

// Rounds, their frozen groups, and invitations: the identity house's side of a measurement.
import { sql, type Kysely } from 'kysely';
import { slices } from '#server/database/slices.ts';
import type { RoundsTable, Tables } from '#server/database/tables.ts';
import type { Selectable } from 'kysely';

export type RoundSource = 'ballots' | 'imported' | 'simulated';

export type Round = {
	readonly organisationId: string;
	readonly id: string;
	readonly name: string;
	readonly source: RoundSource;
	readonly instrumentId: string;
	readonly instrumentVersion: number;
	readonly scopeUnitId: string | null;
	readonly minimumInvited: number;
	readonly threshold: number;
	/** Calendar days, YYYY-MM-DD. */
	readonly opensOn: string;
	readonly closesOn: string;
	readonly createdAt: Date;
	readonly openedAt: Date | null;
	readonly remindedAt: Date | null;
	readonly closedAt: Date | null;
	readonly releasedAt: Date | null;
};

/** A group whose answers are added up; `pools` names the units whose leadership groups it holds. */
export type StoredReportingGroup = {
	readonly id: string;
	readonly name: string;
	readonly unitId: string;
	readonly path: readonly string[];
	readonly pools: readonly string[];
	readonly invited: number | null;
};

export type StoredLeadershipGroup = {
	readonly id: string;
	readonly managerId: string | null;
	readonly unitId: string;
	readonly groupId: string;
};

export type StoredUnit = { readonly id: string; readonly name: string; readonly parentId: string | null };

type Key = { readonly organisationId: string; readonly roundId: string };

export async function insertRound(db: Kysely<Tables>, round: Round): Promise<void> {
	await db
		.insertInto('rounds')
		.values({
			organisation_id: round.organisationId,
			round_id: round.id,
			name: round.name,
			source: round.source,
			instrument_id: round.instrumentId,
			instrument_version: round.instrumentVersion,
			scope_unit_id: round.scopeUnitId,
			minimum_invited: round.minimumInvited,
			threshold: round.threshold,
			opens_on: round.opensOn,
			closes_on: round.closesOn,
			created_at: round.createdAt,
			opened_at: round.openedAt,
			reminded_at: round.remindedAt,
			closed_at: round.closedAt,
			released_at: round.releasedAt
		})
		.execute();
}

export async function findRound(db: Kysely<Tables>, key: Key): Promise<Round | null> {
	const row = await db
		.selectFrom('rounds')
		.selectAll()
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.executeTakeFirst();
	return row === undefined ? null : roundOf(row);
}

/** The same, held until the transaction ends: two people who press at once take turns. */
export async function holdRound(db: Kysely<Tables>, key: Key): Promise<Round | null> {
	const row = await db
		.selectFrom('rounds')
		.selectAll()
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.forUpdate()
		.executeTakeFirst();
	return row === undefined ? null : roundOf(row);
}

/** By the number in a public address alone: a leader who answers has not said which organisation. */
export async function findRoundAnywhere(db: Kysely<Tables>, roundId: string): Promise<Round | null> {
	const row = await db.selectFrom('rounds').selectAll().where('round_id', '=', roundId).executeTakeFirst();
	return row === undefined ? null : roundOf(row);
}

/** Newest first. */
export async function listRounds(db: Kysely<Tables>, organisationId: string): Promise<Round[]> {
	const rows = await db
		.selectFrom('rounds')
		.selectAll()
		.where('organisation_id', '=', organisationId)
		.orderBy('created_at', 'desc')
		.orderBy('round_id')
		.execute();
	return rows.map(roundOf);
}

export async function markRound(
	db: Kysely<Tables>,
	key: Key,
	mark: 'opened_at' | 'reminded_at' | 'closed_at' | 'released_at',
	at: Date
): Promise<void> {
	await db
		.updateTable('rounds')
		.set({ [mark]: at })
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.execute();
}

/** Freezes the organisation and its groups as they are when the round opens. */
export async function insertRoundGroups(
	db: Kysely<Tables>,
	key: Key,
	frozen: {
		readonly units: readonly StoredUnit[];
		readonly reportingGroups: readonly StoredReportingGroup[];
		readonly leadershipGroups: readonly StoredLeadershipGroup[];
	}
): Promise<void> {
	const own = { organisation_id: key.organisationId, round_id: key.roundId };
	for (const part of slices(frozen.units)) {
		const values = part.map((unit) => ({ ...own, unit_id: unit.id, name: unit.name, parent_unit_id: unit.parentId }));
		await db.insertInto('round_units').values(values).execute();
	}
	for (const part of slices(frozen.reportingGroups)) {
		const values = part.map((group) => ({
			...own,
			group_id: group.id,
			name: group.name,
			unit_id: group.unitId,
			path: JSON.stringify(group.path),
			pools: JSON.stringify(group.pools),
			invited: group.invited
		}));
		await db.insertInto('reporting_groups').values(values).execute();
	}
	for (const part of slices(frozen.leadershipGroups)) {
		const values = part.map((group) => ({
			...own,
			leadership_group_id: group.id,
			manager_id: group.managerId,
			unit_id: group.unitId,
			group_id: group.groupId
		}));
		await db.insertInto('leadership_groups').values(values).execute();
	}
}

export async function listRoundUnits(db: Kysely<Tables>, key: Key): Promise<StoredUnit[]> {
	const rows = await db
		.selectFrom('round_units')
		.select(['unit_id', 'name', 'parent_unit_id'])
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.orderBy('unit_id')
		.execute();
	return rows.map((row) => ({ id: row.unit_id, name: row.name, parentId: row.parent_unit_id }));
}

export async function listReportingGroups(db: Kysely<Tables>, key: Key): Promise<StoredReportingGroup[]> {
	const rows = await db
		.selectFrom('reporting_groups')
		.selectAll()
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.orderBy('group_id')
		.execute();
	return rows.map((row) => ({
		id: row.group_id,
		name: row.name,
		unitId: row.unit_id,
		path: textsOf(row.path),
		pools: textsOf(row.pools),
		invited: row.invited
	}));
}

export async function listLeadershipGroups(db: Kysely<Tables>, key: Key): Promise<StoredLeadershipGroup[]> {
	const rows = await db
		.selectFrom('leadership_groups')
		.selectAll()
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.orderBy('leadership_group_id')
		.execute();
	return rows.map((row) => ({
		id: row.leadership_group_id,
		managerId: row.manager_id,
		unitId: row.unit_id,
		groupId: row.group_id
	}));
}

/** `tokenHash`: SHA-256 of the invitation's token, 32 bytes. */
export async function insertInvitations(
	db: Kysely<Tables>,
	key: Key,
	invitations: readonly { readonly leaderId: string; readonly groupId: string; readonly tokenHash: Uint8Array }[]
): Promise<void> {
	for (const part of slices(invitations)) {
		const values = part.map((invitation) => ({
			organisation_id: key.organisationId,
			round_id: key.roundId,
			leader_id: invitation.leaderId,
			group_id: invitation.groupId,
			token_hash: Buffer.from(invitation.tokenHash)
		}));
		await db.insertInto('invitations').values(values).execute();
	}
}

/** How many were invited and how many have collected their ballot; never who. */
export async function countInvitations(db: Kysely<Tables>, key: Key): Promise<{ invited: number; collected: number }> {
	const row = await db
		.selectFrom('invitations')
		.select([
			sql<number>`count(*)::integer`.as('invited'),
			sql<number>`(count(*) filter (where is_collected))::integer`.as('collected')
		])
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.executeTakeFirstOrThrow();
	return row;
}

/**
 * The invitation, with its whole reporting group held until the transaction ends: two tabs take turns, and so do two
 * leaders of one group, always in the same order.
 */
export async function holdInvitation(
	db: Kysely<Tables>,
	key: Key,
	tokenHash: Uint8Array
): Promise<{ readonly leaderId: string; readonly groupId: string; readonly isCollected: boolean } | null> {
	const found = await db
		.selectFrom('invitations')
		.select(['leader_id', 'group_id'])
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.where('token_hash', '=', Buffer.from(tokenHash))
		.executeTakeFirst();
	if (found === undefined) return null;
	const held = await db
		.selectFrom('invitations')
		.select(['leader_id', 'is_collected'])
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.where('group_id', '=', found.group_id)
		.orderBy('leader_id')
		.forUpdate()
		.execute();
	const own = held.find((row) => row.leader_id === found.leader_id);
	return { leaderId: found.leader_id, groupId: found.group_id, isCollected: own?.is_collected ?? false };
}

/**
 * Marks one invitation and rewrites all of its reporting group with it: PostgreSQL stamps each row with the transaction
 * that wrote it, and a ballot entered in the same transaction would otherwise name the one invitation beside it.
 */
export async function markCollected(
	db: Kysely<Tables>,
	key: Key,
	invitation: { readonly leaderId: string; readonly groupId: string }
): Promise<void> {
	await db
		.updateTable('invitations')
		.set({ is_collected: sql<boolean>`is_collected or leader_id = ${invitation.leaderId}` })
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.where('group_id', '=', invitation.groupId)
		.execute();
}

/** Who still can be reminded. */
export async function listUncollected(
	db: Kysely<Tables>,
	key: Key
): Promise<{ leaderId: string; groupId: string; name: string; email: string | null }[]> {
	const rows = await db
		.selectFrom('invitations')
		.innerJoin('leaders', (join) =>
			join
				.onRef('leaders.organisation_id', '=', 'invitations.organisation_id')
				.onRef('leaders.leader_id', '=', 'invitations.leader_id')
		)
		.select(['invitations.leader_id', 'invitations.group_id', 'leaders.name', 'leaders.email'])
		.where('invitations.organisation_id', '=', key.organisationId)
		.where('invitations.round_id', '=', key.roundId)
		.where('invitations.is_collected', '=', false)
		.orderBy('invitations.leader_id')
		.execute();
	return rows.map((row) => ({ leaderId: row.leader_id, groupId: row.group_id, name: row.name, email: row.email }));
}

/** The 32 bytes that the links of a round are made from; null before opening and after the close. */
export async function findInvitationSecret(db: Kysely<Tables>, key: Key): Promise<Uint8Array | null> {
	const row = await db
		.selectFrom('rounds')
		.select('invitation_secret')
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.executeTakeFirst();
	return row?.invitation_secret ?? null;
}

export async function setInvitationSecret(db: Kysely<Tables>, key: Key, secret: Uint8Array | null): Promise<void> {
	await db
		.updateTable('rounds')
		.set({ invitation_secret: secret === null ? null : Buffer.from(secret) })
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.execute();
}

function roundOf(row: Selectable<RoundsTable>): Round {
	return {
		organisationId: row.organisation_id,
		id: row.round_id,
		name: row.name,
		source: sourceOf(row.source),
		instrumentId: row.instrument_id,
		instrumentVersion: row.instrument_version,
		scopeUnitId: row.scope_unit_id,
		minimumInvited: row.minimum_invited,
		threshold: row.threshold,
		opensOn: row.opens_on,
		closesOn: row.closes_on,
		createdAt: row.created_at,
		openedAt: row.opened_at,
		remindedAt: row.reminded_at,
		closedAt: row.closed_at,
		releasedAt: row.released_at
	};
}

function sourceOf(text: string): RoundSource {
	if (text === 'ballots' || text === 'imported' || text === 'simulated') return text;
	throw new Error(`unknown source of a round: ${text}`);
}

function textsOf(value: unknown): string[] {
	if (Array.isArray(value) && value.every((part) => typeof part === 'string')) return value;
	throw new Error('expected a list of texts');
}

// Invitations of a round: the identity house. "Collected" has no time, and nothing here names a ballot.
import { sql, type Kysely } from 'kysely';
import { slices } from '#server/database/slices.ts';
import type { Tables } from '#server/database/tables.ts';

type Key = { readonly organisationId: string; readonly roundId: string };

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

export type HeldInvitation = {
	readonly leaderId: string;
	readonly groupId: string;
	readonly isCollected: boolean;
	/** SHA-256 of what was signed for it. */
	readonly blindedHash: Uint8Array | null;
};

export async function findInvitation(
	db: Kysely<Tables>,
	key: Key,
	tokenHash: Uint8Array
): Promise<{ readonly groupId: string; readonly isCollected: boolean } | null> {
	const row = await db
		.selectFrom('invitations')
		.select(['group_id', 'is_collected'])
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.where('token_hash', '=', Buffer.from(tokenHash))
		.executeTakeFirst();
	return row === undefined ? null : { groupId: row.group_id, isCollected: row.is_collected };
}

/**
 * The invitation, with its whole reporting group held until the transaction ends: two tabs take turns, and so do two
 * leaders of one group, always in the same order.
 */
export async function holdInvitation(
	db: Kysely<Tables>,
	key: Key,
	tokenHash: Uint8Array
): Promise<HeldInvitation | null> {
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
		.select(['leader_id', 'is_collected', 'blinded_hash'])
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.where('group_id', '=', found.group_id)
		.orderBy('leader_id')
		.forUpdate()
		.execute();
	const own = held.find((row) => row.leader_id === found.leader_id);
	return {
		leaderId: found.leader_id,
		groupId: found.group_id,
		isCollected: own?.is_collected ?? false,
		blindedHash: own?.blinded_hash ?? null
	};
}

/**
 * Marks one invitation and rewrites all of its reporting group with it: PostgreSQL stamps each row with the transaction
 * that wrote it, and those stamps would otherwise tell in which order leaders collected.
 */
export async function markCollected(
	db: Kysely<Tables>,
	key: Key,
	invitation: {
		readonly leaderId: string;
		readonly groupId: string;
		/** SHA-256 of what was signed. */
		readonly blindedHash: Uint8Array | null;
	}
): Promise<void> {
	const blindedHash = invitation.blindedHash === null ? null : Buffer.from(invitation.blindedHash);
	await db
		.updateTable('invitations')
		.set({
			is_collected: sql<boolean>`is_collected or leader_id = ${invitation.leaderId}`,
			blinded_hash: sql<Buffer | null>`case when leader_id = ${invitation.leaderId}
				then ${blindedHash}::bytea else blinded_hash end`
		})
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.where('group_id', '=', invitation.groupId)
		.execute();
}

export type InvitedLeader = {
	readonly leaderId: string;
	readonly groupId: string;
	readonly name: string;
	readonly email: string | null;
};

/** Everybody who is asked, also those without an address, who get a printed code. */
export async function listInvited(db: Kysely<Tables>, key: Key): Promise<InvitedLeader[]> {
	return (await invitedLeaders(db, key).execute()).map(invitedOf);
}

/** Who was asked in which group, also of leaders who have left since; never who answered. */
export async function listAsked(
	db: Kysely<Tables>,
	key: Key
): Promise<readonly { readonly leaderId: string; readonly groupId: string }[]> {
	const rows = await db
		.selectFrom('invitations')
		.select(['leader_id', 'group_id'])
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.orderBy('leader_id')
		.execute();
	return rows.map((row) => ({ leaderId: row.leader_id, groupId: row.group_id }));
}

/** Who still can be reminded. */
export async function listUncollected(db: Kysely<Tables>, key: Key): Promise<InvitedLeader[]> {
	return (await invitedLeaders(db, key).where('invitations.is_collected', '=', false).execute()).map(invitedOf);
}

/** Whether the round is open and any of these leaders still can be reminded. */
export async function isAnyUncollected(db: Kysely<Tables>, key: Key, leaderIds: readonly string[]): Promise<boolean> {
	const row = await db
		.selectFrom('invitations')
		.innerJoin('rounds', (join) =>
			join
				.onRef('rounds.organisation_id', '=', 'invitations.organisation_id')
				.onRef('rounds.round_id', '=', 'invitations.round_id')
		)
		.select('invitations.leader_id')
		.where('invitations.organisation_id', '=', key.organisationId)
		.where('invitations.round_id', '=', key.roundId)
		.where('invitations.leader_id', 'in', leaderIds)
		.where('invitations.is_collected', '=', false)
		.where('rounds.closing_at', 'is', null)
		.where('rounds.closed_at', 'is', null)
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}

function invitedLeaders(db: Kysely<Tables>, key: Key) {
	return db
		.selectFrom('invitations')
		.innerJoin('leaders', (join) =>
			join
				.onRef('leaders.organisation_id', '=', 'invitations.organisation_id')
				.onRef('leaders.leader_id', '=', 'invitations.leader_id')
		)
		.select(['invitations.leader_id', 'invitations.group_id', 'leaders.name', 'leaders.email'])
		.where('invitations.organisation_id', '=', key.organisationId)
		.where('invitations.round_id', '=', key.roundId)
		.orderBy('invitations.leader_id');
}

function invitedOf(row: { leader_id: string; group_id: string; name: string; email: string | null }): InvitedLeader {
	return { leaderId: row.leader_id, groupId: row.group_id, name: row.name, email: row.email };
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

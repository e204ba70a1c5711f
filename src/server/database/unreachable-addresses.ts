// Addresses from which a letter came back for good: nothing is sent there by itself until a person says so.
import type { Kysely } from 'kysely';
import { slices } from '#server/database/slices.ts';
import type { Tables } from '#server/database/tables.ts';

type Address = { readonly organisationId: string; readonly email: string };

/** The code of the other side, or null where the address is not known to be wrong. */
export async function findUnreachable(db: Kysely<Tables>, address: Address): Promise<string | null> {
	const row = await db
		.selectFrom('unreachable_addresses')
		.select('reason')
		.where('organisation_id', '=', address.organisationId)
		.where('email', '=', address.email.toLowerCase())
		.executeTakeFirst();
	return row?.reason ?? null;
}

export async function markUnreachable(
	db: Kysely<Tables>,
	address: Address,
	found: { readonly reason: string }
): Promise<void> {
	await db
		.insertInto('unreachable_addresses')
		.values({
			organisation_id: address.organisationId,
			email: address.email.toLowerCase(),
			reason: found.reason
		})
		.onConflict((conflict) => conflict.columns(['organisation_id', 'email']).doUpdateSet({ reason: found.reason }))
		.execute();
}

export async function forgetUnreachable(
	db: Kysely<Tables>,
	organisationId: string,
	emails: readonly string[]
): Promise<void> {
	for (const part of slices(emails))
		await db
			.deleteFrom('unreachable_addresses')
			.where('organisation_id', '=', organisationId)
			.where('email', 'in', part)
			.execute();
}

/** How many of those invited to a round have an address from which letters came back; never which, and not who answered. */
export async function countUnreachableInvited(
	db: Kysely<Tables>,
	key: { readonly organisationId: string; readonly roundId: string }
): Promise<number> {
	const row = await db
		.selectFrom('invitations')
		.innerJoin('leaders', (join) =>
			join
				.onRef('leaders.organisation_id', '=', 'invitations.organisation_id')
				.onRef('leaders.leader_id', '=', 'invitations.leader_id')
		)
		.innerJoin('unreachable_addresses', (join) =>
			join
				.onRef('unreachable_addresses.organisation_id', '=', 'leaders.organisation_id')
				.onRef('unreachable_addresses.email', '=', 'leaders.email')
		)
		.select((select) => select.fn.countAll<string | number>().as('count'))
		.where('invitations.organisation_id', '=', key.organisationId)
		.where('invitations.round_id', '=', key.roundId)
		.executeTakeFirstOrThrow();
	return Number(row.count);
}

// Organisations, their units and leaders.
import { sql, type Kysely } from 'kysely';
import { slices } from '#server/database/slices.ts';
import type { Tables } from '#server/database/tables.ts';
import type { Leader, Organisation, Unit } from '#domain/organisation/organisation.ts';

export type OrganisationRecord = { readonly id: string; readonly name: string; readonly isDemonstration: boolean };

export async function insertOrganisation(
	db: Kysely<Tables>,
	organisation: OrganisationRecord & { readonly createdAt: Date }
): Promise<void> {
	await db
		.insertInto('organisations')
		.values({
			organisation_id: organisation.id,
			name: organisation.name,
			is_demonstration: organisation.isDemonstration,
			created_at: organisation.createdAt
		})
		.execute();
}

/** Oldest first. */
export async function listOrganisations(db: Kysely<Tables>): Promise<OrganisationRecord[]> {
	const rows = await db
		.selectFrom('organisations')
		.selectAll()
		.orderBy('created_at')
		.orderBy('organisation_id')
		.execute();
	return rows.map((row) => ({ id: row.organisation_id, name: row.name, isDemonstration: row.is_demonstration }));
}

export async function findOrganisation(db: Kysely<Tables>, organisationId: string): Promise<OrganisationRecord | null> {
	const row = await db
		.selectFrom('organisations')
		.selectAll()
		.where('organisation_id', '=', organisationId)
		.executeTakeFirst();
	return row === undefined ? null : { id: row.organisation_id, name: row.name, isDemonstration: row.is_demonstration };
}

/** Held until the transaction ends: what is chained within an organisation takes turns. */
export async function holdOrganisation(db: Kysely<Tables>, organisationId: string): Promise<void> {
	await db
		.selectFrom('organisations')
		.select('organisation_id')
		.where('organisation_id', '=', organisationId)
		.forUpdate()
		.execute();
}

export async function findDemonstration(db: Kysely<Tables>): Promise<OrganisationRecord | null> {
	return (await listOrganisations(db)).find((organisation) => organisation.isDemonstration) ?? null;
}

export async function deleteOrganisation(db: Kysely<Tables>, organisationId: string): Promise<void> {
	await db.deleteFrom('responses').where('organisation_id', '=', organisationId).execute();
	await db.deleteFrom('ballot_box').where('organisation_id', '=', organisationId).execute();
	await db.deleteFrom('sealed_profiles').where('organisation_id', '=', organisationId).execute();
	await db.deleteFrom('organisations').where('organisation_id', '=', organisationId).execute();
}

/** The units and leaders of today: closed units and leaders who have left are history. */
export async function readOrganisation(db: Kysely<Tables>, organisationId: string): Promise<Organisation> {
	const units = await db
		.selectFrom('units')
		.selectAll()
		.where('organisation_id', '=', organisationId)
		.where('closed_at', 'is', null)
		.orderBy('unit_id')
		.execute();
	const leaders = await db
		.selectFrom('leaders')
		.selectAll()
		.where('organisation_id', '=', organisationId)
		.where('left_at', 'is', null)
		.orderBy('leader_id')
		.execute();
	return {
		units: units.map((row): Unit => ({
			id: row.unit_id,
			code: row.code,
			name: row.name,
			parentId: row.parent_unit_id
		})),
		leaders: leaders.map((row): Leader => ({
			id: row.leader_id,
			key: row.key,
			name: row.name,
			email: row.email,
			unitId: row.unit_id,
			managerId: row.manager_id,
			level: row.level,
			profession: row.profession,
			span: row.span
		}))
	};
}

/**
 * Makes the stored organisation equal to `next`: what is new is added, what changed is changed, what is gone is closed
 * with `at`, never deleted; who is new, or comes back, is known since `at`. Runs inside the caller's transaction; foreign keys are checked at its end.
 */
export async function writeOrganisation(
	db: Kysely<Tables>,
	organisationId: string,
	next: Organisation,
	at: Date
): Promise<void> {
	const own = { organisation_id: organisationId };
	const before = await readOrganisation(db, organisationId);
	const unitIds = new Set(next.units.map((unit) => unit.id));
	const leaderIds = new Set(next.leaders.map((leader) => leader.id));
	// Leavers first: their e-mail may now belong to somebody else.
	for (const part of slices(before.leaders.filter((leader) => !leaderIds.has(leader.id)).map((leader) => leader.id))) {
		await db
			.updateTable('leaders')
			.set({ left_at: at })
			.where('organisation_id', '=', organisationId)
			.where('leader_id', 'in', part)
			.execute();
	}
	await db
		.updateTable('leaders')
		.set({ known_since: at })
		.where('organisation_id', '=', organisationId)
		.where('left_at', 'is', null)
		.where('known_since', 'is', null)
		.execute();
	for (const part of slices(before.units.filter((unit) => !unitIds.has(unit.id)).map((unit) => unit.id))) {
		await db
			.updateTable('units')
			.set({ closed_at: at })
			.where('organisation_id', '=', organisationId)
			.where('unit_id', 'in', part)
			.execute();
	}
	const oldUnits = new Map(before.units.map((unit) => [unit.id, JSON.stringify(unit)]));
	for (const part of slices(next.units.filter((unit) => oldUnits.get(unit.id) !== JSON.stringify(unit)))) {
		await db
			.insertInto('units')
			.values(
				part.map((unit) => ({
					...own,
					unit_id: unit.id,
					code: unit.code,
					name: unit.name,
					parent_unit_id: unit.parentId,
					closed_at: null
				}))
			)
			.onConflict((conflict) =>
				conflict.columns(['organisation_id', 'unit_id']).doUpdateSet((set) => ({
					code: set.ref('excluded.code'),
					name: set.ref('excluded.name'),
					parent_unit_id: set.ref('excluded.parent_unit_id'),
					closed_at: null
				}))
			)
			.execute();
	}
	const oldLeaders = new Map(before.leaders.map((leader) => [leader.id, JSON.stringify(leader)]));
	const changed = next.leaders.filter((leader) => oldLeaders.get(leader.id) !== JSON.stringify(leader));
	// Two leaders may swap addresses: free them all before any is written.
	for (const part of slices(changed.filter((leader) => oldLeaders.has(leader.id)).map((leader) => leader.id))) {
		await db
			.updateTable('leaders')
			.set({ email: null })
			.where('organisation_id', '=', organisationId)
			.where('leader_id', 'in', part)
			.execute();
	}
	for (const part of slices(changed)) {
		await db
			.insertInto('leaders')
			.values(
				part.map((leader) => ({
					...own,
					leader_id: leader.id,
					key: leader.key,
					name: leader.name,
					email: leader.email,
					unit_id: leader.unitId,
					manager_id: leader.managerId,
					level: leader.level,
					profession: leader.profession,
					span: leader.span,
					left_at: null,
					known_since: at
				}))
			)
			.onConflict((conflict) =>
				conflict.columns(['organisation_id', 'leader_id']).doUpdateSet((set) => ({
					key: set.ref('excluded.key'),
					name: set.ref('excluded.name'),
					email: set.ref('excluded.email'),
					unit_id: set.ref('excluded.unit_id'),
					manager_id: set.ref('excluded.manager_id'),
					level: set.ref('excluded.level'),
					profession: set.ref('excluded.profession'),
					span: set.ref('excluded.span'),
					left_at: null,
					known_since: sql<Date>`case when leaders.left_at is null then leaders.known_since else excluded.known_since end`
				}))
			)
			.execute();
	}
}

/** Since when each leader is known without a break, also those who have left; without those of whom it is not known. */
export async function listKnownSince(db: Kysely<Tables>, organisationId: string): Promise<ReadonlyMap<string, Date>> {
	const rows = await db
		.selectFrom('leaders')
		.select(['leader_id', 'known_since'])
		.where('organisation_id', '=', organisationId)
		.execute();
	return new Map(rows.flatMap((row) => (row.known_since === null ? [] : [[row.leader_id, row.known_since]])));
}

/** A role that rests, because its address belonged to a leader who has left, is taken up again. */
export async function grantRole(
	db: Kysely<Tables>,
	organisationId: string,
	grant: { readonly email: string; readonly role: string; readonly at: Date }
): Promise<void> {
	await db
		.insertInto('memberships')
		.values({
			organisation_id: organisationId,
			email: grant.email.toLowerCase(),
			role: grant.role,
			granted_at: grant.at
		})
		.onConflict((conflict) =>
			conflict
				.columns(['organisation_id', 'email', 'role'])
				.doUpdateSet({ granted_at: grant.at, suspended_at: null })
				.where('memberships.suspended_at', 'is not', null)
		)
		.execute();
}

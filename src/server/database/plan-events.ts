// The history of plans: who did what, and when. Nothing is ever changed or taken out but the name of somebody who is deleted.
import { sql, type Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';
import { detailsWithout, planEventKinds, type PlanEvent, type PlanEventDetails } from '#domain/plan/plan-event.ts';

type PlanKey = { readonly organisationId: string; readonly planId: string };

/** Adds behind what is there. The plan is held by the caller's transaction, so that two never get the same place. */
export async function addPlanEvent(
	db: Kysely<Tables>,
	key: PlanKey,
	event: Omit<PlanEvent, 'details'> & { readonly details?: PlanEventDetails }
): Promise<void> {
	const last = await db
		.selectFrom('plan_events')
		.select((select) => select.fn.max('position').as('position'))
		.where('organisation_id', '=', key.organisationId)
		.where('plan_id', '=', key.planId)
		.executeTakeFirst();
	await db
		.insertInto('plan_events')
		.values({
			organisation_id: key.organisationId,
			plan_id: key.planId,
			position: (last?.position ?? 0) + 1,
			happened_at: event.happenedAt,
			person: event.person,
			kind: event.kind,
			details: JSON.stringify(event.details ?? {})
		})
		.execute();
}

/** Oldest first. */
export async function listPlanEvents(db: Kysely<Tables>, key: PlanKey): Promise<PlanEvent[]> {
	const rows = await db
		.selectFrom('plan_events')
		.selectAll()
		.where('organisation_id', '=', key.organisationId)
		.where('plan_id', '=', key.planId)
		.orderBy('position')
		.execute();
	return rows.map((row) => ({
		happenedAt: row.happened_at,
		person: row.person,
		kind: kindOf(row.kind),
		details: detailsOf(row.details)
	}));
}

/** Takes a person out of what the program wrote of owners and receivers; returns in how many events. */
export async function withoutPerson(
	db: Kysely<Tables>,
	person: { readonly organisationId: string; readonly emails: readonly string[]; readonly names: readonly string[] },
	instead: string
): Promise<bigint> {
	const own = new Set([...person.emails, ...person.names]);
	const found = await db
		.selectFrom('plan_events')
		.select(['plan_id', 'position', 'kind', 'details'])
		.where('organisation_id', '=', person.organisationId)
		.where((where) =>
			where.or([...own].map((name) => sql<boolean>`position(${JSON.stringify(name)} in details::text) > 0`))
		)
		.execute();
	let count = 0n;
	for (const row of found) {
		const details = detailsOf(row.details);
		const clean = detailsWithout({ kind: kindOf(row.kind), details }, (text) => own.has(text), instead);
		if (JSON.stringify(clean) === JSON.stringify(details)) continue;
		await db
			.updateTable('plan_events')
			.set({ details: JSON.stringify(clean) })
			.where('organisation_id', '=', person.organisationId)
			.where('plan_id', '=', row.plan_id)
			.where('position', '=', row.position)
			.execute();
		count += 1n;
	}
	return count;
}

function kindOf(kind: string): PlanEvent['kind'] {
	return planEventKinds.find((known) => known === kind) ?? 'changed';
}

/** Written by `addPlanEvent` only. */
function detailsOf(value: unknown): PlanEventDetails {
	return typeof value === 'object' && value !== null ? (value as PlanEventDetails) : {};
}

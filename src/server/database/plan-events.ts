// The history of plans: who did what, and when. Nothing is ever changed or taken out.
import type { Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';
import { planEventKinds, type PlanEvent, type PlanEventDetails } from '#domain/plan/plan-event.ts';

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
		kind: planEventKinds.find((kind) => kind === row.kind) ?? 'changed',
		details: detailsOf(row.details)
	}));
}

/** Written by `addPlanEvent` only. */
function detailsOf(value: unknown): PlanEventDetails {
	return typeof value === 'object' && value !== null ? (value as PlanEventDetails) : {};
}

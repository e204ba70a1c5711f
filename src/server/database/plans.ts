// Plans and their steps.
import { sql, type Kysely, type Selectable } from 'kysely';
import type { PlansTable, PlanStepsTable, Tables } from '#server/database/tables.ts';
import type { Plan, PlanOwner, PlanPlace, PlanStep } from '#domain/plan/plan.ts';
import type { Level } from '#domain/evidence/evidence.ts';

type PlanKey = { readonly organisationId: string; readonly planId: string };
type StepKey = PlanKey & { readonly stepId: string };

/** What a plan may leave out is empty. */
export type NewPlan = Pick<Plan, 'id' | 'roundId' | 'groupId' | 'title' | 'targetFactor' | 'decidedAt' | 'decidedBy'> &
	Partial<Omit<Plan, 'steps'>> & { readonly steps: readonly NewPlanStep[] };
export type NewPlanStep = Omit<PlanStep, 'ownerLeaderId' | 'ownerEmail'> &
	Partial<Pick<PlanStep, 'ownerLeaderId' | 'ownerEmail'>>;

export async function insertPlan(db: Kysely<Tables>, organisationId: string, plan: NewPlan): Promise<void> {
	await db
		.insertInto('plans')
		.values({
			organisation_id: organisationId,
			plan_id: plan.id,
			round_id: plan.roundId,
			group_id: plan.groupId,
			decided_at: plan.decidedAt,
			decided_by: plan.decidedBy,
			version: plan.version ?? 1,
			places: JSON.stringify(plan.places ?? []),
			ended_at: plan.endedAt ?? null,
			ended_reason: plan.endedReason ?? null,
			...contentOf(plan)
		})
		.execute();
	await writeSteps(db, { organisationId, planId: plan.id }, plan.steps);
}

/** Newest first, each with its steps in order. `planId`: only that one. */
export async function listPlans(db: Kysely<Tables>, organisationId: string, planId?: string): Promise<Plan[]> {
	let query = db.selectFrom('plans').selectAll().where('organisation_id', '=', organisationId);
	if (planId !== undefined) query = query.where('plan_id', '=', planId);
	const plans = await query.orderBy('decided_at', 'desc').orderBy('plan_id').execute();
	if (plans.length === 0) return [];
	let stepQuery = db.selectFrom('plan_steps').selectAll().where('organisation_id', '=', organisationId);
	if (planId !== undefined) stepQuery = stepQuery.where('plan_id', '=', planId);
	const steps = Map.groupBy(await stepQuery.orderBy('position').execute(), (step) => step.plan_id);
	return plans.map((plan) => planOf(plan, steps.get(plan.plan_id) ?? []));
}

/** Held until the transaction ends: of two who save at once, the second sees what the first wrote. */
export async function holdPlan(db: Kysely<Tables>, key: PlanKey): Promise<Plan | null> {
	const held = await db
		.selectFrom('plans')
		.select('plan_id')
		.where('organisation_id', '=', key.organisationId)
		.where('plan_id', '=', key.planId)
		.forUpdate()
		.executeTakeFirst();
	return held === undefined ? null : ((await listPlans(db, key.organisationId, key.planId))[0] ?? null);
}

/** Writes what an edit may change, with the next version. Steps that are left out are removed; the history keeps them. */
export async function updatePlan(
	db: Kysely<Tables>,
	key: PlanKey,
	plan: Pick<NewPlan, 'title' | 'targetFactor' | 'steps'> & Partial<Omit<Plan, 'steps'>> & { readonly version: number }
): Promise<void> {
	await db
		.updateTable('plans')
		.set({ ...contentOf(plan), version: plan.version })
		.where('organisation_id', '=', key.organisationId)
		.where('plan_id', '=', key.planId)
		.execute();
	const kept = plan.steps.map((step) => step.id);
	let removal = db
		.deleteFrom('plan_steps')
		.where('organisation_id', '=', key.organisationId)
		.where('plan_id', '=', key.planId);
	if (kept.length > 0) removal = removal.where('step_id', 'not in', kept);
	await removal.execute();
	await writeSteps(db, key, plan.steps);
}

/** Another owner makes another version: a form that names the old one is out of date. */
export async function setPlanOwner(db: Kysely<Tables>, key: PlanKey, owner: PlanOwner): Promise<void> {
	await ownRow(db, key)
		.set({
			owner_leader_id: owner.leaderId,
			owner_name: owner.name,
			owner_email: owner.email,
			version: sql<number>`version + 1`
		})
		.execute();
}

export async function setPlanPlaces(db: Kysely<Tables>, key: PlanKey, places: readonly PlanPlace[]): Promise<void> {
	await ownRow(db, key)
		.set({ places: JSON.stringify(places) })
		.execute();
}

export async function endPlan(
	db: Kysely<Tables>,
	key: PlanKey,
	ended: { readonly at: Date; readonly reason: string }
): Promise<void> {
	await ownRow(db, key).set({ ended_at: ended.at, ended_reason: ended.reason }).execute();
}

/** Sets or takes back that a step is done. Returns false where there is no such step. */
export async function markStepDone(db: Kysely<Tables>, key: StepKey, doneAt: Date | null): Promise<boolean> {
	const result = await db
		.updateTable('plan_steps')
		.set({ done_at: doneAt })
		.where('organisation_id', '=', key.organisationId)
		.where('plan_id', '=', key.planId)
		.where('step_id', '=', key.stepId)
		.executeTakeFirst();
	return result.numUpdatedRows > 0n;
}

/** Adds a step behind the others. */
export async function addStep(db: Kysely<Tables>, key: PlanKey, step: NewPlanStep): Promise<void> {
	const [plan] = await listPlans(db, key.organisationId, key.planId);
	await writeSteps(db, key, [...(plan?.steps ?? []), step]);
}

function ownRow(db: Kysely<Tables>, key: PlanKey) {
	return db.updateTable('plans').where('organisation_id', '=', key.organisationId).where('plan_id', '=', key.planId);
}

function contentOf(plan: Pick<NewPlan, 'title' | 'targetFactor'> & Partial<Omit<Plan, 'steps'>>) {
	return {
		title: plan.title,
		target_factor: plan.targetFactor,
		owner_leader_id: plan.owner?.leaderId ?? null,
		owner_name: plan.owner?.name ?? '',
		owner_email: plan.owner?.email ?? null,
		level: plan.level ?? null,
		resources: plan.resources ?? '',
		signs: JSON.stringify(plan.signs ?? []),
		involved: plan.involved ?? '',
		follow_up_on: plan.followUpOn ?? null
	};
}

async function writeSteps(db: Kysely<Tables>, key: PlanKey, steps: readonly NewPlanStep[]): Promise<void> {
	if (steps.length === 0) return;
	await db
		.insertInto('plan_steps')
		.values(
			steps.map((step, position) => ({
				organisation_id: key.organisationId,
				plan_id: key.planId,
				step_id: step.id,
				position,
				description: step.description,
				level: step.level,
				owner: step.owner,
				owner_leader_id: step.ownerLeaderId ?? null,
				owner_email: step.ownerEmail ?? null,
				due_on: step.dueOn,
				intervention_id: step.interventionId,
				target_factor: step.targetFactor,
				done_at: step.doneAt
			}))
		)
		.onConflict((conflict) =>
			conflict.columns(['organisation_id', 'plan_id', 'step_id']).doUpdateSet((set) => ({
				position: set.ref('excluded.position'),
				description: set.ref('excluded.description'),
				level: set.ref('excluded.level'),
				owner: set.ref('excluded.owner'),
				owner_leader_id: set.ref('excluded.owner_leader_id'),
				owner_email: set.ref('excluded.owner_email'),
				due_on: set.ref('excluded.due_on'),
				intervention_id: set.ref('excluded.intervention_id'),
				target_factor: set.ref('excluded.target_factor')
			}))
		)
		.execute();
}

function planOf(row: Selectable<PlansTable>, steps: readonly Selectable<PlanStepsTable>[]): Plan {
	return {
		id: row.plan_id,
		roundId: row.round_id,
		groupId: row.group_id,
		title: row.title,
		targetFactor: row.target_factor,
		decidedAt: row.decided_at,
		decidedBy: row.decided_by,
		version: row.version,
		owner:
			row.owner_name === '' ? null : { leaderId: row.owner_leader_id, name: row.owner_name, email: row.owner_email },
		level: row.level === null ? null : levelOf(row.level),
		resources: row.resources,
		signs: textsOf(row.signs),
		involved: row.involved,
		followUpOn: row.follow_up_on,
		places: placesOf(row.places),
		endedAt: row.ended_at,
		endedReason: row.ended_reason,
		steps: steps.map((step): PlanStep => ({
			id: step.step_id,
			description: step.description,
			level: levelOf(step.level),
			owner: step.owner,
			ownerLeaderId: step.owner_leader_id,
			ownerEmail: step.owner_email,
			dueOn: step.due_on,
			interventionId: step.intervention_id,
			targetFactor: step.target_factor,
			doneAt: step.done_at
		}))
	};
}

function levelOf(text: string): Level {
	if (text === 'organisation' || text === 'group' || text === 'leadership' || text === 'individual') return text;
	throw new Error(`unknown level of a step: ${text}`);
}

function textsOf(value: unknown): readonly string[] {
	return Array.isArray(value) ? value.map(String) : [];
}

/** Written by `setPlanPlaces` and `insertPlan` only. */
function placesOf(value: unknown): readonly PlanPlace[] {
	return Array.isArray(value) ? (value as readonly PlanPlace[]) : [];
}

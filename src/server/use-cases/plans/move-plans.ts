// What a change of the organisation does to the open plans: said in the preview, and written down when it is saved.
import { ownerToday, type OwnerState } from '#domain/plan/line-of-management.ts';
import { followPlaces, placesToday, type ClosedUnit, type PlaceToday } from '#domain/plan/place-of-plan.ts';
import type { Plan, PlanPlace } from '#domain/plan/plan.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';
import type { Context } from '#server/context.ts';
import { addPlanEvent } from '#server/database/plan-events.ts';
import { listClosedUnits } from '#server/database/closed-units.ts';
import { holdPlan, listPlans, setPlanPlaces } from '#server/database/plans.ts';
import { findRound } from '#server/database/rounds.ts';
import { currentPlaces, placesOfGroup } from './plan-world.ts';
import { findReadRelease } from '../results/readable-groups.ts';

export type TouchedPlan = {
	readonly planId: string;
	readonly title: string;
	/** Only the places that change. */
	readonly places: readonly PlaceToday[];
	/** The owner as the plan names it; null where nobody is named. */
	readonly ownerName: string | null;
	/** What becomes of an owner who is in place today; null where nothing does. */
	readonly ownerBecomes: OwnerState | null;
	readonly successorName: string | null;
};

export type OrganisationStep = {
	readonly organisationId: string;
	readonly before: Organisation;
	readonly after: Organisation;
};

/** The open plans that the change touches: a place that is renamed, moved, merged, closed or lost, another manager, an owner who goes. */
export async function touchedPlans(db: Context['db'], step: OrganisationStep): Promise<TouchedPlan[]> {
	return (await followAll(db, step)).flatMap(({ plan, followed, before }) => {
		const places = followed.filter((place) => place.change !== 'same' || place.hasNewManager);
		const ownerBefore = ownerToday(plan.owner, before, step.before);
		const ownerAfter = ownerToday(plan.owner, placesToday(followed), step.after);
		const isOwnerGoing = ownerBefore.state === 'in-place' && ownerAfter.state !== 'in-place';
		if (places.length === 0 && !isOwnerGoing) return [];
		return [
			{
				planId: plan.id,
				title: plan.title,
				places,
				ownerName: plan.owner?.name ?? null,
				ownerBecomes: isOwnerGoing ? ownerAfter.state : null,
				successorName: isOwnerGoing ? (ownerAfter.successor?.name ?? null) : null
			}
		];
	});
}

/** Inside the transaction that saves the change: each open plan goes along, and its history says where to. */
export async function movePlans(db: Context['db'], step: OrganisationStep, at: Date): Promise<void> {
	for (const { plan, followed, before } of await followAll(db, step)) {
		const key = { organisationId: step.organisationId, planId: plan.id };
		// What is lost stays written as it was, for the programme lead to place.
		const after = followed.every((place) => place.today === null) ? before : placesToday(followed);
		if (JSON.stringify(after) === JSON.stringify(plan.places)) continue;
		await holdPlan(db, key);
		await setPlanPlaces(db, key, after);
		for (const place of followed) {
			if (place.change === 'same' && !place.hasNewManager) continue;
			await addPlanEvent(db, key, {
				happenedAt: at,
				person: '',
				kind: 'moved',
				details: {
					answer: place.change,
					subject: place.before.unitName,
					reason: place.today?.unitName ?? ''
				}
			});
		}
	}
}

type Followed = {
	readonly plan: Plan;
	readonly before: readonly PlanPlace[];
	readonly followed: readonly PlaceToday[];
};

async function followAll(db: Context['db'], { organisationId, before, after }: OrganisationStep): Promise<Followed[]> {
	const open = (await listPlans(db, organisationId)).filter(
		(plan) => plan.endedAt === null && (plan.steps.length === 0 || plan.steps.some((one) => one.doneAt === null))
	);
	if (open.length === 0) return [];
	const closed = await listClosedUnits(db, organisationId);
	const stay = new Set(after.units.map((unit) => unit.id));
	const closing = before.units.filter((unit) => !stay.has(unit.id));
	const closedUnits: readonly ClosedUnit[] = [...closed, ...closing];
	const all: Followed[] = [];
	for (const plan of open) {
		const frozen = plan.places.length > 0 ? [] : await frozenPlaces(db, plan, { organisationId, before });
		// First to the day before, in case something changed the organisation without the plans.
		const places = placesToday(followPlaces(currentPlaces(plan, frozen), before, closed));
		const start = places.length > 0 ? places : currentPlaces(plan, frozen);
		all.push({ plan, before: start, followed: followPlaces(start, after, closedUnits) });
	}
	return all;
}

async function frozenPlaces(
	db: Context['db'],
	plan: Plan,
	{ organisationId, before }: Pick<OrganisationStep, 'organisationId' | 'before'>
): Promise<PlanPlace[]> {
	const round = await findRound(db, { organisationId, roundId: plan.roundId });
	const read = round === null ? null : await findReadRelease({ db }, round);
	if (round === null || read === null) return [];
	const wanted = { round, release: read.release, groupId: plan.groupId };
	return placesOfGroup(db, wanted, { organisation: before, closedUnits: [] });
}

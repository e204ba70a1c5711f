// The organisation of today as plans need it: where each plan belongs now, who answers for it, and who may read it.
import { isWithoutOwner, lineOfManagement, ownerToday, type OwnerToday } from '#domain/plan/line-of-management.ts';
import {
	followPlaces,
	isPlanOfManager,
	placesToday,
	type ClosedUnit,
	type PlaceToday
} from '#domain/plan/place-of-plan.ts';
import type { Plan, PlanPlace } from '#domain/plan/plan.ts';
import { reportingGroupsOf } from '#domain/disclosure/reporting-groups-of.ts';
import type { Release } from '#domain/disclosure/release.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { listClosedUnits } from '#server/database/closed-units.ts';
import { readOrganisation } from '#server/database/organisations.ts';
import { listLeadershipGroups, listRoundUnits, type Round } from '#server/database/rounds.ts';
import { hasRole } from '../permissions.ts';

export type PlanWorld = { readonly organisation: Organisation; readonly closedUnits: readonly ClosedUnit[] };

export async function readPlanWorld(db: Context['db'], organisationId: string): Promise<PlanWorld> {
	return {
		organisation: await readOrganisation(db, organisationId),
		closedUnits: await listClosedUnits(db, organisationId)
	};
}

/**
 * The leadership groups of a released group as the round froze them, the topmost ones only: a plan for a hospital belongs to
 * its director, not to every ward. Their leaders are those of today.
 */
export async function placesOfGroup(
	db: Context['db'],
	wanted: { readonly round: Round; readonly release: Release; readonly groupId: string },
	{ organisation }: PlanWorld
): Promise<PlanPlace[]> {
	const key = { organisationId: wanted.round.organisationId, roundId: wanted.round.id };
	const group = wanted.release.groups.find((one) => one.id === wanted.groupId);
	if (group === undefined) return [];
	const units = new Map((await listRoundUnits(db, key)).map((unit) => [unit.id, unit]));
	const reportingGroups = new Set(reportingGroupsOf(wanted.release, group));
	const own = (await listLeadershipGroups(db, key)).filter((one) => reportingGroups.has(one.groupId));
	const ownUnits = new Set(own.map((one) => one.unitId));
	const hasOwnAbove = (unitId: string) => {
		for (let id = units.get(unitId)?.parentId ?? null; id !== null; id = units.get(id)?.parentId ?? null)
			if (ownUnits.has(id)) return true;
		return false;
	};
	return own
		.filter((one) => !hasOwnAbove(one.unitId))
		.map((one): PlanPlace => ({
			unitId: one.unitId,
			unitName: units.get(one.unitId)?.name ?? one.unitId,
			parentUnitId: units.get(one.unitId)?.parentId ?? null,
			managerId: one.managerId,
			leaderIds: organisation.leaders.filter((leader) => leader.managerId === one.managerId).map(({ id }) => id)
		}));
}

/** Where the group is today: its places as the round froze them, followed through what has happened to the organisation since. */
export async function placesOfGroupToday(
	db: Context['db'],
	wanted: { readonly round: Round; readonly release: Release; readonly groupId: string },
	world: PlanWorld
): Promise<PlanPlace[]> {
	return placesToday(followPlaces(await placesOfGroup(db, wanted, world), world.organisation, world.closedUnits));
}

/**
 * Whether somebody may plan for places of today. A programme lead may for all; a manager where he or she leads one of them, or stands
 * in the line above: who led the group when it was asked may have other work by now.
 */
export function mayPlanFor(actor: Actor, places: readonly PlanPlace[], { organisation }: PlanWorld): boolean {
	if (actor.kind === 'system') return true;
	if (actor.kind === 'visitor') return false;
	if (hasRole(actor, 'programme-lead')) return true;
	return lineOfManagement(places, organisation).some((member) => member.leaderId === actor.leaderId);
}

export type PlanToday = { readonly places: readonly PlaceToday[]; readonly owner: OwnerToday };

export function planToday(
	plan: Pick<Plan, 'owner'>,
	places: readonly PlanPlace[],
	{ organisation, closedUnits }: PlanWorld
): PlanToday {
	const followed = followPlaces(places, organisation, closedUnits);
	return { places: followed, owner: ownerToday(plan.owner, placesToday(followed), organisation) };
}

/** Programme leads and committees read all plans; a manager those of the own group and below, and those that he or she owns. */
export function mayReadPlan(actor: Actor, plan: Pick<Plan, 'owner'>, today: PlanToday, world: PlanWorld): boolean {
	if (actor.kind === 'system') return true;
	if (actor.kind === 'visitor') return false;
	if (hasRole(actor, 'programme-lead') || hasRole(actor, 'committee')) return true;
	if (!hasRole(actor, 'manager') || actor.leaderId === null) return false;
	if (plan.owner?.leaderId === actor.leaderId) return true;
	return isPlanOfManager(placesToday(today.places), actor.leaderId, world.organisation);
}

/** Whoever reads a plan as part of the own work may change it; a committee reads only. */
export function mayChangePlan(actor: Actor): boolean {
	return (
		actor.kind === 'system' ||
		(actor.kind === 'person' && (hasRole(actor, 'programme-lead') || hasRole(actor, 'manager')))
	);
}

/** A plan without an owner is taken over by a manager who reads it. */
export function mayTakeOver(actor: Actor, plan: Pick<Plan, 'endedAt'>, today: PlanToday): boolean {
	return (
		actor.kind === 'person' &&
		hasRole(actor, 'manager') &&
		actor.leaderId !== null &&
		plan.endedAt === null &&
		isWithoutOwner(today.owner)
	);
}

/** The places a plan has stored, or those of its round's group for a plan of before. */
export function currentPlaces(plan: Pick<Plan, 'places'>, ofGroup: readonly PlanPlace[]): readonly PlanPlace[] {
	return plan.places.length > 0 ? plan.places : ofGroup;
}

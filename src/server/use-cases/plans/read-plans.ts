// Plans with what they say of themselves: their state, where they belong today, who answers for them, what is stuck.
import type { CheckInAnswer } from '#domain/plan/check-in.ts';
import { isWithoutOwner, type OwnerToday } from '#domain/plan/line-of-management.ts';
import type { PlaceToday } from '#domain/plan/place-of-plan.ts';
import { hasOnlyIndividualSteps, planStatus, type Plan, type PlanStatus } from '#domain/plan/plan.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { listCheckIns, type CheckIn } from '#server/database/check-ins.ts';
import { listLastingIdsOfPlans, ownLastingId } from '#server/database/lasting-groups.ts';
import { listPlans } from '#server/database/plans.ts';
import { listProposals } from '#server/database/proposals.ts';
import { findRound } from '#server/database/rounds.ts';
import { dayOf } from '../calendar-day.ts';
import { isUuid } from '../is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import {
	currentPlaces,
	mayChangePlan,
	mayReadPlan,
	mayTakeOver,
	placesOfGroup,
	planToday,
	readPlanWorld
} from './plan-world.ts';
import { findReadRelease } from '../results/readable-groups.ts';

/** The last thing that somebody said of a step. */
export type StepReport = {
	readonly answer: CheckInAnswer;
	readonly remark: string;
	readonly at: Date;
	readonly person: string;
};

export type ReadPlan = {
	readonly plan: Plan;
	/** What its group is called over all rounds. */
	readonly lastingGroup: string;
	readonly status: PlanStatus;
	readonly hasOnlyIndividualSteps: boolean;
	readonly groupName: string;
	readonly groupPath: readonly string[];
	/** With what became of the owner. */
	readonly owner: OwnerToday;
	/** True where nobody who has the mandate answers for an open plan. */
	readonly isWithoutOwner: boolean;
	/** Where it belongs after what has happened to the organisation. */
	readonly places: readonly PlaceToday[];
	/** By step. */
	readonly reports: ReadonlyMap<string, StepReport>;
	/** Open steps whose owner said "stuck" last. */
	readonly stuckSteps: readonly string[];
	readonly openProposals: number;
	/** True for the owner, and for the manager of one of its places. */
	readonly isOwn: boolean;
	readonly mayChange: boolean;
	readonly mayTakeOver: boolean;
};

export type ReadPlansOutcome = { readonly kind: 'plans'; readonly plans: readonly ReadPlan[] } | Forbidden;

/** `planId`: only that one; `lastingId`: only that group's, of any round that had it. */
export async function readPlans(
	context: Context,
	actor: Actor,
	input: { readonly planId?: string; readonly lastingId?: string } = {}
): Promise<ReadPlansOutcome> {
	if (!isAllowed('read-plans', actor) || actor.kind === 'visitor') return forbidden;
	if (input.planId !== undefined && !isUuid(input.planId)) return { kind: 'plans', plans: [] };
	const { organisationId } = actor;
	const lastingIds = await listLastingIdsOfPlans(context.db, organisationId);
	const lastingOf = (plan: Plan) => lastingIds.get(plan.id) ?? ownLastingId(plan.roundId, plan.groupId);
	const stored = (await listPlans(context.db, organisationId, input.planId)).filter(
		(plan) => input.lastingId === undefined || lastingOf(plan) === input.lastingId
	);
	if (stored.length === 0) return { kind: 'plans', plans: [] };
	const world = await readPlanWorld(context.db, organisationId);
	const checkIns = Map.groupBy(await listCheckIns(context.db, organisationId, input.planId), (one) => one.planId);
	const openProposals = Map.groupBy(
		(await listProposals(context.db, organisationId)).filter((proposal) => proposal.answer === null),
		(proposal) => proposal.planId
	);
	const today = dayOf(context.now());
	const found = new Map<string, ReadPlan>();
	for (const [roundId, own] of Map.groupBy(stored, (plan) => plan.roundId)) {
		const round = await findRound(context.db, { organisationId, roundId });
		const read = round === null ? null : await findReadRelease(context, round);
		if (round === null || read === null) continue;
		const groups = new Map(read.release.groups.map((group) => [group.id, group]));
		for (const plan of own) {
			const wanted = { round, release: read.release, groupId: plan.groupId };
			const places = currentPlaces(plan, plan.places.length > 0 ? [] : await placesOfGroup(context.db, wanted, world));
			const now = planToday(plan, places, world);
			if (!mayReadPlan(actor, plan, now, world)) continue;
			const reports = reportsOf(checkIns.get(plan.id) ?? []);
			const waiting = openProposals.get(plan.id)?.length ?? 0;
			const facts = { ...plan, reportedSteps: new Set(reports.keys()), openProposals: waiting };
			const status = planStatus(facts, today);
			const isOpen = status !== 'ended' && status !== 'done';
			const group = groups.get(plan.groupId);
			found.set(plan.id, {
				plan,
				lastingGroup: lastingOf(plan),
				status,
				hasOnlyIndividualSteps: hasOnlyIndividualSteps(plan.steps),
				groupName: group?.name ?? places[0]?.unitName ?? plan.groupId,
				groupPath: group?.path ?? [],
				owner: now.owner,
				isWithoutOwner: isOpen && isWithoutOwner(now.owner),
				places: now.places,
				reports,
				stuckSteps: plan.steps
					.filter((step) => isOpen && step.doneAt === null && reports.get(step.id)?.answer === 'stuck')
					.map((step) => step.id),
				openProposals: waiting,
				isOwn: isOwn(actor, plan, now.places),
				mayChange: mayChangePlan(actor) && plan.endedAt === null,
				mayTakeOver: isOpen && mayTakeOver(actor, plan, now)
			});
		}
	}
	return { kind: 'plans', plans: stored.flatMap((plan) => found.get(plan.id) ?? []) };
}

function isOwn(actor: Actor, plan: Plan, places: readonly PlaceToday[]): boolean {
	if (actor.kind !== 'person' || actor.leaderId === null) return false;
	const { leaderId } = actor;
	return plan.owner?.leaderId === leaderId || places.some((place) => place.today?.managerId === leaderId);
}

function reportsOf(checkIns: readonly CheckIn[]): ReadonlyMap<string, StepReport> {
	const answered = checkIns.flatMap(({ stepId, recipientName, answer }) =>
		answer === null
			? []
			: [[stepId, { answer: answer.kind, remark: answer.remark, at: answer.at, person: recipientName }] as const]
	);
	return new Map(answered.toSorted(([, a], [, b]) => a.at.getTime() - b.at.getTime()));
}

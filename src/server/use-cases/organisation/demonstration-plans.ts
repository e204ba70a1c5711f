// The plans of the demonstration: those of the round before, which have been followed up, and those that are under way.
import type { Publishable } from '#domain/disclosure/publishable.ts';
import type { Release } from '#domain/disclosure/release.ts';
import { lineOfManagement } from '#domain/plan/line-of-management.ts';
import { followPlaces, placesToday } from '#domain/plan/place-of-plan.ts';
import type { Context } from '#server/context.ts';
import { answerCheckIn, insertCheckIn } from '#server/database/check-ins.ts';
import { findPerson } from '#server/database/people.ts';
import { addPlanEvent } from '#server/database/plan-events.ts';
import { insertPlan, listPlans } from '#server/database/plans.ts';
import { insertProposal } from '#server/database/proposals.ts';
import { holdRound, listLeadershipGroups, type Round } from '#server/database/rounds.ts';
import { managerAddress } from '#server/demonstration/cast-manager.ts';
import { earlierPlan, groupsWithPlans } from '#server/demonstration/earlier-plans.ts';
import { exampleGroups, examplePlans, type ExamplePlan } from '#server/demonstration/example-plans.ts';
import { demonstration as texts } from '#texts/da/demonstration.ts';
import { placesOfGroup, readPlanWorld } from '../plans/plan-world.ts';
import { findReadRelease } from '../results/readable-groups.ts';

type RoundsToPlanFor = {
	readonly earlier: Round;
	readonly round: Round;
	readonly daysFromNow: (days: number) => { readonly moment: Date; readonly day: string };
};

/** Nothing where a visitor has changed the organisation before this was done: then there is nobody to plan for. */
export async function writeDemonstrationPlans(
	context: Context,
	{ earlier, round, daysFromNow }: RoundsToPlanFor
): Promise<void> {
	const key = { organisationId: round.organisationId, roundId: round.id };
	const read = await findReadRelease(context, round);
	const manager = await findPerson(context.db, managerAddress, round.organisationId);
	const own = (await listLeadershipGroups(context.db, key)).find((group) => group.managerId === manager?.leaderId);
	const groups = read === null || own === undefined ? null : exampleGroups(read.release, own.groupId);
	if (read === null || groups === null) return;
	const { release } = read;
	const world = await readPlanWorld(context.db, round.organisationId);
	const peopleIn = (own: Round, shown: Publishable<Release>) => async (groupId: string) => {
		const frozen = await placesOfGroup(context.db, { round: own, release: shown, groupId }, world);
		const places = placesToday(followPlaces(frozen, world.organisation, world.closedUnits));
		return { places, line: lineOfManagement(places, world.organisation) };
	};
	const peopleOf = peopleIn(round, release);
	const readEarlier = await findReadRelease(context, earlier);
	const acted = readEarlier === null ? [] : groupsWithPlans(readEarlier.release);
	const earlierPlans: ExamplePlan[] = [];
	for (const [place, group] of acted.entries()) {
		if (readEarlier === null) break;
		const people = await peopleIn(earlier, readEarlier.release)(group.id);
		earlierPlans.push(
			earlierPlan({
				place,
				group,
				people,
				roundId: earlier.id,
				words: texts.plans.earlier,
				randomId: context.randomId,
				daysFromNow
			})
		);
	}
	const examples = examplePlans({
		...groups,
		ownPeople: await peopleOf(groups.own.id),
		otherPeople: await peopleOf(groups.other.id),
		release,
		words: texts.plans,
		randomId: context.randomId,
		daysFromNow
	});
	const { organisationId } = key;
	await context.db.transaction().execute(async (db) => {
		await holdRound(db, key);
		if ((await listPlans(db, organisationId)).length > 0) return;
		for (const { plan, proposals, checkIns, events } of [...earlierPlans, ...examples]) {
			await insertPlan(db, organisationId, plan);
			for (const event of events) await addPlanEvent(db, { organisationId, planId: plan.id }, event);
			for (const proposal of proposals) await insertProposal(db, organisationId, proposal);
			for (const checkIn of checkIns) {
				const link = { organisationId, tokenHash: Buffer.from(context.randomBytes(32)) };
				await insertCheckIn(db, link, checkIn);
				if (checkIn.answer !== null) await answerCheckIn(db, link, checkIn.answer);
			}
		}
	});
}

// The plans of the demonstration: those of the round before, which have been followed up, and those that are under way; and what a
// few groups have said of whether suggestions fit.
import type { Publishable } from '#domain/disclosure/publishable.ts';
import type { Release, ReleasedGroup } from '#domain/disclosure/release.ts';
import { lineOfManagement } from '#domain/plan/line-of-management.ts';
import { rankForGroup } from '#domain/recommendation/rank-for-group.ts';
import type { Context } from '#server/context.ts';
import { answerCheckIn, insertCheckIn } from '#server/database/check-ins.ts';
import { saveGroupFit, savePractice } from '#server/database/fit.ts';
import { findPerson } from '#server/database/people.ts';
import { addPlanEvent } from '#server/database/plan-events.ts';
import { insertPlan, listPlans } from '#server/database/plans.ts';
import { insertProposal } from '#server/database/proposals.ts';
import { holdRound, listLeadershipGroups, type Round } from '#server/database/rounds.ts';
import { managerAddress } from '#server/demonstration/cast-manager.ts';
import { earlierPlan, groupsWithPlans } from '#server/demonstration/earlier-plans.ts';
import { exampleFit } from '#server/demonstration/example-fit.ts';
import { exampleGroups, examplePlans, type ExamplePlan } from '#server/demonstration/example-plans.ts';
import { demonstration as texts } from '#texts/da/demonstration.ts';
import { placesOfGroupToday, readPlanWorld } from '../plans/plan-world.ts';
import { readGroupResult } from '../results/read-group-result.ts';
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
		const places = await placesOfGroupToday(context.db, { round: own, release: shown, groupId }, world);
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
	const saying: { readonly groupId: string; readonly by: string }[] = [];
	for (const groupId of [groups.own.id, groups.other.id, ...furtherGroups(release, groups)])
		saying.push({ groupId, by: (await peopleOf(groupId)).line[0]?.name ?? texts.plans.mixed.decidedBy });
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
				if (checkIn.answer !== null) await answerCheckIn(db, link, checkIn);
			}
		}
		const at = daysFromNow(fitSaidDays).moment;
		for (const { groupId, by } of saying) await sayWhatFits({ ...context, db }, { round, groupId, said: { by, at } });
	});
}

/** Before the plans were decided. */
const fitSaidDays = -32;
const furtherGroupsAtMost = 3;

/** Those that feel most strain from workload, beside the two that plan. */
function furtherGroups(
	release: Publishable<Release>,
	{ own, other }: { readonly own: ReleasedGroup; readonly other: ReleasedGroup }
): readonly string[] {
	const workload = (group: ReleasedGroup) =>
		group.cells.find(({ scale, statistic }) => scale === 'workload' && statistic === 'mean')?.value ?? -Infinity;
	return release.groups
		.filter(({ kind, id }) => kind === 'leaf' && id !== own.id && id !== other.id)
		.toSorted((one, another) => workload(another) - workload(one))
		.slice(0, furtherGroupsAtMost)
		.map(({ id }) => id);
}

async function sayWhatFits(
	context: Context,
	of: { readonly round: Round; readonly groupId: string; readonly said: Parameters<typeof exampleFit>[1] }
): Promise<void> {
	const { organisationId, id: roundId } = of.round;
	const { groupId } = of;
	const read = await readGroupResult(context, { kind: 'system', organisationId }, { roundId, groupId });
	if (read.kind !== 'group-result' || read.rankingInput.burdens.length === 0) return;
	const group = { organisationId, lastingId: read.lastingId };
	const { answers, practices } = exampleFit(rankForGroup(read.rankingInput), of.said);
	for (const fit of answers) await saveGroupFit(context.db, group, fit);
	for (const practice of practices) await savePractice(context.db, group, practice);
}

// One group's released result, with what research suggests for it. Everything shown comes from the release.
import { groupResult, resultWithin, type GroupResult, type GroupSummary } from '#domain/disclosure/group-result.ts';
import type { Publishable } from '#domain/disclosure/publishable.ts';
import { dimensionMap, heatMapOf, rowsWithin, type HeatMap } from '#domain/disclosure/heat-map.ts';
import type { OrganisationStatistic, ReleasedCell, ReleaseScale } from '#domain/disclosure/release.ts';
import { scaleMeanings, type ScaleMeaning } from '#domain/disclosure/scale-meanings.ts';
import type { Instrument } from '#domain/instrument/instrument.ts';
import type { GroupRankingInput } from '#domain/recommendation/rank-for-group.ts';
import { scalePoints, type ScalePoints } from '#domain/recommendation/scale-points.ts';
import { whatStandsOut, type WhatStandsOut } from '#domain/recommendation/what-stands-out.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findLastingId } from '#server/database/lasting-groups.ts';
import { findRound, type Round } from '#server/database/rounds.ts';
import { findInstrument } from '../rounds/find-instrument.ts';
import { rankingInputOf, shownRanking, type ShownLevel } from './group-ranking.ts';
import { isUuid } from '../is-uuid.ts';
import { findNewerRound } from '../rounds/newer-round.ts';
import { forbidden, hasRole, isAllowed, type Forbidden } from '../permissions.ts';
import { findReadRelease, readableGroupIds } from './readable-groups.ts';
import { mayPlanFor, placesOfGroupToday, readPlanWorld } from '../plans/plan-world.ts';
import { readPlans, type ReadPlan } from '../plans/read-plans.ts';

export type ReadGroupResultOutcome =
	| {
			readonly kind: 'group-result';
			readonly round: Round;
			readonly releasedAt: Date;
			readonly instrument: Instrument;
			readonly result: Publishable<GroupResult>;
			readonly scales: readonly ScalePoints[];
			readonly standsOut: WhatStandsOut;
			/** Need × evidence × fit, each with the reasons for its place. Empty where no scale measures a factor. */
			readonly ranking: readonly ShownLevel[];
			/** What the group is called over all rounds. */
			readonly lastingId: string;
			/** What the ranking was made from. */
			readonly rankingInput: GroupRankingInput;
			readonly plans: readonly ReadPlan[];
			readonly may: GroupDoings;
			/** The newest later round that asked there, where the work goes on; null where this is it. */
			readonly newerRound: Pick<Round, 'id' | 'name'> | null;
			/** Groups the reader may open, for the links to parent and children. */
			readonly readable: ReadonlySet<string>;
			/** The group and the groups right below it that the reader may open, groups × scales. */
			readonly map: Publishable<HeatMap>;
			/** Likewise the group's parts by what their leaders have in common, parts × scales. */
			readonly dimensions: Publishable<HeatMap>;
			readonly ranges: readonly ReleaseScale[];
			/** How much the groups' figures tell, scale by scale. */
			readonly meanings: Publishable<readonly ScaleMeaning[]>;
			/** Reliability and agreement, of the whole organisation. */
			readonly reliability: readonly (ReleasedCell & { readonly statistic: OrganisationStatistic | 'sd' })[];
	  }
	| { readonly kind: 'unknown-group' }
	| Forbidden;

/** What this reader may do next; a page offers nothing else. */
export type GroupDoings = {
	/** From a round that a newer one has taken over from, nobody plans; nor does a manager for a group that others lead today. */
	readonly plan: boolean;
	readonly readPlans: boolean;
	/** All groups of the round, on one page. */
	readonly readOverview: boolean;
};

export async function readGroupResult(
	context: Context,
	actor: Actor,
	input: { readonly roundId: string; readonly groupId: string }
): Promise<ReadGroupResultOutcome> {
	if (!isAllowed('read-group-result', actor) || actor.kind === 'visitor') return forbidden;
	const key = { organisationId: actor.organisationId, roundId: input.roundId };
	const round = isUuid(input.roundId) ? await findRound(context.db, key) : null;
	const read = round === null ? null : await findReadRelease(context, round);
	if (round === null || read === null) return { kind: 'unknown-group' };
	const { release } = read;
	const readable = await readableGroupIds(context, actor, round, release);
	const whole = readable.has(input.groupId) ? groupResult(release, input.groupId) : null;
	if (whole === null) return { kind: 'unknown-group' };
	const result = resultWithin(whole, readable);
	const instrument = await findInstrument(context, round);
	const scales = scalePoints({
		result,
		instrument,
		ranges: new Map(release.scales.map((scale) => [scale.id, scale])),
		factors: context.evidence.factors.map((factor) => factor.id)
	});
	const { organisationId } = actor;
	// What is planned counts in the ranking for every reader; the plans themselves are for those who may read them.
	const mayReadPlans = isAllowed('read-plans', actor);
	const planReader = mayReadPlans ? actor : { kind: 'system' as const, organisationId };
	const lastingId = await findLastingId(context.db, { ...key, groupId: input.groupId });
	const readPlansOutcome = await readPlans(context, planReader, { lastingId });
	const plans = readPlansOutcome.kind === 'plans' ? readPlansOutcome.plans : [];
	const rankingInput = await rankingInputOf(context, { organisationId, lastingId, scales, plans });
	const group = { round, release, groupId: input.groupId };
	const newerRound = await findNewerRound(context, group);
	return {
		kind: 'group-result',
		round,
		releasedAt: read.releasedAt,
		instrument,
		result,
		scales,
		standsOut: whatStandsOut(scales, context.evidence.factors),
		ranking: shownRanking(rankingInput),
		lastingId,
		rankingInput,
		plans: mayReadPlans ? plans.filter((one) => one.plan.roundId === round.id) : [],
		may: {
			plan: newerRound === null && (await mayPlan(context, actor, group)),
			readPlans: mayReadPlans,
			readOverview: isAllowed('read-overview', actor)
		},
		newerRound: newerRound === null ? null : { id: newerRound.id, name: newerRound.name },
		readable,
		map: rowsWithin(heatMapOf(release, input.groupId), readable),
		ranges: release.scales,
		meanings: scaleMeanings(release),
		reliability: (release.groups[0]?.cells ?? []).flatMap((cell) => {
			switch (cell.statistic) {
				case 'mean':
				case 'share':
				case 'better':
				case 'worse':
					return [];
				default:
					return [{ ...cell, statistic: cell.statistic }];
			}
		}),
		dimensions: rowsWithin(dimensionMap(release, input.groupId), readable)
	};
}

async function mayPlan(
	{ db }: Pick<Context, 'db'>,
	actor: Exclude<Actor, { kind: 'visitor' }>,
	group: Parameters<typeof placesOfGroupToday>[1]
): Promise<boolean> {
	if (!isAllowed('create-plan', actor)) return false;
	if (actor.kind === 'system' || hasRole(actor, 'programme-lead')) return true;
	const world = await readPlanWorld(db, actor.organisationId);
	return mayPlanFor(actor, await placesOfGroupToday(db, group, world), world);
}

export type { GroupSummary };

// One group's released result, with what research suggests for it. Everything shown comes from the release.
import { groupResult, type GroupResult, type GroupSummary } from '#domain/disclosure/group-result.ts';
import type { Publishable } from '#domain/disclosure/publishable.ts';
import { dimensionMap, heatMapOf, type HeatMap } from '#domain/disclosure/heat-map.ts';
import type { OrganisationStatistic, ReleasedCell, ReleaseScale } from '#domain/disclosure/release.ts';
import { scaleMeanings, type ScaleMeaning } from '#domain/disclosure/scale-meanings.ts';
import type { Instrument } from '#domain/instrument/instrument.ts';
import type { GroupRankingInput } from '#domain/recommendation/rank-for-group.ts';
import { scalePoints, type ScalePoints } from '#domain/recommendation/scale-points.ts';
import { whatStandsOut, type WhatStandsOut } from '#domain/recommendation/what-stands-out.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findRound, type Round } from '#server/database/rounds.ts';
import { findInstrument } from './find-instrument.ts';
import { rankingInputOf, shownRanking, type ShownLevel } from './group-ranking.ts';
import { isUuid } from './is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from './permissions.ts';
import { findReadRelease, readableGroupIds } from './readable-groups.ts';
import { readPlans, type ReadPlan } from './read-plans.ts';

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
			/** What the ranking was made from. */
			readonly rankingInput: GroupRankingInput;
			readonly plans: readonly ReadPlan[];
			/** Groups the reader may open, for the links to parent and children. */
			readonly readable: ReadonlySet<string>;
			/** The group and the groups right below it, groups × scales. */
			readonly map: Publishable<HeatMap>;
			/** The group's parts by what their leaders have in common, parts × scales. */
			readonly dimensions: Publishable<HeatMap>;
			readonly ranges: readonly ReleaseScale[];
			/** How much the groups' figures tell, scale by scale. */
			readonly meanings: Publishable<readonly ScaleMeaning[]>;
			/** Reliability and agreement, of the whole organisation. */
			readonly reliability: readonly (ReleasedCell & { readonly statistic: OrganisationStatistic | 'sd' })[];
	  }
	| { readonly kind: 'unknown-group' }
	| Forbidden;

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
	const readable =
		actor.kind === 'system'
			? new Set(release.groups.map((group) => group.id))
			: await readableGroupIds(context, actor, round, release);
	const result = readable.has(input.groupId) ? groupResult(release, input.groupId) : null;
	if (result === null) return { kind: 'unknown-group' };
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
	const readPlansOutcome = await readPlans(context, planReader, { groupId: input.groupId });
	const plans = readPlansOutcome.kind === 'plans' ? readPlansOutcome.plans : [];
	const rankingInput = await rankingInputOf(context, { organisationId, groupId: input.groupId, scales, plans });
	return {
		kind: 'group-result',
		round,
		releasedAt: read.releasedAt,
		instrument,
		result,
		scales,
		standsOut: whatStandsOut(scales),
		ranking: shownRanking(rankingInput),
		rankingInput,
		plans: mayReadPlans ? plans.filter((one) => one.plan.roundId === round.id) : [],
		readable,
		map: heatMapOf(release, input.groupId),
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
		dimensions: dimensionMap(release, input.groupId)
	};
}

export type { GroupSummary };

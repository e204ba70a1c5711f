// A group's ranking with everything that people have said of it: what fits, and what is already done or planned.
import type { Level } from '#domain/evidence/evidence.ts';
import type { Plan, PlanStep } from '#domain/plan/plan.ts';
import { explainPlace, type PlaceExplanation } from '#domain/recommendation/explain-place.ts';
import { fitThatCounts, type FitAnswers } from '#domain/recommendation/fit.ts';
import { groupCandidatesOf, rankForGroup } from '#domain/recommendation/rank-for-group.ts';
import type {
	GroupRankingInput,
	GroupRecommendation,
	LevelState,
	Practice
} from '#domain/recommendation/rank-for-group.ts';
import { burdenOf, type ScalePoints } from '#domain/recommendation/scale-points.ts';
import type { Context } from '#server/context.ts';
import { listGroupFit, listOrganisationFit, listPractices, type StoredFit } from '#server/database/fit.ts';

/** What counts of a plan. */
export type PlannedSteps = {
	readonly plan: Pick<Plan, 'id' | 'title' | 'endedAt'> & {
		readonly steps: readonly Pick<PlanStep, 'interventionId' | 'doneAt'>[];
	};
};

export type ExplainedRecommendation = GroupRecommendation & { readonly explanation: PlaceExplanation };

export type ShownLevel = {
	readonly level: Level;
	readonly state: LevelState;
	/** The first few that fit as far as anybody has said. */
	readonly recommendations: readonly ExplainedRecommendation[];
	/** All that somebody has answered no to. */
	readonly setAside: readonly ExplainedRecommendation[];
	/** All that the group already does or has in a plan. */
	readonly alreadyDone: readonly ExplainedRecommendation[];
};

/** Suggestions of a level that are shown at once. */
export const suggestionsPerLevel = 2;

/** What the ranking is made from; `burdens` is empty where no scale measures a factor. */
export async function rankingInputOf(
	context: Pick<Context, 'db' | 'evidence'>,
	group: {
		readonly organisationId: string;
		/** What the group is called over all rounds. */
		readonly lastingId: string;
		readonly scales: readonly ScalePoints[];
		/** The group's, of any round that had it. */
		readonly plans: readonly PlannedSteps[];
	}
): Promise<GroupRankingInput> {
	const own = Map.groupBy(await listGroupFit(context.db, group), (one) => one.interventionId);
	const general = Map.groupBy(await listOrganisationFit(context.db, group.organisationId), (one) => one.interventionId);
	const marked = await listPractices(context.db, group);
	return {
		burdens: group.scales.flatMap((scale) => {
			const burden = burdenOf(scale);
			return scale.factor === null || scale.points === null || burden === null
				? []
				: [{ factor: scale.factor, score: scale.points, burden }];
		}),
		candidates: groupCandidatesOf(context.evidence),
		fit: new Map(
			[...new Set([...own.keys(), ...general.keys()])].map((id) => [
				id,
				fitThatCounts({ group: answersIn(own.get(id)), organisation: answersIn(general.get(id)) })
			])
		),
		practices: new Map<string, Practice>([
			...plannedIn(group.plans),
			...marked.map(({ interventionId }): [string, Practice] => [interventionId, { kind: 'marked' }])
		])
	};
}

/** The ranking as a page shows it; empty where no scale measures a factor. */
export function shownRanking(input: GroupRankingInput): readonly ShownLevel[] {
	if (input.burdens.length === 0) return [];
	return rankForGroup(input).map(({ level, state, recommendations }) => {
		const on = (shelf: GroupRecommendation['shelf']) => recommendations.filter((one) => one.shelf === shelf);
		const explained = (all: readonly GroupRecommendation[]) =>
			all.flatMap((one) => {
				const explanation = explainPlace(input, one.intervention.id);
				return explanation === null ? [] : [{ ...one, explanation }];
			});
		return {
			level,
			state,
			recommendations: explained(on('suggested').slice(0, suggestionsPerLevel)),
			setAside: explained(on('does-not-fit')),
			alreadyDone: explained(on('already-done'))
		};
	});
}

/** Steps of plans that were not given up; of one that was, what had been done. */
function plannedIn(plans: readonly PlannedSteps[]): readonly [string, Practice][] {
	return plans
		.toReversed()
		.flatMap(({ plan }) =>
			plan.steps.flatMap((step): [string, Practice][] =>
				step.interventionId === null || (plan.endedAt !== null && step.doneAt === null)
					? []
					: [[step.interventionId, { kind: 'planned', planId: plan.id, planTitle: plan.title }]]
			)
		);
}

function answersIn(stored: readonly StoredFit[] = []): FitAnswers {
	return Object.fromEntries(stored.map(({ dimension, answer }) => [dimension, answer]));
}

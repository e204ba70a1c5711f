// A closed round is released once: the engine computes everything that may be shown, checks it, and it is frozen.
import { buildRelease } from '#domain/disclosure/build-release.ts';
import type { OrganisationStatistic } from '#domain/disclosure/release.ts';
import type { Instrument, Scale } from '#domain/instrument/instrument.ts';
import { describeRound, type RoundStatistics } from '#domain/scoring/describe-round.ts';
import { lackingToPoints, strainedFromPoints } from '#domain/scoring/is-strained.ts';
import { scoreResponses } from '#domain/scoring/score-responses.ts';
import { scoreGrain } from '#domain/scoring/score-grain.ts';
import { planScale } from '#domain/scoring/scoring-plan.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { insertRelease } from '#server/database/releases.ts';
import { readAnswerMatrix, type AnswerMatrix } from '#server/database/responses.ts';
import {
	findRound,
	holdRound,
	listLeadershipGroups,
	listReportingGroups,
	listRoundUnits,
	markRound,
	type Round,
	type StoredReportingGroup
} from '#server/database/rounds.ts';
import { findInstrument } from './find-instrument.ts';
import { isUuid } from './is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from './permissions.ts';

export type ReleaseRoundOutcome =
	| { readonly kind: 'released'; readonly groups: number; readonly cells: number; readonly withheld: number }
	| { readonly kind: 'already-released' }
	| { readonly kind: 'not-closed' }
	| { readonly kind: 'too-few'; readonly responses: number; readonly threshold: number }
	/** The check found a way to a small group's scores; nothing was published. */
	| { readonly kind: 'breach'; readonly breaches: readonly string[] }
	| { readonly kind: 'unknown-round' }
	| Forbidden;

export async function releaseRound(
	context: Context,
	actor: Actor,
	input: { readonly roundId: string }
): Promise<ReleaseRoundOutcome> {
	if (!isAllowed('release-round', actor) || actor.kind === 'visitor') return forbidden;
	if (!isUuid(input.roundId)) return { kind: 'unknown-round' };
	const key = { organisationId: actor.organisationId, roundId: input.roundId };
	const round = await findRound(context.db, key);
	if (round === null) return { kind: 'unknown-round' };
	if (round.releasedAt !== null) return { kind: 'already-released' };
	if (round.closedAt === null) return { kind: 'not-closed' };

	const scored = await scoreRound(context, round);
	const units = await listRoundUnits(context.db, key);
	const outcome = buildRelease({
		roundId: round.id,
		k: round.threshold,
		units,
		reportingGroups: scored.groups,
		scales: scored.instrument.scales.map(releaseScale(scored.instrument)),
		groupOfRespondent: scored.groupOfRespondent,
		scores: scored.scores,
		organisationStatistics: organisationStatistics(scored.statistics)
	});
	if (outcome.kind === 'too-few') return { kind: 'too-few', responses: outcome.responses, threshold: round.threshold };
	if (outcome.kind === 'breach')
		return { kind: 'breach', breaches: outcome.breaches.map((breach) => JSON.stringify(breach)) };
	const { groups, ...summary } = outcome.release;
	return context.db.transaction().execute(async (db): Promise<ReleaseRoundOutcome> => {
		const held = await holdRound(db, key);
		if (held === null) return { kind: 'unknown-round' };
		if (held.releasedAt !== null) return { kind: 'already-released' };
		await insertRelease(db, key, {
			releasedAt: context.now(),
			engine: outcome.release.engine,
			threshold: round.threshold,
			summary,
			groups: groups.map((group) => ({ id: group.id, parentId: group.parent, released: group }))
		});
		await markRound(db, key, 'released_at', context.now());
		const cells = groups.reduce((sum, group) => sum + group.cells.length, 0);
		const withheld = groups.reduce((sum, group) => sum + group.withheld.length, 0);
		return { kind: 'released', groups: groups.length, cells, withheld };
	});
}

export type ScoredRound = {
	readonly instrument: Instrument;
	readonly groups: readonly (StoredReportingGroup & { readonly memberUnitIds: readonly string[] })[];
	/** Index into `groups`, one a respondent. */
	readonly groupOfRespondent: Int32Array;
	/** Respondents × scales, NaN = no score. */
	readonly scores: Float64Array;
	readonly answers: AnswerMatrix;
	readonly statistics: RoundStatistics;
};

/** Reads a round's answers and scores them: unpublished figures, for the release and for the files of rounds without ballots. */
export async function scoreRound(context: Pick<Context, 'db' | 'instruments'>, round: Round): Promise<ScoredRound> {
	const key = { organisationId: round.organisationId, roundId: round.id };
	const instrument = await findInstrument(context, round);
	const membersOf = Map.groupBy(await listLeadershipGroups(context.db, key), (own) => own.groupId);
	const groups = (await listReportingGroups(context.db, key)).map((group) => ({
		...group,
		memberUnitIds: (membersOf.get(group.id) ?? []).map((own) => own.unitId)
	}));
	const answers = await readAnswerMatrix(context.db, key, instrument.items.length);
	const positionOfGroup = new Map(groups.map((group, index) => [group.id, index]));
	const positions = answers.groupIds.map((id) => {
		const position = positionOfGroup.get(id);
		if (position === undefined) throw new Error(`a response belongs to a group that the round does not have: ${id}`);
		return position;
	});
	const groupOfRespondent = answers.groupOfRespondent.map((index) => positions[index] ?? -1);
	const scores = scoreResponses({ instrument, answers: answers.answers, respondents: answers.respondents });
	const statistics = describeRound({
		instrument,
		answers: answers.answers,
		scores,
		groupIndex: groupOfRespondent,
		groupCount: groups.length
	});
	return { instrument, groups, groupOfRespondent, scores, answers, statistics };
}

function releaseScale(instrument: Instrument) {
	return (scale: Scale) => {
		const { minimum, maximum } = planScale(instrument, scale);
		const grain = scoreGrain(instrument, scale);
		// A finer grain than a hundredth tells nobody anything.
		const possible = { minimum, maximum, ...(grain !== null && grain >= (maximum - minimum) / 100 ? { grain } : {}) };
		const cutAt = (points: number) => minimum + ((maximum - minimum) * points) / 100;
		switch (scale.direction) {
			case 'strain':
				return {
					id: scale.id,
					...possible,
					strainedAt: { direction: 'at-least', cut: cutAt(strainedFromPoints) } as const
				};
			case 'resource':
				return {
					id: scale.id,
					...possible,
					strainedAt: { direction: 'at-most', cut: cutAt(lackingToPoints) } as const
				};
			case 'neutral':
				return { id: scale.id, ...possible };
		}
	};
}

function organisationStatistics(statistics: RoundStatistics) {
	return statistics.flatMap((scale) => {
		const rows: readonly (readonly [OrganisationStatistic, number | null, number])[] = [
			['alpha', scale.alpha, scale.completeCount],
			['omega', scale.omega, scale.completeCount],
			['icc1', scale.icc1, scale.count],
			['icc2', scale.icc2, scale.count],
			['rwgj', scale.rwgj?.mean ?? null, scale.completeCount]
		];
		return rows.flatMap(([statistic, value, n]) =>
			value === null ? [] : [{ scale: scale.scale, statistic, n, value }]
		);
	});
}

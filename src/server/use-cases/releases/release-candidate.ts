// What would be released of a closed round: scored, protected and attacked by itself, and stored nowhere. One of the few
// files that read answers (see one-engine.test.ts).
import type { AuditedRelease, AuditRoster } from '#domain/disclosure/audit-system.ts';
import { buildRelease, type ReleaseOutcome } from '#domain/disclosure/build-release.ts';
import { readRelease } from '#domain/disclosure/read-release.ts';
import type { OrganisationStatistic } from '#domain/disclosure/release.ts';
import { scalesApart } from '#domain/instrument/scales-apart.ts';
import type { Instrument, Scale } from '#domain/instrument/instrument.ts';
import { describeRound, type RoundStatistics } from '#domain/scoring/describe-round.ts';
import { lackingToPoints, strainedFromPoints } from '#domain/scoring/is-strained.ts';
import { scoreGrain } from '#domain/scoring/score-grain.ts';
import { scoreResponses } from '#domain/scoring/score-responses.ts';
import { planScale } from '#domain/scoring/scoring-plan.ts';
import type { Context } from '#server/context.ts';
import { findRelease, listReleaseGroups } from '#server/database/releases.ts';
import { readAnswerMatrix, type AnswerMatrix } from '#server/database/responses.ts';
import {
	listLeadershipGroups,
	listReportingGroups,
	listRoundUnits,
	type Round,
	type StoredReportingGroup
} from '#server/database/rounds.ts';
import { findInstrument } from '../rounds/find-instrument.ts';

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

export type ReleaseCandidate = {
	readonly outcome: ReleaseOutcome;
	readonly roster: AuditRoster;
	readonly scored: ScoredRound;
};

export async function buildCandidate(
	context: Pick<Context, 'db' | 'instruments'>,
	round: Round
): Promise<ReleaseCandidate> {
	const scored = await scoreRound(context, round);
	const { instrument } = scored;
	// A total beside its parts would give back a part that is hidden.
	const places = scalesApart(instrument);
	const scales = places.flatMap((place) => instrument.scales[place] ?? []);
	const pick = picker(places, instrument.scales.length, scored.answers.respondents);
	const { changes } = scored.answers;
	const published = new Set(scales.map((scale) => scale.id));
	const units = await listRoundUnits(context.db, { organisationId: round.organisationId, roundId: round.id });
	const outcome = buildRelease({
		roundId: round.id,
		k: round.threshold,
		units,
		reportingGroups: scored.groups,
		scales: scales.map(releaseScale(instrument)),
		groupOfRespondent: scored.groupOfRespondent,
		scores: pick(scored.scores, new Float64Array(scored.answers.respondents * places.length)),
		...(changes === null ? {} : { changes: pick(changes, new Int8Array(scored.answers.respondents * places.length)) }),
		organisationStatistics: organisationStatistics(scored.statistics).filter(({ scale }) => published.has(scale))
	});
	const responses = new Int32Array(scored.groups.length);
	for (const group of scored.groupOfRespondent) responses[group]! += 1;
	const reportingGroups = scored.groups.map(({ id, unitId, memberUnitIds }, place) => ({
		id,
		unitId,
		memberUnitIds,
		responses: responses[place]!
	}));
	return { outcome, roster: { units, reportingGroups }, scored };
}

/** Takes some columns of a matrix respondents × `columns` into one that has only those. */
function picker(places: readonly number[], columns: number, respondents: number) {
	return <Matrix extends Float64Array | Int8Array>(from: Matrix, into: Matrix): Matrix => {
		if (places.length === columns) return from;
		for (let respondent = 0; respondent < respondents; respondent++)
			places.forEach((place, at) => (into[respondent * places.length + at] = from[respondent * columns + place]!));
		return into;
	};
}

/**
 * What was shown before and is attacked together with a round's new release: whatever was released of the same round.
 * Other rounds share no answers with it, and nothing shows two rounds in one figure (a test keeps that), so they would
 * be systems of their own.
 */
export async function readShownBefore(
	context: Pick<Context, 'db'>,
	round: Round,
	roster: AuditRoster
): Promise<readonly AuditedRelease[]> {
	const key = { organisationId: round.organisationId, roundId: round.id };
	const stored = await findRelease(context.db, key);
	if (stored === null || typeof stored.summary !== 'object' || stored.summary === null) return [];
	const groups = await listReleaseGroups(context.db, key);
	const read = readRelease({ ...stored.summary, groups: groups.map((group) => group.released) });
	if (read.kind === 'faulty') throw new Error(`the stored release of round ${round.id} cannot be read`);
	return [{ release: read.release, roster }];
}

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

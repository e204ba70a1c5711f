// The unrounded statistics of a round as JSON, for comparison with another program's.
import type { Round } from '#server/database/rounds.ts';
import type { ScoredRound } from '#server/use-cases/releases/release-candidate.ts';

/** See docs/command-line.md; null is "cannot be computed". */
export function statisticsOf(
	round: Pick<Round, 'id'>,
	scored: Pick<ScoredRound, 'instrument' | 'answers' | 'groups' | 'statistics'>
) {
	const { instrument, answers, groups, statistics } = scored;
	return {
		round: round.id,
		instrument: { id: instrument.id, version: instrument.version },
		respondents: answers.respondents,
		groups: groups.length,
		scales: Object.fromEntries(
			statistics.map((scale) => [
				scale.scale,
				{
					n: scale.count,
					completeCases: scale.completeCount,
					mean: scale.mean,
					sd: scale.standardDeviation,
					itemMean: scale.itemMean,
					itemSd: scale.itemStandardDeviation,
					alpha: scale.alpha,
					omega: scale.omega,
					icc1: scale.icc1,
					icc2: scale.icc2,
					rwgj: scale.rwgj
				}
			])
		)
	};
}

// What the told findings amount to, in counts: where they are surest, where they are thin.
import type { Outcome } from '#domain/evidence/evidence.ts';
import type { Conclusion, FactorSection, LevelSection, ToldFinding } from './overview.ts';
import { sureOnes, tallyOf } from './told-findings.ts';

const mostSurest = 3;

/**
 * The figures of the conclusion. Factors with equally many sure claims are ordered by how large a share of their claims
 * is sure, and then as the base has them. No findings give zeros and empty lists. Throws nothing.
 */
export function concludeFrom(parts: {
	readonly told: readonly ToldFinding[];
	readonly sections: readonly FactorSection[];
	readonly levels: readonly LevelSection[];
	readonly outcomes: readonly Outcome[];
}): Conclusion {
	const ofOthers = new Set(parts.outcomes.filter(({ of }) => of !== 'leaders').map(({ id }) => id));
	const factors = parts.sections.map(({ factor, tally }) => ({ factor, tally }));
	return {
		all: tallyOf(parts.told),
		others: tallyOf(parts.told.filter(({ finding }) => finding.outcomes.some((outcome) => ofOthers.has(outcome)))),
		factors,
		surest: factors
			.filter(({ tally }) => sureOnes(tally) > 0)
			.toSorted(
				(left, right) =>
					sureOnes(right.tally) - sureOnes(left.tally) ||
					sureOnes(right.tally) / right.tally.all - sureOnes(left.tally) / left.tally.all
			)
			.slice(0, mostSurest),
		thin: factors.filter(({ tally }) => sureOnes(tally) === 0),
		levels: parts.levels.map(({ level, interventions }) => {
			const count = (certainty: string) => interventions.filter((one) => one.certainty === certainty).length;
			return {
				level,
				interventions: interventions.length,
				measured: interventions.filter((one) => one.isMeasured).length,
				certainties: {
					high: count('high'),
					moderate: count('moderate'),
					low: count('low'),
					'very-low': count('very-low')
				}
			};
		})
	};
}

// The cheapest safe choice with a proof that none is cheaper, where a table is small enough: an integer programme that
// learns from every choice which cells may not all be shown, until its choice is safe.
import type { CrossedTable } from './crossed-table.ts';
import { hidingChoice } from './hiding-choice.ts';
import { hidingProgramme } from './hiding-programme.ts';
import type { CrossingWanted, ProtectedCrossings } from './protect-crossings.ts';
import { createPublisher, type SafePublication } from './publish-safely.ts';

/**
 * Solves until the cost of the best publication found meets the bound, or until the time is up.
 *
 * `isProven`: nothing safe costs less. `bound`: nothing safe costs less than that. `leastStep`: the smallest difference
 * between two costs (1 where cells are counted), so that a bound is raised to the next cost that is possible; 0 for none.
 */
export function cheapestCrossings(
	table: CrossedTable,
	wanted: CrossingWanted & { readonly secondsLeft: () => number; readonly leastStep: number }
): ProtectedCrossings & { readonly isProven: boolean } {
	const programme = hidingProgramme(table, wanted.rules.k, wanted.costOf);
	const choice = hidingChoice(programme, wanted.openProgramme);
	const { publish } = createPublisher(table, { ...wanted, choice, columnOf: programme.columnOf });
	let learnt = 1;
	while (learnt > 0) learnt = publish(choice.relaxed().values, false).learnt;
	const relaxed = choice.relaxed();
	let best = publish(relaxed.values, true).publication;
	let bound = raised(relaxed.cost, wanted.leastStep);
	while (!isMet(best, bound) && (best === null || wanted.secondsLeft() > 0)) {
		choice.relaxed();
		const { values, cost } = choice.whole({
			secondsAPart: Infinity,
			secondsLeft: wanted.secondsLeft,
			gap: 0,
			price: Infinity,
			passes: 50,
			start: best?.hidden ?? null
		});
		bound = Math.max(bound, raised(cost, wanted.leastStep));
		const attempt = publish(values, true);
		best = cheaper(attempt.publication, best);
		if (attempt.learnt === 0) break;
	}
	choice.close();
	if (best === null) throw new Error('a mended publication is always safe');
	return { isShown: best.isShown, cost: best.cost, bound, isProven: isMet(best, bound) };
}

const tolerance = 1e-6;

function isMet(best: SafePublication | null, bound: number): boolean {
	return best !== null && best.cost <= bound + tolerance * Math.max(1, bound);
}

function cheaper(one: SafePublication | null, other: SafePublication | null): SafePublication | null {
	if (one === null || other === null) return one ?? other;
	return one.cost < other.cost ? one : other;
}

function raised(bound: number, leastStep: number): number {
	return leastStep === 0 ? bound : Math.max(0, Math.ceil(bound / leastStep - tolerance)) * leastStep;
}

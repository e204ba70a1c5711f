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
	let best: SafePublication | null = null;
	const keep = (publication: SafePublication | null): void => {
		if (publication !== null && (best === null || publication.cost < best.cost)) best = publication;
	};
	for (let learnt = 1; learnt > 0;) {
		const attempt = publish(choice.relaxed().values, false);
		keep(attempt.publication);
		learnt = attempt.learnt;
	}
	let bound = raised(choice.relaxed().cost, wanted.leastStep);
	const isMet = (): boolean => best !== null && best.cost <= bound + tolerance;
	while (!isMet() && (best === null || wanted.secondsLeft() > 0)) {
		choice.relaxed();
		const { values, cost } = choice.whole({
			secondsAPart: Infinity,
			secondsLeft: wanted.secondsLeft,
			gap: 0,
			price: Infinity,
			passes: 50,
			start: best === null ? null : (best as SafePublication).hidden
		});
		bound = Math.max(bound, raised(cost, wanted.leastStep));
		keep(publish(values, true).publication);
	}
	choice.close();
	const { isShown, cost } = best!;
	return { isShown, cost, bound, isProven: isMet() };
}

const tolerance = 1e-6;

function raised(bound: number, leastStep: number): number {
	return leastStep === 0 ? bound : Math.max(0, Math.ceil(bound / leastStep - tolerance)) * leastStep;
}

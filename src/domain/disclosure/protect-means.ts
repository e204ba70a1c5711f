// Which means of one scale are shown, and how coarsely, so that no respondent's score can be pinned down.
import { boundResiduals, onGrain, shownTree } from './bound-sums.ts';
import type { ShownTree, SumBounds } from './bound-sums.ts';
import { chooseShown } from './choose-shown.ts';
import type { Nesting } from './choose-shown.ts';
import { cheapestToHide } from './cheapest-to-hide.ts';
import { roundingStep, roundTo, tidy } from './rounding.ts';
import type { ScaleMoments } from './scale-moments.ts';

/** A person's possible scores, given all that is shown, span at least this part of the scale. */
export const LEAST_OPEN_SHARE = 0.5;
/** The same for an intruder who is one of the respondents and subtracts the own score. */
export const LEAST_OPEN_SHARE_FOR_INSIDER = 0.2;
/** A clamped mean says "at most" or "at least" a multiple of a tenth of the scale. */
const RUNGS = 10;

export type ProtectedMeans = {
	readonly shown: ShownTree;
	/** From the scale's own minimum, as published; NaN where hidden. */
	readonly values: Float64Array;
	readonly steps: Float64Array;
	/** -1 at most, 1 at least, 0 a rounded mean. */
	readonly bounds: Int8Array;
	/** What is known of the sum over each residual, counted from the minimum. */
	readonly residualSums: SumBounds;
};

/**
 * Rounds, clamps and hides means until every respondent's feasible scores span half of the scale.
 *
 * First the cells are chosen whose residuals hold nobody or at least `k` (`chooseShown`). Then the exact range of every
 * residual's sum gives the range of each score in it. Where that is too narrow, a mean that touches an end of the scale
 * is replaced by "at most" or "at least"; where neighbours would give it away all the same, the cheapest of them is
 * hidden. Every step only widens what is possible, so it ends.
 */
export function protectMeans(input: {
	readonly tree: Nesting;
	readonly moments: ScaleMoments;
	readonly minimum: number;
	readonly k: number;
}): ProtectedMeans {
	const { tree, moments, minimum, k } = input;
	const { counts, range, grain } = moments;
	const size = counts.length;
	const mayShow = new Uint8Array(size).fill(1);
	const mask = chooseShown({ tree, counts, mayShow, threshold: k });
	const step = roundingStep(range);
	const steps = new Float64Array(size).fill(step);
	const bounds = new Int8Array(size);
	const values = new Float64Array(size).fill(NaN);
	const nodeSums = { low: new Float64Array(size), high: new Float64Array(size) };
	for (let node = 0; node < size; node++) {
		if (mask[node] === 0) continue;
		const n = counts[node]!;
		values[node] = roundTo(minimum + moments.sums[node]! / n, step);
		const middle = values[node]! - minimum;
		const sum = onGrain(n * (middle - step / 2), n * (middle + step / 2), grain);
		nodeSums.low[node] = sum.low;
		nodeSums.high[node] = sum.high;
	}
	const clamp = (node: number, side: -1 | 1): void => {
		const edge = clampEdge(moments, node, side);
		if (edge === null) {
			mask[node] = 0;
			return;
		}
		bounds[node] = side;
		steps[node] = tidy(range / RUNGS);
		values[node] = tidy(minimum + edge);
		const n = counts[node]!;
		const sum = onGrain(side < 0 ? 0 : n * edge, side < 0 ? n * edge : n * range, grain);
		nodeSums.low[node] = sum.low;
		nodeSums.high[node] = sum.high;
	};
	for (;;) {
		const shown = shownTree(tree, counts, mask);
		const high = Float64Array.from(shown.residual, (n) => n * range);
		const residualSums = boundResiduals(shown, nodeSums, { low: new Float64Array(size), high });
		const breached = breachedResiduals(shown, residualSums, range);
		if (breached.length === 0) return { shown, values, steps, bounds, residualSums };
		const touched = new Set<number>();
		for (const { node, side } of breached) {
			const hasOwnFigure = shown.residual[node] === counts[node];
			if (hasOwnFigure && bounds[node] === 0) {
				clamp(node, side);
				continue;
			}
			const neighbours = hasOwnFigure ? shown.above[node]! : node;
			if (touched.has(neighbours)) continue;
			touched.add(neighbours);
			mask[cheapestToHide(shown, counts, neighbours, node)] = 0;
		}
	}
}

type Breach = { readonly node: number; readonly side: -1 | 1 };

function breachedResiduals(shown: ShownTree, sums: SumBounds, range: number): Breach[] {
	const breached: Breach[] = [];
	for (const node of shown.order) {
		const n = shown.residual[node]!;
		if (n === 0) continue;
		const low = sums.low[node]!;
		const high = sums.high[node]!;
		if (!leavesOpen(n, low, high, range)) breached.push({ node, side: low + high < n * range ? -1 : 1 });
	}
	return breached;
}

/**
 * True where `n` scores from 0 to `range` that sum to between `low` and `high` leave everybody half of the scale, and
 * every other person a fifth of it for a respondent who subtracts the own score, whatever that may be. It asks for the
 * worst score that the published sum allows, not for the real one: else what is shown would tell of the real scores.
 */
export function leavesOpen(n: number, low: number, high: number, range: number): boolean {
	const dust = 1e-6;
	if (openRange(n, low, high, range) < LEAST_OPEN_SHARE * range - dust) return false;
	if (n === 1) return true;
	const own = [Math.max(0, low - (n - 1) * range), Math.min(range, high)];
	return own.every(
		(score) => openRange(n - 1, low - score, high - score, range) >= LEAST_OPEN_SHARE_FOR_INSIDER * range - dust
	);
}

/** Width of one person's possible scores, where `n` scores from 0 to `range` sum to between `low` and `high`. */
export function openRange(n: number, low: number, high: number, range: number): number {
	return Math.min(range, high) - Math.max(0, low - (n - 1) * range);
}

/** The narrowest rung that leaves every score in the group open enough; null where none does. */
function clampEdge(moments: ScaleMoments, node: number, side: -1 | 1): number | null {
	const { range, grain } = moments;
	const n = moments.counts[node]!;
	const sum = side < 0 ? moments.sums[node]! : n * range - moments.sums[node]!;
	for (let rung = 1; rung < RUNGS; rung++) {
		const edge = tidy((rung * range) / RUNGS);
		const { low, high } = onGrain(0, n * edge, grain);
		if (sum <= n * edge && leavesOpen(n, low, high, range)) return side < 0 ? edge : tidy(range - edge);
	}
	return null;
}

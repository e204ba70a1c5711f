// What a standard deviation gives away, beside the mean and the share of the same people. Scores are counted in whole steps
// of the grain: sums of squares then have few values, and the least of them often leaves one way to answer.
import { LEAST_OPEN_PART, LEAST_OPEN_PART_FOR_INSIDER, stepsOf } from './audit-arithmetic.ts';
import type { Range } from './audit-arithmetic.ts';
import type { BoundBreach, Bounded, BoundNode } from './audit-nodes.ts';
import type { ReleasedCell, ReleaseScale } from './release.ts';

const DUST = 1e-6;
/** Above this many people a share narrows nobody's score together with a spread, and its counts are too many to try. */
const MOST_FOR_COUNTS = 400;

type KnownOfGroup = {
	readonly n: number;
	/** Seen so that strain is high. */
	readonly sum: Range;
	readonly strained: Range | null;
	readonly sd: ReleasedCell;
};

/** Whole steps of the grain: scores from 0 to `top`, strained from `cut` on. */
type Whole = { readonly top: number; readonly cut: number };

/**
 * True where mean, standard deviation and share of one set leave somebody less than half of the scale, or another person
 * less than a fifth for a respondent who subtracts the own score, whichever that may be. Each score is tried: is there a
 * sum, a count and a sum of squares in what is shown that the others, as equal as they can be, do not exceed? Scales
 * without a grain are left to `pinnedInParts`.
 */
export function isPinnedBySpread(known: KnownOfGroup, scale: ReleaseScale): boolean {
	const grain = scale.grain ?? 0;
	if (grain <= 0) return false;
	const top = Math.round((scale.maximum - scale.minimum) / grain);
	const cut = known.n > MOST_FOR_COUNTS || known.strained === null ? null : stepsOf(scale);
	const whole = { top, cut: cut === null ? 0 : Math.round(cut.strained / grain) };
	const isPossible = possibleWith(known, grain, whole, cut !== null);
	const open = widthOf((score) => isPossible([score]), top);
	if (open === null || open < LEAST_OPEN_PART * top - DUST) return true;
	for (let own = 0; own <= top; own++) {
		const width = widthOf((score) => isPossible([own, score]), top);
		if (width !== null && width < LEAST_OPEN_PART_FOR_INSIDER * top - DUST) return true;
	}
	return false;
}

/** From the lowest to the highest possible score; null where none is. */
function widthOf(isPossible: (score: number) => boolean, top: number): number | null {
	let low = 0;
	while (low <= top && !isPossible(low)) low++;
	if (low > top) return null;
	let high = top;
	while (!isPossible(high)) high--;
	return high - low;
}

function possibleWith(
	{ n, sum, strained, sd }: KnownOfGroup,
	grain: number,
	{ top, cut }: Whole,
	hasCut: boolean
): (given: readonly number[]) => boolean {
	const lowSum = Math.ceil(sum.low / grain - DUST);
	const highSum = Math.floor(sum.high / grain + DUST);
	const most = ((n - 1) * (sd.value + sd.step / 2) ** 2) / grain ** 2;
	const least = ((n - 1) * Math.max(0, sd.value - sd.step / 2) ** 2) / grain ** 2;
	const counts = hasCut && strained !== null ? strained : { low: 0, high: 0 };
	return (given) => {
		const others = n - given.length;
		const known = given.reduce((total, score) => total + score, 0);
		const squares = given.reduce((total, score) => total + score * score, 0);
		const above = hasCut ? given.filter((score) => score >= cut).length : 0;
		for (let all = lowSum; all <= highSum; all++) {
			const centre = (all * all) / n;
			// A square is odd where its score is, so the sum of squares is odd where the sum is.
			const upper = Math.floor(most + centre + DUST);
			const highest = (upper - all) % 2 === 0 ? upper : upper - 1;
			if (highest < least + centre - DUST) continue;
			for (let count = counts.low; count <= counts.high; count++) {
				const rest = { n: others, sum: all - known, strained: count - above };
				if (squares + fewestSquares(rest, top, hasCut ? cut : 0) <= highest) return true;
			}
		}
		return false;
	};
}

/** Least sum of squares of `n` whole scores up to `top` with this sum, so many of them from `cut` on (0: no cut). */
export function fewestSquares(
	{ n, sum, strained }: { readonly n: number; readonly sum: number; readonly strained: number },
	top: number,
	cut: number
): number {
	if (sum < 0 || sum > n * top) return Infinity;
	if (cut === 0) return asEqual(n, sum);
	const calm = n - strained;
	const low = Math.max(strained * cut, sum - calm * (cut - 1));
	const high = Math.min(strained * top, sum);
	if (strained < 0 || calm < 0 || low > high) return Infinity;
	const ideal = n === 0 ? 0 : Math.floor((strained * sum) / n);
	const tried = [ideal, ideal + 1].map((part) => Math.min(high, Math.max(low, part)));
	return Math.min(...tried.map((part) => asEqual(strained, part) + asEqual(calm, sum - part)));
}

function asEqual(n: number, sum: number): number {
	if (n === 0) return 0;
	const each = Math.floor(sum / n);
	const more = sum - each * n;
	return (n - more) * each ** 2 + more * (each + 1) ** 2;
}

/**
 * The parts of a group whose spread is shown: nobody lies farther from the own part's mean than the squared deviations left
 * for it allow (Samuelson's inequality). A respondent far from the mean takes up most of them: what is left is the others'.
 */
export function pinnedInParts(whole: Bounded, scale: ReleaseScale): BoundBreach[] {
	const range = scale.maximum - scale.minimum;
	const { inside, left } = deviationsInside(whole);
	return inside.flatMap(({ group, n, sum }) => {
		const scores = reachable(n, sum, left, range);
		if (scores.high - scores.low < LEAST_OPEN_PART * range - DUST) return [{ kind: 'pinned', group, n }];
		if (n < 3) return [];
		const isNarrow = [scores.low, scores.high].some((own) => {
			const gap = Math.max(0, own - sum.high / n, sum.low / n - own);
			const others = reachable(
				n - 1,
				{ low: sum.low - own, high: sum.high - own },
				left - (gap * gap * n) / (n - 1),
				range
			);
			return others.high - others.low < LEAST_OPEN_PART_FOR_INSIDER * range - DUST;
		});
		return isNarrow ? [{ kind: 'pinned', group, n }] : [];
	});
}

function reachable(n: number, sum: Range, left: number, range: number): Range {
	const reach = Math.sqrt((Math.max(0, left) * (n - 1)) / n);
	return {
		low: Math.max(0, sum.low / n - reach, sum.low - (n - 1) * range),
		high: Math.min(range, sum.high / n + reach, sum.high)
	};
}

type Inside = { readonly group: number; readonly n: number; readonly sum: Range };

function deviationsInside(whole: Bounded): { readonly inside: readonly Inside[]; readonly left: number } {
	const centre = { low: whole.sum.low / whole.node.n, high: whole.sum.high / whole.node.n };
	let left = deviations(whole.node, 1);
	const inside: Inside[] = [];
	const waiting = [whole];
	for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
		if (one.restSize > 0) {
			inside.push({ group: one.node.group, n: one.restSize, sum: one.rest });
			left -= one.restSize * gapBetween(one.rest, one.restSize, centre) ** 2;
		}
		for (const part of one.parts) {
			if (part.node.sd === undefined) waiting.push(part);
			else left -= deviations(part.node, -1) + part.node.n * gapBetween(part.sum, part.node.n, centre) ** 2;
		}
	}
	return { inside, left };
}

function deviations(node: BoundNode, side: 1 | -1): number {
	const sd = node.sd === undefined ? 0 : Math.max(0, node.sd.value + (side * node.sd.step) / 2);
	return (node.n - 1) * sd * sd;
}

function gapBetween(sum: Range, n: number, centre: Range): number {
	return Math.max(0, sum.low / n - centre.high, centre.low - sum.high / n);
}

// What the auditor holds to be too narrow. Written apart from the engine's own rules, so that a slip in one shows in the
// other; a test compares the two on many cases.

/** A person's possible scores span at least this part of the scale … */
export const LEAST_OPEN_PART = 0.5;
/** … and at least this for somebody who answered too and subtracts the own score. */
export const LEAST_OPEN_PART_FOR_INSIDER = 0.2;
const DUST = 1e-6;

export type Range = { readonly low: number; readonly high: number };

/** The multiples of `grain` in a range; all of it where `grain` is 0. */
export function multiplesIn({ low, high }: Range, grain: number): Range {
	if (grain <= 0) return { low, high };
	return { low: grain * Math.ceil(low / grain - DUST), high: grain * Math.floor(high / grain + DUST) };
}

/** One person's possible scores, where `n` scores from 0 to `top` have a sum in the range given. */
export function scoresWithin(n: number, sum: Range, top: number): Range {
	const others = (n - 1) * top;
	return { low: Math.max(0, sum.low - others), high: Math.min(top, sum.high) };
}

/**
 * True where a sum in the range given pins somebody among `n` people: the possible scores span less than half of the
 * scale, or less than a fifth for one of them who subtracts the own score, be it the lowest or the highest possible.
 */
export function isPinned(n: number, sum: Range, top: number): boolean {
	const own = scoresWithin(n, sum, top);
	if (own.high - own.low < LEAST_OPEN_PART * top - DUST) return true;
	if (n < 2) return false;
	return [own.low, own.high].some((score) => {
		const other = scoresWithin(n - 1, { low: sum.low - score, high: sum.high - score }, top);
		return other.high - other.low < LEAST_OPEN_PART_FOR_INSIDER * top - DUST;
	});
}

/** How many of `n` people, whose scores have a sum in the range given, can be at or above `cut`. */
export function strainedWithin(n: number, sum: Range, top: number, cut: number): Range {
	return {
		low: Math.max(0, Math.ceil((sum.low - n * cut) / (top - cut) - DUST)),
		high: Math.min(n, Math.floor(sum.high / cut + DUST))
	};
}

/** Width of one person's possible scores, where moreover the strained number from `strained.low` to `strained.high`. */
export function openByShare(
	given: { readonly n: number; readonly sum: Range; readonly strained: Range },
	top: number,
	cut: number
): number {
	const { n, sum, strained } = given;
	const ends: number[] = [];
	// As one who is not strained: the others hold all the strained, as many or as few as suits the end that is sought.
	if (strained.low < n) {
		const most = Math.min(strained.high, n - 1);
		ends.push(Math.max(0, sum.low - most * top - (n - 1 - most) * cut), Math.min(cut, sum.high - strained.low * cut));
	}
	if (strained.high > 0) {
		const others = { most: strained.high - 1, least: Math.max(0, strained.low - 1) };
		ends.push(
			Math.max(cut, sum.low - others.most * top - (n - 1 - others.most) * cut),
			Math.min(top, sum.high - others.least * cut)
		);
	}
	return Math.max(...ends) - Math.min(...ends);
}

// Where strain begins on the scores that a scale really has. Between the highest score that is not at strain and the lowest
// that is, there is nobody: a bound that forgets this leaves room that no answers fill.
import type { ReleaseScale } from './release.ts';

/** Scores counted from the end of the scale that is far from strain, so that strained is always high. */
export type StrainLevels = {
	readonly range: number;
	/** See `ReleaseScale`; 0 where it has none. */
	readonly grain: number;
	/** The lowest score at strain. */
	readonly from: number;
	/** The highest that is not; the same as `from` where scores may lie anywhere. */
	readonly below: number;
	readonly isMirrored: boolean;
};

/** Null where the scale has no cut. */
export function strainLevels({ minimum, maximum, grain = 0, strainedAt }: ReleaseScale): StrainLevels | null {
	if (strainedAt === undefined) return null;
	const range = maximum - minimum;
	const isMirrored = strainedAt.direction === 'at-most';
	const cut = isMirrored ? maximum - strainedAt.cut : strainedAt.cut - minimum;
	if (grain === 0) return { range, grain, from: cut, below: cut, isMirrored };
	const from = Math.min(range, Math.ceil(cut / grain - 1e-6) * grain);
	return { range, grain, from, below: Math.max(0, from - grain), isMirrored };
}

/** Every score that somebody can have; without a grain the ends and both sides of the cut, where ranges have their corners. */
export function possibleScores({ range, grain, from, below }: StrainLevels): number[] {
	if (grain === 0) return [0, below - 1e-6, from, range];
	return Array.from({ length: Math.round(range / grain) + 1 }, (_, step) => step * grain);
}

/**
 * Least sum of squares of `n` scores with this sum, `strained` of them at or above `from`: all as equal as that allows.
 * `levels` null: no cut. Infinity where no scores fit. Checked against every assignment in `strain-levels.test.ts`.
 */
export function leastSquares(
	given: { readonly n: number; readonly sum: number; readonly strained: number },
	{ range, grain }: { readonly range: number; readonly grain: number },
	levels: StrainLevels | null
): number {
	const { n, sum, strained } = given;
	if (sum < -1e-6 || sum > n * range + 1e-6) return Infinity;
	if (levels === null) return evenly(n, sum, grain);
	const others = n - strained;
	const low = Math.max(strained * levels.from, sum - others * levels.below);
	const high = Math.min(strained * range, sum);
	if (strained < 0 || others < 0 || low > high + 1e-6) return Infinity;
	const even = n === 0 ? 0 : (strained * sum) / n;
	const steps = grain === 0 ? [even] : [Math.floor(even / grain) * grain, Math.ceil(even / grain) * grain];
	return Math.min(
		...steps.map((step) => {
			const part = Math.min(high, Math.max(low, step));
			return evenly(strained, part, grain) + evenly(others, sum - part, grain);
		})
	);
}

/** Sum of squares where everybody has the mean, or the multiples of the grain next to it. */
function evenly(n: number, sum: number, grain: number): number {
	if (n === 0) return 0;
	const even = (sum * sum) / n;
	if (grain === 0) return even;
	const over = Math.round(sum / grain) % n;
	return even + ((over * (n - over)) / n) * grain * grain;
}

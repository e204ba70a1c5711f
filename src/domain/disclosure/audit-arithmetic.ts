// What the auditor holds to be too narrow. Written apart from the engine's own rules, so that a slip in one shows in the
// other; a test compares the two on many cases.

import type { ReleaseScale } from './release.ts';

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

/** Scores seen so that strain is always high: the lowest at strain, the highest that is not, and the step between scores. */
export type Steps = {
	readonly top: number;
	/** 0 where scores may lie anywhere. */
	readonly grain: number;
	readonly strained: number;
	readonly calm: number;
};

/** Null where the scale has no cut. */
export function stepsOf({ minimum, maximum, grain = 0, strainedAt }: ReleaseScale): Steps | null {
	if (strainedAt === undefined) return null;
	const top = maximum - minimum;
	const cut = strainedAt.direction === 'at-most' ? maximum - strainedAt.cut : strainedAt.cut - minimum;
	if (grain <= 0) return { top, grain: 0, strained: cut, calm: cut };
	const whole = Math.ceil(cut / grain - DUST);
	return { top, grain, strained: Math.min(top, whole * grain), calm: Math.max(0, (whole - 1) * grain) };
}

/** How many of `n` people, whose scores have a sum in the range given, can be at strain. */
export function strainedWithin(n: number, sum: Range, { top, strained, calm }: Steps): Range {
	return {
		low: Math.max(0, Math.ceil((sum.low - n * calm) / (top - calm) - DUST)),
		high: Math.min(n, Math.floor(sum.high / strained + DUST))
	};
}

export type KnownOfSet = { readonly n: number; readonly sum: Range; readonly strained: Range };

/** One person's possible scores, where moreover so many are at strain; null where nothing fits. */
export function scoresByShare({ n, sum, strained }: KnownOfSet, steps: Steps): Range | null {
	const { top } = steps;
	if (strained.low > strained.high || sum.low > sum.high + DUST * top) return null;
	const ends: number[] = [];
	const between = (low: number, high: number): void => {
		if (low <= high + DUST * top) ends.push(low, high);
	};
	// As one who is not strained: the others hold all the strained, as many or as few as suits the end that is sought.
	if (strained.low < n) {
		const most = Math.min(strained.high, n - 1);
		const low = sum.low - most * top - (n - 1 - most) * steps.calm;
		between(Math.max(0, low), Math.min(steps.calm, sum.high - strained.low * steps.strained));
	}
	if (strained.high > 0) {
		const most = strained.high - 1;
		const least = Math.max(0, strained.low - 1);
		const low = sum.low - most * top - (n - 1 - most) * steps.calm;
		between(Math.max(steps.strained, low), Math.min(top, sum.high - least * steps.strained));
	}
	return ends.length === 0 ? null : { low: Math.min(...ends), high: Math.max(...ends) };
}

/**
 * True where shares and sum pin somebody among `n` people: less than half of the scale is left, or, for somebody who
 * subtracts the own score, less than a fifth and less than the sum alone would leave. The own score is any possible one.
 */
export function isPinnedByShare(known: KnownOfSet, steps: Steps): boolean {
	const { n, sum, strained } = known;
	const dust = DUST * steps.top;
	const open = scoresByShare(known, steps);
	if (open === null || open.high - open.low < LEAST_OPEN_PART * steps.top - dust) return true;
	if (n < 2) return false;
	return ownScores(steps, open).some((own) => {
		const less = own >= steps.strained - DUST ? 1 : 0;
		const others = { n: n - 1, sum: { low: sum.low - own, high: sum.high - own } };
		const count = { low: Math.max(0, strained.low - less), high: Math.min(n - 1, strained.high - less) };
		const learned = scoresByShare({ ...others, strained: count }, steps);
		if (learned === null) return false;
		const width = learned.high - learned.low;
		const bySum = scoresByShare({ ...others, strained: { low: 0, high: n - 1 } }, steps);
		return (
			width < LEAST_OPEN_PART_FOR_INSIDER * steps.top - dust && bySum !== null && width < bySum.high - bySum.low - dust
		);
	});
}

function ownScores({ top, grain, calm, strained }: Steps, open: Range): number[] {
	if (grain === 0) return [0, calm - 2 * DUST, strained, top, open.low, open.high];
	const scores: number[] = [];
	for (let step = 0; step * grain <= top + DUST; step++) scores.push(step * grain);
	return scores;
}

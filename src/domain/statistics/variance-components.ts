// How much of the variance lies between groups and how much inside them, for groups of any size.
import { checkGroups } from './one-way-anova.ts';
import type { GroupedValues } from './one-way-anova.ts';
import { mergeMoments, momentsOf, noMoments } from './moments.ts';
import type { Moments } from './moments.ts';

export type VarianceComponents = {
	/** Variance of the groups' own means around the mean of all groups (τ²), in squared units; 0 at the least. */
	readonly between: number;
	/** Variance of a single value around its group's own mean (σ²). */
	readonly within: number;
	/** Mean of all groups: each weighs by how surely it is known, not by its size alone. */
	readonly mean: number;
	/** How far `mean` may be off, squared. */
	readonly meanVariance: number;
	/** Groups that have a value. */
	readonly groups: number;
	readonly count: number;
};

/**
 * Estimates both variances of a one-way random-effects model by restricted maximum likelihood (REML).
 *
 * Shape: a value and a group for each respondent. Missing: a NaN, and a value in no group (−1), are left out; a group
 * without values is not counted. Returns null for fewer than two groups, or where no group has two values. Throws
 * RangeError for lists of different lengths or a group outside the range. Groups that differ less than chance would
 * make them have a `between` of 0 (the likelihood has its highest point at the edge).
 * Source: Patterson & Thompson 1971, doi:10.1093/biomet/58.3.545; Searle, Casella & McCulloch 1992, Variance
 * Components. The ratio τ²/σ² is found on a grid, then by halving. Checked against R 4.2 with lme4 1.1 (tests/reference).
 */
export function varianceComponents(grouped: GroupedValues): VarianceComponents | null {
	const groups = groupMoments(grouped);
	const count = groups.reduce((sum, group) => sum + group.count, 0);
	if (groups.length < 2 || count === groups.length) return null;
	const pureWithin = groups.reduce((sum, group) => sum + group.squares, 0);
	const { squares, mean } = groups.reduce(mergeMoments, noMoments);
	if (!(squares > 1e-24 * count * Math.max(1, mean * mean))) {
		return { between: 0, within: 0, mean, meanVariance: 0, groups: groups.length, count };
	}
	if (pureWithin <= 1e-14 * squares) return agreeingGroups(groups, count);
	const ratio = likeliestRatio(groups, pureWithin, count);
	const { mean: ownMean, weight, spread } = weighed(groups, ratio);
	const within = (pureWithin + spread) / (count - 1);
	return {
		between: ratio * within,
		within,
		mean: ownMean,
		meanVariance: within / weight,
		groups: groups.length,
		count
	};
}

function groupMoments(grouped: GroupedValues): readonly Moments[] {
	checkGroups(grouped);
	const { values, groupIndex, groupCount } = grouped;
	const lists: number[][] = Array.from({ length: groupCount }, () => []);
	for (let index = 0; index < values.length; index += 1) lists[groupIndex[index] ?? -1]?.push(values[index] ?? NaN);
	return lists.map(momentsOf).filter((group) => group.count > 0);
}

/** Everybody answers as the rest of the group does: all the variance lies between the groups. */
function agreeingGroups(groups: readonly Moments[], count: number): VarianceComponents {
	const means = momentsOf(groups.map((group) => group.mean));
	const between = means.squares / (groups.length - 1);
	return {
		between,
		within: 0,
		mean: means.mean,
		meanVariance: between / groups.length,
		groups: groups.length,
		count
	};
}

/** What the groups say together when τ² is `ratio` times σ²: variances are in units of σ². */
function weighed(groups: readonly Moments[], ratio: number) {
	let weight = 0;
	let weightSquares = 0;
	let sum = 0;
	for (const group of groups) {
		const own = group.count / (1 + group.count * ratio);
		weight += own;
		weightSquares += own * own;
		sum += own * group.mean;
	}
	const mean = sum / weight;
	let spread = 0;
	let slope = 0;
	for (const group of groups) {
		const own = group.count / (1 + group.count * ratio);
		const pull = own * (group.mean - mean) ** 2;
		spread += pull;
		slope += own * pull;
	}
	return { mean, weight, weightSquares, spread, slope };
}

/** −2 × the restricted log-likelihood as a function of τ²/σ², up to a constant. */
function deviance(groups: readonly Moments[], pureWithin: number, count: number, ratio: number): number {
	const { weight, spread } = weighed(groups, ratio);
	const sizes = groups.reduce((sum, group) => sum + Math.log1p(group.count * ratio), 0);
	return (count - 1) * Math.log(pureWithin + spread) + sizes + Math.log(weight);
}

function devianceSlope(groups: readonly Moments[], pureWithin: number, count: number, ratio: number): number {
	const { weight, weightSquares, spread, slope } = weighed(groups, ratio);
	return (-(count - 1) * slope) / (pureWithin + spread) + weight - weightSquares / weight;
}

/** The likelihood may have more than one hill with groups of very unequal size, so a grid comes first. */
const gridSteps = 120;
const gridReach = 30;

function likeliestRatio(groups: readonly Moments[], pureWithin: number, count: number): number {
	const ratioAt = (step: number) => (step === 0 ? 0 : 2 ** (gridReach * ((2 * (step - 1)) / (gridSteps - 1) - 1)));
	let best = 0;
	let least = Infinity;
	for (let step = 0; step <= gridSteps; step += 1) {
		const height = deviance(groups, pureWithin, count, ratioAt(step));
		if (height < least) [best, least] = [step, height];
	}
	let low = ratioAt(Math.max(0, best - 1));
	let high = ratioAt(Math.min(gridSteps, best + 1));
	if (best === 0 && devianceSlope(groups, pureWithin, count, 0) >= 0) return 0;
	for (let step = 0; step < 200; step += 1) {
		const middle = (low + high) / 2;
		if (middle <= low || middle >= high) break;
		if (devianceSlope(groups, pureWithin, count, middle) > 0) high = middle;
		else low = middle;
	}
	return (low + high) / 2;
}

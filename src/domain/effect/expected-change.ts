// What would have been measured had nothing been done: groups that did badly before do better after by themselves, because
// they were chosen for a mean that was low partly by chance. How far is learnt from all groups and all factors together.
import { moderatedVariances } from '#domain/statistics/moderated-variance.ts';
import { betterSign } from './effect.ts';
import type { FactorPair } from './effect.ts';
import { measuredGroups } from './measured-groups.ts';
import type { MeasuredGroup } from './measured-groups.ts';

/** Several groups' weighted means before and after, in person standard deviations, up is better. */
export type SideMean = {
	readonly groups: number;
	readonly before: number;
	readonly after: number;
	/** Of the two parts of the mean before: what is the group's own, what is its few answers'. */
	readonly parts: Parts;
	/** Σ 1 / variance of the groups. */
	readonly weight: number;
};

/** (own, answers'): reliability · (mean − organisation's mean), and the rest of that distance. */
export type Parts = readonly [number, number];

export type FactorExpectation = {
	readonly factor: string;
	/** The organisation's mean before, from which groups' distances are taken. */
	readonly centre: number;
	/** Null where no group acts or compares. */
	readonly acting: SideMean | null;
	readonly comparison: SideMean | null;
	/** How much of each part is still there after: of what groups share, and of who answered. */
	readonly lasting: Parts;
	/** How far both may be off: variances and covariance, `[own, together, answers']`. */
	readonly lastingVariance: readonly [number, number, number];
	/** How much more lasts in this factor than in all together, as a share of it, and how far that may be off, squared. */
	readonly excess: number;
	readonly excessVariance: number;
	/** How far groups lie from what was to be expected, squared, as a multiple of their `variance`. */
	readonly residualScale: number;
	/** Degrees of freedom behind `residualScale`; Infinity where all factors have one. */
	readonly degrees: number;
};

/** How much the two lasting shares are thought to differ at the most, before anything is seen. */
const spreadOfLasting = 0.5;

/**
 * Learns what to expect of a group's mean after from its mean before.
 *
 * A group's distance from the organisation's mean before has two parts: λ of it is the group's own, with λ = τ²/(τ² + σ²/n) the
 * reliability of its mean, and 1 − λ comes from who answered, and how, that time. Of the first a share ρ is still there after
 * (groups stay as they are), of the second a share κ (the same leaders answer again). Expected after = comparison groups' mean
 * after + ρ · (own part − theirs) + κ · (answers' part − theirs). So large groups are expected to move less than small ones.
 *
 * ρ and κ are fitted by weighted least squares inside each side (groups that act, groups that do not), so an effect of acting
 * does not enter them, and over all factors together: one factor in 40 groups tells them badly. Weights are 1 / variance of the
 * mean after; a weak prior (ρ − κ of 0 ± 0.5) settles what groups of one size cannot tell apart. Their error is summed over
 * factors group by group, which respects that factors hang together. Where a factor's figures last more or less than all
 * factors' by more than chance would make them, that is allowed for (`excess`, empirical Bayes by moments). Residual variances
 * are moderated over factors (`moderatedVariances`). Where acting groups are chosen by their measured mean, all this removes
 * regression to the mean.
 *
 * Missing: groups without a mean in both rounds are left out, and so is a factor where fewer than two degrees of freedom are
 * left or nothing differed before. Without the organisation's mean, that of the groups given stands in for it. Throws RangeError
 * for a spread that is not above 0.
 * Source: analysis of covariance where the covariate decides who is chosen, Cook & Campbell 1979, Quasi-Experimentation,
 * chapter 4; λ: Raudenbush & Bryk 2002, chapter 3; moments: DerSimonian & Laird 1986, doi:10.1016/0197-2456(86)90046-2. Checked
 * against R 4.2 `lm` and by simulation (docs/methods.md).
 */
export function expectedChanges(factors: readonly FactorPair[]): readonly FactorExpectation[] {
	const designs = factors.flatMap(designOf);
	const { lasting, lastingVariance } = fitLasting(designs);
	const own = designs.map((design) => excessOf(design, lasting));
	const spread = spreadOfExcess(own);
	const moderated = moderatedVariances(
		own.map(({ residual, degrees }) => ({ variance: Math.max(residual, 1e-9), degrees }))
	);
	return designs.map((design, place) => {
		const { excess = 0, variance = 1, degrees = 1 } = own[place] ?? {};
		const share = spread === 0 ? 0 : spread / (spread + variance);
		return {
			factor: design.factor,
			centre: design.centre,
			acting: design.acting,
			comparison: design.comparison,
			lasting,
			lastingVariance,
			excess: share * excess,
			excessVariance: spread * (1 - share),
			residualScale: moderated.variances[place] ?? NaN,
			degrees: degrees + moderated.lentDegrees
		};
	});
}

/**
 * What is expected of a mean after, as a distance to the comparison groups' mean after, from the distance of the parts before;
 * with its variance, which leaves out how far the groups themselves swing.
 */
export function expectedDistance(
	{ lasting, lastingVariance, excess, excessVariance }: FactorExpectation,
	[own, answers]: Parts
): { readonly distance: number; readonly variance: number } {
	const plain = lasting[0] * own + lasting[1] * answers;
	const [ofOwn, together, ofAnswers] = lastingVariance;
	const variance =
		(1 + excess) ** 2 * (own * own * ofOwn + 2 * own * answers * together + answers * answers * ofAnswers);
	return { distance: (1 + excess) * plain, variance: variance + plain * plain * excessVariance };
}

/** The two parts of a group's mean before. */
export function partsOf({ centre }: Pick<FactorExpectation, 'centre'>, group: MeasuredGroup): Parts {
	const distance = group.before - centre;
	return [group.reliability * distance, (1 - group.reliability) * distance];
}

type Point = { readonly group: string; readonly weight: number; readonly parts: Parts; readonly after: number };
type Design = Pick<FactorExpectation, 'factor' | 'centre' | 'acting' | 'comparison'> & {
	/** Distances from the own side's means. */
	readonly points: readonly Point[];
	readonly degrees: number;
};

function designOf(factor: FactorPair): readonly Design[] {
	const groups = measuredGroups(factor).filter((group) => group.isActing || group.isComparison);
	const centre = centreOf(factor, groups);
	const acting = sideMean(
		centre,
		groups.filter((group) => group.isActing)
	);
	const comparison = sideMean(
		centre,
		groups.filter((group) => group.isComparison)
	);
	const degrees = groups.length - (acting === null ? 0 : 1) - (comparison === null ? 0 : 1) - 1;
	const points = groups.flatMap((group): readonly Point[] => {
		const side = group.isActing ? acting : comparison;
		if (side === null) return [];
		const [own, answers] = partsOf({ centre }, group);
		const parts: Parts = [own - side.parts[0], answers - side.parts[1]];
		return [{ group: group.group, weight: 1 / group.variance, parts, after: group.after - side.after }];
	});
	const differs = points.some(({ parts }) => Math.abs(parts[0]) + Math.abs(parts[1]) > 1e-6);
	return degrees < 2 || !differs ? [] : [{ factor: factor.factor, centre, acting, comparison, points, degrees }];
}

function centreOf({ organisation, direction, personSd }: FactorPair, groups: readonly MeasuredGroup[]): number {
	if (organisation.before !== null) return (organisation.before.mean * betterSign(direction)) / personSd;
	const weight = groups.reduce((sum, { variance }) => sum + 1 / variance, 0);
	return weight === 0 ? 0 : groups.reduce((sum, { before, variance }) => sum + before / variance, 0) / weight;
}

function sideMean(centre: number, groups: readonly MeasuredGroup[]): SideMean | null {
	if (groups.length === 0) return null;
	const weight = groups.reduce((sum, group) => sum + 1 / group.variance, 0);
	const meanOf = (value: (group: MeasuredGroup) => number) =>
		groups.reduce((sum, group) => sum + value(group) / group.variance, 0) / weight;
	return {
		groups: groups.length,
		before: meanOf(({ before }) => before),
		after: meanOf(({ after }) => after),
		parts: [meanOf((group) => partsOf({ centre }, group)[0]), meanOf((group) => partsOf({ centre }, group)[1])],
		weight
	};
}

function fitLasting(designs: readonly Design[]) {
	const prior = 1 / spreadOfLasting ** 2;
	let [a, b, c] = [prior, -prior, prior];
	let [p, q] = [0, 0];
	for (const { points } of designs)
		for (const { weight, parts, after } of points) {
			a += weight * parts[0] * parts[0];
			b += weight * parts[0] * parts[1];
			c += weight * parts[1] * parts[1];
			p += weight * parts[0] * after;
			q += weight * parts[1] * after;
		}
	const determinant = a * c - b * b;
	const solve = (x: number, y: number): Parts => [(c * x - b * y) / determinant, (a * y - b * x) / determinant];
	const lasting = solve(p, q);
	const sums = new Map<string, Parts>();
	for (const { points, degrees } of designs) {
		const inflation = Math.sqrt(points.length / degrees);
		for (const { group, weight, parts, after } of points) {
			const residual = inflation * weight * (after - lasting[0] * parts[0] - lasting[1] * parts[1]);
			const [x, y] = sums.get(group) ?? [0, 0];
			sums.set(group, [x + residual * parts[0], y + residual * parts[1]]);
		}
	}
	let [ofOwn, together, ofAnswers] = [0, 0, 0];
	for (const [x, y] of sums.values()) {
		const [own, answers] = solve(x, y);
		ofOwn += own * own;
		together += own * answers;
		ofAnswers += answers * answers;
	}
	return { lasting, lastingVariance: [ofOwn, together, ofAnswers] as const };
}

/** How much more of a difference before lasts in one factor, as a share of what lasts in all, and how sure that is. */
function excessOf({ points, degrees }: Design, lasting: Parts) {
	const foreseen = points.map(({ parts }) => lasting[0] * parts[0] + lasting[1] * parts[1]);
	const information = points.reduce((sum, { weight }, place) => sum + weight * (foreseen[place] ?? 0) ** 2, 0);
	const covered = points.reduce((sum, { weight, after }, place) => sum + weight * after * (foreseen[place] ?? 0), 0);
	const slope = information > 1e-9 ? covered / information : 1;
	const squares = points.map(({ weight, after }, place) => weight * (after - slope * (foreseen[place] ?? 0)) ** 2);
	const residual = squares.reduce((sum, square) => sum + square, 0) / degrees;
	const variance = information > 1e-9 ? residual / information : Infinity;
	return { excess: slope - 1, variance, residual, degrees };
}

/** By how much (squared) factors differ in what lasts, beyond what chance makes of it. */
function spreadOfExcess(own: readonly { readonly excess: number; readonly variance: number }[]): number {
	const known = own.filter(({ variance }) => Number.isFinite(variance));
	if (known.length < 2) return 0;
	const surplus = known.reduce((sum, { excess, variance }) => sum + excess * excess - variance, 0);
	return Math.max(0, surplus / (known.length - 1));
}

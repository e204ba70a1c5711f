// What stands out so clearly in a group's result that it is worth a talk: far from others, or answers that lie apart.
import type { GroupResult } from '#domain/disclosure/group-result.ts';
import type { Publishable } from '#domain/disclosure/publishable.ts';
import type { ScalePoints } from '#domain/recommendation/scale-points.ts';
import { normalQuantile } from '#domain/statistics/normal-quantile.ts';

export type Surprise =
	| {
			readonly kind: 'far';
			readonly scale: ScalePoints;
			readonly from: 'parent' | 'organisation';
			/** The other's figure, 0-100. */
			readonly referencePoints: number;
			/** Whether it is heavier here (more strain, less that carries) or lighter. */
			readonly side: 'heavier' | 'lighter';
	  }
	| { readonly kind: 'answers-apart'; readonly scale: ScalePoints };

/** Points on a scale of 0-100: smaller differences are hardly felt in a working day. */
const leastDifferencePoints = 5;
const most = 4;

/**
 * What is clearly different in a group, the largest difference first, then where its answers lie apart; at most four.
 *
 * Far: the whole 95 % interval lies on one side of the other's mean, and the figure at least 5 points away. Each scale is
 * told once, against the parent where that is clear, else against the whole organisation. Answers apart: the group's
 * released spread is larger than the organisation's by more than chance explains (one-sided test of a variance at 5 %,
 * with the lowest variance that the rounding allows). Scales with neither factor nor outcome are left out.
 * Missing: without a figure, an interval or a shown spread nothing is said. Throws nothing.
 * Source: the conventions are ours; the test's quantile is Wilson & Hilferty 1931, doi:10.1073/pnas.17.12.684.
 */
export function surprisesOf(input: {
	readonly result: Publishable<GroupResult>;
	readonly scales: readonly ScalePoints[];
	/** The organisation's spread by scale, as released. */
	readonly organisationSpread: ReadonlyMap<string, number>;
}): readonly Surprise[] {
	const told = input.scales.filter((scale) => scale.factor !== null || scale.outcome !== null);
	const isWhole = input.result.group.id === input.result.organisation.id;
	const far = isWhole ? [] : told.flatMap((scale) => farOf(scale, input.result)).toSorted(byDistance);
	const apart = isWhole
		? []
		: told.filter((scale) => liesApart(scale, input)).map((scale) => ({ kind: 'answers-apart', scale }) as const);
	const shownFar = far.slice(0, most - Math.min(apart.length, 1));
	return [...shownFar, ...apart].slice(0, most);
}

type Far = Extract<Surprise, { readonly kind: 'far' }>;

function farOf(scale: ScalePoints, { parent, organisation }: GroupResult): readonly Far[] {
	const others: readonly (readonly [Far['from'], number | null])[] = [
		['parent', parent === null || parent.id === organisation.id ? null : scale.parentPoints],
		['organisation', scale.organisationPoints]
	];
	const clear = others.flatMap(([from, referencePoints]): readonly Far[] => {
		const side = sideOf(scale, referencePoints);
		return side === null || referencePoints === null ? [] : [{ kind: 'far', scale, from, referencePoints, side }];
	});
	return clear.slice(0, 1);
}

function sideOf(scale: ScalePoints, reference: number | null): Far['side'] | null {
	const { points, bound, interval, direction } = scale;
	if (points === null || bound !== null || interval === null || reference === null || direction === 'neutral')
		return null;
	if (Math.abs(points - reference) < leastDifferencePoints) return null;
	const isAbove = interval[0] > reference;
	if (!isAbove && !(interval[1] < reference)) return null;
	return isAbove === (direction === 'strain') ? 'heavier' : 'lighter';
}

function byDistance(left: Far, right: Far): number {
	const distance = ({ scale, referencePoints }: Far) => Math.abs((scale.points ?? 0) - referencePoints);
	return distance(right) - distance(left) || (left.scale.scale < right.scale.scale ? -1 : 1);
}

function liesApart(
	scale: ScalePoints,
	input: { readonly result: GroupResult; readonly organisationSpread: ReadonlyMap<string, number> }
): boolean {
	const spread = input.result.scales.find((one) => one.scale === scale.scale)?.sd ?? null;
	const usual = input.organisationSpread.get(scale.scale);
	if (spread === null || spread.bound === 'at-most' || usual === undefined || !(usual > 0) || spread.n < 3)
		return false;
	const least = spread.bound === 'at-least' ? spread.value : Math.max(0, spread.value - spread.step / 2);
	const freedom = spread.n - 1;
	return (freedom * least ** 2) / usual ** 2 > chiSquareQuantile(0.95, freedom);
}

function chiSquareQuantile(probability: number, freedom: number): number {
	const part = 2 / (9 * freedom);
	return freedom * (1 - part + normalQuantile(probability) * Math.sqrt(part)) ** 3;
}

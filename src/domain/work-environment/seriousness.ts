// How serious a factor is in a group, by a rule that stands in the document: the committee may see it otherwise, and says so.
import { isStrained } from '#domain/scoring/is-strained.ts';
import { burdenOf, type ScalePoints } from '#domain/recommendation/scale-points.ts';

/** From most to least. */
export const seriousnessesInOrder = ['serious', 'considerable', 'watch', 'low', 'cannot-tell'] as const;
export type Seriousness = (typeof seriousnessesInOrder)[number];

/** Shares of leaders at strain from which a factor is serious, and from which it is considerable. */
export const seriousShare = 0.5;
export const considerableShare = 1 / 3;
const middle = 50;

type Assessed = Pick<ScalePoints, 'points' | 'direction' | 'interval' | 'organisationPoints' | 'bound'>;

/**
 * Assesses one factor in one released group.
 *
 * - `serious`: the whole interval is on the straining side (`isStrained`), or at least half of the leaders are strained.
 * - `considerable`: the figure itself is on the straining side, or at least a third of the leaders are.
 * - `watch`: it lies on the burdened side of the middle, or its interval wholly on the heavier side of the organisation's mean.
 * - `low`: none of these. `cannot-tell`: no figure is shown, or the scale has no direction.
 *
 * `share`: 0-1, those at strain; null where it is not shown. A figure of which only a limit is shown counts as that limit.
 * Without an interval nothing is serious by its interval. It speaks of conditions and never of illness. Throws nothing.
 */
export function seriousnessOf(scale: Assessed, share: number | null): Seriousness {
	const burden = burdenOf(scale);
	if (scale.points === null || burden === null) return 'cannot-tell';
	if (scale.interval !== null && scale.interval.every((end) => isStrained(end, scale.direction))) return 'serious';
	if (share !== null && share >= seriousShare) return 'serious';
	if (isStrained(scale.points, scale.direction)) return 'considerable';
	if (share !== null && share >= considerableShare) return 'considerable';
	return burden > middle || isClearlyHeavier(scale) ? 'watch' : 'low';
}

function isClearlyHeavier({ direction, interval, organisationPoints }: Assessed): boolean {
	if (interval === null || organisationPoints === null) return false;
	return direction === 'strain' ? interval[0] > organisationPoints : interval[1] < organisationPoints;
}

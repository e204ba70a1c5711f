// How many people must stand behind a figure, and in any set for which one follows.
import type { CellStatistic } from './release.ts';

/** Fewest respondents behind a standard deviation or a share, whatever k is. */
const LEAST_FOR_DETAIL = 20;
const LEAST_FOR_ORGANISATION = 100;

export function isShare(statistic: CellStatistic): boolean {
	return statistic === 'share' || statistic === 'better' || statistic === 'worse';
}

export function leastFor(statistic: CellStatistic, k: number): number {
	if (statistic === 'mean') return k;
	return statistic === 'sd' || isShare(statistic) ? Math.max(k, LEAST_FOR_DETAIL) : LEAST_FOR_ORGANISATION;
}

import type { CellStatistic } from './release.ts';

export type ReleaseBreach = {
	/**
	 * `small-set`: figures of fewer people than allowed are shown or can be derived; `insider`: they can by a lone respondent
	 * who subtracts the own score; `pinned`: somebody's score is bounded to less than half of the scale, or to less than a
	 * fifth for such a respondent; `settled`: shares tell of all in a set where they belong; `extreme-share`: a share of 0 or
	 * 100 %; `overlap`: groups that overlap so that nothing is proved without a solver, or not within its limits; `counts`:
	 * groups or counts that do not fit the roster; `contradiction`: cells that cannot all be true.
	 */
	readonly kind:
		'small-set' | 'insider' | 'pinned' | 'settled' | 'extreme-share' | 'overlap' | 'counts' | 'contradiction';
	/** The round, or the view over several, and the group in which it shows. */
	readonly round: string;
	readonly group: string;
	readonly scale: string | null;
	readonly statistic: CellStatistic | null;
	/** How many people it concerns. */
	readonly n: number;
};

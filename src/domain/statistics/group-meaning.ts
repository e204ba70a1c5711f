// Whether the mean of a group says anything about the group: three statistics as one verdict that can be put into words.

/** How far a group's mean tells of the group rather than of who happened to answer. */
export type GroupDifference =
	/** Groups differ, and their means tell them apart. */
	| 'tells'
	/** Groups differ, but a single group's mean is too unsteady to rank by. */
	| 'hints'
	/** Groups hardly differ: the mean is for conversation, not for comparison. */
	| 'hardly-tells'
	| 'unknown';

/** How far the members of one group answer alike. */
export type GroupAgreement = 'strong' | 'moderate' | 'weak' | 'lacking' | 'unknown';

export type GroupMeaning = { readonly difference: GroupDifference; readonly agreement: GroupAgreement };

/** Below this ICC(1) groups hardly differ; `reliable` is the ICC(2) from which their means can be compared. */
export const differenceCuts = { differing: 0.05, reliable: 0.7 } as const;

/** rwg(j) from which members are said to agree strongly, moderately, weakly. */
export const agreementCuts = { strong: 0.71, moderate: 0.51, weak: 0.31 } as const;

/**
 * Judges a scale in a round by ICC(1), ICC(2) and the mean of rwg(j) over groups.
 *
 * Range: ICCs up to 1 and possibly below 0, rwg(j) 0-1. Missing: null (not computed or not shown). Returns `tells` for an
 * ICC(1) of at least 0.05 with an ICC(2) of at least 0.70, `hints` where only the first holds or ICC(2) is missing,
 * `hardly-tells` for a lower ICC(1), `unknown` without one; and the agreement, strong from 0.71, moderate from 0.51, weak
 * from 0.31, else lacking. The cuts are conventions. Throws RangeError for a figure that is not a number or above 1.
 * Source: LeBreton & Senter 2008, doi:10.1177/1094428106296642 (ICC(1) of .01 small, .10 medium, .25 large, .05 between
 * the first two; ICC(2) of .70 to .85; the words for rwg(j), here with `very strong` from .91 left in `strong`); Bliese
 * 2000, in Klein & Kozlowski, Multilevel theory (what the ICCs mean for a group's mean).
 */
export function groupMeaning(input: {
	readonly icc1: number | null;
	readonly icc2: number | null;
	readonly rwgj: number | null;
}): GroupMeaning {
	for (const figure of [input.icc1, input.icc2, input.rwgj]) {
		if (figure !== null && !(figure <= 1)) throw new RangeError(`a share is at most 1, not ${figure}`);
	}
	return { difference: differenceOf(input.icc1, input.icc2), agreement: agreementOf(input.rwgj) };
}

function differenceOf(icc1: number | null, icc2: number | null): GroupDifference {
	if (icc1 === null) return 'unknown';
	if (icc1 < differenceCuts.differing) return 'hardly-tells';
	return icc2 !== null && icc2 >= differenceCuts.reliable ? 'tells' : 'hints';
}

function agreementOf(rwgj: number | null): GroupAgreement {
	if (rwgj === null) return 'unknown';
	if (rwgj >= agreementCuts.strong) return 'strong';
	if (rwgj >= agreementCuts.moderate) return 'moderate';
	return rwgj >= agreementCuts.weak ? 'weak' : 'lacking';
}

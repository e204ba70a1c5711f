import type { Study } from '#domain/evidence/evidence.ts';

/** The four criteria by which the overview chose works. Null means that the record does not tell. */
export type SelectionCriteria = {
	/** About leaders in health care. */
	readonly isRelevant: boolean | null;
	/** Peer-reviewed, and a review, a trial or another study with a stated method. */
	readonly hasClearMethod: boolean | null;
	/** Published in the fifteen years before the overview. */
	readonly isRecent: boolean | null;
	readonly isNordic: boolean | null;
};

/** The overview is from 2025; it says "newer" without a number, and calls works from 2012 so. Fifteen years is ours. */
export const firstRecentYear = 2010;

/**
 * How a work meets the overview's four criteria: relevance, method, recency, geography.
 *
 * Missing: a field that the record does not have gives null where the others do not already decide.
 * Throws nothing. Source: the overview's section on method; the year is our reading of "newer".
 */
export function selectionCriteriaOf(
	study: Pick<Study, 'isHealthCare' | 'isAboutLeaders' | 'isPeerReviewed' | 'design' | 'year' | 'isNordic'>
): SelectionCriteria {
	return {
		isRelevant: both(study.isHealthCare, study.isAboutLeaders),
		hasClearMethod: both(study.isPeerReviewed, study.design === 'unknown' ? null : study.design !== 'conceptual'),
		isRecent: study.year === null ? null : study.year >= firstRecentYear,
		isNordic: study.isNordic
	};
}

function both(left: boolean | null, right: boolean | null): boolean | null {
	if (left === false || right === false) return false;
	return left === null || right === null ? null : true;
}

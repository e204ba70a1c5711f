// The words of effect: what is measured before and after, and what may be said of it. Everything rests on released figures.

/** What is said of a plan or of a factor over all plans. "Cannot tell" is a result. */
export type EffectVerdict = 'improved' | 'no-clear-change' | 'worse' | 'cannot-tell';

/** Why a verdict is what it is, or what weighs against leaning on it. Sentences stand in the texts. */
export type EffectReason =
	/** The interval lies on the better (worse) side of what was to be expected had nothing been done. */
	| 'better-than-expected'
	| 'worse-than-expected'
	/** Nothing sure, and an effect that matters is ruled out in both directions. */
	| 'no-large-effect'
	/** The figures allow both nothing and an effect that matters. */
	| 'too-uncertain'
	| 'not-measured-again'
	| 'figure-not-shown'
	| 'spread-not-shown'
	| 'group-not-found'
	| 'members-changed'
	/** The reader may not open the group's result in one of the two rounds. */
	| 'result-not-yours-to-open'
	| 'few-answered'
	| 'response-changed'
	| 'few-comparison-groups'
	| 'few-acting-groups';

/** One group's released mean of one scale in one round. */
export type GroupFigure = {
	/** In the unit of the scale. */
	readonly mean: number;
	/** Respondents behind it. */
	readonly n: number;
	/** What it is rounded to; the unrounded mean lies within half a step. */
	readonly step: number;
	/** Leaders who were asked; null where that is not shown. */
	readonly invited: number | null;
};

/** One group in both rounds; null where no mean is shown. */
export type GroupPair = {
	readonly group: string;
	/** `acts`: has a plan; `compares`: has none; `neither`: is left out of comparisons (its members changed too much). */
	readonly part: 'acts' | 'compares' | 'neither';
	readonly before: GroupFigure | null;
	readonly after: GroupFigure | null;
};

/** One scale in two rounds. */
export type FactorPair = {
	readonly factor: string;
	/** Whether a high score strains or carries. */
	readonly direction: 'strain' | 'resource';
	/** Spread of single leaders' scores in the whole organisation before, above 0, in the unit of the scale. */
	readonly personSd: number;
	/** Share of that variance that lies between groups, 0-1. */
	readonly icc1: number;
	/** The whole organisation in both rounds; null where no mean is shown. */
	readonly organisation: { readonly before: GroupFigure | null; readonly after: GroupFigure | null };
	readonly groups: readonly GroupPair[];
};

/** Effects are told in person standard deviations as well: half of one is the least that is held to matter (Norman et al. 2003). */
export const leastThatMatters = 0.5;
/** A share of the same leaders below this makes before and after two different groups. */
export const leastSameMembers = 0.7;
/** Fewer groups than this on a side say nothing about that side. */
export const leastGroups = 5;
/** With a smaller share of answers, or a larger change in it, those who answered may be others than before. */
export const leastResponse = 0.4;
export const mostResponseChange = 0.3;

/** 1 where a higher score is better, else -1: multiplied with a score, up is better. */
export function betterSign(direction: FactorPair['direction']): 1 | -1 {
	return direction === 'resource' ? 1 : -1;
}

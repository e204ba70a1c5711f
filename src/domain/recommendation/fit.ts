// Whether an intervention fits a place: five questions, four answers, and what they do to its weight. The overview ends on
// it: intervention, organisation, participants and facilitators must match each other and the context.
import type { FitQuestions } from '#domain/evidence/evidence.ts';

export type FitDimension = keyof FitQuestions;
export type FitAnswer = 'yes' | 'partly' | 'no' | 'do-not-know';
/** A dimension that nobody has answered is absent, and neutral as `do-not-know` is. */
export type FitAnswers = Readonly<Partial<Record<FitDimension, FitAnswer>>>;

export type FitSource = 'group' | 'organisation';
export type KnownFit = { readonly answer: FitAnswer; readonly source: FitSource };

/** In the order in which they are asked. */
export const fitDimensionsInOrder: readonly FitDimension[] = [
	'intervention',
	'organisation',
	'participants',
	'facilitator',
	'context'
];

export const fitAnswersInOrder: readonly FitAnswer[] = ['yes', 'partly', 'no', 'do-not-know'];

/** Asked about the place and not about one group: one answer can count for all groups, until a group gives its own. */
export const sharedDimensions = ['organisation', 'context'] as const satisfies readonly FitDimension[];
export type SharedDimension = (typeof sharedDimensions)[number];

/** True for what the programme lead can answer once for all. */
export function isShared(dimension: FitDimension): dimension is SharedDimension {
	return sharedDimensions.some((one) => one === dimension);
}

/** What one answer multiplies an intervention's weight by. Five of yes lift by 1.6; one no halves. */
export const fitStrengthOf: Readonly<Record<FitAnswer, number>> = { yes: 1.1, partly: 0.9, no: 0.5, 'do-not-know': 1 };

/**
 * What all answers together multiply the weight by: the product over the five dimensions.
 *
 * Missing: a dimension without an answer counts 1. Returns 0.03-1.61, a bare number. Throws nothing. A convention of ours
 * (docs/methods.md): research says that the match matters and not by how much.
 */
export function fitStrength(answers: FitAnswers): number {
	return fitDimensionsInOrder.reduce((product, dimension) => {
		const answer = answers[dimension];
		return answer === undefined ? product : product * fitStrengthOf[answer];
	}, 1);
}

/** True where somebody has answered no to any question. */
export function hasNo(answers: FitAnswers): boolean {
	return fitDimensionsInOrder.some((dimension) => answers[dimension] === 'no');
}

/**
 * The answers that count for a group, with where each comes from: the group's own where it has given one (`do-not-know`
 * too), else the organisation's for the dimensions that are shared. Throws nothing.
 */
export function fitThatCounts(given: {
	readonly group: FitAnswers;
	readonly organisation: FitAnswers;
}): Readonly<Partial<Record<FitDimension, KnownFit>>> {
	return Object.fromEntries(
		fitDimensionsInOrder.flatMap((dimension): [FitDimension, KnownFit][] => {
			const own = given.group[dimension];
			if (own !== undefined) return [[dimension, { answer: own, source: 'group' }]];
			const general = isShared(dimension) ? given.organisation[dimension] : undefined;
			return general === undefined ? [] : [[dimension, { answer: general, source: 'organisation' }]];
		})
	);
}

// What a few groups have said of whether suggestions fit, so that a visitor sees how an answer moves a suggestion: one that the
// organisation cannot carry steps back, one that suits those who are to do it comes forward, one is done already.
import type { Level } from '#domain/evidence/evidence.ts';
import { fitDimensionsInOrder, type FitAnswers } from '#domain/recommendation/fit.ts';
import type { GroupRecommendation, RankedGroupLevel } from '#domain/recommendation/rank-for-group.ts';
import type { StoredFit, StoredPractice } from '#server/database/fit.ts';

export type ExampleFit = { readonly answers: readonly StoredFit[]; readonly practices: readonly StoredPractice[] };

type Said = { readonly by: string; readonly at: Date };

/** `levels`: the group's ranking before anybody has said anything. The organisation's first suggestion is left for the visitor. */
export function exampleFit(levels: readonly RankedGroupLevel[], said: Said): ExampleFit {
	const at = (level: Level, place: number) => suggestedAt(levels, level)[place];
	return {
		answers: [
			...answersFor(at('organisation', 1), { intervention: 'yes', organisation: 'no', context: 'partly' }, said),
			...answersFor(at('leadership', 0), { intervention: 'partly', participants: 'partly' }, said),
			...answersFor(at('leadership', 1), allYes, said),
			...answersFor(at('group', 0), { intervention: 'partly', facilitator: 'no' }, said),
			...answersFor(at('group', 1), { ...allYes, context: 'do-not-know' }, said)
		],
		practices: [at('individual', 0)].flatMap((one) =>
			one === undefined ? [] : [{ interventionId: one.intervention.id, markedBy: said.by, markedAt: said.at }]
		)
	};
}

const allYes: FitAnswers = Object.fromEntries(fitDimensionsInOrder.map((dimension) => [dimension, 'yes']));

function suggestedAt(levels: readonly RankedGroupLevel[], level: Level): readonly GroupRecommendation[] {
	const own = levels.find((one) => one.level === level);
	return own === undefined ? [] : own.recommendations.filter(({ shelf }) => shelf === 'suggested');
}

function answersFor(one: GroupRecommendation | undefined, answers: FitAnswers, said: Said): readonly StoredFit[] {
	if (one === undefined) return [];
	return fitDimensionsInOrder.flatMap((dimension): readonly StoredFit[] => {
		const answer = answers[dimension];
		const common = { interventionId: one.intervention.id, answeredBy: said.by, answeredAt: said.at };
		return answer === undefined ? [] : [{ ...common, dimension, answer }];
	});
}

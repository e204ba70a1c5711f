import type { Instrument } from '#domain/instrument/instrument.ts';
import { scoringPlan } from './scoring-plan.ts';

/**
 * Scores every scale for every respondent of a round.
 *
 * Shape: `answers` is respondents × items, row by row, in the instrument's item order; the result is respondents ×
 * scales, row by row, in its scale order. Unit and range: as `scoreAnswers`, with which it agrees exactly. Missing:
 * NaN, both in and out; fewer than half the items answered gives NaN. Throws RangeError if the lengths do not fit.
 * Source: as `scoreAnswers`.
 */
export function scoreResponses(input: {
	readonly instrument: Instrument;
	readonly answers: Float64Array;
	readonly respondents: number;
}): Float64Array {
	const { instrument, answers, respondents } = input;
	const itemCount = instrument.items.length;
	if (answers.length !== respondents * itemCount)
		throw new RangeError(`${answers.length} answers for ${respondents} respondents × ${itemCount} items`);
	const plans = scoringPlan(instrument);
	const scores = new Float64Array(respondents * plans.length);
	for (const [column, { items, fewestAnswers }] of plans.entries()) {
		for (let respondent = 0; respondent < respondents; respondent += 1) {
			const row = respondent * itemCount;
			let sum = 0;
			let answered = 0;
			for (const { position, height, anchor, span } of items) {
				const answer = answers[row + position] ?? NaN;
				if (Number.isNaN(answer)) continue;
				sum += (height * (answer - anchor)) / span;
				answered += 1;
			}
			scores[respondent * plans.length + column] = answered >= fewestAnswers ? sum / answered : NaN;
		}
	}
	return scores;
}

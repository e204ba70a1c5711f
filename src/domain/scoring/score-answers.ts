// One person's answers to one person's scores; runs in the browser, where the private profile is made.
import type { Instrument, ScaleDirection } from '#domain/instrument/instrument.ts';
import { planScale, scoringPlan } from './scoring-plan.ts';
import type { PlannedScale } from './scoring-plan.ts';

/** One scale's score for one person, with all that is needed to read it. */
export type ScaleScore = {
	readonly scale: string;
	/** Within `minimum`-`maximum`; null where fewer than half the items were answered. */
	readonly score: number | null;
	readonly answered: number;
	readonly itemCount: number;
	/** What a high score means. */
	readonly direction: ScaleDirection;
	readonly factor: string | null;
	readonly outcome: string | null;
	/** Range of the score: 0-100 for points, the items' own range for a mean. */
	readonly minimum: number;
	readonly maximum: number;
};

/** One person's answers in the instrument's item order; null is "not answered". */
export type OrderedAnswers = readonly (number | null)[];

/**
 * Scores every scale of an instrument for one person.
 *
 * Shape: `answers` has one entry per item in the instrument's item order, each within its format's range. Missing
 * (null): the score is the mean of the answered items where at least half were answered, else null. Returns the
 * scores in the instrument's scale order. Throws RangeError if the number of answers is not the number of items.
 * Source: scoring convention of COPSOQ II, Pejtersen et al. 2010, doi:10.1177/1403494809349858. Checked against
 * the scale scores published with lq2002 and against R 4.2 (tests/reference).
 */
export function scoreAnswers(input: {
	readonly instrument: Instrument;
	readonly answers: OrderedAnswers;
}): readonly ScaleScore[] {
	checkLength(input.instrument, input.answers);
	return scoringPlan(input.instrument).map((plan) => scorePlanned(plan, input.answers));
}

/**
 * Scores one scale of an instrument for one person.
 *
 * Shape, missing values and source as `scoreAnswers`. Throws RangeError for a scale that the instrument lacks.
 */
export function scoreScale(input: {
	readonly instrument: Instrument;
	readonly scaleId: string;
	readonly answers: OrderedAnswers;
}): ScaleScore {
	const { instrument, scaleId, answers } = input;
	checkLength(instrument, answers);
	const scale = instrument.scales.find((candidate) => candidate.id === scaleId);
	if (scale === undefined) throw new RangeError(`instrument ${instrument.id} has no scale ${scaleId}`);
	return scorePlanned(planScale(instrument, scale), answers);
}

function checkLength(instrument: Instrument, answers: OrderedAnswers): void {
	if (answers.length === instrument.items.length) return;
	throw new RangeError(`${answers.length} answers for the ${instrument.items.length} items of ${instrument.id}`);
}

function scorePlanned(plan: PlannedScale, answers: OrderedAnswers): ScaleScore {
	let sum = 0;
	let answered = 0;
	for (const { position, height, anchor, span } of plan.items) {
		const answer = answers[position];
		if (answer === null || answer === undefined) continue;
		sum += (height * (answer - anchor)) / span;
		answered += 1;
	}
	const { scale, minimum, maximum } = plan;
	return {
		scale: scale.id,
		score: answered >= plan.fewestAnswers ? sum / answered : null,
		answered,
		itemCount: plan.items.length,
		direction: scale.direction,
		factor: scale.factor,
		outcome: scale.outcome,
		minimum,
		maximum
	};
}

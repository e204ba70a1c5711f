// A leader's scores beside the own earlier ones, and whether the difference is more than the questionnaire's unsteadiness.
import type { Instrument, ScaleDirection } from '#domain/instrument/instrument.ts';
import { scoreAnswers, type ScaleScore } from '#domain/scoring/score-answers.ts';
import { reliableChange, type ReliableChange } from '#domain/statistics/reliable-change.ts';

export type ComparedScale = {
	readonly scale: string;
	readonly direction: ScaleDirection;
	readonly before: number | null;
	readonly after: number | null;
	/** Null where it cannot be said: not answered, neither good nor bad, or nothing published to measure it against. */
	readonly change: ReliableChange | null;
};

/** Answers by item. */
export type Answers = Readonly<Record<string, number>>;

/** One entry a scale, in the instrument's scale order. `spreads`: of the whole organisation, by scale id. */
export function compareProfiles(input: {
	readonly instrument: Instrument;
	readonly spreads: readonly {
		readonly id: string;
		readonly standardDeviation: number | null;
		readonly reliability: number | null;
	}[];
	readonly before: Answers;
	readonly after: Answers;
}): readonly ComparedScale[] {
	const { instrument, spreads } = input;
	const before = scoresOf(instrument, input.before);
	return scoresOf(instrument, input.after).map(({ scale, direction, score }, index) => {
		const spread = spreads.find((one) => one.id === scale);
		const earlier = before[index]?.score ?? null;
		const change = reliableChange({
			before: earlier,
			after: score,
			standardDeviation: spread?.standardDeviation ?? null,
			reliability: spread?.reliability ?? null,
			direction
		});
		return { scale, direction, before: earlier, after: score, change };
	});
}

/** By item; in the instrument's scale order. */
export function scoresOf(instrument: Instrument, answers: Answers): readonly ScaleScore[] {
	return scoreAnswers({ instrument, answers: instrument.items.map((item) => answers[item.id] ?? null) });
}

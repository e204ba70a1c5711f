// Whether one person's score has moved by more than the questionnaire's own unsteadiness would move it.

export type ReliableChange = 'better' | 'unchanged' | 'worse';

/** A difference this many standard errors wide happens by unsteadiness alone in 1 of 20 who did not change. */
const leastReliable = 1.96;

/**
 * Tells whether a score is reliably better or worse than an earlier one of the same person on the same scale.
 *
 * RCI = (after − before) / (sd · √2 · √(1 − reliability)); beyond ±1.96 the change counts. `standardDeviation` is that of
 * many people's scores (a release's), in the unit of the scores; `reliability` 0-1, such as alpha. `direction`: whether a
 * high score strains or carries. Missing: null before or after (not answered), a reliability that is null or not above 0,
 * a spread of 0 or null, and a scale whose scores are neither good nor bad give null. With a reliability of 1 every
 * difference counts. Throws RangeError for a reliability above 1, a spread below 0, or a figure that is not a number.
 * Source: Jacobson & Truax 1991, doi:10.1037/0022-006X.59.1.12. Worked examples beside (reliable-change.test.ts).
 */
export function reliableChange(input: {
	readonly before: number | null;
	readonly after: number | null;
	readonly standardDeviation: number | null;
	readonly reliability: number | null;
	readonly direction: 'strain' | 'resource' | 'neutral';
}): ReliableChange | null {
	const { before, after, standardDeviation, reliability, direction } = input;
	for (const figure of [before, after, standardDeviation, reliability]) {
		if (figure !== null && !Number.isFinite(figure)) throw new RangeError(`${figure} is no figure`);
	}
	if (reliability !== null && reliability > 1) throw new RangeError(`a reliability is at most 1, not ${reliability}`);
	if (standardDeviation !== null && standardDeviation < 0)
		throw new RangeError(`a spread is not negative, as ${standardDeviation} is`);
	if (before === null || after === null || direction === 'neutral') return null;
	if (standardDeviation === null || standardDeviation === 0 || reliability === null || reliability <= 0) return null;
	const difference = after - before;
	const standardError = standardDeviation * Math.SQRT2 * Math.sqrt(1 - reliability);
	if (Math.abs(difference) <= leastReliable * standardError) return 'unchanged';
	return difference > 0 === (direction === 'resource') ? 'better' : 'worse';
}

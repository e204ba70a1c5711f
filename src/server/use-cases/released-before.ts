// Answers that were imported twice would be two releases of one set of people: what one hides the other can give back, and a
// copy with a few people less gives those few. Another round of the same people has other answers.
import type { Instrument } from '#domain/instrument/instrument.ts';
import type { Context } from '#server/context.ts';
import { readAnswerMatrix, type AnswerMatrix } from '#server/database/responses.ts';
import { listRounds, type Round } from '#server/database/rounds.ts';

/** Where more rows than this share are the same, two imports are taken for one … */
const mostInCommon = 0.8;
/** … if rows are so different from each other that chance hardly makes two alike. */
const leastDifferent = 0.5;

/** The name of an imported round, released earlier, that holds nearly the same answers; null where there is none. */
export async function findReleasedBefore(
	context: Pick<Context, 'db'>,
	round: Round,
	given: { readonly instrument: Instrument; readonly answers: AnswerMatrix }
): Promise<string | null> {
	if (round.source !== 'imported') return null;
	const own = rowsOf(given.answers);
	for (const other of await listRounds(context.db, round.organisationId)) {
		const isComparable =
			other.instrumentId === round.instrumentId && other.instrumentVersion === round.instrumentVersion;
		if (other.id === round.id || other.source !== 'imported' || other.releasedAt === null || !isComparable) continue;
		const key = { organisationId: other.organisationId, roundId: other.id };
		const rows = rowsOf(await readAnswerMatrix(context.db, key, given.instrument.items.length));
		if (areNearlyTheSame(own, rows, round.threshold)) return other.name;
	}
	return null;
}

type Rows = { readonly counts: ReadonlyMap<string, number>; readonly total: number };

/**
 * True where one list is the other with fewer than twice the threshold of rows taken away or added, or where most rows are the
 * same and rows are hardly ever alike by chance.
 */
export function areNearlyTheSame(one: Rows, other: Rows, threshold: number): boolean {
	const smaller = Math.min(one.total, other.total);
	let common = 0;
	for (const [row, count] of one.counts) common += Math.min(count, other.counts.get(row) ?? 0);
	if (one.total + other.total - 2 * common < Math.min(2 * threshold, smaller)) return true;
	const isTelling = one.counts.size > leastDifferent * one.total && other.counts.size > leastDifferent * other.total;
	return isTelling && common > mostInCommon * smaller;
}

export function rowsOf({ answers, respondents }: Pick<AnswerMatrix, 'answers' | 'respondents'>): Rows {
	const items = respondents === 0 ? 0 : answers.length / respondents;
	const counts = new Map<string, number>();
	for (let respondent = 0; respondent < respondents; respondent++) {
		const row = answers.subarray(respondent * items, (respondent + 1) * items).join(',');
		counts.set(row, (counts.get(row) ?? 0) + 1);
	}
	return { counts, total: respondents };
}

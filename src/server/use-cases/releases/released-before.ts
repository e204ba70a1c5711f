// Answers that were imported twice would be two releases of one set of people: what one hides the other can give back, and a
// copy with a few people less gives those few. Another round of the same people has other answers.
import { createHash } from 'node:crypto';
import type { Instrument } from '#domain/instrument/instrument.ts';
import type { Context } from '#server/context.ts';
import { findDeletedResponses, readAnswerMatrix, type AnswerMatrix } from '#server/database/responses.ts';
import { listRounds, type Round } from '#server/database/rounds.ts';
import { findInstrument } from '../rounds/find-instrument.ts';

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
		const fingerprints = (await findDeletedResponses(context.db, key))?.fingerprints ?? null;
		const [one, another] =
			fingerprints === null
				? [own, rowsOf(await readAnswerMatrix(context.db, key, given.instrument.items.length))]
				: [rowsOfFingerprints(fingerprintsOf(given.answers)), rowsOfFingerprints(fingerprints)];
		if (areNearlyTheSame(one, another, round.threshold)) return other.name;
	}
	return null;
}

/**
 * Two bytes of a hash for each row, in the order of their bytes. Enough to see that most rows of two files are the same. One list
 * of answers in 65,536 has the same two bytes: of a long questionnaire that leaves millions for each print, of a short one
 * hardly more than one, so of those no prints are kept (`canBeReadBack`).
 */
export function fingerprintsOf(answers: Pick<AnswerMatrix, 'answers' | 'respondents'>): Uint8Array {
	const prints: number[] = [];
	for (const [row, count] of rowsOf(answers).counts) {
		const print = createHash('sha256').update(row).digest().readUInt16BE(0);
		for (let one = 0; one < count; one++) prints.push(print);
	}
	const bytes = Buffer.alloc(2 * prints.length);
	prints.sort((a, b) => a - b).forEach((print, place) => bytes.writeUInt16BE(print, 2 * place));
	return bytes;
}

function rowsOfFingerprints(fingerprints: Uint8Array): Rows {
	const bytes = Buffer.from(fingerprints);
	const counts = new Map<string, number>();
	for (let place = 0; place + 1 < bytes.length; place += 2) {
		const print = bytes.toString('hex', place, place + 2);
		counts.set(print, (counts.get(print) ?? 0) + 1);
	}
	return { counts, total: bytes.length / 2 };
}

/** What is kept of an imported round's responses when they are deleted; null for any other round, and for short ones. */
export async function fingerprintsOfRound(
	context: Pick<Context, 'db' | 'instruments'>,
	round: Round
): Promise<Uint8Array | null> {
	if (round.source !== 'imported') return null;
	const instrument = await findInstrument(context, round);
	if (canBeReadBack(instrument)) return null;
	const key = { organisationId: round.organisationId, roundId: round.id };
	return fingerprintsOf(await readAnswerMatrix(context.db, key, instrument.items.length));
}

/**
 * True where a whole row could be found from its print by trying all that can be answered: fewer than 2⁴⁰ rows, with "not
 * answered" as one answer more to each item. Six items of five answers have 46,656.
 */
export function canBeReadBack({ items, formats }: Pick<Instrument, 'items' | 'formats'>): boolean {
	const answersOf = new Map(formats.map(({ id, minimum, maximum }) => [id, Math.floor(maximum - minimum) + 1]));
	return items.reduce((bits, { format }) => bits + Math.log2((answersOf.get(format) ?? 1) + 1), 0) < leastBits;
}

const leastBits = 40;

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

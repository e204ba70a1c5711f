// Answers that were imported twice would be two releases of one set of people: what one hides the other can give back, and a
// copy with a few people less gives those few. Another round of the same people has other answers.
import { createHash } from 'node:crypto';
import type { Instrument } from '#domain/instrument/instrument.ts';
import type { Context } from '#server/context.ts';
import { findDeletedResponses, readAnswerMatrix, type AnswerMatrix } from '#server/database/responses.ts';
import { listRounds, type Round } from '#server/database/rounds.ts';
import { findInstrument } from '../rounds/find-instrument.ts';

/** The name of an imported round, released earlier, that shares people's answers with this one; null where none is found. */
export async function findReleasedBefore(
	context: Pick<Context, 'db' | 'instruments'>,
	round: Round,
	given: { readonly instrument: Instrument; readonly answers: AnswerMatrix }
): Promise<string | null> {
	if (round.source !== 'imported') return null;
	for (const other of await listRounds(context.db, round.organisationId)) {
		if (other.id === round.id || other.source !== 'imported' || other.releasedAt === null) continue;
		const compared = await bothAsRows(context, other, given);
		if (compared !== null && areNearlyTheSame(compared, round.threshold)) return other.name;
	}
	return null;
}

/** Both rounds by the items that they have in common, whatever the version; null where they have none, or too little is left. */
async function bothAsRows(
	context: Pick<Context, 'db' | 'instruments'>,
	other: Round,
	{ instrument, answers }: { readonly instrument: Instrument; readonly answers: AnswerMatrix }
): Promise<ComparedRows | null> {
	const key = { organisationId: other.organisationId, roundId: other.id };
	const earlier = await findInstrument(context, other);
	const placeOf = new Map(earlier.items.map(({ id }, place) => [id, place]));
	const common = instrument.items.flatMap(({ id }, own) => {
		const place = placeOf.get(id);
		return place === undefined ? [] : [{ own, place }];
	});
	if (common.length === 0) return null;
	const deleted = await findDeletedResponses(context.db, key);
	if (deleted !== null) {
		// Prints are of whole rows: of other items nothing can be said any more.
		const isWhole = common.length === instrument.items.length && common.length === earlier.items.length;
		if (deleted.fingerprints === null || !isWhole) return null;
		const items = common.toSorted((one, another) => one.place - another.place).map(({ own }) => own);
		return {
			one: rowsOfFingerprints(fingerprintsOf(answers, items)),
			other: rowsOfFingerprints(deleted.fingerprints),
			isTelling: true
		};
	}
	return {
		one: rowsOf(
			answers,
			common.map(({ own }) => own)
		),
		other: rowsOf(
			await readAnswerMatrix(context.db, key, earlier.items.length),
			common.map(({ place }) => place)
		),
		isTelling: !canBeReadBack({
			formats: instrument.formats,
			items: common.flatMap(({ own }) => instrument.items[own] ?? [])
		})
	};
}

/**
 * Two bytes of a hash for each row, in the order of their bytes. Enough to see that most rows of two files are the same. One list
 * of answers in 65,536 has the same two bytes: of a long questionnaire that leaves millions for each print, of a short one
 * hardly more than one, so of those no prints are kept (`canBeReadBack`).
 */
export function fingerprintsOf(
	answers: Pick<AnswerMatrix, 'answers' | 'respondents'>,
	items?: readonly number[]
): Uint8Array {
	const prints: number[] = [];
	for (const [row, count] of rowsOf(answers, items).counts) {
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

export type Rows = { readonly counts: ReadonlyMap<string, number>; readonly total: number };

export type ComparedRows = {
	readonly one: Rows;
	readonly other: Rows;
	/** Whether a row has so many items that hardly any two people answer alike, nor one person twice. */
	readonly isTelling: boolean;
};

/**
 * True where two lists hold answers of the same people: what one release hides the other could give back, and people who are in one
 * only would stand alone in the difference.
 *
 * Either one list is the other with fewer than twice the threshold of rows taken away or added. Or more pairs of rows are alike
 * than chance makes: how often two rows are alike by chance is read off the lists themselves (pairs within one list are two
 * people), and beyond three times the square root of that number as many as `threshold` pairs are too many. A short
 * questionnaire that the same people answer again a year later has some rows alike by more than chance: there, a fifth of the
 * smaller list must be.
 */
export function areNearlyTheSame({ one, other, isTelling }: ComparedRows, threshold: number): boolean {
	const smaller = Math.min(one.total, other.total);
	let common = 0;
	let pairs = 0;
	for (const [row, count] of one.counts) {
		const others = other.counts.get(row) ?? 0;
		common += Math.min(count, others);
		pairs += count * others;
	}
	if (one.total + other.total - 2 * common < Math.min(2 * threshold, smaller)) return true;
	const expected = one.total * other.total * Math.max(shareAlike(one), shareAlike(other));
	const least = isTelling ? threshold : Math.max(threshold, leastShareOfShort * smaller);
	return pairs - expected >= least + 3 * Math.sqrt(expected);
}

const leastShareOfShort = 0.2;

/** Of all pairs of two rows of one list, the share that are alike. */
function shareAlike({ counts, total }: Rows): number {
	if (total < 2) return 0;
	let alike = 0;
	for (const count of counts.values()) alike += count * (count - 1);
	return alike / (total * (total - 1));
}

/** `items`: which columns, in which order; all where it is left out. */
export function rowsOf(
	{ answers, respondents }: Pick<AnswerMatrix, 'answers' | 'respondents'>,
	items?: readonly number[]
): Rows {
	const columns = respondents === 0 ? 0 : answers.length / respondents;
	const chosen = items ?? Array.from({ length: columns }, (_, column) => column);
	const counts = new Map<string, number>();
	for (let respondent = 0; respondent < respondents; respondent++) {
		const row = chosen.map((column) => answers[respondent * columns + column]).join(',');
		counts.set(row, (counts.get(row) ?? 0) + 1);
	}
	return { counts, total: respondents };
}

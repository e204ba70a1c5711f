// What is sealed: the answers as one text of one size, so that the sealed bytes say nothing of how much was answered.
import type { Instrument } from '#domain/instrument/instrument.ts';

/** Better, unchanged or worse than the leader's own earlier answers, for one scale; null where it cannot be said. */
export type Change = 1 | 0 | -1 | null;

export type Envelope = {
	readonly instrument: { readonly id: string; readonly version: number };
	/** In the instrument's item order; null where not answered. */
	readonly answers: readonly (number | null)[];
	/** In the instrument's scale order; null as a whole where the leader did not consent or has nothing to compare with. */
	readonly changes: readonly Change[] | null;
};

export type EnvelopeFault =
	| 'wrong-size'
	| 'wrong-padding'
	| 'no-json'
	| 'wrong-shape'
	| 'other-version'
	| 'other-instrument'
	| 'wrong-length'
	| 'out-of-range'
	| 'nothing-answered';

export type ReadEnvelope =
	| {
			readonly kind: 'envelope';
			readonly answers: readonly (number | null)[];
			readonly changes: readonly Change[] | null;
	  }
	| { readonly kind: 'faulty'; readonly reason: EnvelopeFault };

/** Bytes of every envelope. */
export const envelopeBytes = 4096;

const paddingStart = 0x80;

/**
 * The envelope's bytes: JSON in ASCII, one byte 0x80, then zeros, 4096 bytes in all (padding as in ISO/IEC 7816-4).
 *
 * The same envelope gives the same bytes. Throws RangeError where it does not fit (some 1,900 one-digit answers do) or the
 * instrument's id holds other characters than ASCII, which no instrument file may.
 */
export function writeEnvelope(envelope: Envelope): Uint8Array<ArrayBuffer> {
	const { instrument, answers, changes } = envelope;
	const text = JSON.stringify({
		version: 1,
		instrument: { id: instrument.id, version: instrument.version },
		answers,
		changes
	});
	if (text.length >= envelopeBytes) throw new RangeError(`an envelope holds no ${text.length} characters`);
	const bytes = new Uint8Array(envelopeBytes);
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code >= paddingStart) throw new RangeError(`an envelope holds ASCII only, not ${instrument.id}`);
		bytes[at] = code;
	}
	bytes[text.length] = paddingStart;
	return bytes;
}

/**
 * Reads an opened envelope and checks it against the questionnaire, since whoever sealed it could write anything.
 *
 * Shape: 4096 bytes as `writeEnvelope` makes them. Returns answers in item order (null = not answered), each one of the
 * format's options or within its range, and changes in scale order, or the first fault. Throws nothing.
 */
export function readEnvelope(bytes: Uint8Array, { instrument }: { readonly instrument: Instrument }): ReadEnvelope {
	const faulty = (reason: EnvelopeFault): ReadEnvelope => ({ kind: 'faulty', reason });
	if (bytes.length !== envelopeBytes) return faulty('wrong-size');
	const end = bytes.findLastIndex((byte) => byte !== 0);
	if (bytes[end] !== paddingStart || bytes.subarray(0, end).some((byte) => byte >= paddingStart))
		return faulty('wrong-padding');
	const json = parseJson(String.fromCharCode(...bytes.subarray(0, end)));
	if (json === undefined) return faulty('no-json');
	if (!isRecord(json) || !isRecord(json.instrument) || !Array.isArray(json.answers)) return faulty('wrong-shape');
	if (json.version !== 1) return faulty('other-version');
	if (json.instrument.id !== instrument.id || json.instrument.version !== instrument.version)
		return faulty('other-instrument');
	const answers: readonly unknown[] = json.answers;
	const { changes } = json;
	if (changes !== null && !(Array.isArray(changes) && changes.every(isChange))) return faulty('wrong-shape');
	if (answers.length !== instrument.items.length) return faulty('wrong-length');
	if (changes !== null && changes.length !== instrument.scales.length) return faulty('wrong-length');
	const read = answers.map((answer, at) => (isAnswer(instrument, at, answer) ? answer : undefined));
	const known = read.filter((answer) => answer !== undefined);
	if (known.length < read.length) return faulty('out-of-range');
	if (known.every((answer) => answer === null)) return faulty('nothing-answered');
	return { kind: 'envelope', answers: known, changes };
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isChange(value: unknown): value is Change {
	return value === null || value === 1 || value === 0 || value === -1;
}

/** The same rule as `checkAnswers` has for answers by name. */
function isAnswer(instrument: Instrument, at: number, value: unknown): value is number | null {
	if (value === null) return true;
	const format = instrument.formats.find((one) => one.id === instrument.items[at]?.format);
	if (typeof value !== 'number' || format === undefined) return false;
	if (format.options !== undefined) return format.options.some((option) => option.value === value);
	return value >= format.minimum && value <= format.maximum && (!format.isWhole || Number.isInteger(value));
}

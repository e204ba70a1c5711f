import type { Instrument, Scale } from '#domain/instrument/instrument.ts';
import { planScale } from './scoring-plan.ts';

/**
 * The largest step of which every possible score of a scale is a multiple, counted from the scale's minimum.
 *
 * In the scale's own unit: 25 for one item with five answers on 0-100, 100 for one yes-or-no. Missing answers count:
 * three items may give a mean of three or of two. Null where an answer need not be a whole number. Throws RangeError
 * for an instrument that `parseInstrument` would have refused.
 */
export function scoreGrain(instrument: Instrument, scale: Scale): number | null {
	const { items, minimum, maximum, fewestAnswers } = planScale(instrument, scale);
	// Every item's steps as a whole part of the range, so that they can be compared exactly.
	let parts = 1;
	for (const { position } of items) {
		const item = instrument.items[position];
		const format = instrument.formats.find((candidate) => candidate.id === item?.format);
		if (format === undefined || !format.isWhole) return null;
		const width = format.maximum - format.minimum;
		const step = (format.options ?? []).reduce((gcd, { value }) => commonStep(gcd, value - format.minimum), width);
		parts = commonMultiple(parts, format.options === undefined ? width : width / step);
	}
	for (let answered = 1, own = parts; answered <= items.length; answered++) {
		if (answered >= fewestAnswers) parts = commonMultiple(parts, own * answered);
	}
	return (maximum - minimum) / parts;
}

function commonStep(a: number, b: number): number {
	return b === 0 ? a : commonStep(b, a % b);
}

function commonMultiple(a: number, b: number): number {
	return (a / commonStep(a, b)) * b;
}

// An instrument's scales, worked out once as positions and factors, so that one person in a browser and
// 150,000 rows in a release are scored by the same arithmetic.
import type { Instrument, Scale } from '#domain/instrument/instrument.ts';

/** How one answer becomes one item score: `height * (answer - anchor) / span`, exact at both ends of the range. */
export type PlannedItem = {
	readonly position: number;
	readonly height: number;
	readonly anchor: number;
	readonly span: number;
};

export type PlannedScale = {
	readonly scale: Scale;
	readonly items: readonly PlannedItem[];
	/** Fewest answers that give a score: half the items, rounded up. */
	readonly fewestAnswers: number;
	/** Range of the score. */
	readonly minimum: number;
	readonly maximum: number;
};

/**
 * Works out how each scale of an instrument is scored, in the instrument's scale order.
 *
 * `points`: each answer becomes 0-100 of its own range; `mean`: it keeps its range. A reversed item is mirrored in
 * its range. The answer scores are then averaged by whoever uses the plan. Throws RangeError for an instrument that
 * `parseInstrument` would have refused (unknown item or format, a scale without items).
 */
export function scoringPlan(instrument: Instrument): readonly PlannedScale[] {
	return instrument.scales.map((scale) => planScale(instrument, scale));
}

export function planScale(instrument: Instrument, scale: Scale): PlannedScale {
	let minimum = 0;
	let maximum = 100;
	const items = scale.items.map((id): PlannedItem => {
		const position = instrument.items.findIndex((candidate) => candidate.id === id);
		const item = instrument.items[position];
		const format = instrument.formats.find((candidate) => candidate.id === item?.format);
		if (item === undefined || format === undefined)
			throw new RangeError(`scale ${scale.id}: no item or format for ${id}`);
		if (scale.metric === 'mean') {
			({ minimum, maximum } = format);
			if (!item.isReversed) return { position, height: 1, anchor: 0, span: 1 };
			return { position, height: 1, anchor: minimum + maximum, span: -1 };
		}
		const width = format.maximum - format.minimum;
		if (!item.isReversed) return { position, height: 100, anchor: format.minimum, span: width };
		return { position, height: 100, anchor: format.maximum, span: -width };
	});
	if (items.length === 0) throw new RangeError(`scale ${scale.id} has no items`);
	return { scale, items, fewestAnswers: Math.ceil(items.length / 2), minimum, maximum };
}

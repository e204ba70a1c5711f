// Whether two versions of a questionnaire measure the same, so that one leader's scores may be compared over time.
import type { Instrument, Scale } from './instrument.ts';

/**
 * True where every scale of `instrument` is measured the same way by `earlier`: the same questionnaire or one taken from it,
 * the same items in each scale, answered in the same range, turned and scored alike. Names, wordings and pages may differ.
 * Throws nothing.
 */
export function hasSameScales(instrument: Instrument, earlier: Instrument): boolean {
	return sharedScales(instrument, earlier).length === instrument.scales.length;
}

/**
 * Ids of the scales of `instrument` that `earlier` measures the same way, in the order of `instrument`: for a short
 * questionnaire and the long one it was taken from, those that both have. Empty for questionnaires of different families.
 */
export function sharedScales(instrument: Instrument, earlier: Instrument): readonly string[] {
	if (familyOf(instrument) !== familyOf(earlier)) return [];
	const known = new Set(earlier.scales.map((scale) => measureOf(earlier, scale)));
	return instrument.scales.filter((scale) => known.has(measureOf(instrument, scale))).map((scale) => scale.id);
}

function familyOf({ id, parent }: Instrument): string {
	return parent?.id ?? id;
}

function measureOf(instrument: Instrument, scale: Scale): string {
	const items = scale.items.map((id) => {
		const item = instrument.items.find((one) => one.id === id);
		const format = instrument.formats.find((one) => one.id === item?.format);
		return [id, item?.isReversed, format?.minimum, format?.maximum, format?.isWhole];
	});
	return JSON.stringify([scale.id, scale.direction, scale.metric, items]);
}

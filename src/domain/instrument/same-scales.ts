// Whether two versions of a questionnaire measure the same, so that one leader's scores may be compared over time.
import type { Instrument, Scale } from './instrument.ts';

/**
 * True where every scale of `instrument` is measured the same way by `earlier`: the same questionnaire, the same items in
 * each scale, answered in the same range, turned and scored alike. Names, wordings and pages may differ. Throws nothing.
 */
export function hasSameScales(instrument: Instrument, earlier: Instrument): boolean {
	if (instrument.id !== earlier.id) return false;
	const known = new Set(earlier.scales.map((scale) => measureOf(earlier, scale)));
	return instrument.scales.every((scale) => known.has(measureOf(instrument, scale)));
}

function measureOf(instrument: Instrument, scale: Scale): string {
	const items = scale.items.map((id) => {
		const item = instrument.items.find((one) => one.id === id);
		const format = instrument.formats.find((one) => one.id === item?.format);
		return [id, item?.isReversed, format?.minimum, format?.maximum, format?.isWhole];
	});
	return JSON.stringify([scale.id, scale.direction, scale.metric, items]);
}

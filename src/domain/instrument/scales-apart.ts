// Scales that may be published side by side: a total and its parts are one equation, and a part that was hidden would follow.
import type { Instrument } from './instrument.ts';

/**
 * Places of scales no two of which share an item: shorter ones first, and of those of one length the earlier. So parts stay
 * and totals go. In the order of the instrument. Throws nothing.
 */
export function scalesApart(instrument: Pick<Instrument, 'scales'>): number[] {
	const taken = new Set<string>();
	const places = instrument.scales
		.map((scale, place) => ({ place, items: scale.items }))
		.sort((one, other) => one.items.length - other.items.length || one.place - other.place);
	return places
		.filter(({ items }) => {
			if (items.some((item) => taken.has(item))) return false;
			for (const item of items) taken.add(item);
			return true;
		})
		.map(({ place }) => place)
		.sort((one, other) => one - other);
}

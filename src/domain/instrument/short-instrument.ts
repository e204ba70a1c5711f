// A light round asks again about the factors that plans aim at, with the same questions, so that scores can be compared.
import type { Localised } from '#domain/language/localised.ts';
import type { Instrument, Scale } from './instrument.ts';

/** As many questions as a leader answers in two minutes. */
export const fewestShortItems = 8;
export const mostShortItems = 12;

export type ShortInstrument =
	| { readonly kind: 'instrument'; readonly instrument: Instrument }
	/** No scale measures any of the factors. */
	| { readonly kind: 'nothing-to-ask' }
	| { readonly kind: 'too-long'; readonly items: number };

/**
 * Takes the scales of some factors out of a questionnaire, with all their items, answers and pages.
 *
 * Scales of outcomes are added in the order of the questionnaire: one where it fits, more until there are at least 8
 * questions. The whole is at most 12 questions; scales that need more are too long. The id is made from the parent's and the
 * places of the scales, the version is the parent's: the same choice gives the same questionnaire. `name` is what leaders
 * see. Factors that no scale measures are passed over. Throws nothing.
 */
export function shortInstrument(input: {
	readonly parent: Instrument;
	readonly factors: ReadonlySet<string>;
	readonly name: Localised;
}): ShortInstrument {
	const { parent, factors, name } = input;
	const chosen = parent.scales.filter((scale) => scale.factor !== null && factors.has(scale.factor));
	if (chosen.length === 0) return { kind: 'nothing-to-ask' };
	const needed = itemsOf(chosen).size;
	if (needed > mostShortItems) return { kind: 'too-long', items: needed };
	const withOutcomes = addOutcomes(chosen, parent.scales);
	const scales = parent.scales.filter((scale) => withOutcomes.includes(scale));
	const items = itemsOf(scales);
	const formats = new Set(parent.items.filter((item) => items.has(item.id)).map((item) => item.format));
	const places = scales.map((scale) => parent.scales.indexOf(scale) + 1);
	const family = parent.parent ?? { id: parent.id, version: parent.version };
	return {
		kind: 'instrument',
		instrument: {
			...parent,
			id: `${family.id}-short-${places.join('-')}`,
			parent: family,
			name,
			formats: parent.formats.filter((format) => formats.has(format.id)),
			items: parent.items.filter((item) => items.has(item.id)),
			scales,
			pages: parent.pages
				.map((page) => ({ ...page, items: page.items.filter((item) => items.has(item)) }))
				.filter((page) => page.items.length > 0)
		}
	};
}

function addOutcomes(chosen: readonly Scale[], all: readonly Scale[]): readonly Scale[] {
	let scales = chosen;
	for (const scale of all) {
		if (scale.outcome === null || scales.includes(scale)) continue;
		const hasOutcome = scales.some((one) => one.outcome !== null);
		if (hasOutcome && itemsOf(scales).size >= fewestShortItems) break;
		if (itemsOf([...scales, scale]).size <= mostShortItems) scales = [...scales, scale];
	}
	return scales;
}

function itemsOf(scales: readonly Scale[]): ReadonlySet<string> {
	return new Set(scales.flatMap((scale) => scale.items));
}

// What the choices of a filter are called, and in which order they stand.
import type { Certainty, Level, StudyDesign } from '#domain/evidence/evidence.ts';
import type { Language } from '#domain/language/localised.ts';
import type { FacetName, FilterChoice } from '#server/use-cases/evidence/search-library.ts';
import { textsFor } from '#texts/texts.ts';

export const facetNames: readonly FacetName[] = ['factor', 'level', 'certainty', 'design', 'country'];

export type FilterOption = { readonly value: string; readonly name: string; readonly count: number };

export function filterOptions(
	language: Language,
	facet: FacetName,
	choices: readonly FilterChoice[]
): readonly FilterOption[] {
	const options = choices.map(({ value, name, count }) => ({
		value,
		name: capital(name?.[language] ?? wordFor(language, facet, value)),
		count
	}));
	if (facet === 'country') return options.toSorted((one, other) => compareIn(language)(one.name, other.name));
	if (facet !== 'design') return options;
	// The texts have those first that can show most.
	const order = Object.keys(textsFor(language).knowledge.designs);
	return options.toSorted((one, other) => order.indexOf(one.value) - order.indexOf(other.value));
}

function wordFor(language: Language, facet: FacetName, value: string): string {
	const { knowledge, certaintyWords, ui } = textsFor(language);
	switch (facet) {
		case 'level':
			return ui.evidence.level[value as Level];
		case 'certainty':
			return certaintyWords.levels[value as Certainty].name;
		case 'design':
			return knowledge.designs[value as StudyDesign].name;
		case 'factor':
		case 'country':
			return value;
	}
}

function compareIn(language: Language): (one: string, other: string) => number {
	return new Intl.Collator(language).compare;
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

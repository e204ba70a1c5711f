// Somebody looks for something in the library: words in Danish or English, and filters. What passes which filter is said
// in src/server/search/facets.ts.
import type { Certainty, EvidenceBase, Level } from '#domain/evidence/evidence.ts';
import type { Language, Localised } from '#domain/language/localised.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { countryName, documentKinds, type DocumentKind, type SearchDocument } from '#server/search/documents.ts';
import type { FacetName } from '#server/search/facets.ts';
import { findDocuments, type Found } from '#server/search/find-documents.ts';
import { createMarker, type Marker, type Piece } from '#server/search/mark-words.ts';
import { searchIndexOf, type SearchIndex } from '#server/search/search-index.ts';
import { understandWords, type UnderstoodWord } from '#server/search/understand-words.ts';
import { filterNames, type Filters } from '#server/search/value-bits.ts';
import { describeStudy } from './describe-finding.ts';
import type { StudyLine } from './describe-finding.ts';
import { forbidden, isAllowed, type Forbidden } from './permissions.ts';

export type { DocumentKind, FacetName, Filters, Piece };

export type SearchHit = {
	readonly kind: DocumentKind;
	readonly id: string;
	/** Name, claim or title; empty for a study without a known title. */
	readonly title: readonly Piece[];
	/** The passage that says most of what was looked for; empty where there is none. */
	readonly excerpt: readonly Piece[];
	readonly level: Level | null;
	readonly certainty: Certainty | null;
	readonly study: StudyLine | null;
};

/** One choice of a filter, with how many hits there would be. `name` is null where the texts have the words for it. */
export type FilterChoice = { readonly value: string; readonly name: Localised | null; readonly count: number };

export type SearchOutcome =
	| {
			readonly kind: 'hits';
			/** As it was read: tidied and cut. */
			readonly question: string;
			/** Those of the filters that exist. */
			readonly filters: Filters;
			readonly hits: readonly SearchHit[];
			readonly total: number;
			/** From 1. */
			readonly page: number;
			readonly pages: number;
			/** Hits by kind, whatever kind is chosen. */
			readonly kinds: readonly { readonly kind: DocumentKind; readonly count: number }[];
			readonly choices: Readonly<Record<FacetName, readonly FilterChoice[]>>;
			/** How words were read that were not found as typed. */
			readonly corrected: readonly { readonly typed: string; readonly readAs: readonly string[] }[];
			/** False where nothing that was typed can be looked for, such as signs or the commonest words. */
			readonly hasWords: boolean;
			/** True where nothing has all the words, and the hits have most of them. */
			readonly isPartial: boolean;
			/** Hits if no filter were set. */
			readonly unfiltered: number;
			/** The studies behind the hits, for whoever wants their references. */
			readonly studies: SelectedStudies;
	  }
	| Forbidden;

/** `isCut`: there are more than those given. */
export type SelectedStudies = { readonly ids: readonly string[]; readonly isCut: boolean };

export type SearchInput = {
	readonly question: string;
	/** Of the reader; words are looked up in both. */
	readonly language: Language;
	/** As they came: a value that does not exist is left out. */
	readonly filters: Readonly<Record<string, string | null>>;
	readonly page: number;
};

const hitsOnPage = 20;
const mostLetters = 200;
/** Their ids fit into an address. */
const mostStudies = 200;

export function searchLibrary(
	{ evidence }: Pick<Context, 'evidence'>,
	actor: Actor,
	input: SearchInput
): SearchOutcome {
	if (!isAllowed('search-library', actor)) return forbidden;
	const { language } = input;
	const index = searchIndexOf(evidence);
	const question = input.question.replace(/\s+/g, ' ').trim().slice(0, mostLetters);
	const words = understandWords(index.dictionaries, question, language);
	const filters = existing(index, input.filters);
	const found = findDocuments(index, words, filters);
	const total = found.places.length;
	const pages = Math.max(1, Math.ceil(total / hitsOnPage));
	const page = Number.isInteger(input.page) ? Math.min(Math.max(1, input.page), pages) : 1;
	const marker = createMarker(index.dictionaries, words, language);
	const shown = found.places.subarray((page - 1) * hitsOnPage, page * hitsOnPage);
	return {
		kind: 'hits',
		question,
		filters,
		hits: documentsAt(index, shown).map((document) => describeHit(document, { marker, language, evidence })),
		total,
		page,
		pages,
		kinds: documentKinds.map((kind, place) => ({ kind, count: found.counts.kind[place] ?? 0 })),
		choices: choicesOf(index, { counts: found.counts, filters }, evidence),
		corrected: corrections(words),
		hasWords: words.length > 0,
		isPartial: found.wordsFound < words.length,
		unfiltered: found.unfiltered,
		studies: selectStudies(index, found.places, filters)
	};
}

/** Filters as they came from an address, without those that the index does not have. */
function existing({ bits }: SearchIndex, filters: SearchInput['filters']): Filters {
	return Object.fromEntries(
		filterNames.flatMap((name) => {
			const value = filters[name] ?? null;
			return value !== null && bits.values[name].includes(value) ? [[name, value]] : [];
		})
	);
}

function documentsAt({ documents }: SearchIndex, places: Int32Array): readonly SearchDocument[] {
	return Array.from(places).flatMap((place) => documents[place] ?? []);
}

function describeHit(
	{ kind, id, title, passages, level, certainty, study }: SearchDocument,
	{
		marker,
		language,
		evidence
	}: { readonly marker: Marker; readonly language: Language; readonly evidence: EvidenceBase }
): SearchHit {
	const telling = passages
		.map((passage) => ({ text: passage[language], matches: marker.countMatches(passage[language]) }))
		.reduce<{ readonly text: string; readonly matches: number } | null>(
			(best, one) => (best === null || one.matches > best.matches ? one : best),
			null
		);
	return {
		kind,
		id,
		title: study !== null && study.title === null ? [] : marker.mark(title[language]),
		excerpt: telling === null ? [] : marker.excerpt(telling.text),
		level,
		certainty,
		study: study === null ? null : describeStudy(study, evidence)
	};
}

/** Choices that lead somewhere, and the one that is chosen. */
function choicesOf(
	{ bits }: SearchIndex,
	{ counts, filters }: { readonly counts: Found['counts']; readonly filters: Filters },
	{ factors }: EvidenceBase
): Readonly<Record<FacetName, readonly FilterChoice[]>> {
	const nameOf = (facet: FacetName, value: string): Localised | null => {
		if (facet === 'country') return countryName(value);
		return facet === 'factor' ? (factors.find(({ id }) => id === value)?.name ?? null) : null;
	};
	const choices = (facet: FacetName): readonly FilterChoice[] =>
		bits.values[facet].flatMap((value, place) => {
			const count = counts[facet][place] ?? 0;
			return count > 0 || filters[facet] === value ? [{ value, name: nameOf(facet, value), count }] : [];
		});
	return {
		level: choices('level'),
		factor: choices('factor'),
		design: choices('design'),
		country: choices('country'),
		certainty: choices('certainty')
	};
}

/** Each word once: a compound that was parted is read as its parts. */
function corrections(
	words: readonly UnderstoodWord[]
): readonly { readonly typed: string; readonly readAs: readonly string[] }[] {
	const readings = new Map<string, readonly string[]>();
	for (const { typed, readAs } of words) {
		if (readAs.length > 0) readings.set(typed, [...(readings.get(typed) ?? []), ...readAs]);
	}
	return [...readings].map(([typed, readAs]) => ({ typed, readAs }));
}

/** Studies behind the hits, those of the best hit first, that pass the filters on studies themselves. */
function selectStudies(
	{ documents, studies }: SearchIndex,
	places: Int32Array,
	{ design, country }: Filters
): SelectedStudies {
	const passes = (id: string): boolean => {
		const study = studies.get(id);
		if (study === undefined) return false;
		return (
			(design === undefined || study.design === design) && (country === undefined || study.countries.includes(country))
		);
	};
	const ids = new Set<string>();
	for (const place of places) {
		for (const id of documents[place]?.studies ?? []) {
			if (ids.has(id) || !passes(id)) continue;
			if (ids.size === mostStudies) return { ids: [...ids], isCut: true };
			ids.add(id);
		}
	}
	return { ids: [...ids], isCut: false };
}

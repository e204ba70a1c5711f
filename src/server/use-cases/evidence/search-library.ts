// Somebody looks for something in the library: words in Danish or English, and filters. What passes which filter is said
// in src/server/search/facets.ts.
import type { Certainty, EvidenceBase, Level } from '#domain/evidence/evidence.ts';
import type { Language, Localised } from '#domain/language/localised.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import {
	countryName,
	documentKinds,
	type DocumentKind,
	type Field,
	type SearchDocument
} from '#server/search/documents.ts';
import type { FacetName } from '#server/search/facets.ts';
import { findDocuments, type Found } from '#server/search/find-documents.ts';
import { createMarker, type Marker, type Piece } from '#server/search/mark-words.ts';
import { searchIndexOf, type SearchIndex } from '#server/search/search-index.ts';
import { understandWords, type UnderstoodWord } from '#server/search/understand-words.ts';
import { filterNames, type Filters } from '#server/search/value-bits.ts';
import { languages } from '#server/search/words.ts';
import { describeStudy } from './describe-finding.ts';
import type { StudyLine } from './describe-finding.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type { DocumentKind, FacetName, Filters, Piece };

export type SearchHit = {
	readonly kind: DocumentKind;
	readonly id: string;
	/** Name, claim or title; empty for a study without a known title. */
	readonly title: readonly Piece[];
	/** The passage that says most of what was looked for; empty where there is none. */
	readonly excerpt: readonly Piece[];
	/** Where the words stand if neither title nor excerpt has them. */
	readonly foundIn: FoundIn | null;
	/** A claim that no counted work shows. */
	readonly isOnlySaid: boolean;
	readonly level: Level | null;
	readonly certainty: Certainty | null;
	readonly study: StudyLine | null;
};

/**
 * `text`: something that the record says, such as a country or the text in the other language; for other words for what
 * it is about, the name of that. `other-words`: those words for the record itself.
 */
export type FoundIn = {
	readonly kind: 'text' | 'other-words';
	readonly language: Language;
	readonly pieces: readonly Piece[];
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
			/** At most; the last page has fewer. */
			readonly hitsOnPage: number;
			/** Hits by kind, whatever kind is chosen. */
			readonly kinds: readonly { readonly kind: DocumentKind; readonly count: number }[];
			readonly choices: Readonly<Record<FacetName, readonly FilterChoice[]>>;
			/** How words were read that were not found as typed. */
			readonly corrected: readonly Correction[];
			/** Words that the library does not have, and nothing near them either. */
			readonly notUnderstood: readonly string[];
			/** False where nothing that was typed can be looked for, such as signs or the commonest words. */
			readonly hasWords: boolean;
			/** True where nothing has all the words that are understood, and the hits have most of them. */
			readonly isPartial: boolean;
			/** Hits if no filter were set. */
			readonly unfiltered: number;
			/** The studies behind the hits, for whoever wants their references. */
			readonly studies: SelectedStudies;
	  }
	| Forbidden;

/** A misspelt word was read as any of these; a compound was parted, and all of its parts were looked for. */
export type Correction = {
	readonly typed: string;
	readonly reading: 'misspelt' | 'parted';
	readonly readAs: readonly string[];
};

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
	const markers = [language, ...languages.filter((other) => other !== language)].map((own) => ({
		language: own,
		marker: createMarker(index.dictionaries, words, own)
	}));
	const shown = found.places.subarray((page - 1) * hitsOnPage, page * hitsOnPage);
	return {
		kind: 'hits',
		question,
		filters,
		hits: documentsAt(index, shown).map((document) => describeHit(document, markers, evidence)),
		total,
		page,
		pages,
		hitsOnPage,
		kinds: documentKinds.map((kind, place) => ({ kind, count: found.counts.kind[place] ?? 0 })),
		choices: choicesOf(index, { counts: found.counts, filters }, evidence),
		corrected: corrections(words),
		notUnderstood: words.flatMap(({ reading, typed }) => (reading === 'not-understood' ? [typed] : [])),
		hasWords: words.length > 0,
		isPartial: found.wordsFound < words.filter(({ meanings }) => meanings.length > 0).length,
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

type MarkerIn = { readonly language: Language; readonly marker: Marker };

/** `markers`: that of the reader's language first. */
function describeHit(document: SearchDocument, markers: readonly MarkerIn[], evidence: EvidenceBase): SearchHit {
	const { kind, id, level, certainty, study } = document;
	const [own] = markers;
	if (own === undefined) throw new RangeError('there is no language to mark in');
	const title = study !== null && study.title === null ? [] : own.marker.mark(document.title[own.language]);
	const telling = mostTelling(own, document.passages);
	const excerpt = telling === null ? [] : own.marker.excerpt(telling.text);
	const isSeen = [...title, ...excerpt].some((piece) => piece.isMatch);
	return {
		kind,
		id,
		title,
		excerpt,
		foundIn: isSeen ? null : whereFound(document, markers),
		isOnlySaid: kind === 'finding' && !document.isShown,
		level,
		certainty,
		study: study === null ? null : describeStudy(study, evidence)
	};
}

function whereFound({ title, fields }: SearchDocument, markers: readonly MarkerIn[]): FoundIn | null {
	for (const one of markers) {
		const at = mostTelling(
			one,
			fields.map(({ text }) => text)
		);
		const field = at === null || at.matches === 0 ? undefined : fields[at.place];
		if (field !== undefined) return describePlace(field, title, one);
	}
	return null;
}

function describePlace({ text, wordsFor }: Field, title: Localised, { language, marker }: MarkerIn): FoundIn {
	if (wordsFor === undefined) return { kind: 'text', language, pieces: marker.excerpt(text[language]) };
	if (wordsFor !== title) return { kind: 'text', language, pieces: [{ text: wordsFor[language], isMatch: true }] };
	const words = text[language].split(', ').filter((word) => marker.countMatches(word) > 0);
	return { kind: 'other-words', language, pieces: marker.mark(words.join(', ')) };
}

/** The first of those that have most of the words; null where there is no text. */
function mostTelling(
	{ language, marker }: MarkerIn,
	texts: readonly Localised[]
): { readonly place: number; readonly text: string; readonly matches: number } | null {
	return texts
		.map((text, place) => ({ place, text: text[language], matches: marker.countMatches(text[language]) }))
		.reduce<{ readonly place: number; readonly text: string; readonly matches: number } | null>(
			(best, one) => (best === null || one.matches > best.matches ? one : best),
			null
		);
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
function corrections(words: readonly UnderstoodWord[]): readonly Correction[] {
	const corrected = new Map<string, Correction>();
	for (const { typed, reading, readAs } of words) {
		if (reading !== 'misspelt' && reading !== 'parted') continue;
		corrected.set(typed, { typed, reading, readAs: [...(corrected.get(typed)?.readAs ?? []), ...readAs] });
	}
	return [...corrected.values()];
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

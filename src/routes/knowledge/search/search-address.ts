// The address of a search: what a link changes, and what it keeps.
import type { DocumentKind, Filters } from '#server/use-cases/evidence/search-library.ts';

export type Search = { readonly question: string; readonly filters: Filters };

/** The first page, where no other is asked for. */
export function searchHref({ question, filters }: Search, page = 1): string {
	const said = Object.entries({ q: question, ...filters, page: page === 1 ? '' : `${page}` });
	const query = new URLSearchParams(said.filter(([, value]) => value !== ''));
	return query.size === 0 ? '/knowledge/search' : `/knowledge/search?${query.toString()}`;
}

/** The same search with one filter set, or without it. */
export function withFilter({ question, filters }: Search, name: keyof Filters, value: string | null): Search {
	const others = Object.entries(filters).filter(([other]) => other !== name);
	return { question, filters: Object.fromEntries(value === null ? others : [...others, [name, value]]) };
}

const rooms: Readonly<Record<DocumentKind, string>> = {
	factor: 'factors',
	outcome: 'outcomes',
	intervention: 'interventions',
	finding: 'findings',
	study: 'studies'
};

/** The record's own page. */
export function recordHref({ kind, id }: { readonly kind: DocumentKind; readonly id: string }): string {
	return `/${rooms[kind]}/${id}`;
}

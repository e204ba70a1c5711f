// The search and what one would use instead, behind one door: a question in, the ids of the first twenty and the number
// of all out.
import { PGlite } from '@electric-sql/pglite';
import MiniSearch, { type Options, type SearchOptions } from 'minisearch';
import type { EvidenceBase } from '#domain/evidence/evidence.ts';
import { documentsOf } from '#server/search/documents.ts';
import { searchIndexOf } from '#server/search/search-index.ts';
import { stemOf } from '#server/search/words.ts';
import { searchLibrary, type Filters } from '#server/use-cases/evidence/search-library.ts';

export type Answer = { readonly ids: readonly string[]; readonly total: number };

/** Only ours looks at the filters, counts every other choice and marks the words; the others are spared that. */
export type Engine = (question: string, filters: Filters) => Answer | Promise<Answer>;

export const engineNames = [
	'own',
	'minisearch',
	'minisearch-tolerant',
	'minisearch-stemmed',
	'scan',
	'postgres'
] as const;
export type EngineName = (typeof engineNames)[number];

type PlainDocument = { readonly id: string; readonly title: string; readonly text: string };

const most = 20;

export const makers: Readonly<Record<EngineName, (base: EvidenceBase) => Engine | Promise<Engine>>> = {
	own: ownSearch,
	minisearch: (base) => miniSearch(base, {}),
	'minisearch-tolerant': (base) => miniSearch(base, { searchOptions: tolerance }),
	'minisearch-stemmed': (base) => miniSearch(base, { searchOptions: tolerance, processTerm: stemsOf }),
	scan: scan,
	postgres: postgres
};

function ownSearch(evidence: EvidenceBase): Engine {
	searchIndexOf(evidence);
	return (question, filters) => {
		const outcome = searchLibrary({ evidence }, { kind: 'visitor' }, { question, language: 'da', filters, page: 1 });
		if (outcome.kind !== 'hits') throw new Error(`the search answered ${outcome.kind}`);
		return { ids: outcome.hits.map(({ kind, id }) => `${kind} ${id}`), total: outcome.total };
	};
}

const tolerance: SearchOptions = { prefix: true, fuzzy: 0.2 };

function miniSearch(
	base: EvidenceBase,
	{ searchOptions, ...settings }: Partial<Options<PlainDocument>> & { readonly searchOptions?: SearchOptions }
): Engine {
	const index = new MiniSearch<PlainDocument>({
		fields: ['title', 'text'],
		searchOptions: { combineWith: 'AND', boost: { title: 4 }, ...searchOptions },
		...settings
	});
	index.addAll(plainDocuments(base));
	return (question) => {
		const found = index.search(question);
		return { ids: found.slice(0, most).map(({ id }) => String(id)), total: found.length };
	};
}

/** In both languages, folded: what MiniSearch can be taught of our search by a setting. */
function stemsOf(term: string): string[] {
	const word = term.toLowerCase();
	return [...new Set([stemOf('da', word), stemOf('en', word)])];
}

/** Every word somewhere in the record; the more often, the earlier. */
function scan(base: EvidenceBase): Engine {
	const documents = plainDocuments(base).map(({ id, title, text }) => ({ id, text: `${title} ${text}`.toLowerCase() }));
	return (question) => {
		const words = question.toLowerCase().split(/\s+/);
		const found = documents.flatMap(({ id, text }) => {
			const times = words.map((word) => text.split(word).length - 1);
			return times.includes(0) ? [] : [{ id, times: times.reduce((sum, one) => sum + one, 0) }];
		});
		found.sort((one, other) => other.times - one.times);
		return { ids: found.slice(0, most).map(({ id }) => id), total: found.length };
	};
}

/** The database that is there anyway, with its Danish and its English dictionary. */
async function postgres(base: EvidenceBase): Promise<Engine> {
	const database = new PGlite();
	await database.exec(`
		create table documents (
			id text primary key,
			words tsvector not null
		)`);
	const documents = plainDocuments(base);
	for (let first = 0; first < documents.length; first += 1000) {
		await database.query(
			`insert into documents
			select document->>'id',
				setweight(to_tsvector('danish', document->>'title') || to_tsvector('english', document->>'title'), 'A') ||
				to_tsvector('danish', document->>'text') || to_tsvector('english', document->>'text')
			from jsonb_array_elements($1::jsonb) as document`,
			[JSON.stringify(documents.slice(first, first + 1000))]
		);
	}
	await database.exec('create index on documents using gin (words); analyze documents');
	return async (question) => {
		const { rows } = await database.query<{ id: string; total: number }>(
			`select id, count(*) over ()::int as total
			from documents, (select websearch_to_tsquery('danish', $1) || websearch_to_tsquery('english', $1) as query)
			where words @@ query
			order by ts_rank(words, query) desc, id
			limit ${most}`,
			[question]
		);
		return { ids: rows.map(({ id }) => id), total: rows[0]?.total ?? 0 };
	};
}

function plainDocuments(base: EvidenceBase): readonly PlainDocument[] {
	return documentsOf(base).map(({ kind, id, title, fields }) => ({
		id: `${kind} ${id}`,
		title: `${title.da} ${title.en}`,
		text: fields.map(({ text }) => (text.da === text.en ? text.da : `${text.da} ${text.en}`)).join(' ')
	}));
}

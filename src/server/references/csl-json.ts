// A work as reference managers read it: CSL-JSON, https://docs.citationstyles.org/en/stable/specification.html
import type { Study } from '#domain/evidence/evidence.ts';
import type { Language } from '#domain/language/localised.ts';
import { textsFor } from '#texts/texts.ts';

export type CslName = { readonly family: string; readonly given?: string; readonly suffix?: string };

export type CslJson = {
	readonly id: string;
	readonly type: 'article-journal' | 'report' | 'book' | 'chapter' | 'thesis' | 'document';
	readonly author: readonly CslName[];
	readonly issued: { readonly 'date-parts': readonly [readonly [number]] };
	readonly title?: string;
	readonly 'container-title'?: string;
	readonly volume?: string;
	readonly issue?: string;
	readonly page?: string;
	readonly publisher?: string;
	readonly DOI?: string;
	readonly URL?: string;
	/** Stands only where the record was not looked up, and says so. */
	readonly note?: string;
};

/**
 * Fields that are not known are left out, never guessed. A DOI and an address stand only where the record was looked
 * up. The year of a work that was not found is the one under which the overview cites it.
 */
export function toCslJson(study: Study, language: Language = 'en'): CslJson {
	const isVerified = study.status === 'verified';
	const optional = {
		title: study.title,
		'container-title': study.journal,
		volume: study.volume,
		issue: study.issue,
		page: study.pages,
		publisher: study.publisher,
		DOI: isVerified ? study.doi : null,
		URL: isVerified ? study.url : null,
		note: study.status === 'verified' ? null : textsFor(language).references.notes[study.status]
	};
	return {
		id: study.id,
		type: study.publicationType ?? 'document',
		author: study.authors.map(nameOf),
		issued: { 'date-parts': [[study.year ?? study.citedYear]] },
		...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== null))
	};
}

/** Records write a generation behind the given names ("Gunnar, Jr"); in CSL it is a part of its own. */
function nameOf({ family, given }: Study['authors'][number]): CslName {
	if (given === null) return { family };
	const parts = /^(.+), ((?:Jr|Sr)\.?|II|III|IV)$/.exec(given);
	return parts?.[1] === undefined || parts[2] === undefined
		? { family, given }
		: { family, given: parts[1], suffix: parts[2] };
}

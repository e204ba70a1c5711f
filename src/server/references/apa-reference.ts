// A work in a reference list, in the APA style (7th edition), as the CSL processor citeproc sets it.
import { setImmediate } from 'node:timers/promises';
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import type { Study } from '#domain/evidence/evidence.ts';
import type { Language } from '#domain/language/localised.ts';
import { textsFor } from '#texts/texts.ts';
import { toCslJson } from './csl-json.ts';
import { readParts, type ReferencePart } from './reference-parts.ts';

export type ApaReference = {
	readonly text: string;
	/** Safe to show as it is: everything from the record is escaped. */
	readonly html: string;
	/** The same for pages that build their own elements. */
	readonly parts: readonly ReferencePart[];
	readonly isVerified: boolean;
};

/** The processor takes milliseconds a work: what it once said is kept, by the words of the record. */
const kept = new Map<string, ApaReference>();
const mostKept = 10_000;
/** In letters: what is odd and long is set again when it is asked for. */
const longestKept = 4000;

/** "Wong, C. A., & Laschinger, H. K. S. (2015). …", as much of it as is known. */
export function apaReference(study: Study, language: Language): ApaReference {
	const { note, ...item } = toCslJson(study, language);
	// The style sets the kind of work in brackets where there is no title.
	const shown = study.title === null ? { ...item, genre: textsFor(language).references.workNotFound } : item;
	const key = JSON.stringify([note === undefined, shown]);
	const before = kept.get(key);
	if (before !== undefined) return before;
	const reference = { ...readParts(setInStyle(shown), addressOf(item)), isVerified: note === undefined };
	if (key.length > longestKept) return reference;
	if (kept.size >= mostKept) kept.clear();
	kept.set(key, reference);
	return reference;
}

/** Sets the references of a base one by one while nothing else is done, so that no reader waits for the first page. */
export async function warmReferences(studies: readonly Study[]): Promise<void> {
	for (const study of studies) {
		apaReference(study, 'da');
		await setImmediate();
	}
}

/** In a sentence: "Shirey, 2010", "Wong & Laschinger, 2015", "Labrague m.fl., 2018". */
export function apaInText(study: Pick<Study, 'authors' | 'year' | 'citedYear'>, language: Language): string {
	const { and, andOthers } = textsFor(language).references;
	const [first = '', second] = study.authors.map((author) => author.family);
	const year = study.year ?? study.citedYear;
	if (study.authors.length > 2) return `${first} ${andOthers}, ${year}`;
	return `${second === undefined ? first : `${first} ${and} ${second}`}, ${year}`;
}

function setInStyle(item: Readonly<Record<string, unknown>>): string {
	// The package brings no Danish locale: docs/decisions/0015-references.md says what that means.
	return plugins.output.format('bibliography', [item], {
		template: 'apa',
		lang: 'en-US',
		format: 'html',
		nosort: true
	});
}

function addressOf(item: { readonly DOI?: string; readonly URL?: string }): string | null {
	return item.DOI === undefined ? (item.URL ?? null) : `https://doi.org/${item.DOI}`;
}

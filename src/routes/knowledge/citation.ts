// How a work is named: short in a sentence, in full in a reference. What is not known is left out, never guessed.
import type { FactorId, LineRange, Study } from '#domain/evidence/evidence.ts';
import type { Language } from '#domain/language/localised.ts';
import type { StudyLine } from '#server/use-cases/evidence/describe-finding.ts';
import type { ReferenceFormat } from '#server/use-cases/evidence/export-references.ts';
import { formatList } from '#texts/format.ts';
import { textsFor } from '#texts/texts.ts';

/** "Shirey (2010)", "Wong og Laschinger (2015)", "Labrague m.fl. (2018)". */
export function shortName(language: Language, study: Pick<StudyLine, 'authors' | 'year'>): string {
	const [first = '', second, third] = study.authors;
	if (third !== undefined) return `${first} ${textsFor(language).knowledge.andOthers} (${study.year})`;
	return `${second === undefined ? first : formatList(language, [first, second])} (${study.year})`;
}

/** Authors with all that is known of their names: "Carol A. Wong og Heather K. Spence Laschinger". */
export function fullNames(language: Language, study: Pick<Study, 'authors'>): string {
	return formatList(
		language,
		study.authors.map(({ family, given }) => (given === null ? family : `${given} ${family}`))
	);
}

/** For a screen reader: titles are English, but for those with letters that English lacks, which are left to the page. */
export function titleLanguage(title: string | null): 'en' | undefined {
	return title === null || /[^\p{ASCII}‘’“”–—]/u.test(title) ? undefined : 'en';
}

/** Page numbers as they are printed. */
export function withDash(pages: string): string {
	return pages.replace(/(\d)-(\d)/g, '$1–$2');
}

/** Where the original can be opened: by DOI or address, and only where the record was looked up. */
export function originalOf(study: Pick<Study, 'status' | 'doi' | 'url'>): string | null {
	if (study.status !== 'verified') return null;
	return study.doi === null ? study.url : `https://doi.org/${study.doi}`;
}

/** Lines of the overview, with ranges that meet or overlap drawn together: "375–376, 421". */
export function lineRanges(lines: readonly LineRange[]): string {
	return joined(lines)
		.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`))
		.join(', ');
}

/** A finding's own page: the address that others may cite. */
export function findingHref(finding: { readonly id: string }): string {
	return `/findings/${finding.id}`;
}

export function factorHref(factor: FactorId): string {
	return `/factors/${factor}`;
}

export function outcomeHref(outcome: { readonly id: string }): string {
	return `/outcomes/${outcome.id}`;
}

/** Where works are downloaded as a file for reference managers, or as a reference list. */
export function exportHref(format: ReferenceFormat, studies: readonly { readonly id: string }[]): string {
	const query = new URLSearchParams([...studies.map(({ id }) => ['study', id]), ['format', format]]);
	return `/knowledge/export?${query.toString()}`;
}

function joined(lines: readonly LineRange[]): readonly LineRange[] {
	const ranges: [number, number][] = [];
	for (const [first, last] of lines.toSorted((left, right) => left[0] - right[0])) {
		const current = ranges.at(-1);
		if (current !== undefined && first <= current[1] + 1) current[1] = Math.max(current[1], last);
		else ranges.push([first, last]);
	}
	return ranges;
}

// How a work is named: short in a sentence, in full in a reference. What is not known is left out, never guessed.
import type { FactorId, Study } from '#domain/evidence/evidence.ts';
import type { Language } from '#domain/language/localised.ts';
import type { FindingPlace, StudyLine } from '#server/use-cases/describe-finding.ts';
import { formatList } from '#texts/format.ts';
import { textsFor } from '#texts/texts.ts';

/** "Shirey (2010)", "Wong og Laschinger (2015)", "Labrague m.fl. (2018)". */
export function shortName(language: Language, study: Pick<StudyLine, 'authors' | 'year'>): string {
	const [first = '', second, third] = study.authors;
	if (third !== undefined) return `${first} ${textsFor(language).knowledge.andOthers} (${study.year})`;
	return `${second === undefined ? first : formatList(language, [first, second])} (${study.year})`;
}

/** All family names as they are read aloud. */
export function authorList(language: Language, study: Pick<Study, 'authors'>): string {
	return formatList(
		language,
		study.authors.map((author) => author.family)
	);
}

/** "Journal of Nursing Management 14(4), 300–309", as much of it as is known; null where nothing is. */
export function sourceOf(study: Pick<Study, 'journal' | 'volume' | 'issue' | 'pages'>): string | null {
	if (study.journal === null) return null;
	const issue = study.issue === null ? '' : `(${study.issue})`;
	const volume = study.volume === null ? '' : ` ${study.volume}${issue}`;
	return `${study.journal}${volume}${study.pages === null ? '' : `, ${withDash(study.pages)}`}`;
}

/** Authors with initials and the year: "Wong, C. A., & Laschinger, H. K. S. (2015)", as the APA style has it. */
export function apaAuthors(study: Pick<Study, 'authors' | 'year' | 'citedYear'>): string {
	const names = study.authors.map(({ family, given }) => (given === null ? family : `${family}, ${initials(given)}`));
	const last = names.at(-1) ?? '';
	const all = names.length > 1 ? `${names.slice(0, -1).join(', ')}, & ${last}` : last;
	return `${all} (${study.year ?? study.citedYear})`;
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

/** Line numbers with neighbours drawn together: "375–376, 421". */
export function lineRanges(lines: readonly number[]): string {
	const ranges: [number, number][] = [];
	for (const line of [...new Set(lines)].toSorted((left, right) => left - right)) {
		const current = ranges.at(-1);
		if (current !== undefined && line === current[1] + 1) current[1] = line;
		else ranges.push([line, line]);
	}
	return ranges.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ');
}

/** The one page on which a finding is read in full, and its place there. */
export function findingHref(finding: { readonly id: string; readonly place: FindingPlace }): string {
	switch (finding.place.kind) {
		case 'factor':
			return `${factorHref(finding.place.factor)}#${finding.id}`;
		case 'intervention':
			return `/interventions/${finding.place.intervention}#${finding.id}`;
		case 'consequences':
			return `/knowledge/consequences#${finding.id}`;
	}
}

export function factorHref(factor: FactorId): string {
	return `/factors/${factor}`;
}

function initials(given: string): string {
	return given
		.split(/\s+/)
		.filter((name) => name !== '')
		.map((name) =>
			name
				.split('-')
				.map((part) => `${part.charAt(0).toUpperCase()}.`)
				.join('-')
		)
		.join(' ');
}

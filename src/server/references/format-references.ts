// A list of works as one file for a reference manager, or as a reference list to read.
import type { Study } from '#domain/evidence/evidence.ts';
import type { Language } from '#domain/language/localised.ts';
import { sortTexts } from '#texts/format.ts';
import { textsFor } from '#texts/texts.ts';
import { apaReference } from './apa-reference.ts';
import { toCslJson } from './csl-json.ts';
import { writeBibtex } from './write-bibtex.ts';
import { writeRis } from './write-ris.ts';

export const referenceFormats = ['ris', 'bibtex', 'csl-json', 'apa'] as const;
export type ReferenceFormat = (typeof referenceFormats)[number];

/** How a file in each format is named at its end. */
export const fileEndings: Readonly<Record<ReferenceFormat, string>> = {
	ris: 'ris',
	bibtex: 'bib',
	'csl-json': 'json',
	apa: 'txt'
};

export function isReferenceFormat(name: string): name is ReferenceFormat {
	return referenceFormats.some((format) => format === name);
}

/** In the order given, but for `apa`, which is sorted as a reference list is. */
export function formatReferences(
	studies: readonly Study[],
	format: ReferenceFormat,
	language: Language = 'en'
): string {
	const items = () => studies.map((study) => toCslJson(study, language));
	switch (format) {
		case 'ris':
			return writeRis(items());
		case 'bibtex':
			return writeBibtex(items());
		case 'csl-json':
			return `${JSON.stringify(items(), null, '\t')}\n`;
		case 'apa':
			return sortTexts(
				language,
				studies.map((study) => markedReference(study, language))
			)
				.map((line) => `${line}\n`)
				.join('');
	}
}

function markedReference(study: Study, language: Language): string {
	const { text: set, isVerified } = apaReference(study, language);
	const text = set.replace(/\s+/g, ' ');
	return isVerified ? text : `${text} [${textsFor(language).references.notVerified}]`;
}

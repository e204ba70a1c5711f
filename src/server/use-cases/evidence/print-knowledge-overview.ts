import type { Language } from '#domain/language/localised.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { overviewDocument } from '#server/documents/overview-document.ts';
import { overviewPdf } from '#server/documents/overview-pdf.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type OverviewPdfOutcome =
	| {
			readonly kind: 'overview-pdf';
			/** With the version of the base and the language in it. */
			readonly fileName: string;
			readonly bytes: Uint8Array<ArrayBuffer>;
	  }
	| { readonly kind: 'unknown-language' }
	| Forbidden;

/** The same text as the page, for paper and for sending. `language`: as it stands in the address. */
export function printKnowledgeOverview(
	{ evidence }: Pick<Context, 'evidence'>,
	actor: Actor,
	{ language }: { readonly language: string }
): OverviewPdfOutcome {
	if (!isAllowed('print-knowledge-overview', actor)) return forbidden;
	if (!isLanguage(language)) return { kind: 'unknown-language' };
	return {
		kind: 'overview-pdf',
		fileName: `ledertrivsel-overview-${evidence.version}-${language}.pdf`,
		bytes: overviewPdf(overviewDocument(evidence, language))
	};
}

function isLanguage(text: string): text is Language {
	return text === 'da' || text === 'en';
}

// The knowledge overview as a PDF: the same document that the pages show, with what only paper needs.
import type { OverviewDocument } from '#domain/overview/document.ts';
import { textsFor } from '#texts/texts.ts';
import { setAsPdf } from './typst.ts';

const regions = { da: 'DK', en: 'GB' } as const;

/** The same bytes for the same document: the day on it is that of publication. */
export function overviewPdf(document: OverviewDocument): Uint8Array<ArrayBuffer> {
	const words = textsFor(document.language).overview;
	const [year, month, day] = document.publishedOn.split('-').map(Number);
	return setAsPdf({
		template: 'overview.typ',
		data: {
			document,
			region: regions[document.language],
			day: { year, month, day },
			words: {
				contents: words.contents,
				edition: words.facts.edition,
				page: words.pdf.page('{page}', '{all}'),
				keywords: words.pdf.keywords
			}
		}
	});
}

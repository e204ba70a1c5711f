// A written document as a tagged PDF (PDF/UA-1).
import { textsFor } from '#texts/texts.ts';
import { setAsPdf } from '../typst.ts';
import type { WrittenDocument } from './written-document.ts';

const regions = { da: 'DK', en: 'GB' } as const;

/** The same bytes for the same document. Throws with the reason where it would not be accessible. */
export function writtenPdf(document: WrittenDocument): Uint8Array<ArrayBuffer> {
	const [year, month, day] = document.day.split('-').map(Number);
	return setAsPdf({
		template: 'written/written.typ',
		data: {
			document,
			region: regions[document.language],
			day: { year, month, day },
			page: textsFor(document.language).overview.pdf.page('{page}', '{all}')
		}
	});
}

import { error, text } from '@sveltejs/kit';
import type { Language } from '#domain/language/localised.ts';
import type { PrintAssessmentOutcome } from '#server/use-cases/assessments/print-assessment.ts';
import { textsFor } from '#texts/texts.ts';
import { download } from '../../download.ts';

/** The document as a download, or why there is none. */
export function answerWith(outcome: PrintAssessmentOutcome, type: string, language: Language): Response {
	switch (outcome.kind) {
		case 'printed':
			return download({ content: outcome.bytes, mediaType: type, fileName: outcome.fileName });
		case 'tampered':
			return text(textsFor(language).apv.finish.tampered, { status: 409 });
		case 'unknown-assessment':
			error(404, { message: textsFor(language).apv.notFound });

		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
}

// A workplace assessment as PDF or Word: of what was kept where it is final, of how things stand where it is a draft.
import type { Language } from '#domain/language/localised.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findAssessment } from '#server/database/workplace-assessments.ts';
import { apvDocument } from '#server/documents/written/apv-document.ts';
import { readKept } from '#server/documents/written/read-written.ts';
import { writtenDocx } from '#server/documents/written/written-docx.ts';
import type { WrittenDocument } from '#server/documents/written/written-document.ts';
import { writtenPdf } from '#server/documents/written/written-pdf.ts';
import { gatherAssessment, todayOf } from './assessment-facts.ts';
import { isIntact } from './document-hash.ts';
import { isUuid } from '../is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type PrintAssessmentOutcome =
	| { readonly kind: 'printed'; readonly fileName: string; readonly bytes: Uint8Array<ArrayBuffer> }
	/** What was kept does not fit its hash: nothing is handed out as if it were the assessment. */
	| { readonly kind: 'tampered' }
	| { readonly kind: 'unknown-assessment' }
	| Forbidden;

export async function printAssessment(
	context: Context,
	actor: Actor,
	input: { readonly assessmentId: string; readonly format: 'pdf' | 'docx'; readonly language: Language }
): Promise<PrintAssessmentOutcome> {
	if (!isAllowed('print-assessment', actor) || actor.kind === 'visitor') return forbidden;
	const key = { organisationId: actor.organisationId, assessmentId: input.assessmentId };
	const assessment = isUuid(input.assessmentId) ? await findAssessment(context.db, key) : null;
	if (assessment === null) return { kind: 'unknown-assessment' };
	if (assessment.final !== null && !isIntact(assessment.final)) return { kind: 'tampered' };
	const document =
		assessment.final === null
			? apvDocument(
					{
						...(await gatherAssessment(context, actor, assessment)).forDocument,
						day: todayOf(context),
						final: null
					},
					input.language
				)
			: readKept(assessment.final.document)[input.language];
	return {
		kind: 'printed',
		fileName: `apv-${document.day}-${input.language}.${input.format}`,
		bytes: await bytesOf(document, input.format)
	};
}

async function bytesOf(document: WrittenDocument, format: 'pdf' | 'docx'): Promise<Uint8Array<ArrayBuffer>> {
	return format === 'pdf' ? writtenPdf(document) : writtenDocx(document);
}

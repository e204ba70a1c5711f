import { printAssessment } from '#server/use-cases/assessments/print-assessment.ts';
import { answerWith } from '../answer-with.ts';
import type { RequestHandler } from './$types';

const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const language = url.searchParams.get('in') === 'en' ? 'en' : 'da';
	const wanted = { assessmentId: params.assessment, format: 'docx', language } as const;
	return answerWith(await printAssessment(locals.context, locals.actor, wanted), type, locals.language);
};

import { error, text } from '@sveltejs/kit';
import { printKnowledgeOverview } from '#server/use-cases/evidence/print-knowledge-overview.ts';
import { textsFor } from '#texts/texts.ts';
import { download } from '../../../download.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, url }) => {
	const language = url.searchParams.get('language') ?? locals.language;
	const outcome = printKnowledgeOverview(locals.context, locals.actor, { language });
	switch (outcome.kind) {
		case 'overview-pdf':
			return download({ content: outcome.bytes, mediaType: 'application/pdf', fileName: outcome.fileName });
		case 'unknown-language':
			return text(textsFor(locals.language).overview.unknownLanguage, { status: 400 });
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

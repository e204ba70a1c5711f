import { error, text } from '@sveltejs/kit';
import { exportReferences } from '#server/use-cases/evidence/export-references.ts';
import { formatList } from '#texts/format.ts';
import { textsFor } from '#texts/texts.ts';
import { download } from '../../download.ts';
import type { RequestHandler } from './$types';

const contentTypes = {
	ris: 'application/x-research-info-systems',
	bibtex: 'application/x-bibtex',
	'csl-json': 'application/vnd.citationstyles.csl+json',
	apa: 'text/plain'
} as const;

export const GET: RequestHandler = ({ locals, url }) => {
	const { language } = locals;
	const texts = textsFor(language).references;
	const studyIds = url.searchParams.has('study') ? url.searchParams.getAll('study') : null;
	const format = url.searchParams.get('format') ?? '';
	const outcome = exportReferences(locals.context, locals.actor, { studyIds, format, language });
	switch (outcome.kind) {
		case 'references':
			return download({
				content: outcome.text,
				mediaType: `${contentTypes[outcome.format]}; charset=utf-8`,
				fileName: outcome.fileName
			});
		case 'unknown-format':
			return text(texts.unknownFormat(formatList(language, outcome.known)), { status: 400 });
		case 'unknown-study':
			return text(texts.unknownStudy(outcome.studyId), { status: 404 });
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

import { error } from '@sveltejs/kit';
import { exportEvidence } from '#server/use-cases/evidence/export-evidence.ts';
import { download } from '../../download.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals }) => {
	const outcome = exportEvidence(locals.context, locals.actor);
	switch (outcome.kind) {
		case 'evidence-download':
			return download({ content: outcome.bytes, mediaType: 'application/zip', fileName: outcome.fileName });
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

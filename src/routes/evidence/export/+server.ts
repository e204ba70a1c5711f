import { error } from '@sveltejs/kit';
import { exportEvidenceDrafts } from '#server/use-cases/evidence/export-evidence-drafts.ts';
import { download } from '../../download.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) => {
	const outcome = await exportEvidenceDrafts(locals.context, locals.actor);
	switch (outcome.kind) {
		case 'files':
			return download({ content: outcome.zip.bytes, mediaType: 'application/zip', fileName: outcome.zip.fileName });
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

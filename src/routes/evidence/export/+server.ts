import { error } from '@sveltejs/kit';
import { exportEvidenceDrafts } from '#server/use-cases/export-evidence-drafts.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) => {
	const outcome = await exportEvidenceDrafts(locals.context, locals.actor);
	switch (outcome.kind) {
		case 'files':
			return new Response(outcome.zip.bytes, {
				headers: {
					'content-type': 'application/zip',
					'content-disposition': `attachment; filename="${outcome.zip.fileName}"`
				}
			});
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

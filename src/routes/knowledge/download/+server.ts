import { error } from '@sveltejs/kit';
import { exportEvidence } from '#server/use-cases/export-evidence.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals }) => {
	const outcome = exportEvidence(locals.context, locals.actor);
	switch (outcome.kind) {
		case 'evidence-download':
			return new Response(outcome.bytes, {
				headers: {
					'content-type': 'application/zip',
					'content-disposition': `attachment; filename="${outcome.fileName}"`
				}
			});
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

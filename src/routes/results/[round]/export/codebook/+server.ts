import { error } from '@sveltejs/kit';
import { exportRelease } from '#server/use-cases/export-release.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
	const input = { roundId: params.round, format: 'codebook', language: locals.language } as const;
	const outcome = await exportRelease(locals.context, locals.actor, input);
	switch (outcome.kind) {
		case 'exported':
			return new Response(outcome.bytes, {
				headers: {
					'content-type': outcome.mediaType,
					'content-disposition': `attachment; filename="${outcome.fileName}"`
				}
			});
		case 'not-released':
		case 'unknown-round':
			error(404, { message: 'not found', code: 'not-found' });
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

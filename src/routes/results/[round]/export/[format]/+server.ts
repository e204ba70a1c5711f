import { error } from '@sveltejs/kit';
import { exportRelease, researchFormats } from '#server/use-cases/releases/export-release.ts';
import { download } from '../../../../download.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
	const format = researchFormats.find((one) => one === params.format);
	if (format === undefined) error(404, { message: 'not found', code: 'not-found' });
	const input = { roundId: params.round, format, language: locals.language };
	const outcome = await exportRelease(locals.context, locals.actor, input);
	switch (outcome.kind) {
		case 'exported':
			return download({ content: outcome.bytes, mediaType: outcome.mediaType, fileName: outcome.fileName });
		case 'not-released':
		case 'unknown-round':
			error(404, { message: 'not found', code: 'not-found' });
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

import { error } from '@sveltejs/kit';
import { printProgramme } from '#server/use-cases/programme/print-programme.ts';
import { download } from '../../download.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
	const outcome = await printProgramme(locals.context, locals.actor, {
		roundId: url.searchParams.get('round'),
		language: locals.language
	});
	switch (outcome.kind) {
		case 'printed':
			return download({ content: outcome.bytes, mediaType: 'application/pdf', fileName: outcome.fileName });
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

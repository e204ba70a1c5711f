import { error } from '@sveltejs/kit';
import { printDialogueHandout } from '#server/use-cases/dialogues/print-dialogue-handout.ts';
import { textsFor } from '#texts/texts.ts';
import { download } from '../../../../../download.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const asked = url.searchParams.get('in');
	const outcome = await printDialogueHandout(locals.context, locals.actor, {
		roundId: params.round,
		groupId: params.group,
		minutes: Number(url.searchParams.get('minutes')),
		language: asked === 'da' || asked === 'en' ? asked : locals.language
	});
	switch (outcome.kind) {
		case 'handout':
			return download({ content: outcome.bytes, mediaType: 'application/pdf', fileName: outcome.fileName });
		case 'unknown-group':
			error(404, { message: textsFor(locals.language).dialogue.notFound });
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

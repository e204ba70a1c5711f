import { error } from '@sveltejs/kit';
import { readDialogueCalendar } from '#server/use-cases/dialogues/read-dialogue-calendar.ts';
import { textsFor } from '#texts/texts.ts';
import { download } from '../../../../../download.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
	const texts = textsFor(locals.language).dialogue;
	const outcome = await readDialogueCalendar(locals.context, locals.actor, {
		roundId: params.round,
		groupId: params.group,
		language: locals.language
	});
	switch (outcome.kind) {
		case 'calendar':
			return download({
				content: outcome.text,
				mediaType: 'text/calendar; charset=utf-8; method=PUBLISH',
				fileName: `${texts.calendarFile}.ics`
			});
		case 'not-planned':
		case 'unknown-group':
			error(404, { message: texts.notFound });
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

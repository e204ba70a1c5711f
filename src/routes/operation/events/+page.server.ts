import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { readEvents } from '#server/use-cases/operation/read-events.ts';
import { eventSentence } from '#texts/event-sentence.ts';
import type { PageServerLoad } from './$types';

const Text = v.fallback(v.pipe(v.string(), v.maxLength(200)), '');
const Page = v.fallback(v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number)), 1);

/** An identifier that nobody reads: enough of it to tell it from its neighbours. An address, or a record's own name, stays whole. */
function shortOf({ kind, id }: { readonly kind: string; readonly id: string }): string {
	return kind === 'person' || kind === 'record' || id.length <= 12 ? id : `${id.slice(0, 8)} …`;
}

export const load: PageServerLoad = async ({ locals, url }) => {
	const filter = {
		person: v.parse(Text, url.searchParams.get('person')),
		day: v.parse(Text, url.searchParams.get('day')),
		subjectId: v.parse(Text, url.searchParams.get('subject'))
	};
	const page = v.parse(Page, url.searchParams.get('page') ?? '1');
	const outcome = await readEvents(locals.context, locals.actor, { ...filter, page });
	switch (outcome.kind) {
		case 'events':
			return {
				filter,
				isDay: true,
				total: outcome.total,
				page: outcome.page,
				pages: outcome.pages,
				events: outcome.events.map((event) => ({
					id: event.eventId,
					at: event.at,
					actor: event.actor,
					sentence: eventSentence(locals.language, event.action),
					subject: event.subject && {
						...event.subject,
						name: outcome.names.get(event.subject.id) ?? shortOf(event.subject)
					},
					outcome: event.outcome
				}))
			};
		case 'not-a-day':
			return { filter, isDay: false, total: 0, page: 1, pages: 1, events: [] };
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

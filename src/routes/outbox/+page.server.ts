import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { readOutbox } from '#server/use-cases/mail/read-outbox.ts';
import { resendMails } from '#server/use-cases/mail/resend-mails.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = false;

const Search = v.fallback(v.pipe(v.string(), v.maxLength(200)), '');
const State = v.picklist(['failed', 'uncertain', 'bounced']);

export const load: PageServerLoad = async ({ locals, url }) => {
	const search = v.parse(Search, url.searchParams.get('search'));
	const outcome = await readOutbox(locals.context, locals.actor, { search });
	switch (outcome.kind) {
		case 'outbox':
			return { outbox: outcome, search };
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

export const actions: Actions = {
	resend: async ({ locals, request }) => {
		const state = v.safeParse(State, (await request.formData()).get('state'));
		if (!state.success) error(400, { message: 'unknown state' });
		const outcome = await resendMails(locals.context, locals.actor, { state: state.output });
		switch (outcome.kind) {
			case 'queued':
				return { queued: outcome.count };
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	}
};

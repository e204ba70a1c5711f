import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { requestSignIn } from '#server/use-cases/request-sign-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = false;

const Email = v.fallback(v.pipe(v.string(), v.maxLength(1000)), '');

export const load: PageServerLoad = ({ locals }) => ({ hasMailServer: locals.context.mailer.hasServer });

export const actions: Actions = {
	default: async ({ locals, request, getClientAddress }) => {
		const email = v.parse(Email, (await request.formData()).get('email'));
		const outcome = await requestSignIn({ ...locals.context, identity: locals.identity }, locals.actor, {
			email,
			language: locals.language,
			client: getClientAddress()
		});
		switch (outcome.kind) {
			case 'asked':
				return { asked: { minutes: outcome.minutes } };
			case 'not-an-address':
			case 'too-many':
				return fail(outcome.kind === 'too-many' ? 429 : 400, { email, problem: outcome.kind });
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	}
};

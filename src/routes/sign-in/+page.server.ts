import { error, fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { requestSignIn } from '#server/use-cases/accounts/request-sign-in.ts';
import { passkeyPlace } from '#server/use-cases/accounts/read-account.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = false;

const Email = v.fallback(v.pipe(v.string(), v.maxLength(1000)), '');

const Problem = v.fallback(v.nullable(v.pipe(v.string(), v.maxLength(40))), null);

export const load: PageServerLoad = ({ locals, url }) => {
	if (locals.isHalfSignedIn) redirect(303, '/sign-in/second-step');
	return {
		hasMailServer: locals.context.mailer.hasServer,
		passkeyPlace: passkeyPlace(locals.context.settings.publicUrl, url),
		singleSignOn: locals.identity.singleSignOn?.name ?? null,
		singleSignOnProblem: v.parse(Problem, url.searchParams.get('problem'))
	};
};

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
				return fail(400, { email, problem: outcome.kind });
			case 'too-many':
			case 'too-many-for-address':
				return fail(429, { email, problem: outcome.kind });
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	}
};

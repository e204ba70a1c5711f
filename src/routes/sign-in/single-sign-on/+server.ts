// A link and not a form: the content security policy lets no form lead to another site.
import { error, redirect } from '@sveltejs/kit';
import { beginSingleSignOn } from '#server/use-cases/accounts/begin-single-sign-on.ts';
import { setCookies } from '../set-cookies.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, cookies, getClientAddress }) => {
	const context = { ...locals.context, identity: locals.identity };
	const outcome = await beginSingleSignOn(context, locals.actor, { client: getClientAddress() });
	switch (outcome.kind) {
		case 'begun':
			setCookies(cookies, [outcome.cookie]);
			redirect(303, outcome.url);
		case 'unreachable':
		case 'not-set':
		case 'too-many':
			redirect(303, `/sign-in?problem=${outcome.kind}`);
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

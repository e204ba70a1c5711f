// Where the identity provider sends the browser back to. What it says stands in the address only until the redirect.
import { error, redirect } from '@sveltejs/kit';
import { finishSingleSignOn } from '#server/use-cases/accounts/finish-single-sign-on.ts';
import { setCookies } from '../../set-cookies.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, cookies, url }) => {
	const { singleSignOn } = locals.identity;
	const cookie = singleSignOn === null ? null : (cookies.get(singleSignOn.cookieName) ?? null);
	const context = { ...locals.context, identity: locals.identity };
	const outcome = await finishSingleSignOn(context, locals.actor, { url, cookie });
	if (singleSignOn !== null) setCookies(cookies, [singleSignOn.forgetCookie]);
	switch (outcome.kind) {
		case 'signed-in':
			setCookies(cookies, outcome.cookies);
			redirect(303, '/');
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
	redirect(303, `/sign-in?problem=${outcome.kind}`);
};

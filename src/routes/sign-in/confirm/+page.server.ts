// Opening the link shows a button and nothing more: mail scanners follow links, so only the button uses it up.
import { error, fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { confirmSignIn } from '#server/use-cases/accounts/confirm-sign-in.ts';
import { setCookies } from '../set-cookies.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = false;

const Token = v.fallback(v.pipe(v.string(), v.maxLength(200)), '');

export const load: PageServerLoad = ({ url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	return { token: v.parse(Token, url.searchParams.get('token')) };
};

export const actions: Actions = {
	default: async ({ locals, request, cookies, getClientAddress }) => {
		const token = v.parse(Token, (await request.formData()).get('token'));
		const outcome = await confirmSignIn({ ...locals.context, identity: locals.identity }, locals.actor, {
			token,
			client: getClientAddress()
		});
		switch (outcome.kind) {
			case 'signed-in':
				setCookies(cookies, outcome.cookies);
				redirect(303, '/');
			case 'wrong':
			case 'used':
				return fail(400, { problem: outcome.kind, minutes: 0 });
			case 'old':
				return fail(400, { problem: outcome.kind, minutes: outcome.minutes });
			case 'too-many':
				return fail(429, { problem: outcome.kind, minutes: 0 });
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	}
};

import { error, redirect } from '@sveltejs/kit';
import { signOut } from '#server/use-cases/accounts/sign-out.ts';
import { setCookies } from '../set-cookies.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = false;

/** Only a button signs out: a link that somebody else made must not. */
export const load: PageServerLoad = () => redirect(303, '/');

export const actions: Actions = {
	default: async ({ locals, request, cookies }) => {
		const outcome = await signOut({ identity: locals.identity }, locals.actor, { headers: request.headers });
		switch (outcome.kind) {
			case 'signed-out':
				setCookies(cookies, outcome.cookies);
				redirect(303, '/');
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	}
};

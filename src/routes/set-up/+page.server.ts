import { error, fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { readSetUp } from '#server/use-cases/organisation/read-set-up.ts';
import { setUpOrganisation } from '#server/use-cases/organisation/set-up-organisation.ts';
import { setCookies } from '../sign-in/set-cookies.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = false;

const Text = v.fallback(v.pipe(v.string(), v.maxLength(1000)), '');
const Form = v.object({ token: Text, organisationName: Text, name: Text, email: Text });

/** Looking uses nothing up. */
export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const token = v.parse(Text, url.searchParams.get('token'));
	const outcome = await readSetUp(locals.context, locals.actor, { token });
	switch (outcome.kind) {
		case 'ready':
		case 'used':
		case 'wrong':
			return { token, link: outcome.kind };
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

export const actions: Actions = {
	default: async ({ locals, request, cookies, getClientAddress }) => {
		const { token, ...entered } = v.parse(Form, Object.fromEntries(await request.formData()));
		const outcome = await setUpOrganisation({ ...locals.context, identity: locals.identity }, locals.actor, {
			token,
			...entered,
			client: getClientAddress()
		});
		switch (outcome.kind) {
			case 'set-up':
				setCookies(cookies, outcome.cookies);
				redirect(303, '/');
			case 'incomplete':
				return fail(400, { entered, fields: outcome.fields, problem: null });
			case 'wrong':
			case 'used':
				return fail(400, { entered, fields: [], problem: outcome.kind });
			case 'too-many':
				return fail(429, { entered, fields: [], problem: outcome.kind });
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	}
};

import { error, fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { findCode } from '#server/use-cases/ballots/find-code.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = false;

const Typed = v.fallback(v.pipe(v.string(), v.maxLength(200)), '');

const kioskMinutes = 5;

export const load: PageServerLoad = ({ url, setHeaders }) => {
	const isKiosk = url.searchParams.has('kiosk');
	setHeaders({ 'cache-control': 'no-store' });
	// What somebody typed and left does not stay for the next one; the page has no script that could see to it.
	if (isKiosk) setHeaders({ refresh: `${kioskMinutes * 60}; url=/code?kiosk` });
	return { isKiosk, kioskMinutes };
};

export const actions: Actions = {
	/** The code comes in the body and leaves behind #: it stands in no address that a server sees. */
	default: async ({ locals, request, url, getClientAddress }) => {
		const typed = v.parse(Typed, (await request.formData()).get('code'));
		const outcome = await findCode(locals.context, locals.actor, { typed, client: getClientAddress() });
		switch (outcome.kind) {
			case 'found':
				redirect(303, `/answer/${outcome.roundId}${url.searchParams.has('kiosk') ? '?kiosk' : ''}#${outcome.code}`);
			case 'not-a-code':
			case 'unknown-code':
			case 'closed':
				return fail(400, { typed, problem: outcome.kind });
			case 'too-many':
				return fail(429, { typed, problem: outcome.kind });
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	}
};

import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { demonstrationRoles, startDemonstration } from '#server/use-cases/organisation/start-demonstration.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = false;

const cookie = 'demonstration';
const Form = v.object({ role: v.picklist([...demonstrationRoles, 'leave']) });
const firstPage = { 'programme-lead': '/rounds', manager: '/results', committee: '/programme' } as const;

/** Only a button starts the demonstration: looking at an address builds nothing. */
export const load: PageServerLoad = ({ locals }) => {
	if (!locals.context.settings.offersDemonstration) error(404, { message: 'not found', code: 'not-found' });
};

export const actions: Actions = {
	default: async (event) => {
		const form = v.safeParse(Form, Object.fromEntries(await event.request.formData()));
		if (!form.success) error(400, { message: 'unknown role', code: 'not-found' });
		const { role } = form.output;
		if (role === 'leave') {
			event.cookies.delete(cookie, { path: '/' });
			redirect(303, '/');
		}
		const outcome = await startDemonstration(event.locals.context, event.locals.actor, { role });
		switch (outcome.kind) {
			case 'ready':
				remember(event, outcome.role);
				redirect(303, outcome.role === 'leader' ? (outcome.leaderLink ?? '/') : firstPage[outcome.role]);
			case 'no-open-round':
			case 'nobody-left':
				return { problem: outcome.kind };
			case 'not-offered':
				error(404, { message: 'not found', code: 'not-found' });
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	}
};

/** Until the browser closes. The role is no secret: it opens nothing but the demonstration. */
function remember({ cookies, url }: RequestEvent, role: string): void {
	cookies.set(cookie, role, { path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:' });
}

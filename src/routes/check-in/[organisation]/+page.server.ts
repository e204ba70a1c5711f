import { error, fail } from '@sveltejs/kit';
import { readCheckIn } from '#server/use-cases/plans/read-check-in.ts';
import { recordCheckIn } from '#server/use-cases/plans/record-check-in.ts';
import type { Actions, PageServerLoad } from './$types';

/** With `?t=` the step is shown with buttons; a link with # says nothing to the server before the form is sent. */
export const load: PageServerLoad = async ({ locals, params, url, request }) => {
	const token = url.searchParams.get('t') ?? '';
	const organisationId = params.organisation;
	if (token === '' || request.method === 'POST') return { organisationId, token, shown: null };
	const outcome = await readCheckIn(locals.context, locals.actor, { organisationId, token });
	switch (outcome.kind) {
		case 'check-in':
		case 'expired':
		case 'unknown-link':
			return { organisationId, token, shown: outcome };
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const form = await request.formData();
		const token = String(form.get('token') ?? '');
		const answer = String(form.get('answer') ?? '');
		const remark = form.get('remark');
		const outcome = await recordCheckIn(locals.context, locals.actor, {
			organisationId: params.organisation,
			token,
			answer,
			isOpenedOnly: form.get('opened') !== null,
			...(remark === null ? {} : { remark: String(remark) })
		});
		switch (outcome.kind) {
			case 'recorded':
				return { kind: 'recorded' as const, token, checkIn: outcome.checkIn };
			case 'to-press': {
				const { checkIn, opened, why } = outcome;
				return { kind: 'to-press' as const, token, checkIn, opened, why };
			}
			case 'faulty':
				return fail(400, {
					...{ kind: 'faulty' as const, token, answer, remark: String(remark ?? '') },
					problem: outcome.problem
				});
			case 'expired':
			case 'unknown-link':
				return fail(outcome.kind === 'expired' ? 410 : 404, { kind: outcome.kind, token });
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	}
};

import { error, fail } from '@sveltejs/kit';
import { deletePerson } from '#server/use-cases/privacy/delete-person.ts';
import { findPersonMentions } from '#server/use-cases/privacy/find-person-mentions.ts';
import { exportPersonalData } from '#server/use-cases/privacy/export-personal-data.ts';
import { isAllowed } from '#server/use-cases/permissions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	if (!isAllowed('export-personal-data', locals.actor)) error(403, { message: 'forbidden', code: 'forbidden' });
	return {};
};

// By a form and not by the address: an e-mail address in an address would stay in histories and logs.
export const actions: Actions = {
	look: async ({ locals, request }) => {
		const person = String((await request.formData()).get('person') ?? '');
		const outcome = await exportPersonalData(locals.context, locals.actor, { person });
		switch (outcome.kind) {
			case 'personal-data': {
				const mentions = await findPersonMentions(locals.context, locals.actor, { person });
				return { person, data: outcome.data, mentions: mentions.kind === 'mentions' ? mentions.found : [] };
			}
			case 'unknown-person':
				return fail(404, { person, problem: 'unknown-person' as const });
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	},
	delete: async ({ locals, request }) => {
		const form = await request.formData();
		const person = String(form.get('person') ?? '');
		const isConfirmed = form.get('confirm') === 'yes';
		const outcome = await deletePerson(locals.context, locals.actor, { person, isConfirmed });
		switch (outcome.kind) {
			case 'deleted': {
				const rows = Object.values(outcome.removed).reduce((sum, count) => sum + count, 0);
				return { person: '', deleted: { rows, kept: outcome.kept, mentions: outcome.mentions } };
			}
			case 'in-roster':
			case 'open-round':
			case 'last-programme-lead':
			case 'not-confirmed':
			case 'unknown-person':
				return fail(400, { person, problem: outcome.kind });
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	}
};

import { error, fail } from '@sveltejs/kit';
import { retentionKinds } from '#domain/retention/retention.ts';
import { changeRetention } from '#server/use-cases/privacy/change-retention.ts';
import { readRetention } from '#server/use-cases/privacy/read-retention.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const outcome = await readRetention(locals.context, locals.actor);
	switch (outcome.kind) {
		case 'retention':
			return { retention: outcome };
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const form = await request.formData();
		const text = (name: string) => String(form.get(name) ?? '');
		const months = {
			responses: text('responses'),
			mails: text('mails'),
			imports: text('imports'),
			events: text('events'),
			'left-leaders': text('left-leaders')
		} satisfies Record<(typeof retentionKinds)[number], string>;
		const outcome = await changeRetention(locals.context, locals.actor, { months });
		switch (outcome.kind) {
			case 'changed':
				return { isSaved: true };
			case 'not-months':
				return fail(400, { months, fields: outcome.fields });
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	}
};

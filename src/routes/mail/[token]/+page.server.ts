import { error, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { changeMailChoices, type ChangeMailChoicesOutcome } from '#server/use-cases/mail/change-mail-choices.ts';
import { readMailChoices } from '#server/use-cases/mail/read-mail-choices.ts';
import { optionalKinds } from '#domain/mail/optional-kinds.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = false;

const Language = v.fallback(v.picklist(['da', 'en']), 'da');

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const outcome = await readMailChoices(locals.context, locals.actor, { token: params.token });
	switch (outcome.kind) {
		case 'choices':
			return { choices: outcome, isSaved: url.searchParams.get('done') === 'saved' };
		case 'unknown-link':
			return { choices: null, isSaved: false };
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

export const actions: Actions = {
	default: async ({ locals, params, request, url }) => {
		const form = await request.formData();
		// RFC 8058: a mail program refuses one kind of letter for its reader.
		if (form.get('List-Unsubscribe') === 'One-Click') {
			const choices = { refusesAlso: url.searchParams.get('kind') ?? '' };
			end(await changeMailChoices(locals.context, locals.actor, { token: params.token, choices }));
			return { isRefused: true };
		}
		const wanted = new Set(form.getAll('kind').map(String));
		const choices = {
			language: v.parse(Language, form.get('language')),
			refuses: optionalKinds.filter((kind) => !wanted.has(kind))
		};
		end(await changeMailChoices(locals.context, locals.actor, { token: params.token, choices }));
		redirect(303, `/mail/${params.token}?done=saved`);
	}
};

function end(outcome: ChangeMailChoicesOutcome): void {
	switch (outcome.kind) {
		case 'changed':
			return;
		case 'unknown-link':
			error(404, { message: 'unknown link', code: 'not-found' });
		case 'not-optional':
			error(400, { message: 'this cannot be refused' });
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
}

import { error, fail, redirect } from '@sveltejs/kit';
import { createRound } from '#server/use-cases/create-round.ts';
import { prepareRound } from '#server/use-cases/prepare-round.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const outcome = await prepareRound(locals.context, locals.actor);
	switch (outcome.kind) {
		case 'choices':
			return { choices: outcome };
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const form = await request.formData();
		const text = (name: string) => String(form.get(name) ?? '');
		const values = {
			name: text('name'),
			instrumentId: text('instrument'),
			scopeUnitId: text('scope'),
			opensOn: text('opens'),
			closesOn: text('closes')
		};
		const outcome = await createRound(locals.context, locals.actor, {
			...values,
			scopeUnitId: values.scopeUnitId || null
		});
		switch (outcome.kind) {
			case 'created':
				redirect(303, `/rounds/${outcome.roundId}`);
			case 'faulty':
				return fail(400, { values, problems: outcome.problems });
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	}
};

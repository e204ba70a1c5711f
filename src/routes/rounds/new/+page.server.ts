import { error, fail, redirect } from '@sveltejs/kit';
import { createFollowUpRound } from '#server/use-cases/rounds/create-follow-up-round.ts';
import { createRound } from '#server/use-cases/rounds/create-round.ts';
import { prepareRound } from '#server/use-cases/rounds/prepare-round.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const outcome = await prepareRound(locals.context, locals.actor);
	switch (outcome.kind) {
		case 'choices':
			// "follows" without a round, or with one that has no plans, asks which.
			return { choices: outcome, follows: url.searchParams.get('follows') };
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const form = await request.formData();
		const text = (name: string) => String(form.get(name) ?? '');
		const common = { name: text('name'), opensOn: text('opens'), closesOn: text('closes') };
		if (text('kind') === 'short') {
			const short = { ...common, followsRoundId: text('follows'), factors: form.getAll('factors').map(String) };
			const outcome = await createFollowUpRound(locals.context, locals.actor, short);
			switch (outcome.kind) {
				case 'created':
					redirect(303, `/rounds/${outcome.roundId}`);
				case 'faulty':
					return fail(400, { short, shortProblems: outcome.problems });
				case 'forbidden':
					error(403, { message: 'forbidden', code: 'forbidden' });
			}
		}
		const values = { ...common, instrumentId: text('instrument'), scopeUnitId: text('scope') };
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

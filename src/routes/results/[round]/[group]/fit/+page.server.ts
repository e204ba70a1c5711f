import { error, fail, redirect } from '@sveltejs/kit';
import { answerFit } from '#server/use-cases/results/answer-fit.ts';
import { markAlreadyDone } from '#server/use-cases/results/mark-already-done.ts';
import { readFit } from '#server/use-cases/results/read-fit.ts';
import { textsFor } from '#texts/texts.ts';
import { readFitForm } from './fit-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const outcome = await readFit(locals.context, locals.actor, {
		roundId: params.round,
		groupId: params.group,
		interventionId: url.searchParams.get('intervention'),
		part: Number(url.searchParams.get('part') ?? 1)
	});
	switch (outcome.kind) {
		case 'fit':
		case 'nothing-to-ask':
			return {
				shown: outcome,
				saved: countIn(url, 'saved'),
				keptOfOthers: countIn(url, 'kept') ?? 0,
				/** To the next suggestions: what the answers have moved stands below them then. */
				wentOn: url.searchParams.has('went-on')
			};
		case 'unknown-group':
			error(404, { message: textsFor(locals.language).results.notFound });
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

export const actions: Actions = {
	default: async ({ locals, params, request, url }) => {
		const { answers, practices, isForAll, goTo } = readFitForm(await request.formData());
		const group = { roundId: params.round, groupId: params.group };
		const outcome = await answerFit(locals.context, locals.actor, { ...group, answers, isForAll });
		switch (outcome.kind) {
			case 'answered': {
				for (const practice of practices)
					await markAlreadyDone(locals.context, locals.actor, { ...group, ...practice });
				const next = new URL(url);
				next.searchParams.delete('went-on');
				if (goTo !== null) {
					next.searchParams.set('part', goTo);
					next.searchParams.set('went-on', '');
				}
				next.searchParams.set('saved', `${outcome.changed + practices.length}`);
				next.searchParams.set('kept', `${outcome.keptOfOthers}`);
				redirect(303, `${next.pathname}${next.search}`);
			}
			case 'faulty':
				return fail(400, { problem: outcome.problem });
			case 'newer-round':
				return fail(409, { problem: outcome.kind });
			case 'unknown-group':
				error(404, { message: textsFor(locals.language).results.notFound });
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	}
};

/** A count that the form's own answer put into the address; null where it did not. */
function countIn(url: URL, name: string): number | null {
	const text = url.searchParams.get(name);
	return text !== null && /^\d{1,3}$/.test(text) ? Number(text) : null;
}

import { error, fail, redirect } from '@sveltejs/kit';
import { beginAssessment } from '#server/use-cases/assessments/begin-assessment.ts';
import { logParticipation } from '#server/use-cases/assessments/log-participation.ts';
import { noteEarlierAssessment } from '#server/use-cases/assessments/note-earlier-assessment.ts';
import { readAssessments } from '#server/use-cases/assessments/read-assessments.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const outcome = await readAssessments(locals.context, locals.actor);
	switch (outcome.kind) {
		case 'assessments':
			return {
				apv: outcome,
				done: url.searchParams.get('done'),
				corrects: url.searchParams.get('corrects') ?? '',
				basedOn: url.searchParams.get('from') ?? ''
			};
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

export const actions: Actions = {
	begin: async ({ locals, request }) => {
		const form = await request.formData();
		const text = (name: string) => String(form.get(name) ?? '');
		const values = { title: text('title'), roundId: text('round'), basedOn: text('basedOn') };
		const outcome = await beginAssessment(locals.context, locals.actor, values);
		switch (outcome.kind) {
			case 'begun':
				redirect(303, `/apv/${outcome.assessmentId}`);

			case 'faulty':
				return fail(400, { begin: { values, problems: outcome.problems.map(({ code }) => code) } });
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	},
	earlier: async ({ locals, request }) => {
		const madeOn = String((await request.formData()).get('madeOn') ?? '');
		const outcome = await noteEarlierAssessment(locals.context, locals.actor, { madeOn });
		switch (outcome.kind) {
			case 'noted':
				redirect(303, '/apv?done=earlier');

			case 'faulty':
				return fail(400, { earlier: { madeOn, problems: outcome.problems.map(({ code }) => code) } });
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	},
	log: async ({ locals, request }) => {
		const form = await request.formData();
		const text = (name: string) => String(form.get(name) ?? '');
		const values = { heldOn: text('heldOn'), what: text('what'), who: text('who'), corrects: text('corrects') };
		const outcome = await logParticipation(locals.context, locals.actor, values);
		switch (outcome.kind) {
			case 'logged':
				redirect(303, '/apv?done=log');

			case 'faulty':
				return fail(400, { log: { values, problems: outcome.problems } });
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	}
};

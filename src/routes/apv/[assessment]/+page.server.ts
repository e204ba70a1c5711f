import { error, fail, redirect } from '@sveltejs/kit';
import { chooseAssessmentRound } from '#server/use-cases/choose-assessment-round.ts';
import { enterAbsence } from '#server/use-cases/enter-absence.ts';
import { finaliseAssessment } from '#server/use-cases/finalise-assessment.ts';
import { logParticipation } from '#server/use-cases/log-participation.ts';
import { readAssessment } from '#server/use-cases/read-assessment.ts';
import { remarkOnAssessment } from '#server/use-cases/remark-on-assessment.ts';
import { saveAssessmentPart } from '#server/use-cases/save-assessment-part.ts';
import { withdrawAbsence } from '#server/use-cases/withdraw-absence.ts';
import { textsFor } from '#texts/texts.ts';
import { stepAfter, stepOf } from './steps.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const outcome = await readAssessment(locals.context, locals.actor, {
		assessmentId: params.assessment,
		unitId: url.searchParams.get('unit') ?? ''
	});
	switch (outcome.kind) {
		case 'assessment':
			return {
				apv: outcome,
				step: stepOf(url.searchParams.get('step')),
				done: url.searchParams.get('done'),
				corrects: url.searchParams.get('corrects') ?? '',
				unit: url.searchParams.get('unit') ?? ''
			};
		case 'unknown-assessment':
			error(404, { message: textsFor(locals.language).apv.notFound });

		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

type Event = Parameters<NonNullable<Actions[string]>>[0];

/** Back to a step, with what was done there. */
function onwards({ params }: Event, step: string, done: string): never {
	redirect(303, `/apv/${params.assessment}?step=${step}&done=${done}`);
}

function refuse(outcome: { readonly kind: 'unknown-assessment' | 'forbidden' }, { locals }: Event): never {
	if (outcome.kind === 'forbidden') error(403, { message: 'forbidden', code: 'forbidden' });
	error(404, { message: textsFor(locals.language).apv.notFound });
}

export const actions: Actions = {
	save: async (event) => {
		const form = await event.request.formData();
		const part = String(form.get('part') ?? '');
		const values = Object.fromEntries(
			[...form].filter(([name]) => name.startsWith('field-')).map(([name, value]) => [name.slice(6), String(value)])
		);
		const outcome = await saveAssessmentPart(event.locals.context, event.locals.actor, {
			assessmentId: event.params.assessment,
			part,
			values,
			revision: Number(form.get('revision') ?? 0)
		});
		switch (outcome.kind) {
			case 'saved': {
				const step = stepOf(part);
				return form.has('next') ? onwards(event, stepAfter(step), 'saved') : onwards(event, step, 'saved');
			}
			case 'faulty':
				return fail(400, { part, values, problems: outcome.problems });
			case 'changed-meanwhile':
				return fail(409, { part, values, saved: outcome.saved });
			case 'already-final':
				return onwards(event, 'finish', 'final');
			default:
				return refuse(outcome, event);
		}
	},
	round: async (event) => {
		const roundId = String((await event.request.formData()).get('round') ?? '');
		const outcome = await chooseAssessmentRound(event.locals.context, event.locals.actor, {
			assessmentId: event.params.assessment,
			roundId
		});
		switch (outcome.kind) {
			case 'chosen':
			case 'already-final':
				return onwards(event, 'mapping', 'saved');
			case 'unknown-round':
				return fail(400, { roundProblem: 'round-unknown' as const });
			default:
				return refuse(outcome, event);
		}
	},
	remark: async (event) => {
		const form = await event.request.formData();
		const [part, remark] = [String(form.get('part') ?? ''), String(form.get('remark') ?? '')];
		const outcome = await remarkOnAssessment(event.locals.context, event.locals.actor, {
			assessmentId: event.params.assessment,
			part,
			remark
		});
		switch (outcome.kind) {
			case 'remarked':
				return onwards(event, stepOf(part), 'remark');
			case 'faulty':
				return fail(400, { remark, remarkProblem: outcome.problems[0]?.code ?? 'remark-missing' });
			case 'already-final':
				return onwards(event, 'finish', 'final');
			default:
				return refuse(outcome, event);
		}
	},
	absence: async (event) => {
		const form = await event.request.formData();
		const text = (name: string) => String(form.get(name) ?? '');
		const values = {
			setKeys: form.getAll('sets').map(String),
			days: text('days'),
			from: text('from'),
			to: text('to'),
			corrects: text('corrects')
		};
		const outcome = await enterAbsence(event.locals.context, event.locals.actor, values);
		switch (outcome.kind) {
			case 'entered':
				return onwards(event, 'absence', 'absence');
			case 'faulty':
				return fail(400, { absence: { values, problems: outcome.problems, verdict: null } });
			case 'refused':
				return fail(400, { absence: { values, problems: [], verdict: outcome.verdict } });
			case 'forbidden':
				return refuse(outcome, event);
		}
	},
	withdraw: async (event) => {
		const entryId = String((await event.request.formData()).get('entry') ?? '');
		const outcome = await withdrawAbsence(event.locals.context, event.locals.actor, { entryId });
		switch (outcome.kind) {
			case 'withdrawn':
			case 'unknown-entry':
				return onwards(event, 'absence', 'withdrawn');
			case 'forbidden':
				return refuse(outcome, event);
		}
	},
	log: async (event) => {
		const form = await event.request.formData();
		const text = (name: string) => String(form.get(name) ?? '');
		const values = { heldOn: text('heldOn'), what: text('what'), who: text('who'), corrects: text('corrects') };
		const outcome = await logParticipation(event.locals.context, event.locals.actor, values);
		switch (outcome.kind) {
			case 'logged':
				return onwards(event, 'participation', 'log');
			case 'faulty':
				return fail(400, { log: { values, problems: outcome.problems } });
			case 'forbidden':
				return refuse(outcome, event);
		}
	},
	finalise: async (event) => {
		const outcome = await finaliseAssessment(event.locals.context, event.locals.actor, {
			assessmentId: event.params.assessment
		});
		switch (outcome.kind) {
			case 'finalised':
				return onwards(event, 'finish', 'finalised');
			case 'already-final':
			case 'incomplete':
				return onwards(event, 'finish', outcome.kind);
			default:
				return refuse(outcome, event);
		}
	}
};

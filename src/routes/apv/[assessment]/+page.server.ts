import { error, fail, redirect } from '@sveltejs/kit';
import { partOf } from '#domain/work-environment/workplace-assessment.ts';
import { chooseAssessmentRound } from '#server/use-cases/assessments/choose-assessment-round.ts';
import { finaliseAssessment } from '#server/use-cases/assessments/finalise-assessment.ts';
import { logParticipation } from '#server/use-cases/assessments/log-participation.ts';
import { readAssessment } from '#server/use-cases/assessments/read-assessment.ts';
import { withdrawAbsence } from '#server/use-cases/assessments/withdraw-absence.ts';
import { textsFor } from '#texts/texts.ts';
import { leaveStep } from './leave-step.ts';
import { saveWritten } from './save-written.ts';
import { stepAfter, stepOf } from './steps.ts';
import { writtenMark } from './written-mark.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const outcome = await readAssessment(locals.context, locals.actor, {
		assessmentId: params.assessment,
		unitId: url.searchParams.get('unit') ?? ''
	});
	switch (outcome.kind) {
		case 'assessment': {
			const step = stepOf(url.searchParams.get('step'));
			const part = partOf(step);
			return {
				apv: outcome,
				step,
				written: part === null ? '' : writtenMark(outcome.facts.parts[part].content),
				done: url.searchParams.get('done'),
				corrects: url.searchParams.get('corrects') ?? '',
				unit: url.searchParams.get('unit') ?? ''
			};
		}
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

/** Saves all that stands on the page, whichever button was pressed. */
async function saveAndGo(
	event: Event,
	form: FormData,
	asked: 'part' | 'remark' | 'absence' | null,
	step: string,
	done: string
) {
	const { context, actor } = event.locals;
	const outcome = await saveWritten(context, actor, { assessmentId: event.params.assessment, form, asked });
	switch (outcome.kind) {
		case 'saved':
			return onwards(event, step, done);
		case 'faulty':
			return fail(outcome.fault.saved === null ? 400 : 409, { fault: outcome.fault });
		case 'already-final':
			return onwards(event, 'finish', 'final');
		default:
			return refuse({ kind: outcome.kind }, event);
	}
}

export const actions: Actions = {
	save: async (event) => {
		const form = await event.request.formData();
		const step = stepOf(String(form.get('part') ?? ''));
		return saveAndGo(event, form, 'part', form.has('next') ? stepAfter(step) : step, 'saved');
	},
	round: async (event) => {
		const form = await event.request.formData();
		const outcome = await chooseAssessmentRound(event.locals.context, event.locals.actor, {
			assessmentId: event.params.assessment,
			roundId: String(form.get('round') ?? '')
		});
		switch (outcome.kind) {
			case 'chosen':
				return saveAndGo(event, form, null, 'mapping', 'saved');
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
		return saveAndGo(event, form, 'remark', stepOf(String(form.get('part') ?? '')), 'remark');
	},
	leave: async (event) => {
		const form = await event.request.formData();
		const outcome = await leaveStep(event.locals.context, event.locals.actor, {
			assessmentId: event.params.assessment,
			form
		});
		switch (outcome.kind) {
			case 'go':
				redirect(303, outcome.href);

			case 'faulty':
				return fail(outcome.fault.saved === null ? 400 : 409, { fault: outcome.fault, leaveTo: outcome.leaveTo });
			case 'faulty-line':
				return fail(400, {
					log: { values: outcome.values, problems: outcome.problems },
					leaveTo: outcome.leaveTo
				});
			case 'already-final':
				return onwards(event, 'finish', 'final');
			default:
				return refuse({ kind: outcome.kind }, event);
		}
	},
	/** Another unit's branch, with all that is chosen and filled in. */
	look: async (event) => {
		const outcome = await saveWritten(event.locals.context, event.locals.actor, {
			assessmentId: event.params.assessment,
			form: await event.request.formData(),
			asked: null,
			keepsAbsence: true
		});
		switch (outcome.kind) {
			case 'saved':
				return { fault: outcome.kept };
			case 'faulty':
				return fail(outcome.fault.saved === null ? 400 : 409, { fault: outcome.fault });
			case 'already-final':
				return onwards(event, 'finish', 'final');
			default:
				return refuse({ kind: outcome.kind }, event);
		}
	},
	absence: async (event) => saveAndGo(event, await event.request.formData(), 'absence', 'absence', 'absence'),
	withdraw: async (event) => {
		const form = await event.request.formData();
		const entryId = String(form.get('entry') ?? '');
		const outcome = await withdrawAbsence(event.locals.context, event.locals.actor, { entryId });
		switch (outcome.kind) {
			case 'withdrawn':
			case 'unknown-entry':
				return saveAndGo(event, form, null, 'absence', 'withdrawn');
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

import { error, fail, redirect } from '@sveltejs/kit';
import { assignFacilitator } from '#server/use-cases/assign-facilitator.ts';
import { callOffDialogue } from '#server/use-cases/call-off-dialogue.ts';
import { holdDialogue } from '#server/use-cases/hold-dialogue.ts';
import { planDialogue } from '#server/use-cases/plan-dialogue.ts';
import { readDialogue } from '#server/use-cases/read-dialogue.ts';
import { removeFacilitator } from '#server/use-cases/remove-facilitator.ts';
import { saveDialogueNotes } from '#server/use-cases/save-dialogue-notes.ts';
import { readHeldForm, readMeetingForm, readNotesForm, readVersion } from './read-forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const outcome = await readDialogue(locals.context, locals.actor, {
		roundId: params.round,
		groupId: params.group,
		minutes: Number(url.searchParams.get('minutes'))
	});
	switch (outcome.kind) {
		case 'dialogue':
			return {
				shown: outcome,
				now: locals.context.now(),
				done: url.searchParams.get('done'),
				count: Number(url.searchParams.get('count') ?? 0)
			};
		case 'unknown-group':
			return { shown: null, now: locals.context.now(), done: null, count: 0 };
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

type Where = { readonly round: string; readonly group: string };
const placeOf = ({ round, group }: Where) => ({ roundId: round, groupId: group });

export const actions: Actions = {
	notes: async ({ locals, params, request }) => {
		const form = await request.formData();
		const values = readNotesForm(form);
		const outcome = await saveDialogueNotes(locals.context, locals.actor, {
			...placeOf(params),
			notes: values,
			basedOn: readVersion(form)
		});
		switch (outcome.kind) {
			case 'saved':
				return done(params, 'notes', 'decided');
			case 'faulty':
				return fail(400, {
					form: 'notes' as const,
					values,
					version: readVersion(form),
					problems: outcome.problems,
					saved: null
				});
			case 'conflict': {
				const { notes, notesBy, notesAt, notesVersion } = outcome.saved;
				const saved = { notes, notesBy, notesAt };
				return fail(409, { form: 'notes' as const, values, version: notesVersion, problems: [], saved });
			}
			default:
				return refused(outcome.kind);
		}
	},
	held: async ({ locals, params, request }) => {
		const values = readHeldForm(await request.formData());
		const outcome = await holdDialogue(locals.context, locals.actor, { ...placeOf(params), ...values, isHeld: true });
		switch (outcome.kind) {
			case 'held':
			case 'not-held':
				return done(params, 'held', 'held');
			case 'faulty':
				return fail(400, { form: 'held' as const, values, problems: outcome.problems });
			default:
				return refused(outcome.kind);
		}
	},
	'not-held': async ({ locals, params }) => {
		const nothing = { heldOn: '', tookPart: '', roles: '', representative: '' } as const;
		const outcome = await holdDialogue(locals.context, locals.actor, { ...placeOf(params), ...nothing, isHeld: false });
		switch (outcome.kind) {
			case 'held':
			case 'not-held':
			case 'faulty':
				return done(params, 'not-held', 'held');
			default:
				return refused(outcome.kind);
		}
	},
	plan: async ({ locals, params, request }) => {
		const form = await request.formData();
		const values = readMeetingForm(form);
		const outcome = await planDialogue(locals.context, locals.actor, {
			...placeOf(params),
			...values,
			minutes: Number(values.minutes),
			basedOn: readVersion(form)
		});
		switch (outcome.kind) {
			case 'planned':
				return done(params, 'planned', 'meeting', outcome.invited);
			case 'faulty':
				return fail(400, { form: 'meeting' as const, values, problems: outcome.problems });
			case 'changed':
				return fail(409, { form: 'meeting' as const, values, problems: ['changed' as const] });
			default:
				return refused(outcome.kind);
		}
	},
	'call-off': async ({ locals, params }) => {
		const outcome = await callOffDialogue(locals.context, locals.actor, placeOf(params));
		switch (outcome.kind) {
			case 'called-off':
			case 'not-planned':
				return done(params, 'called-off', 'meeting');
			default:
				return refused(outcome.kind);
		}
	},
	assign: async ({ locals, params, request }) => {
		const email = String((await request.formData()).get('facilitator') ?? '');
		const outcome = await assignFacilitator(locals.context, locals.actor, { ...placeOf(params), email });
		switch (outcome.kind) {
			case 'assigned':
				return done(params, 'assigned', 'facilitator');
			case 'not-a-facilitator':
				return fail(400, { form: 'facilitator' as const, problems: [outcome.kind] });
			default:
				return refused(outcome.kind);
		}
	},
	remove: async ({ locals, params, request }) => {
		const email = String((await request.formData()).get('facilitator') ?? '');
		const outcome = await removeFacilitator(locals.context, locals.actor, { ...placeOf(params), email });
		switch (outcome.kind) {
			case 'removed':
				return done(params, 'removed', 'facilitator');
			default:
				return refused(outcome.kind);
		}
	}
};

function done({ round, group }: Where, what: string, section: string, count = 0): never {
	const address = `/results/${round}/${encodeURIComponent(group)}/dialogue`;
	redirect(303, `${address}?done=${what}&count=${count}#${section}`);
}

function refused(kind: 'unknown-group' | 'forbidden'): never {
	switch (kind) {
		case 'unknown-group':
			error(404, { message: 'unknown group', code: 'not-found' });
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
}

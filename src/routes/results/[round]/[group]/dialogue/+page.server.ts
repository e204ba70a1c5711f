import { error, fail, redirect } from '@sveltejs/kit';
import { assignFacilitator } from '#server/use-cases/dialogues/assign-facilitator.ts';
import { callOffDialogue } from '#server/use-cases/dialogues/call-off-dialogue.ts';
import { holdDialogue } from '#server/use-cases/dialogues/hold-dialogue.ts';
import { planDialogue } from '#server/use-cases/dialogues/plan-dialogue.ts';
import { readDialogue } from '#server/use-cases/dialogues/read-dialogue.ts';
import { removeFacilitator } from '#server/use-cases/dialogues/remove-facilitator.ts';
import { saveDialogueNotes } from '#server/use-cases/dialogues/save-dialogue-notes.ts';
import { readHeldForm, readMeetingForm, readNotesForm, readTyped, readVersion, type Typed } from './read-forms.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

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

/** Every button sends the whole page: what was decided is saved whatever button is pressed, the rest stays in its fields. */
export const actions: Actions = {
	notes: async (event) => {
		const form = await event.request.formData();
		const typed = { ...readTyped(form), notes: { ...readNotesForm(form), version: readVersion(form, 'notes') } };
		return (await keepNotes(event, typed)) ?? done(event.params, 'notes', { section: 'decided', typed });
	},
	held: async (event) => {
		const form = await event.request.formData();
		const typed = readTyped(form);
		const refusal = await keepNotes(event, typed);
		if (refusal !== null) return refusal;
		const { locals, params } = event;
		const values = readHeldForm(form);
		const outcome = await holdDialogue(locals.context, locals.actor, { ...placeOf(params), ...values, isHeld: true });
		switch (outcome.kind) {
			case 'held':
			case 'not-held':
				return done(params, 'held', { section: 'held', typed: nothingTyped });
			case 'faulty':
				return fail(400, { form: 'held' as const, typed: { ...typed, notes: null }, problems: outcome.problems });
			default:
				return refused(outcome.kind);
		}
	},
	'not-held': async (event) => {
		const typed = readTyped(await event.request.formData());
		const refusal = await keepNotes(event, typed);
		if (refusal !== null) return refusal;
		const { locals, params } = event;
		const nothing = { heldOn: '', tookPart: '', roles: '', representative: '' } as const;
		const outcome = await holdDialogue(locals.context, locals.actor, { ...placeOf(params), ...nothing, isHeld: false });
		switch (outcome.kind) {
			case 'held':
			case 'not-held':
			case 'faulty':
				return done(params, 'not-held', { section: 'held', typed: nothingTyped });
			default:
				return refused(outcome.kind);
		}
	},
	plan: async (event) => {
		const form = await event.request.formData();
		const typed = readTyped(form);
		const refusal = await keepNotes(event, typed);
		if (refusal !== null) return refusal;
		const { locals, params } = event;
		const values = readMeetingForm(form);
		const outcome = await planDialogue(locals.context, locals.actor, {
			...placeOf(params),
			...values,
			minutes: Number(values.minutes),
			basedOn: readVersion(form, 'meeting')
		});
		switch (outcome.kind) {
			case 'planned': {
				const rest = { ...typed, meeting: null };
				return done(params, 'planned', { section: 'meeting', typed: rest, count: outcome.invited });
			}
			case 'faulty':
				return fail(400, { form: 'meeting' as const, typed: { ...typed, notes: null }, problems: outcome.problems });
			case 'changed': {
				// From here on the form is based on what stands now.
				const meeting = typed.meeting && { ...typed.meeting, version: null };
				return fail(409, {
					form: 'meeting' as const,
					typed: { ...typed, notes: null, meeting },
					problems: ['changed' as const]
				});
			}
			default:
				return refused(outcome.kind);
		}
	},
	'call-off': async (event) => {
		const typed = readTyped(await event.request.formData());
		const refusal = await keepNotes(event, typed);
		if (refusal !== null) return refusal;
		const { locals, params } = event;
		const outcome = await callOffDialogue(locals.context, locals.actor, placeOf(params));
		switch (outcome.kind) {
			case 'called-off':
			case 'not-planned':
				return done(params, 'called-off', { section: 'meeting', typed: { ...typed, meeting: null } });
			default:
				return refused(outcome.kind);
		}
	},
	assign: async (event) => {
		const form = await event.request.formData();
		const typed = readTyped(form);
		const refusal = await keepNotes(event, typed);
		if (refusal !== null) return refusal;
		const { locals, params } = event;
		const email = String(form.get('facilitator') ?? '');
		const outcome = await assignFacilitator(locals.context, locals.actor, { ...placeOf(params), email });
		switch (outcome.kind) {
			case 'assigned':
				return done(params, 'assigned', { section: 'facilitator', typed });
			case 'not-a-facilitator':
				return fail(400, { form: 'facilitator' as const, typed: { ...typed, notes: null }, problems: [outcome.kind] });
			default:
				return refused(outcome.kind);
		}
	},
	remove: async (event) => {
		const form = await event.request.formData();
		const typed = readTyped(form);
		const refusal = await keepNotes(event, typed);
		if (refusal !== null) return refusal;
		const { locals, params } = event;
		const email = String(form.get('remove') ?? '');
		const outcome = await removeFacilitator(locals.context, locals.actor, { ...placeOf(params), email });
		switch (outcome.kind) {
			case 'removed':
				return done(params, 'removed', { section: 'facilitator', typed });
			default:
				return refused(outcome.kind);
		}
	}
};

const nothingTyped: Typed = { notes: null, meeting: null, held: null };

/** Saves notes that somebody has typed; null where the button's own work can go on. */
async function keepNotes({ locals, params }: RequestEvent, typed: Typed) {
	if (typed.notes === null) return null;
	const { version, ...notes } = typed.notes;
	const outcome = await saveDialogueNotes(locals.context, locals.actor, {
		...placeOf(params),
		notes,
		basedOn: version
	});
	switch (outcome.kind) {
		case 'saved':
			return null;
		case 'faulty':
			return fail(400, { form: 'notes' as const, typed, problems: outcome.problems, saved: null });
		case 'conflict': {
			const { saved } = outcome;
			return fail(409, {
				form: 'notes' as const,
				typed: { ...typed, notes: { ...notes, version: saved.notesVersion } },
				problems: [],
				saved: { notes: saved.notes, notesBy: saved.notesBy, notesAt: saved.notesAt }
			});
		}
		default:
			return refused(outcome.kind);
	}
}

/** A new page, or, where something else was typed that is not saved yet, this one with it in its fields. */
function done(
	{ round, group }: Where,
	what: string,
	{ section, typed, count = 0 }: { readonly section: string; readonly typed: Typed; readonly count?: number }
) {
	if (typed.meeting !== null || typed.held !== null)
		return { form: 'done' as const, done: what, count, typed: { ...typed, notes: null }, problems: [] };
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

// What a group decided is written down. Two people who write at once lose nothing: the second is shown what the first saved.
import { checkNotes, type DialogueNotes, type NotesProblem } from '#domain/dialogue/notes.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { holdDialogueRow, writeNotes, type Dialogue } from '#server/database/dialogues.ts';
import { findDialoguePlace } from './dialogue-place.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type SaveDialogueNotesOutcome =
	| { readonly kind: 'saved'; readonly version: number }
	| { readonly kind: 'faulty'; readonly problems: readonly NotesProblem[] }
	/** Somebody else has saved since this form was opened; nothing was written. */
	| { readonly kind: 'conflict'; readonly saved: Dialogue }
	| { readonly kind: 'unknown-group' }
	| Forbidden;

export async function saveDialogueNotes(
	context: Context,
	actor: Actor,
	input: {
		readonly roundId: string;
		readonly groupId: string;
		readonly notes: DialogueNotes;
		/** The version that the form was filled in from. */
		readonly basedOn: number;
	}
): Promise<SaveDialogueNotesOutcome> {
	if (!isAllowed('save-dialogue-notes', actor) || actor.kind === 'visitor') return forbidden;
	const place = await findDialoguePlace(context, actor, input);
	if (place === null) return { kind: 'unknown-group' };
	const notes: DialogueNotes = {
		themes: [...new Set(input.notes.themes)],
		agreement: input.notes.agreement.trim(),
		owner: input.notes.owner.trim(),
		upward: input.notes.upward.trim(),
		followUpOn: input.notes.followUpOn.trim()
	};
	const problems = checkNotes(
		notes,
		context.evidence.factors.map((factor) => factor.id)
	);
	if (problems.length > 0) return { kind: 'faulty', problems };
	return context.db.transaction().execute(async (db): Promise<SaveDialogueNotesOutcome> => {
		const saved = await holdDialogueRow(db, place.key);
		// The same text again is no conflict: somebody pressed twice, or reloaded.
		if (saved.notesVersion !== input.basedOn) {
			const isSame = JSON.stringify(saved.notes) === JSON.stringify(notes);
			return isSame ? { kind: 'saved', version: saved.notesVersion } : { kind: 'conflict', saved };
		}
		const version = saved.notesVersion + 1;
		const by = actor.kind === 'person' ? actor.name : 'system';
		await writeNotes(db, place.key, { notes, version, by, at: context.now() });
		return { kind: 'saved', version };
	});
}

// Dialogues about a released result: when a group meets, what it decided, that it was held, and who leads the talk.
import type { Kysely, Selectable } from 'kysely';
import type { MeetingMinutes } from '#domain/dialogue/agenda.ts';
import { noNotes, readNotes, type DialogueNotes } from '#domain/dialogue/notes.ts';
import type { DialoguesTable, Tables } from '#server/database/tables.ts';

export type Dialogue = {
	readonly groupId: string;
	readonly plannedFor: Date | null;
	readonly minutes: MeetingMinutes;
	readonly place: string;
	readonly calledOffAt: Date | null;
	/** Rises with every change of the meeting; 0 where none was ever planned. */
	readonly meetingVersion: number;
	/** Addresses that were asked to come. */
	readonly invited: readonly string[];
	readonly notes: DialogueNotes;
	/** Rises with every saving of the notes; 0 where there are none. */
	readonly notesVersion: number;
	readonly notesBy: string | null;
	readonly notesAt: Date | null;
	/** Calendar day YYYY-MM-DD. */
	readonly heldOn: string | null;
	readonly tookPart: number | null;
	readonly rolesTookPart: string;
	readonly representativeTookPart: boolean | null;
	readonly heldBy: string | null;
	readonly remindedAt: Date | null;
};

export type DialogueKey = { readonly organisationId: string; readonly roundId: string; readonly groupId: string };

/** What is true of a group of which nothing has been recorded. */
export function noDialogue(groupId: string): Dialogue {
	return {
		groupId,
		plannedFor: null,
		minutes: 60,
		place: '',
		calledOffAt: null,
		meetingVersion: 0,
		invited: [],
		notes: noNotes,
		notesVersion: 0,
		notesBy: null,
		notesAt: null,
		heldOn: null,
		tookPart: null,
		rolesTookPart: '',
		representativeTookPart: null,
		heldBy: null,
		remindedAt: null
	};
}

export async function findDialogue(db: Kysely<Tables>, key: DialogueKey): Promise<Dialogue> {
	const row = await own(db, key).selectAll().executeTakeFirst();
	return row === undefined ? noDialogue(key.groupId) : dialogueOf(row);
}

/** The same, made where there is none and held until the transaction ends: two people who save at once take turns. */
export async function holdDialogueRow(db: Kysely<Tables>, key: DialogueKey): Promise<Dialogue> {
	await db
		.insertInto('dialogues')
		.values({ organisation_id: key.organisationId, round_id: key.roundId, group_id: key.groupId })
		.onConflict((conflict) => conflict.columns(['organisation_id', 'round_id', 'group_id']).doNothing())
		.execute();
	return dialogueOf(await own(db, key).selectAll().forUpdate().executeTakeFirstOrThrow());
}

export async function listDialogues(
	db: Kysely<Tables>,
	key: Omit<DialogueKey, 'groupId'>
): Promise<ReadonlyMap<string, Dialogue>> {
	const rows = await db
		.selectFrom('dialogues')
		.selectAll()
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.execute();
	return new Map(rows.map((row) => [row.group_id, dialogueOf(row)]));
}

/** Plans, moves or calls off (`plannedFor` null). */
export async function writeMeeting(
	db: Kysely<Tables>,
	key: DialogueKey,
	meeting: Pick<Dialogue, 'plannedFor' | 'minutes' | 'place' | 'calledOffAt' | 'meetingVersion' | 'invited'>
): Promise<void> {
	await changed(db, key)
		.set({
			planned_for: meeting.plannedFor,
			minutes: meeting.minutes,
			place: meeting.place,
			called_off_at: meeting.calledOffAt,
			meeting_version: meeting.meetingVersion,
			invited: JSON.stringify(meeting.invited)
		})
		.execute();
}

export async function writeNotes(
	db: Kysely<Tables>,
	key: DialogueKey,
	saved: { readonly notes: DialogueNotes; readonly version: number; readonly by: string; readonly at: Date }
): Promise<void> {
	await changed(db, key)
		.set({
			notes: JSON.stringify(saved.notes),
			notes_version: saved.version,
			notes_by: saved.by,
			notes_at: saved.at
		})
		.execute();
}

/** `heldOn` null takes it back. */
export async function writeHeld(
	db: Kysely<Tables>,
	key: DialogueKey,
	held: Pick<Dialogue, 'heldOn' | 'tookPart' | 'rolesTookPart' | 'representativeTookPart'> & {
		readonly by: string;
		readonly at: Date;
	}
): Promise<void> {
	await changed(db, key)
		.set({
			held_on: held.heldOn,
			took_part: held.tookPart,
			roles_took_part: held.rolesTookPart,
			representative_took_part: held.representativeTookPart,
			held_by: held.by,
			held_at: held.at
		})
		.execute();
}

export async function markReminded(db: Kysely<Tables>, key: DialogueKey, at: Date): Promise<void> {
	await changed(db, key).set({ reminded_at: at }).execute();
}

function own(db: Kysely<Tables>, key: DialogueKey) {
	return db
		.selectFrom('dialogues')
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.where('group_id', '=', key.groupId);
}

function changed(db: Kysely<Tables>, key: DialogueKey) {
	return db
		.updateTable('dialogues')
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.where('group_id', '=', key.groupId);
}

function dialogueOf(row: Selectable<DialoguesTable>): Dialogue {
	return {
		groupId: row.group_id,
		plannedFor: row.planned_for,
		minutes: row.minutes === 90 ? 90 : 60,
		place: row.place,
		calledOffAt: row.called_off_at,
		meetingVersion: row.meeting_version,
		invited: textsOf(row.invited),
		notes: readNotes(row.notes),
		notesVersion: row.notes_version,
		notesBy: row.notes_by,
		notesAt: row.notes_at,
		heldOn: row.held_on,
		tookPart: row.took_part,
		rolesTookPart: row.roles_took_part,
		representativeTookPart: row.representative_took_part,
		heldBy: row.held_by,
		remindedAt: row.reminded_at
	};
}

function textsOf(value: unknown): string[] {
	return Array.isArray(value) ? value.filter((part) => typeof part === 'string') : [];
}

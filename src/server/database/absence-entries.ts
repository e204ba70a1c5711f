// Sickness absence of sets of leaders. Whom a set held on the day it was entered stays with it: the joint check needs it.
import type { Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';

export type AbsenceEntry = {
	readonly id: string;
	readonly setName: string;
	/** The units or groups that the set was made of. */
	readonly setKeys: readonly string[];
	readonly leaders: readonly string[];
	/** How many of them were there before the period began: those that the figure is about. */
	readonly counted: number;
	/** Calendar days YYYY-MM-DD, both included. */
	readonly from: string;
	readonly to: string;
	readonly daysPerLeader: number;
	readonly enteredAt: Date;
	readonly enteredBy: string;
	/** The entry that this one replaces, or null. */
	readonly corrects: string | null;
	readonly withdrawnAt: Date | null;
};

export async function insertAbsenceEntry(
	db: Kysely<Tables>,
	organisationId: string,
	entry: AbsenceEntry
): Promise<void> {
	await db
		.insertInto('absence_entries')
		.values({
			organisation_id: organisationId,
			entry_id: entry.id,
			set_name: entry.setName,
			set_keys: [...entry.setKeys],
			leader_ids: [...entry.leaders],
			counted_leaders: entry.counted,
			from_on: entry.from,
			to_on: entry.to,
			days_per_leader: entry.daysPerLeader,
			entered_at: entry.enteredAt,
			entered_by: entry.enteredBy,
			corrects: entry.corrects,
			withdrawn_at: entry.withdrawnAt
		})
		.execute();
}

/** All that were ever entered, also those that were taken back; the newest period first. */
export async function listAbsenceEntries(db: Kysely<Tables>, organisationId: string): Promise<AbsenceEntry[]> {
	const rows = await db
		.selectFrom('absence_entries')
		.selectAll()
		.where('organisation_id', '=', organisationId)
		.orderBy('from_on', 'desc')
		.orderBy('set_name')
		.orderBy('entered_at')
		.execute();
	return rows.map((row) => ({
		id: row.entry_id,
		setName: row.set_name,
		setKeys: row.set_keys,
		leaders: row.leader_ids,
		counted: row.counted_leaders,
		from: row.from_on,
		to: row.to_on,
		daysPerLeader: row.days_per_leader,
		enteredAt: row.entered_at,
		enteredBy: row.entered_by,
		corrects: row.corrects,
		withdrawnAt: row.withdrawn_at
	}));
}

/** It is not shown any more, and stays in the joint check. Returns false where there is none, or it was taken back before. */
export async function withdrawAbsenceEntry(
	db: Kysely<Tables>,
	key: { readonly organisationId: string; readonly entryId: string },
	at: Date
): Promise<boolean> {
	const result = await db
		.updateTable('absence_entries')
		.set({ withdrawn_at: at })
		.where('organisation_id', '=', key.organisationId)
		.where('entry_id', '=', key.entryId)
		.where('withdrawn_at', 'is', null)
		.executeTakeFirst();
	return result.numUpdatedRows > 0n;
}

// What a round does by itself: on which days it reminds, and after which day it closes. Nothing here says who was reminded.
import type { Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';

export type RoundClock = {
	/** Calendar days in order; null: as the program proposes. */
	readonly reminderDays: readonly string[] | null;
	readonly closesByItself: boolean;
	/** The day after which it closes; null: the last day that the letters told of. */
	readonly closesAfter: string | null;
	/** The last of the days that has been dealt with. */
	readonly remindedThrough: string | null;
	/** How many reminders went out. */
	readonly reminders: number;
	/** A person asked for one at a time of rest; it is made when letters go again. */
	readonly isReminderWanted: boolean;
};

type Key = { readonly organisationId: string; readonly roundId: string };

const untouched: RoundClock = {
	reminderDays: null,
	closesByItself: true,
	closesAfter: null,
	remindedThrough: null,
	reminders: 0,
	isReminderWanted: false
};

export async function findRoundClock(db: Kysely<Tables>, key: Key): Promise<RoundClock> {
	const row = await db
		.selectFrom('round_clocks')
		.selectAll()
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.executeTakeFirst();
	if (row === undefined) return untouched;
	return {
		reminderDays: row.reminder_days === null ? null : daysOf(row.reminder_days),
		closesByItself: row.closes_by_itself,
		closesAfter: row.closes_after,
		remindedThrough: row.reminded_through,
		reminders: row.reminders,
		isReminderWanted: row.is_reminder_wanted
	};
}

export async function writeRoundClock(db: Kysely<Tables>, key: Key, clock: RoundClock): Promise<void> {
	const values = {
		reminder_days: clock.reminderDays === null ? null : JSON.stringify(clock.reminderDays),
		closes_by_itself: clock.closesByItself,
		closes_after: clock.closesAfter,
		reminded_through: clock.remindedThrough,
		reminders: clock.reminders,
		is_reminder_wanted: clock.isReminderWanted
	};
	await db
		.insertInto('round_clocks')
		.values({ organisation_id: key.organisationId, round_id: key.roundId, ...values })
		.onConflict((conflict) => conflict.columns(['organisation_id', 'round_id']).doUpdateSet(values))
		.execute();
}

/** Open rounds of real organisations: in a demonstration nobody is written to and visitors close by hand. */
export async function listTickingRounds(db: Kysely<Tables>): Promise<Key[]> {
	const rows = await db
		.selectFrom('rounds')
		.innerJoin('organisations', 'organisations.organisation_id', 'rounds.organisation_id')
		.select(['rounds.organisation_id', 'rounds.round_id'])
		.where('organisations.is_demonstration', '=', false)
		.where('rounds.source', '=', 'ballots')
		.where('rounds.opened_at', 'is not', null)
		.where('rounds.closing_at', 'is', null)
		.where('rounds.closed_at', 'is', null)
		.orderBy('rounds.opened_at')
		.execute();
	return rows.map((row) => ({ organisationId: row.organisation_id, roundId: row.round_id }));
}

/** The latest rounds that an address was invited to, and when each last reminded those who had not collected. */
export async function listRoundsOfAddress(
	db: Kysely<Tables>,
	email: string
): Promise<readonly { readonly remindedAt: Date | null }[]> {
	const rows = await db
		.selectFrom('leaders')
		.innerJoin('invitations', (join) =>
			join
				.onRef('invitations.organisation_id', '=', 'leaders.organisation_id')
				.onRef('invitations.leader_id', '=', 'leaders.leader_id')
		)
		.innerJoin('rounds', (join) =>
			join
				.onRef('rounds.organisation_id', '=', 'invitations.organisation_id')
				.onRef('rounds.round_id', '=', 'invitations.round_id')
		)
		.select('rounds.reminded_at')
		.where('leaders.email', '=', email.toLowerCase())
		.orderBy('rounds.created_at', 'desc')
		.limit(20)
		.execute();
	return rows.map((row) => ({ remindedAt: row.reminded_at }));
}

function daysOf(value: unknown): string[] {
	if (Array.isArray(value) && value.every((day) => typeof day === 'string')) return value;
	throw new Error('expected a list of days');
}

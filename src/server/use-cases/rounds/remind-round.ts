// A person reminds those who have not collected their ballot, once a round, beside the days on which the round does so
// itself. Who they are is not told to anybody, and at a time of rest not found out before letters go again.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findOrganisation } from '#server/database/organisations.ts';
import { findRoundClock, writeRoundClock } from '#server/database/round-clocks.ts';
import { holdRound } from '#server/database/rounds.ts';
import { dayOf } from '../calendar-day.ts';
import { isUuid } from '../is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { quietMailsUntil } from '../mail/send-mails.ts';
import { queueReminders } from './queue-reminders.ts';
import { lastDayOf, reminderDaysOf } from './round-clock.ts';

export type RemindRoundOutcome =
	| { readonly kind: 'reminded' }
	/** It is a time of rest: whoever is missing then is reminded when it is over (`keepRoundClocks`). */
	| { readonly kind: 'waiting'; readonly until: Date }
	/** The last day is over before letters go again. */
	| { readonly kind: 'too-late' }
	| { readonly kind: 'already-reminded' }
	| { readonly kind: 'not-open' }
	| { readonly kind: 'unknown-round' }
	| Forbidden;

export async function remindRound(
	context: Context,
	actor: Actor,
	input: { readonly roundId: string }
): Promise<RemindRoundOutcome> {
	if (!isAllowed('remind-round', actor) || actor.kind === 'visitor') return forbidden;
	if (!isUuid(input.roundId)) return { kind: 'unknown-round' };
	const key = { organisationId: actor.organisationId, roundId: input.roundId };
	return context.db.transaction().execute(async (db): Promise<RemindRoundOutcome> => {
		const round = await holdRound(db, key);
		if (round === null || round.source !== 'ballots') return { kind: 'unknown-round' };
		if (round.openedAt === null || round.closingAt !== null || round.closedAt !== null) return { kind: 'not-open' };
		if (round.remindedAt !== null) return { kind: 'already-reminded' };
		const clock = await findRoundClock(db, key);
		const today = dayOf(context.now());
		const until = await restUntil({ ...context, db }, key.organisationId);
		if (until !== null) {
			if (dayOf(until) > lastDayOf(round, clock)) return { kind: 'too-late' };
			await writeRoundClock(db, key, { ...clock, isReminderWanted: true });
			return { kind: 'waiting', until };
		}
		const nextOn = reminderDaysOf(round, clock).find((day) => day > today) ?? null;
		await queueReminders(context, db, { round, clock, nextOn });
		// A reminder that was to come today has come.
		const reminded = { reminders: clock.reminders + 1, remindedThrough: today, isReminderWanted: false };
		await writeRoundClock(db, key, { ...clock, ...reminded });
		return { kind: 'reminded' };
	});
}

/** Null where letters go now, and in a demonstration, where nobody is written to. */
async function restUntil(context: Context, organisationId: string): Promise<Date | null> {
	const until = quietMailsUntil(context);
	if (until === null) return null;
	return (await findOrganisation(context.db, organisationId))?.isDemonstration === true ? null : until;
}

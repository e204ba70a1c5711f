// What open rounds do by themselves: remind on their days, and where somebody asked for it at a time of rest, at most once a
// day, and close when their last day is over. Each is decided inside one transaction that holds the round, so that two
// processes, a person and the clock take turns.
import { hourOf } from '#domain/calendar/danish-time.ts';
import { dueReminderDay } from '#domain/round/reminder-days.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findRoundClock, listTickingRounds, writeRoundClock } from '#server/database/round-clocks.ts';
import { holdRound } from '#server/database/rounds.ts';
import { dayOf } from '../calendar-day.ts';
import { closeRound } from './close-round.ts';
import { eachRound } from './each-round.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { queueReminders } from './queue-reminders.ts';
import { lastDayOf, reminderDaysOf } from './round-clock.ts';
import { quietMailsUntil } from '../mail/send-mails.ts';

export type KeepRoundClocksOutcome =
	{ readonly kind: 'kept'; readonly reminded: readonly string[]; readonly closed: readonly string[] } | Forbidden;

/**
 * A reminder is made in the morning, so that whoever collects in the night before is not reminded; and only when its letters go at
 * once: a list of who had not collected, made on a Saturday, would lie there until Monday.
 */
const reminderHour = 8;

export async function keepRoundClocks(context: Context, actor: Actor): Promise<KeepRoundClocksOutcome> {
	if (!isAllowed('keep-round-clocks', actor)) return forbidden;
	const reminded: string[] = [];
	const closed: string[] = [];
	await eachRound(context, 'round-clock', await listTickingRounds(context.db), async (system, { roundId }) => {
		if (system.kind === 'visitor') return;
		const key = { organisationId: system.organisationId, roundId };
		switch (await keepOne(context, key)) {
			case 'over':
				await closeRound(context, system, { roundId });
				closed.push(roundId);
				context.log.info('round-closed-by-clock', { round: roundId });
				return;
			case 'reminded':
				reminded.push(roundId);
				context.log.info('round-reminded-by-clock', { round: roundId });
				return;
			case 'nothing':
				return;
		}
	});
	return { kind: 'kept', reminded, closed };
}

type Key = { readonly organisationId: string; readonly roundId: string };

async function keepOne(context: Context, key: Key): Promise<'over' | 'reminded' | 'nothing'> {
	const now = context.now();
	const today = dayOf(now);
	return context.db.transaction().execute(async (db) => {
		const round = await holdRound(db, key);
		if (round === null || round.openedAt === null || round.closingAt !== null || round.closedAt !== null)
			return 'nothing';
		const clock = await findRoundClock(db, key);
		const lastDay = lastDayOf(round, clock);
		if (today > lastDay) return clock.closesByItself ? 'over' : 'nothing';
		const days = reminderDaysOf(round, clock);
		if (quietMailsUntil(context) !== null) return 'nothing';
		const due = dueReminderDay(days, { today, remindedThrough: clock.remindedThrough });
		const isDue = due !== null && hourOf(now) >= reminderHour;
		if (!isDue && !clock.isReminderWanted) return 'nothing';
		// Somebody has just pressed the button: two letters on two days in a row are one too many.
		const isFresh = round.remindedAt !== null && now.getTime() - round.remindedAt.getTime() < 36 * 3_600_000;
		if (!isFresh) {
			const nextOn = days.find((day) => day > today) ?? null;
			await queueReminders(context, db, { round, clock, nextOn });
		}
		const reminders = clock.reminders + (isFresh ? 0 : 1);
		await writeRoundClock(db, key, { ...clock, reminders, remindedThrough: today, isReminderWanted: false });
		return isFresh ? 'nothing' : 'reminded';
	});
}

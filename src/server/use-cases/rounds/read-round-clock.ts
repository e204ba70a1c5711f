// What an open round will do by itself, shown beforehand, and how its invitations fare. Only the state of mail is told here,
// never who has collected or answered.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { countInvitationMails, type MailCounts } from '#server/database/outbox.ts';
import { findRoundClock } from '#server/database/round-clocks.ts';
import { findRound } from '#server/database/rounds.ts';
import { countUnreachableInvited } from '#server/database/unreachable-addresses.ts';
import { dayOf } from '../calendar-day.ts';
import { isUuid } from '../is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { lastDayOf, reminderDaysOf } from './round-clock.ts';
import { quietMailsUntil } from '../mail/send-mails.ts';

export type ReadRoundClockOutcome =
	| {
			readonly kind: 'clock';
			/** Days still to come, in order, YYYY-MM-DD. */
			readonly reminderDays: readonly string[];
			/** How many reminders went out. */
			readonly reminders: number;
			/** When one goes out that somebody asked for at a time of rest; null where none waits. */
			readonly reminderWaitsUntil: Date | null;
			readonly closesByItself: boolean;
			readonly lastDay: string;
			/** What the letters told when the round was opened. */
			readonly toldLastDay: string;
			readonly isOver: boolean;
			readonly invitations: MailCounts;
			/** Of those invited: addresses from which letters came back. */
			readonly unreachable: number;
			/** Until when letters wait; null where they do not. */
			readonly quietUntil: Date | null;
	  }
	/** Not open, or answered elsewhere: it does nothing by itself. */
	| { readonly kind: 'no-clock' }
	| { readonly kind: 'unknown-round' }
	| Forbidden;

export async function readRoundClock(
	context: Pick<Context, 'db' | 'now' | 'mailer' | 'settings'>,
	actor: Actor,
	input: { readonly roundId: string }
): Promise<ReadRoundClockOutcome> {
	if (!isAllowed('read-round-clock', actor) || actor.kind === 'visitor') return forbidden;
	const key = { organisationId: actor.organisationId, roundId: input.roundId };
	const round = isUuid(input.roundId) ? await findRound(context.db, key) : null;
	if (round === null) return { kind: 'unknown-round' };
	const isOpen = round.openedAt !== null && round.closingAt === null && round.closedAt === null;
	if (!isOpen || round.source !== 'ballots') return { kind: 'no-clock' };
	const clock = await findRoundClock(context.db, key);
	const today = dayOf(context.now());
	const { remindedThrough } = clock;
	const isToCome = (day: string) => day >= today && (remindedThrough === null || day > remindedThrough);
	return {
		kind: 'clock',
		reminderDays: reminderDaysOf(round, clock).filter(isToCome),
		reminders: clock.reminders,
		reminderWaitsUntil: clock.isReminderWanted ? (quietMailsUntil(context) ?? context.now()) : null,
		closesByItself: clock.closesByItself,
		lastDay: lastDayOf(round, clock),
		toldLastDay: round.closesOn,
		isOver: today > lastDayOf(round, clock),
		invitations: await countInvitationMails(context.db, key, context.now()),
		unreachable: await countUnreachableInvited(context.db, key),
		quietUntil: quietMailsUntil(context)
	};
}

// What signing in and accounts share: the record of it, and the letter that tells the owner of a new key.
import { randomUUID } from 'node:crypto';
import type { Language } from '#domain/language/localised.ts';
import type { Actor, Person } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { recordEvent, type EventOutcome } from '#server/database/audit-events.ts';
import { findMailPreferences } from '#server/database/mail-preferences.ts';
import { queueMails } from '#server/database/mails.ts';
import { findPerson } from '#server/database/people.ts';
import { accounts as danish } from '#texts/da/accounts.ts';
import { accounts as english } from '#texts/en/accounts.ts';
import { letterOf } from '#texts/letter.ts';

type EventContext = Pick<Context, 'db' | 'now' | 'randomId'>;

export type AccountChange =
	'passkey-added' | 'passkey-removed' | 'app-added' | 'app-removed' | 'factors-reset' | 'codes-locked';

/** After these somebody else may have a key, or be close to one: the letter says what to do at once. */
const perhapsIntruded: readonly AccountChange[] = ['passkey-added', 'app-added', 'codes-locked'];

/** Records something that a person, a job or the command line did to somebody. */
export async function recordOf(
	context: EventContext,
	actor: Exclude<Actor, { readonly kind: 'visitor' }>,
	event: {
		readonly action: string;
		readonly email?: string;
		/** In place of an address where the record must not hold one. */
		readonly leaderIds?: readonly string[];
		readonly outcome?: EventOutcome;
	}
): Promise<void> {
	const subjectId = event.email ?? event.leaderIds?.join(' ').slice(0, 200);
	await recordEvent(context.db, {
		organisationId: actor.organisationId,
		eventId: context.randomId(),
		at: context.now(),
		actor: actor.kind === 'person' ? actor.email : null,
		action: event.action,
		subject: subjectId === undefined || subjectId === '' ? null : { kind: 'person', id: subjectId },
		outcome: event.outcome ?? 'done'
	});
}

/** Records how somebody signed in, where the address belongs to somebody here. */
export async function recordSignIn(
	context: EventContext,
	email: string,
	event: { readonly action: string; readonly outcome?: EventOutcome }
): Promise<void> {
	const person = await findPerson(context.db, email);
	if (person !== null) await recordOf(context, person, event);
}

/** A letter to the owner: whoever got into the mailbox or the session cannot add a key in silence. */
export async function tellOwner(
	context: EventContext & Pick<Context, 'settings'>,
	person: Pick<Person, 'organisationId' | 'email'>,
	change: AccountChange,
	language: Language
): Promise<void> {
	const words = (language === 'da' ? danish : english).letters;
	const id = context.randomId();
	const letter = letterOf({
		language,
		subject: words.subjects[change],
		paragraphs: [
			words.hello,
			words.subjects[change] + '.',
			...(change === 'codes-locked' ? [words.more[change]] : []),
			perhapsIntruded.includes(change) ? words.intruder : words.notYou
		],
		actions: [{ label: words.see, href: `${context.settings.publicUrl}/account` }],
		footer: []
	});
	await queueMails(context.db, [
		{
			organisationId: person.organisationId,
			mailId: `account:${id}`,
			kind: 'account',
			recipient: person.email,
			...letter,
			intendedAt: context.now()
		}
	]);
}

/** Codes are locked for the first time: whoever has the mailbox cannot go on guessing in silence. */
export async function tellOfLock(context: EventContext & Pick<Context, 'settings'>, email: string): Promise<void> {
	const person = await findPerson(context.db, email);
	if (person === null) return;
	const { language } = await findMailPreferences(context.db, person);
	await tellOwner(context, person, 'codes-locked', language);
}

/**
 * Records what a job or the command line has done to a round, after it was done; of a person the request is recorded instead.
 * Never throws: a full disk must not make a closed round look open.
 */
export async function recordSystem(
	context: Pick<Context, 'db' | 'now' | 'log'>,
	actor: Actor,
	event: { readonly action: string; readonly roundId?: string }
): Promise<void> {
	if (actor.kind !== 'system') return;
	try {
		await recordEvent(context.db, {
			organisationId: actor.organisationId,
			eventId: randomUUID(),
			at: context.now(),
			actor: null,
			action: event.action,
			subject: event.roundId === undefined ? null : { kind: 'round', id: event.roundId },
			outcome: 'done'
		});
	} catch (error) {
		context.log.error('an event could not be recorded', error, { action: event.action });
	}
}

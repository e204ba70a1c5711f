// Somebody asks for a sign-in link. The answer is the same whether the address is known or not; only a known one gets a mail.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { queueMails } from '#server/database/mails.ts';
import { findPerson } from '#server/database/people.ts';
import { parseAddress } from '#server/identity/address.ts';
import { linkMinutes, type Identity } from '#server/identity/identity.ts';
import { forbidden, isAllowed, type Forbidden } from '#server/use-cases/permissions.ts';
import type { Language } from '#domain/language/localised.ts';
import { mail as danish } from '#texts/da/mail.ts';
import { mail as english } from '#texts/en/mail.ts';

export type RequestSignInContext = Pick<Context, 'db' | 'settings' | 'now' | 'randomId'> & {
	readonly identity: Identity;
};

export type RequestSignInInput = {
	readonly email: string;
	readonly language: Language;
	/** Where the request came from; counted in memory, never kept. */
	readonly client: string;
};

export type RequestSignInOutcome =
	| { readonly kind: 'asked'; readonly minutes: number }
	| { readonly kind: 'not-an-address' }
	/** From one place. */
	| { readonly kind: 'too-many' }
	/** To one mailbox: those that lie there work. Said of unknown addresses, too. */
	| { readonly kind: 'too-many-for-address' }
	| Forbidden;

export async function requestSignIn(
	context: RequestSignInContext,
	actor: Actor,
	input: RequestSignInInput
): Promise<RequestSignInOutcome> {
	if (!isAllowed('request-sign-in', actor)) return forbidden;
	const { db, identity, now, settings } = context;
	if (!identity.asks.count(input.client, now())) return { kind: 'too-many' };
	const email = parseAddress(input.email);
	if (email === null) return { kind: 'not-an-address' };
	if (!identity.asksForAddress.count(email, now())) return { kind: 'too-many-for-address' };
	const person = await findPerson(db, email);
	// A link is made for an unknown address too, and sent to nobody, so that the time it takes tells little.
	const link = await identity.issueLink({ email, name: person?.name ?? '' });
	if (person === null || link.kind === 'enough') return { kind: 'asked', minutes: linkMinutes };
	const letters = input.language === 'da' ? danish : english;
	const letter = letters.signIn({
		link: `${settings.publicUrl}/sign-in/confirm?token=${link.token}`,
		minutes: linkMinutes
	});
	await queueMails(db, [
		{
			organisationId: person.organisationId,
			mailId: `sign-in:${context.randomId()}`,
			kind: 'sign-in',
			recipient: email,
			...letter,
			intendedAt: now()
		}
	]);
	return { kind: 'asked', minutes: linkMinutes };
}

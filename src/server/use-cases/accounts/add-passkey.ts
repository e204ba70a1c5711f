// The browser made a passkey: it is kept, and its owner is told by mail.
import type { Language } from '#domain/language/localised.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { listPasskeys } from '#server/database/passkeys.ts';
import type { Identity } from '#server/identity/identity.ts';
import { recordOf, tellOwner } from './account-events.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type AddPasskeyOutcome =
	| { readonly kind: 'added' }
	/** The answer does not fit the question, or the device did not ask who holds it. */
	| { readonly kind: 'refused' }
	| { readonly kind: 'too-many' }
	| Forbidden;

export const longestPasskeyName = 60;
const passkeysAtMost = 20;

export async function addPasskey(
	context: Pick<Context, 'db' | 'now' | 'randomId' | 'settings'> & { readonly identity: Identity },
	actor: Actor,
	input: {
		readonly headers: Headers;
		readonly answer: unknown;
		readonly name: string;
		readonly language: Language;
	}
): Promise<AddPasskeyOutcome> {
	if (!isAllowed('add-passkey', actor) || actor.kind !== 'person') return forbidden;
	const session = await context.identity.readSession(input.headers);
	if (session?.email !== actor.email) return { kind: 'refused' };
	if ((await listPasskeys(context.db, actor.email)).length >= passkeysAtMost) return { kind: 'too-many' };
	const name = input.name.trim().slice(0, longestPasskeyName);
	const outcome = await context.identity.passkeys.add(input.headers, { answer: input.answer, name });
	if (outcome === 'refused') return { kind: 'refused' };
	await recordOf(context, actor, { action: 'add-passkey' });
	await tellOwner(context, actor, 'passkey-added', input.language);
	return { kind: 'added' };
}

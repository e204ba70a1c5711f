// What stands between somebody who has shown one factor and the pages: a code, a passkey, or setting up an app.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { listPasskeys } from '#server/database/passkeys.ts';
import { findPerson } from '#server/database/people.ts';
import type { Identity } from '#server/identity/identity.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { isRequired } from './who-is-signed-in.ts';

export type ReadSecondStepOutcome =
	| { readonly kind: 'not-signed-in' }
	| { readonly kind: 'done' }
	| { readonly kind: 'code'; readonly email: string; readonly hasPasskey: boolean }
	/** No app, but a passkey, which is stronger: a mailbox alone must not put an app in its place. */
	| { readonly kind: 'passkey'; readonly email: string }
	| {
			readonly kind: 'set-up';
			readonly email: string;
			readonly isRequired: boolean;
			/** For typing into the app. */
			readonly secret: string;
			/** For the QR code. */
			readonly address: string;
	  }
	| Forbidden;

export async function readSecondStep(
	context: Pick<Context, 'db'> & { readonly identity: Identity },
	actor: Actor,
	input: { readonly headers: Headers }
): Promise<ReadSecondStepOutcome> {
	if (!isAllowed('read-second-step', actor)) return forbidden;
	const { db, identity } = context;
	const session = await identity.readSession(input.headers);
	const person = session === null ? null : await findPerson(db, session.email);
	if (session === null || person === null) return { kind: 'not-signed-in' };
	const { email } = person;
	const hasPasskey = (await listPasskeys(db, email)).length > 0;
	if (await identity.secondStep.hasApp(email))
		return session.factors === 2 ? { kind: 'done' } : { kind: 'code', email, hasPasskey };
	if (hasPasskey && session.factors === 1) return { kind: 'passkey', email };
	const app = await identity.secondStep.beginApp({ email, sessionId: session.id });
	if (app === null) return { kind: 'done' };
	return { kind: 'set-up', email, isRequired: await isRequired(context, person), ...app };
}

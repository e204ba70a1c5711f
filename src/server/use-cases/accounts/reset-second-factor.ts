// Somebody has lost phone and recovery codes. Another programme lead, or the command line, lets them begin anew: app, recovery
// codes and passkeys are forgotten, sessions end, and it is recorded and told.
import type { Language } from '#domain/language/localised.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { removePasskeys } from '#server/database/passkeys.ts';
import { findPerson } from '#server/database/people.ts';
import { endSessionsOf } from '#server/database/sessions.ts';
import { removeSecondFactor } from '#server/database/second-factors.ts';
import { recordOf, tellOwner } from './account-events.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type ResetSecondFactorOutcome =
	| { readonly kind: 'reset'; readonly email: string }
	| { readonly kind: 'nothing-to-reset' }
	/** Nobody resets the own: that would make the second factor one that a session is enough for. */
	| { readonly kind: 'yourself' }
	| { readonly kind: 'unknown-person' }
	| Forbidden;

export async function resetSecondFactor(
	context: Pick<Context, 'db' | 'now' | 'randomId' | 'settings'>,
	actor: Actor,
	input: { readonly email: string; readonly language: Language }
): Promise<ResetSecondFactorOutcome> {
	if (!isAllowed('reset-second-factor', actor) || actor.kind === 'visitor') return forbidden;
	if (actor.kind === 'person' && actor.isDemonstration) return forbidden;
	const email = input.email.trim().toLowerCase();
	if (actor.kind === 'person' && actor.email === email) return { kind: 'yourself' };
	const person = await findPerson(context.db, email);
	if (person === null || person.organisationId !== actor.organisationId) return { kind: 'unknown-person' };
	return context.db.transaction().execute(async (db): Promise<ResetSecondFactorOutcome> => {
		const hadApp = await removeSecondFactor(db, email);
		const passkeys = await removePasskeys(db, email, 'all');
		if (!hadApp && passkeys === 0) return { kind: 'nothing-to-reset' };
		await endSessionsOf(db, [email]);
		await recordOf({ ...context, db }, actor, { action: 'reset-second-factor', email });
		await tellOwner({ ...context, db }, person, 'factors-reset', input.language);
		return { kind: 'reset', email };
	});
}

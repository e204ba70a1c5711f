// The own account: roles, passkeys, the second factor, and what was recorded of oneself.
import type { Actor, Role } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { readEvents, type AuditEvent } from '#server/database/audit-events.ts';
import { findOrganisation } from '#server/database/organisations.ts';
import { listPasskeys, type StoredPasskey } from '#server/database/passkeys.ts';
import type { Identity } from '#server/identity/identity.ts';
import { passkeyPlace, type PasskeyPlace } from '#server/identity/passkeys.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { isRequired } from './who-is-signed-in.ts';

/** For pages, which do not look into the room of accounts. */
export { passkeyPlace };

export type ReadAccountOutcome =
	| {
			readonly kind: 'account';
			readonly name: string;
			readonly email: string;
			readonly organisation: string;
			readonly roles: readonly Role[];
			readonly passkeys: readonly StoredPasskey[];
			readonly passkeyPlace: PasskeyPlace;
			readonly hasApp: boolean;
			/** Recovery codes that were not used yet. */
			readonly recoveryCodes: number;
			/** The organisation asks for a second factor for one of the person's roles. */
			readonly isSecondFactorRequired: boolean;
			/** The newest first. */
			readonly events: readonly AuditEvent[];
			readonly eventsInAll: number;
	  }
	| Forbidden;

const eventsShown = 30;

export async function readAccount(
	context: Pick<Context, 'db' | 'settings'> & { readonly identity: Identity },
	actor: Actor,
	input: { readonly pageUrl: URL }
): Promise<ReadAccountOutcome> {
	if (!isAllowed('read-account', actor) || actor.kind !== 'person') return forbidden;
	// In the demonstration everybody is the same person.
	if (actor.isDemonstration) return forbidden;
	const { db, identity, settings } = context;
	const { events, total } = await readEvents(db, {
		organisationId: actor.organisationId,
		actor: actor.email,
		...{ from: null, before: null, subjectId: null },
		most: eventsShown,
		skip: 0
	});
	return {
		kind: 'account',
		name: actor.name,
		email: actor.email,
		organisation: (await findOrganisation(db, actor.organisationId))?.name ?? '',
		roles: actor.roles,
		passkeys: await listPasskeys(db, actor.email),
		passkeyPlace: passkeyPlace(settings.publicUrl, input.pageUrl),
		hasApp: await identity.secondStep.hasApp(actor.email),
		recoveryCodes: await identity.secondStep.countRecoveryCodes(actor.email),
		isSecondFactorRequired: await isRequired(context, actor),
		events,
		eventsInAll: total
	};
}

// Who has which role, who has shown more than a mailbox, and for which roles that is required.
import type { Actor, Role } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { listMemberships } from '#server/database/memberships.ts';
import { listStrongAccounts } from '#server/database/second-factors.ts';
import { readSecondFactorRules } from '#server/database/second-factor-rules.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type PersonWithAccess = {
	readonly email: string;
	readonly roles: readonly { readonly role: Role; readonly grantedAt: Date; readonly suspendedAt: Date | null }[];
	/** An authenticator app or a passkey. */
	readonly hasSecondFactor: boolean;
	readonly isYourself: boolean;
};

export type ReadAccessOutcome =
	| {
			readonly kind: 'access';
			readonly people: readonly PersonWithAccess[];
			readonly requiredFor: readonly Role[];
	  }
	| Forbidden;

export async function readAccess(context: Pick<Context, 'db'>, actor: Actor): Promise<ReadAccessOutcome> {
	if (!isAllowed('read-access', actor) || actor.kind === 'visitor') return forbidden;
	if (actor.kind === 'person' && actor.isDemonstration) return forbidden;
	const memberships = await listMemberships(context.db, actor.organisationId);
	const emails = [...new Set(memberships.map((membership) => membership.email))];
	const strong = await listStrongAccounts(context.db, emails);
	return {
		kind: 'access',
		people: emails.map((email) => ({
			email,
			roles: memberships.filter((membership) => membership.email === email),
			hasSecondFactor: strong.has(email),
			isYourself: actor.kind === 'person' && actor.email === email
		})),
		requiredFor: await readSecondFactorRules(context.db, actor.organisationId)
	};
}

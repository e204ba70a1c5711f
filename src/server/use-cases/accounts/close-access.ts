// Leaving closes access the same day. The rule: an address that belonged to a leader before the import and to none after it
// loses its sessions, and every role that was given to it rests until a programme lead gives it again. A manager's role needs
// no closing: it follows from the roster at every request. The last programme lead keeps the role, else nobody could mend it.
import type { Organisation } from '#domain/organisation/organisation.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { listMemberships, suspendMemberships } from '#server/database/memberships.ts';
import { endSessionsOf } from '#server/database/sessions.ts';
import { recordOf } from './account-events.ts';

export type ClosedAccess = {
	/** Roles that rest from now on, by address. */
	readonly suspended: readonly { readonly email: string; readonly role: string }[];
	/** Programme leads who have left, and without whom there would be none. */
	readonly keptLeads: readonly string[];
	readonly sessionsEnded: number;
};

/** Runs inside the import's transaction. */
export async function closeAccess(
	context: Pick<Context, 'db' | 'now' | 'randomId'>,
	actor: Exclude<Actor, { readonly kind: 'visitor' }>,
	organisation: { readonly before: Organisation; readonly after: Organisation }
): Promise<ClosedAccess> {
	const { db, now } = context;
	const gone = goneAddresses(organisation.before, organisation.after);
	if (gone.length === 0) return { suspended: [], keptLeads: [], sessionsEnded: 0 };
	const leads = (await listMemberships(db, actor.organisationId))
		.filter((membership) => membership.role === 'programme-lead' && membership.suspendedAt === null)
		.map((membership) => membership.email);
	const keptLeads = leads.every((email) => gone.includes(email)) ? leads : [];
	const closed = gone.filter((email) => !keptLeads.includes(email));
	const suspended = await suspendMemberships(db, actor.organisationId, closed, now());
	for (const { email, role } of suspended) await recordOf(context, actor, { action: `suspend-role ${role}`, email });
	return { suspended, keptLeads, sessionsEnded: await endSessionsOf(db, closed) };
}

/** Addresses of leaders before that no leader has after, sorted. */
export function goneAddresses(before: Organisation, after: Organisation): readonly string[] {
	const present = new Set(after.leaders.flatMap((leader) => leader.email?.toLowerCase() ?? []));
	const earlier = new Set(before.leaders.flatMap((leader) => leader.email?.toLowerCase() ?? []));
	return [...earlier].filter((email) => !present.has(email)).sort();
}

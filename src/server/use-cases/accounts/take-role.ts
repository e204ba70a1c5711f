// A role is taken back, and with it every session of the person: what is open in a browser somewhere ends now. A facilitator
// leaves every dialogue, so that the role given again later opens no group of before.
import { roles, type Actor, type Role } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { dropFacilitator, listPlacesOfFacilitator } from '#server/database/dialogue-people.ts';
import { listMemberships, removeMembership } from '#server/database/memberships.ts';
import { holdOrganisation } from '#server/database/organisations.ts';
import { endSessionsOf } from '#server/database/sessions.ts';
import { recordOf } from './account-events.ts';
import { findDialoguePlace } from '../dialogues/dialogue-place.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { releaseFacilitator } from '../dialogues/release-facilitator.ts';

export type TakeRoleOutcome =
	| { readonly kind: 'taken'; readonly email: string; readonly role: Role }
	| { readonly kind: 'not-granted' }
	/** Somebody must be able to give roles: name another programme lead first. */
	| { readonly kind: 'last-programme-lead' }
	| Forbidden;

export async function takeRole(
	context: Pick<Context, 'db' | 'now' | 'randomId' | 'settings'>,
	actor: Actor,
	input: { readonly email: string; readonly role: string }
): Promise<TakeRoleOutcome> {
	if (!isAllowed('take-role', actor) || actor.kind === 'visitor') return forbidden;
	if (actor.kind === 'person' && actor.isDemonstration) return forbidden;
	const { organisationId } = actor;
	const email = input.email.trim().toLowerCase();
	const role = roles.find((known) => known === input.role);
	if (role === undefined) return { kind: 'not-granted' };
	return context.db.transaction().execute(async (db): Promise<TakeRoleOutcome> => {
		// Two who take each other's role at once take turns.
		await holdOrganisation(db, organisationId);
		const memberships = await listMemberships(db, organisationId);
		const own = memberships.find((membership) => membership.email === email && membership.role === role);
		if (own === undefined) return { kind: 'not-granted' };
		const isOfUse = (membership: (typeof memberships)[number]) =>
			membership.role === 'programme-lead' && membership.suspendedAt === null;
		if (isOfUse(own) && memberships.filter(isOfUse).length === 1) return { kind: 'last-programme-lead' };
		await removeMembership(db, organisationId, { email, role });
		if (role === 'facilitator') await leaveDialogues({ ...context, db }, actor, email);
		await endSessionsOf(db, [email]);
		await recordOf({ ...context, db }, actor, { action: `take-role ${role}`, email });
		return { kind: 'taken', email, role };
	});
}

async function leaveDialogues(
	context: Pick<Context, 'db' | 'now' | 'settings'>,
	{ organisationId }: { readonly organisationId: string },
	email: string
): Promise<void> {
	for (const key of await listPlacesOfFacilitator(context.db, organisationId, email)) {
		const place = await findDialoguePlace(context, { kind: 'system', organisationId }, key);
		if (place === null) await dropFacilitator(context.db, key, email);
		else await releaseFacilitator(context, place, email);
	}
}

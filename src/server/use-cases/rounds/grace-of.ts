// How long ballots that were handed out before a close may still come back.
import type { Context } from '#server/context.ts';
import { findOrganisation } from '#server/database/organisations.ts';

/** Visitors of the demonstration do not wait. */
export async function graceOf(context: Pick<Context, 'db' | 'settings'>, organisationId: string): Promise<number> {
	const organisation = await findOrganisation(context.db, organisationId);
	return organisation?.isDemonstration === true ? 0 : context.settings.closeGraceMilliseconds;
}

// The one-time link for the first administrator, printed when the server starts and there is no organisation yet.
import { createHash } from 'node:crypto';
import type { Context } from '#server/context.ts';
import { listOrganisations } from '#server/database/organisations.ts';
import { replaceSetupLinks } from '#server/database/setup-links.ts';

/** A new link, which makes every older one void; null where an organisation (other than the demonstration) is set up. */
export async function createSetupLink(
	context: Pick<Context, 'db' | 'settings' | 'now' | 'randomBytes' | 'randomId'>
): Promise<string | null> {
	if ((await listOrganisations(context.db)).some((organisation) => !organisation.isDemonstration)) return null;
	const token = Buffer.from(context.randomBytes(24)).toString('base64url');
	await replaceSetupLinks(context.db, {
		organisationId: context.randomId(),
		tokenHash: hashSetupToken(token),
		createdAt: context.now()
	});
	return `${context.settings.publicUrl}/set-up?token=${token}`;
}

export function hashSetupToken(token: string): Buffer {
	return createHash('sha256').update(token).digest();
}

// Letters with a link to sign in that waited longer than the link is good for.
import type { Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';

/** Sign-in links that nobody can use any more are not sent; their bodies are forgotten. */
export async function failStaleSignIns(
	db: Kysely<Tables>,
	organisationId: string,
	times: { readonly intendedBefore: Date; readonly at: Date }
): Promise<void> {
	await db
		.updateTable('mails')
		.set({ attempted_at: times.at, failure: 'mail-expired', retry_at: null, body_text: '', body_html: '' })
		.where('organisation_id', '=', organisationId)
		.where('kind', '=', 'sign-in')
		.where('sent_at', 'is', null)
		.where('attempted_at', 'is', null)
		.where('intended_at', '<', times.intendedBefore)
		.execute();
}

import { redirect } from '@sveltejs/kit';
import { hasRole } from '#server/use-cases/permissions.ts';
import type { PageServerLoad } from './$types';

/** Who is signed in begins where the own work is; the first page is for everybody else. */
export const load: PageServerLoad = ({ locals }) => {
	const { actor } = locals;
	if (actor.kind !== 'person' || actor.isDemonstration) {
		return { offersDemonstration: locals.context.settings.offersDemonstration };
	}
	if (hasRole(actor, 'programme-lead')) redirect(303, '/rounds');
	if (hasRole(actor, 'committee')) redirect(303, '/programme');
	if (hasRole(actor, 'manager')) redirect(303, '/results');
	if (hasRole(actor, 'facilitator')) redirect(303, '/dialogues');
	if (hasRole(actor, 'evidence-editor')) redirect(303, '/evidence');
	if (hasRole(actor, 'operator')) redirect(303, '/operation');
	return { offersDemonstration: false };
};

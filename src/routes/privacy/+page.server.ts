import { isAllowed } from '#server/use-cases/permissions.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({
	isSignedIn: locals.actor.kind === 'person',
	mayChoose: isAllowed('change-retention', locals.actor),
	mayReadDrafts: isAllowed('read-privacy-draft', locals.actor)
});

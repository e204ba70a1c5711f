import { readOwnData } from '#server/use-cases/privacy/read-own-data.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	own: await readOwnData(locals.context, locals.actor)
});

import { hasRole } from '#server/use-cases/permissions.ts';
import type { LayoutServerLoad } from './$types';

export const csr = false;

export const load: LayoutServerLoad = ({ locals, url }) => {
	const { actor } = locals;
	const person =
		actor.kind === 'person' ? { name: actor.name, roles: actor.roles, isManager: hasRole(actor, 'manager') } : null;
	return { language: locals.language, path: url.pathname, isDemonstration: locals.isDemonstration, person };
};

import { hasRole } from '#server/use-cases/permissions.ts';
import type { LayoutServerLoad } from './$types';

export const csr = false;

export const load: LayoutServerLoad = ({ locals, url }) => {
	const { actor } = locals;
	const person =
		actor.kind === 'person' ? { name: actor.name, roles: actor.roles, isManager: hasRole(actor, 'manager') } : null;
	const { version, publishedOn } = locals.context.evidence;
	return {
		language: locals.language,
		edition: { version, publishedOn, address: `${url.origin}${url.pathname}` },
		path: url.pathname,
		/** What else the address asks for, to go along to the page in another language. */
		query: [...url.searchParams].filter(([name]) => name !== 'language'),
		isDemonstration: locals.isDemonstration,
		person
	};
};

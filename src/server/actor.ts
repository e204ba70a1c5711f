// Who is asking. Made in hooks.server.ts, in the command line and by jobs; use cases never look at a request.
export type Role = 'programme-lead' | 'manager' | 'committee' | 'facilitator' | 'evidence-editor' | 'operator';

export const roles: readonly Role[] = [
	'programme-lead',
	'manager',
	'committee',
	'facilitator',
	'evidence-editor',
	'operator'
];

export type Person = {
	readonly kind: 'person';
	readonly organisationId: string;
	/** Lower case; for the audit of decisions, never written beside an answer. */
	readonly email: string;
	readonly name: string;
	readonly roles: readonly Role[];
	/** The person's own entry in the roster, or null. */
	readonly leaderId: string | null;
	readonly isDemonstration: boolean;
};

export type Actor =
	/** Nobody signed in: reads the library, answers with an invitation. */
	| { readonly kind: 'visitor' }
	| Person
	/** A job or the command line of the machine itself. */
	| { readonly kind: 'system'; readonly organisationId: string };

// Who may do what: every use case stands here, and permissions.test.ts tries each with every role.
import type { Actor, Person, Role } from '#server/actor.ts';

type Rule = 'anyone' | readonly Role[];

/** The system (jobs, the command line) may do everything that is listed. */
export const permissions = {
	'set-up-organisation': 'anyone',
	'start-demonstration': 'anyone',
	'request-sign-in': 'anyone',
	'confirm-sign-in': 'anyone',
	'sign-out': 'anyone',
	'read-set-up': 'anyone',
	'read-knowledge': 'anyone',
	'read-factor': 'anyone',
	'read-finding': 'anyone',
	'read-outcome': 'anyone',
	'explain-recommendation': 'anyone',
	'read-intervention': 'anyone',
	'read-study': 'anyone',
	'search-library': 'anyone',
	'export-references': 'anyone',
	'export-evidence': 'anyone',
	'read-knowledge-overview': 'anyone',
	'print-knowledge-overview': 'anyone',
	'read-survey': 'anyone',
	'read-manifest': 'anyone',
	'serve-manifest': 'anyone',
	'read-invitation': 'anyone',
	'collect-ballot': 'anyone',
	'submit-response': 'anyone',
	'read-visibility': 'anyone',
	'read-profile-material': 'anyone',
	'read-change-basis': 'anyone',
	'store-sealed-profile': 'anyone',
	'fetch-sealed-profile': 'anyone',
	'remove-sealed-profile': 'anyone',
	'upload-organisation': ['programme-lead'],
	'read-organisation-import': ['programme-lead'],
	'read-organisation': ['programme-lead'],
	'apply-organisation-import': ['programme-lead'],
	'prepare-round': ['programme-lead'],
	'create-round': ['programme-lead'],
	'list-rounds': ['programme-lead', 'committee', 'manager'],
	'read-round': ['programme-lead'],
	'read-round-groups': ['programme-lead'],
	'merge-round-groups': ['programme-lead'],
	'undo-round-merge': ['programme-lead'],
	'choose-alike-attribute': ['programme-lead'],
	'open-round': ['programme-lead'],
	'continue-opening': [],
	'read-round-key': ['programme-lead', 'committee'],
	'confirm-key-half': ['programme-lead', 'committee'],
	'restore-round-key': ['programme-lead'],
	'check-round-keys': [],
	'print-codes': ['programme-lead'],
	'find-code': 'anyone',
	'remind-round': ['programme-lead'],
	'close-round': ['programme-lead'],
	'open-ballot-box': ['programme-lead'],
	'release-round': ['programme-lead'],
	'change-threshold': ['programme-lead'],
	'read-release': ['programme-lead'],
	'audit-published-release': ['programme-lead'],
	'read-audit': ['programme-lead'],
	'import-responses': ['programme-lead'],
	'read-overview': ['programme-lead', 'committee', 'manager'],
	'read-group-result': ['programme-lead', 'committee', 'manager'],
	'prepare-plan': ['programme-lead', 'manager'],
	'create-plan': ['programme-lead', 'manager'],
	'complete-plan-step': ['programme-lead', 'manager'],
	'read-plans': ['programme-lead', 'committee', 'manager'],
	'read-outbox': ['programme-lead', 'operator'],
	'read-outbox-mail': ['programme-lead', 'operator'],
	'resend-mails': ['programme-lead', 'operator'],
	'send-mails': ['programme-lead', 'operator'],
	'read-operation': ['operator'],
	'read-evidence-status': ['evidence-editor'],
	'list-evidence-records': ['evidence-editor'],
	'prepare-evidence-edit': ['evidence-editor'],
	'preview-evidence-edit': ['evidence-editor'],
	'edit-evidence-record': ['evidence-editor'],
	'undo-evidence-edit': ['evidence-editor'],
	'settle-evidence-conflict': ['evidence-editor'],
	'list-evidence-drafts': ['evidence-editor'],
	'publish-evidence': ['evidence-editor'],
	'read-evidence-history': ['evidence-editor'],
	'export-evidence-drafts': ['evidence-editor'],
	'list-evidence-editors': ['programme-lead'],
	'grant-evidence-editor': ['programme-lead'],
	'remove-evidence-editor': ['programme-lead']
} as const satisfies Record<string, Rule>;

export type UseCaseName = keyof typeof permissions;

/** What every use case answers to somebody who may not. */
export type Forbidden = { readonly kind: 'forbidden' };
export const forbidden: Forbidden = { kind: 'forbidden' };

/** True where this actor may start this use case; what it may then see is decided inside. */
export function isAllowed(useCase: UseCaseName, actor: Actor): boolean {
	const rule: Rule = permissions[useCase];
	if (actor.kind === 'system' || rule === 'anyone') return true;
	if (actor.kind === 'visitor') return false;
	return rule.some((role) => hasRole(actor, role));
}

export function hasRole(actor: Person, role: Role): boolean {
	return actor.roles.includes(role);
}

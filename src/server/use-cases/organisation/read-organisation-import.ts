// The preview again, after a reload or from another device: what was found when the file was read.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { holdImport } from '#server/database/organisation-imports.ts';
import { isUuid } from '../is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import type { OrganisationPreview, WaitingImport } from './upload-organisation.ts';

export type ReadOrganisationImportOutcome =
	| { readonly kind: 'preview'; readonly preview: OrganisationPreview }
	| { readonly kind: 'already-saved' }
	| { readonly kind: 'unknown-import' }
	| Forbidden;

export async function readOrganisationImport(
	context: Context,
	actor: Actor,
	input: { readonly importId: string }
): Promise<ReadOrganisationImportOutcome> {
	if (!isAllowed('read-organisation-import', actor) || actor.kind === 'visitor') return forbidden;
	const stored = isUuid(input.importId) ? await holdImport(context.db, actor.organisationId, input.importId) : null;
	if (stored === null) return { kind: 'unknown-import' };
	if (stored.appliedAt !== null) return { kind: 'already-saved' };
	return {
		kind: 'preview',
		preview: { importId: stored.id, fileName: stored.fileName, mode: stored.mode, ...waitingImport(stored.content) }
	};
}

/** What `uploadOrganisation` stored, read back. */
export function waitingImport(content: unknown): WaitingImport {
	if (typeof content === 'object' && content !== null && 'changes' in content && 'names' in content)
		return content as WaitingImport;
	throw new Error('a waiting import has lost its content');
}

// The preview again, after a reload or from another device: compared with the organisation as it is now.
import { compareOrganisations } from '#domain/organisation/compare-organisations.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { holdImport, readOrganisation } from '#server/database/organisations.ts';
import { isUuid } from './is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from './permissions.ts';
import type { OrganisationPreview, WaitingImport } from './upload-organisation.ts';

export type ReadOrganisationImportOutcome =
	| { readonly kind: 'preview'; readonly preview: OrganisationPreview; readonly names: ReadonlyMap<string, string> }
	| { readonly kind: 'already-saved' }
	| { readonly kind: 'unknown-import' }
	| Forbidden;

export async function readOrganisationImport(context: Context, actor: Actor, input: { readonly importId: string }): Promise<ReadOrganisationImportOutcome> {
	if (!isAllowed('read-organisation-import', actor) || actor.kind === 'visitor') return forbidden;
	const stored = isUuid(input.importId) ? await holdImport(context.db, actor.organisationId, input.importId) : null;
	if (stored === null) return { kind: 'unknown-import' };
	if (stored.appliedAt !== null) return { kind: 'already-saved' };
	const waiting = waitingImport(stored.content);
	const current = await readOrganisation(context.db, actor.organisationId);
	const everything = [...current.units, ...current.leaders, ...waiting.organisation.units, ...waiting.organisation.leaders];
	return {
		kind: 'preview',
		preview: {
			importId: stored.id,
			fileName: stored.fileName,
			mode: stored.mode,
			units: waiting.organisation.units.length,
			leaders: waiting.organisation.leaders.length,
			changes: compareOrganisations(current, waiting.organisation, { mode: waiting.mode, covers: waiting.covers }),
			notices: waiting.notices
		},
		names: new Map(everything.map((thing) => [thing.id, thing.name]))
	};
}

/** What `uploadOrganisation` stored, read back. */
export function waitingImport(content: unknown): WaitingImport {
	if (typeof content === 'object' && content !== null && 'organisation' in content && 'covers' in content) return content as WaitingImport;
	throw new Error('a waiting import has lost its content');
}

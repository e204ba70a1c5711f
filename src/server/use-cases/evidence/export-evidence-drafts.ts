// The base with every draft in it, as the files that ship: to be compared with them line by line, kept, or sent in.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findLastPublication } from '#server/database/evidence-publications.ts';
import type { EvidenceFile } from '#server/evidence-base/write-evidence.ts';
import { readDrafts } from './evidence-drafts.ts';
import { filesOfDownload, zipFiles } from './export-evidence.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type ExportEvidenceDraftsOutcome =
	| {
			readonly kind: 'files';
			readonly version: string;
			readonly files: readonly EvidenceFile[];
			/** The files in a folder, as one download. */
			readonly zip: { readonly fileName: string; readonly bytes: Uint8Array<ArrayBuffer> };
	  }
	| Forbidden;

export async function exportEvidenceDrafts(
	context: Pick<Context, 'db' | 'shippedEvidence'>,
	actor: Actor
): Promise<ExportEvidenceDraftsOutcome> {
	if (!isAllowed('export-evidence-drafts', actor) || actor.kind === 'visitor') return forbidden;
	const { shippedEvidence: shipped } = context;
	const { draft, unpublished } = await readDrafts(context.db, shipped, actor.organisationId);
	const last = await findLastPublication(context.db, actor.organisationId);
	const parts = [...(last === null ? [] : [`${last.publication}`]), ...(unpublished.length === 0 ? [] : ['draft'])];
	const version = parts.length === 0 ? shipped.version : `${shipped.version}+${parts.join('.')}`;
	const base = { ...draft, version };
	const files = filesOfDownload(base);
	const name = `ledertrivsel-evidence-${version}`;
	return {
		kind: 'files',
		version,
		files,
		zip: { fileName: `${name}.zip`, bytes: zipFiles(name, files, base.publishedOn) }
	};
}

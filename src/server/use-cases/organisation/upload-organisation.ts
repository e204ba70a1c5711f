// A file from HR is read and checked. Without a faulty row it waits for the preview to be saved; nothing else changes.
import { compareOrganisations, type OrganisationChange } from '#domain/organisation/compare-organisations.ts';
import type { ImportNotice, ImportProblem, UnreadableFileCode } from '#domain/organisation/import-problem.ts';
import { parseOrganisation, type ImportMode } from '#domain/organisation/parse-organisation.ts';
import { readRows } from '#domain/organisation/read-rows.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { insertImport } from '#server/database/organisation-imports.ts';
import { readOrganisation } from '#server/database/organisations.ts';
import { readTable } from '#server/organisation-files/read-table.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type OrganisationPreview = {
	readonly importId: string;
	readonly fileName: string;
	readonly mode: ImportMode;
	readonly units: number;
	readonly leaders: number;
	readonly changes: readonly OrganisationChange[];
	readonly notices: readonly ImportNotice[];
	readonly names: Readonly<Record<string, string>>;
};

export type UploadOrganisationOutcome =
	| { readonly kind: 'preview'; readonly preview: OrganisationPreview }
	| { readonly kind: 'not-a-table'; readonly code: UnreadableFileCode; readonly line: number | undefined }
	| { readonly kind: 'faulty'; readonly problems: readonly ImportProblem[]; readonly notices: readonly ImportNotice[] }
	| Forbidden;

/** What waits between preview and save. */
export type WaitingImport = {
	readonly units: number;
	readonly leaders: number;
	readonly changes: readonly OrganisationChange[];
	readonly notices: readonly ImportNotice[];
	/** Names by id, of everything that the changes speak of. */
	readonly names: Readonly<Record<string, string>>;
};

export async function uploadOrganisation(
	context: Context,
	actor: Actor,
	input: { readonly fileName: string; readonly bytes: Uint8Array; readonly mode: ImportMode }
): Promise<UploadOrganisationOutcome> {
	if (!isAllowed('upload-organisation', actor) || actor.kind === 'visitor') return forbidden;
	const table = await readTable(input.bytes, input.fileName);
	if (table.kind === 'not-a-table') return { kind: 'not-a-table', code: table.code, line: table.line };
	const current = await readOrganisation(context.db, actor.organisationId);
	const parsed = parseOrganisation(readRows(table.rows, { firstLine: table.firstLine }), { current, mode: input.mode });
	if (parsed.problems.length > 0) return { kind: 'faulty', problems: parsed.problems, notices: parsed.notices };
	const changes = compareOrganisations(current, parsed.organisation, { mode: input.mode, covers: parsed.covers });
	const everything = [
		...current.units,
		...current.leaders,
		...parsed.organisation.units,
		...parsed.organisation.leaders
	];
	const waiting: WaitingImport = {
		units: parsed.organisation.units.length,
		leaders: parsed.organisation.leaders.length,
		changes,
		notices: parsed.notices,
		names: Object.fromEntries(everything.map((thing) => [thing.id, thing.name]))
	};
	const importId = context.randomId();
	await insertImport(context.db, actor.organisationId, {
		id: importId,
		fileName: input.fileName.slice(0, 200),
		mode: input.mode,
		uploadedAt: context.now(),
		uploadedBy: actor.kind === 'person' ? actor.email : 'system',
		content: waiting,
		appliedAt: null,
		changes: null
	});
	return {
		kind: 'preview',
		preview: {
			importId,
			fileName: input.fileName,
			mode: input.mode,
			...waiting
		}
	};
}

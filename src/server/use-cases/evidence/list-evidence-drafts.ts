// What is saved and not published: before and after, what it does to certainties, and what stands in the way.
import type { EditConflict, RecordKind } from '#domain/evidence/apply-revisions.ts';
import { findRecord } from '#domain/evidence/edit/form-of-record.ts';
import type { Localised } from '#domain/language/localised.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { listRevisions, type SavedRevision, type StoredEdit } from '#server/database/evidence-revisions.ts';
import {
	certaintyChanges,
	fieldChanges,
	isOf,
	labelIn,
	newProblems,
	readDrafts,
	recordChange,
	recordNames,
	type CertaintyChange,
	type FieldChange,
	type NamedProblem,
	type RecordChange,
	type RecordNames
} from './evidence-drafts.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type EvidenceDraft = {
	readonly kind: RecordKind;
	readonly id: string;
	readonly label: Localised;
	readonly change: RecordChange;
	readonly fields: readonly FieldChange[];
	/** What was saved since it was last published, newest first. */
	readonly saved: readonly Pick<SavedRevision, 'revision' | 'reason' | 'editorName' | 'savedAt'>[];
};

export type ListEvidenceDraftsOutcome =
	| {
			readonly kind: 'drafts';
			readonly drafts: readonly EvidenceDraft[];
			readonly certaintyChanges: readonly CertaintyChange[];
			readonly problems: readonly NamedProblem[];
			readonly conflicts: readonly (EditConflict & { readonly label: Localised })[];
			readonly names: RecordNames;
			/** Says which drafts these are, for the publication. */
			readonly seen: string;
	  }
	| Forbidden;

export async function listEvidenceDrafts(
	context: Pick<Context, 'db' | 'shippedEvidence'>,
	actor: Actor
): Promise<ListEvidenceDraftsOutcome> {
	if (!isAllowed('list-evidence-drafts', actor) || actor.kind === 'visitor') return forbidden;
	const { shippedEvidence: shipped } = context;
	const { draft, published, unpublished, conflicts } = await readDrafts(context.db, shipped, actor.organisationId);
	const labelled = <Key extends { readonly kind: RecordKind; readonly id: string }>(key: Key) => ({
		...key,
		label: labelIn([draft, published, shipped], key)
	});
	const revisions = await listRevisions(context.db, actor.organisationId);
	return {
		kind: 'drafts',
		drafts: unpublished.map(({ kind, id, publishedRevision }) => {
			const before = findRecord(published, { kind, id })?.record ?? null;
			const after = findRecord(draft, { kind, id })?.record ?? null;
			const saved = revisions
				.filter((one) => isOf(one, { kind, id }) && one.revision > (publishedRevision ?? 0))
				.map(({ revision, reason, editorName, savedAt }) => ({ revision, reason, editorName, savedAt }));
			return {
				...labelled({ kind, id }),
				change: recordChange(before, after),
				fields: fieldChanges(before, after),
				saved
			};
		}),
		certaintyChanges: certaintyChanges(draft, published),
		problems: newProblems(draft, published, unpublished),
		conflicts: conflicts.map(labelled),
		names: recordNames(draft),
		seen: draftMark(unpublished)
	};
}

/** The same text for the same drafts. */
export function draftMark(drafts: readonly Pick<StoredEdit, 'kind' | 'id' | 'revision'>[]): string {
	return drafts
		.map(({ kind, id, revision }) => `${kind} ${id} ${revision}`)
		.sort()
		.join(', ');
}

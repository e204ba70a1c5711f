// Who changed what of the evidence base, when and why, and what was published: of everything, or of one record.
import type { RecordKind } from '#domain/evidence/apply-revisions.ts';
import { findRecord } from '#domain/evidence/edit/form-of-record.ts';
import type { Localised } from '#domain/language/localised.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { listPublications, type Publication } from '#server/database/evidence-publications.ts';
import { listRevisions, type RecordKey, type SavedRevision } from '#server/database/evidence-revisions.ts';
import {
	fieldChanges,
	isOf,
	labelIn,
	readDrafts,
	recordChange,
	recordNames,
	type FieldChange,
	type RecordChange,
	type RecordNames
} from './evidence-drafts.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type HistoryRevision = RecordKey & {
	readonly label: Localised;
	readonly revision: number;
	/** True where it goes back to what is shipped, or takes out what was added here. */
	readonly isBackToShipped: boolean;
	readonly reason: string;
	readonly editorName: string;
	readonly savedAt: Date;
	/** Against the revision before, or against what was shipped; so are the fields. */
	readonly change: RecordChange;
	readonly changes: readonly FieldChange[];
	/** In which publications it was what readers came to see. */
	readonly publications: readonly number[];
};

export type ReadEvidenceHistoryOutcome =
	| {
			readonly kind: 'history';
			/** Newest first. */
			readonly revisions: readonly HistoryRevision[];
			/** Newest first; those that touched the record, where one was asked for. */
			readonly publications: readonly Publication[];
			readonly record: (RecordKey & { readonly label: Localised; readonly isShipped: boolean }) | null;
			/** The newest revision; 0 where there is none. */
			readonly newest: number;
			readonly names: RecordNames;
	  }
	| Forbidden;

export async function readEvidenceHistory(
	context: Pick<Context, 'db' | 'shippedEvidence'>,
	actor: Actor,
	input: { readonly record: { readonly kind: RecordKind; readonly id: string } | null }
): Promise<ReadEvidenceHistoryOutcome> {
	if (!isAllowed('read-evidence-history', actor) || actor.kind === 'visitor') return forbidden;
	const { shippedEvidence: shipped } = context;
	const { draft, published } = await readDrafts(context.db, shipped, actor.organisationId);
	const revisions = await listRevisions(context.db, actor.organisationId, input.record ?? undefined);
	const publications = await listPublications(context.db, actor.organisationId);
	const bases = [draft, published, shipped];
	return {
		kind: 'history',
		revisions: revisions.map((one) => {
			const earlier = revisions.find((other) => isOf(other, one) && other.revision === one.revision - 1);
			const before = earlier === undefined ? one.shippedBefore : saying(earlier);
			return {
				kind: one.kind,
				id: one.id,
				label: labelIn(bases, one),
				revision: one.revision,
				isBackToShipped: one.content === null,
				reason: one.reason,
				editorName: one.editorName,
				savedAt: one.savedAt,
				change: recordChange(before, saying(one)),
				changes: fieldChanges(before, saying(one)),
				publications: publications
					.filter(({ records }) => records.some((record) => isOf(record, one) && record.revision === one.revision))
					.map(({ publication }) => publication)
			};
		}),
		publications: publications.filter(
			({ records }) => input.record === null || records.some((record) => isOf(record, input.record ?? record))
		),
		record:
			input.record === null
				? null
				: {
						...input.record,
						label: labelIn(bases, input.record),
						isShipped: findRecord(shipped, input.record) !== null
					},
		newest: input.record === null ? 0 : (revisions[0]?.revision ?? 0),
		names: recordNames(draft)
	};
}

/** What a revision says: going back to what is shipped says what was shipped then. */
function saying(revision: SavedRevision): SavedRevision['content'] {
	return revision.content ?? revision.shippedBefore;
}

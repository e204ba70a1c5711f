// A record goes back to what an earlier revision said, or to what is shipped. That is a new revision: nothing is erased.
import type { RecordKind } from '#domain/evidence/apply-revisions.ts';
import { findRecord } from '#domain/evidence/edit/form-of-record.ts';
import type { FieldProblem } from '#domain/evidence/edit/form-values.ts';
import { isSame } from '#domain/evidence/merge-record.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { holdEvidence, insertRevision, listRevisions } from '#server/database/evidence-revisions.ts';
import { editorName, problemsOfReason } from './evidence-editor.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type UndoEvidenceEditOutcome =
	| { readonly kind: 'saved'; readonly revision: number }
	| { readonly kind: 'unreadable'; readonly problems: readonly FieldProblem[] }
	| { readonly kind: 'unchanged' }
	/** Somebody has saved since the history was opened. */
	| { readonly kind: 'newer' }
	| { readonly kind: 'unknown-record' }
	| Forbidden;

export async function undoEvidenceEdit(
	context: Pick<Context, 'db' | 'shippedEvidence' | 'now'>,
	actor: Actor,
	input: {
		readonly kind: RecordKind;
		readonly recordId: string;
		/** Null: back to what is shipped; a record that was added here is taken out. */
		readonly revision: number | null;
		readonly basedOn: number;
		readonly reason: string;
	}
): Promise<UndoEvidenceEditOutcome> {
	if (!isAllowed('undo-evidence-edit', actor) || actor.kind === 'visitor') return forbidden;
	const { organisationId } = actor;
	const key = { kind: input.kind, id: input.recordId };
	const reason = input.reason.trim();
	return context.db.transaction().execute(async (db): Promise<UndoEvidenceEditOutcome> => {
		await holdEvidence(db, organisationId);
		const revisions = await listRevisions(db, organisationId, key);
		const [newest] = revisions;
		const wanted = input.revision === null ? null : revisions.find((one) => one.revision === input.revision);
		if (newest === undefined || wanted === undefined) return { kind: 'unknown-record' };
		const problems = problemsOfReason(reason);
		if (problems.length > 0) return { kind: 'unreadable', problems };
		if (newest.revision !== input.basedOn) return { kind: 'newer' };
		// An old revision keeps the shipped record it was made from: what changed in both since is still told.
		const shippedBefore =
			wanted === null ? (findRecord(context.shippedEvidence, key)?.record ?? null) : wanted.shippedBefore;
		const content = wanted === null ? null : wanted.content;
		if (isSame(newest.content, content) && isSame(newest.shippedBefore, shippedBefore)) return { kind: 'unchanged' };
		const revision = newest.revision + 1;
		await insertRevision(db, organisationId, {
			...key,
			revision,
			content,
			shippedBefore,
			reason,
			editorName: editorName(actor),
			savedAt: context.now()
		});
		return { kind: 'saved', revision };
	});
}

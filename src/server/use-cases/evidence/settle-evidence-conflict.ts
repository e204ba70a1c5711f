// After an upgrade, what was edited here and what is shipped now say different things: an editor says which is to stand.
import type { EditConflict, EvidenceRecord, RecordKind } from '#domain/evidence/apply-revisions.ts';
import { findRecord } from '#domain/evidence/edit/form-of-record.ts';
import type { FieldProblem } from '#domain/evidence/edit/form-values.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { holdEvidence, insertRevision, listRevisions } from '#server/database/evidence-revisions.ts';
import { readDrafts } from './evidence-drafts.ts';
import { editorName, problemsOfReason } from './evidence-editor.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

/** `ours`: as it was edited here. `shipped`: as it comes with the program now. */
export type ConflictChoice = 'ours' | 'shipped';

/** The name under which a conflict about the record as a whole is chosen. */
export const wholeRecord = 'record';

export type SettleEvidenceConflictOutcome =
	| { readonly kind: 'saved'; readonly revision: number }
	| { readonly kind: 'unreadable'; readonly problems: readonly FieldProblem[] }
	/** Somebody has saved since the page was opened. */
	| { readonly kind: 'newer' }
	/** There is nothing to settle, or nothing any more. */
	| { readonly kind: 'no-conflict' }
	| Forbidden;

export async function settleEvidenceConflict(
	context: Pick<Context, 'db' | 'shippedEvidence' | 'now'>,
	actor: Actor,
	input: {
		readonly kind: RecordKind;
		readonly recordId: string;
		/** By the field in conflict, or for the whole record. */
		readonly choices: Readonly<Record<string, ConflictChoice>>;
		readonly basedOn: number;
		readonly reason: string;
	}
): Promise<SettleEvidenceConflictOutcome> {
	if (!isAllowed('settle-evidence-conflict', actor) || actor.kind === 'visitor') return forbidden;
	const { organisationId } = actor;
	const key = { kind: input.kind, id: input.recordId };
	const reason = input.reason.trim();
	return context.db.transaction().execute(async (db): Promise<SettleEvidenceConflictOutcome> => {
		await holdEvidence(db, organisationId);
		const { draft, conflicts } = await readDrafts(db, context.shippedEvidence, organisationId);
		const own = conflicts.filter((conflict) => conflict.kind === key.kind && conflict.id === key.id);
		const [newest] = await listRevisions(db, organisationId, key);
		if (newest === undefined || own.length === 0) return { kind: 'no-conflict' };
		if (newest.revision !== input.basedOn) return { kind: 'newer' };
		const problems = [...own.flatMap((conflict) => unchosen(conflict, input.choices)), ...problemsOfReason(reason)];
		if (problems.length > 0) return { kind: 'unreadable', problems };
		const ours = findRecord(draft, key)?.record ?? null;
		const shipped = findRecord(context.shippedEvidence, key)?.record ?? null;
		const revision = newest.revision + 1;
		await insertRevision(db, organisationId, {
			...key,
			revision,
			content: settled(own, { ours, shipped }, input.choices),
			shippedBefore: shipped,
			reason,
			editorName: editorName(actor),
			savedAt: context.now()
		});
		return { kind: 'saved', revision };
	});
}

/** What has to be chosen for a conflict: its field, or the record. */
export function choiceName(conflict: EditConflict): string {
	return conflict.what === 'field' ? conflict.field : wholeRecord;
}

function unchosen(conflict: EditConflict, choices: Readonly<Record<string, ConflictChoice>>): readonly FieldProblem[] {
	const name = choiceName(conflict);
	// An edit that does not fit cannot be kept as it is: it is written again in the form.
	const isChosen = conflict.what === 'does-not-fit' ? choices[name] === 'shipped' : choices[name] !== undefined;
	return !isChosen ? [{ field: `choice.${name}`, code: 'not-chosen', detail: '' }] : [];
}

/** Null: as it is shipped, or not at all. */
function settled(
	conflicts: readonly EditConflict[],
	{ ours, shipped }: { readonly ours: EvidenceRecord | null; readonly shipped: EvidenceRecord | null },
	choices: Readonly<Record<string, ConflictChoice>>
): EvidenceRecord | null {
	if (ours === null || choices[wholeRecord] === 'shipped') return null;
	const record = { ...ours };
	for (const conflict of conflicts) {
		if (conflict.what !== 'field' || choices[conflict.field] !== 'shipped') continue;
		if (shipped !== null && conflict.field in shipped)
			Object.assign(record, { [conflict.field]: Reflect.get(shipped, conflict.field) });
		else Reflect.deleteProperty(record, conflict.field);
	}
	return record;
}

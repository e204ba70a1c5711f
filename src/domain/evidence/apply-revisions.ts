// The shipped base and what editors changed of it become the base that readers see.
import type { EvidenceBase, Finding, Intervention, Study } from '#domain/evidence/evidence.ts';
import { adopted, changedFields, mergeRecord, type FieldConflict } from '#domain/evidence/merge-record.ts';
import { findingsInOrder, interventionsInOrder } from '#domain/evidence/order.ts';

export type RecordKind = 'study' | 'finding' | 'intervention';
export type RecordOfKind = {
	readonly study: Study;
	readonly finding: Finding;
	readonly intervention: Intervention;
};
export type EvidenceRecord = Study | Finding | Intervention;

/** What is in force of the edits of one record. */
export type RecordEditOf<Kind extends RecordKind> = {
	readonly kind: Kind;
	readonly id: string;
	/** Null: as it is shipped; a record that was added here is taken out. */
	readonly content: RecordOfKind[Kind] | null;
	/** The shipped record that the edit was made from; null for a record that was added here. */
	readonly shippedBefore: RecordOfKind[Kind] | null;
	/** What upgrades have shipped since, oldest first. */
	readonly shippedSince: readonly RecordOfKind[Kind][];
	/** The highest version that was ever shipped of this record here; 0 where there was none. */
	readonly shippedVersion: number;
	/** How often an edit of this record was published. Its version is that of the shipped record, raised as often. */
	readonly publishedTimes: number;
};
export type RecordEdit = { [Kind in RecordKind]: RecordEditOf<Kind> }[RecordKind];

/** Where an upgrade of the shipped base and an edit do not simply go together. What was edited stands until settled. */
export type EditConflict = { readonly kind: RecordKind; readonly id: string } & (
	| ({ readonly what: 'field' } & FieldConflict)
	/** Added here, and now shipped too, saying something else. */
	| { readonly what: 'added-twice' }
	/** Edited here, and no longer shipped. */
	| { readonly what: 'no-longer-shipped' }
	/** Records have another shape now, or what the edit speaks of is gone: what is shipped stands, or nothing. */
	| { readonly what: 'does-not-fit' }
);

export type Fits = (kind: RecordKind, record: EvidenceRecord) => boolean;

/**
 * The base with the edits in it, in the base's order.
 *
 * Shape: at most one edit for each record. Missing: without edits the shipped base itself is returned, the same object.
 * `fits`: whether a record has the shape that pages expect; one that has not does not reach the base.
 * Returns the base with every conflict. Throws nothing.
 */
export function applyRevisions(
	shipped: EvidenceBase,
	edits: readonly RecordEdit[],
	fits: Fits = () => true
): { readonly base: EvidenceBase; readonly conflicts: readonly EditConflict[] } {
	if (edits.length === 0) return { base: shipped, conflicts: [] };
	const studies = applyToKind(
		shipped.studies,
		edits.filter((edit) => edit.kind === 'study'),
		fits
	);
	const findings = applyToKind(
		shipped.findings,
		edits.filter((edit) => edit.kind === 'finding'),
		fits
	);
	const interventions = applyToKind(
		shipped.interventions,
		edits.filter((edit) => edit.kind === 'intervention'),
		fits
	);
	return {
		base: {
			...shipped,
			studies: studies.records.toSorted(byId),
			findings: findingsInOrder(findings.records, shipped.factors),
			interventions: interventionsInOrder(interventions.records.toSorted(byId))
		},
		conflicts: [...studies.conflicts, ...findings.conflicts, ...interventions.conflicts]
	};
}

type EditedRecord<Entry> = {
	readonly kind: RecordKind;
	readonly id: string;
	readonly content: Entry | null;
	readonly shippedBefore: Entry | null;
	readonly shippedSince: readonly Entry[];
	readonly shippedVersion: number;
	readonly publishedTimes: number;
};

function applyToKind<Entry extends EvidenceRecord>(
	shipped: readonly Entry[],
	edits: readonly EditedRecord<Entry>[],
	fits: Fits
): { readonly records: readonly Entry[]; readonly conflicts: readonly EditConflict[] } {
	const records = new Map(shipped.map((record) => [record.id, record]));
	const conflicts: EditConflict[] = [];
	for (const edit of edits) {
		const now = records.get(edit.id) ?? null;
		const applied = applyOne(edit, now);
		// Never lower than it was, whatever becomes of the record: a version stands for one text only.
		const version = Math.max(Math.max(now?.version ?? 0, edit.shippedVersion) + edit.publishedTimes, 1);
		const versioned = applied.record === null ? null : { ...applied.record, version };
		if (versioned !== null && !fits(edit.kind, versioned)) {
			conflicts.push({ kind: edit.kind, id: edit.id, what: 'does-not-fit' });
			if (now !== null) records.set(edit.id, { ...now, version });
			continue;
		}
		conflicts.push(...applied.conflicts);
		if (versioned !== null) records.set(edit.id, versioned);
	}
	return { records: [...records.values()], conflicts };
}

function applyOne<Entry extends EvidenceRecord>(
	{ kind, id, content, shippedBefore, shippedSince }: EditedRecord<Entry>,
	now: Entry | null
): { readonly record: Entry | null; readonly conflicts: readonly EditConflict[] } {
	if (content === null) return { record: now, conflicts: [] };
	if (now === null) {
		const conflicts = shippedBefore === null ? [] : [{ kind, id, what: 'no-longer-shipped' as const }];
		return { record: content, conflicts };
	}
	const isAlike = (record: Entry) => changedFields(record, content).every((field) => field === 'version');
	const madeFrom = shippedBefore ?? shippedSince.find(isAlike) ?? null;
	if (madeFrom === null)
		return { record: content, conflicts: isAlike(now) ? [] : [{ kind, id, what: 'added-twice' as const }] };
	const before = adopted({ before: madeFrom, since: shippedSince, edited: content });
	const merged = mergeRecord({ before, now, edited: content });
	return {
		record: merged.record,
		conflicts: merged.conflicts.map((conflict) => ({ kind, id, what: 'field' as const, ...conflict }))
	};
}

function byId(left: { readonly id: string }, right: { readonly id: string }): number {
	return left.id < right.id ? -1 : left.id > right.id ? 1 : 0;
}

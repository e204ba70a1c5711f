// What editors work on: the base that readers see, the base as it would be with every draft, and what lies between.
import {
	applyRevisions,
	type EditConflict,
	type Fits,
	type EvidenceRecord,
	type RecordEdit,
	type RecordKind
} from '#domain/evidence/apply-revisions.ts';
import { certaintyOf, certaintyOfIntervention } from '#domain/evidence/certainty.ts';
import { checkEvidence, evidenceCheckers, type EvidenceProblem } from '#domain/evidence/check-evidence.ts';
import { findRecord, type KindOfRecord } from '#domain/evidence/edit/form-of-record.ts';
import type { Certainty, EvidenceBase } from '#domain/evidence/evidence.ts';
import { changedFields } from '#domain/evidence/merge-record.ts';
import type { Localised } from '#domain/language/localised.ts';
import type { Context } from '#server/context.ts';
import { listLatestEdits, listPublishedEdits, type StoredEdit } from '#server/database/evidence-revisions.ts';
import { isReadableRecord, validateRecord } from '#server/evidence-base/validate-record.ts';

export type EvidenceDrafts = {
	readonly published: EvidenceBase;
	/** With every draft in it. */
	readonly draft: EvidenceBase;
	readonly conflicts: readonly EditConflict[];
	/** The last edit of every record that was ever edited. */
	readonly edits: readonly StoredEdit[];
	/** Those of them that would change what readers see. */
	readonly unpublished: readonly StoredEdit[];
};

/** A break of a rule, with the record as editors know it. `kind` is null for what cannot be edited here. */
export type NamedProblem = EvidenceProblem & { readonly kind: RecordKind | null; readonly label: Localised };

/** What the ids in a record stand for, by id. */
export type RecordNames = ReadonlyMap<string, Localised>;

type Key = { readonly kind: RecordKind; readonly id: string };

/** One field that says something else; a field that is not there is null. */
export type FieldChange = { readonly field: string; readonly before: unknown; readonly after: unknown };

/** Added: there was no such record before. Removed: there is none after. */
export type RecordChange = 'added' | 'edited' | 'removed';

export type CertaintyChange = {
	readonly kind: RecordKind;
	readonly id: string;
	readonly label: Localised;
	readonly before: Certainty;
	readonly after: Certainty;
};

/** Asks the handle it is given, so that it can be read inside a transaction. */
export async function readDrafts(
	db: Context['db'],
	shipped: EvidenceBase,
	organisationId: string
): Promise<EvidenceDrafts> {
	const publishedEdits = await listPublishedEdits(db, organisationId);
	const edits = await listLatestEdits(db, organisationId);
	const { base: published, conflicts: unfitting } = applyPublished(shipped, publishedEdits);
	const latest = applyRevisions(shipped, edits, isReadableRecord).base;
	const saysElse = (edit: StoredEdit) =>
		fieldChanges(findRecord(published, edit)?.record ?? null, findRecord(latest, edit)?.record ?? null).length > 0;
	const unpublished = edits.filter((edit) => edit.revision !== edit.publishedRevision && saysElse(edit));
	const { base, conflicts } = applyRevisions(
		shipped,
		edits.map((edit) => (unpublished.includes(edit) ? asIfPublished(edit) : edit)),
		isReadableRecord
	);
	// Once somebody has saved again, what was held back is no longer what the editors want.
	const isNewest = (key: Key) =>
		edits.some((edit) => isOf(edit, key) && edit.revision === edit.publishedRevision) &&
		!conflicts.some((other) => isOf(other, key));
	const heldBack = unfitting.filter((conflict) => conflict.what === 'does-not-fit' && isNewest(conflict));
	return { published, draft: base, conflicts: [...conflicts, ...heldBack], edits, unpublished };
}

/**
 * What readers see. An upgrade can change the shape of records and take away what an edit speaks of: such an edit is held
 * back, since pages could not show it, and what is shipped stands until an editor has looked at it.
 */
export function applyPublished(
	shipped: EvidenceBase,
	edits: readonly RecordEdit[]
): { readonly base: EvidenceBase; readonly conflicts: readonly EditConflict[] } {
	const applied = applyRevisions(shipped, edits, hasItsShape);
	const lost = new Set(evidenceCheckers['references-resolve'](applied.base).map(({ record }) => record));
	const heldBack = edits.filter(({ id, content }) => content !== null && lost.has(id));
	if (heldBack.length === 0) return applied;
	// Others may speak of what was held back. The record keeps its count of publications, so that its version does not fall.
	const { base, conflicts } = applyPublished(
		shipped,
		edits.map((edit) => (heldBack.includes(edit) ? { ...edit, content: null } : edit))
	);
	return {
		base,
		conflicts: [...conflicts, ...heldBack.map(({ kind, id }) => ({ kind, id, what: 'does-not-fit' as const }))]
	};
}

const hasItsShape: Fits = (kind, record) => validateRecord(kind, record).length === 0;

/** The drafts with one more edit in them, as it would be if it were saved. */
export function withEdit(drafts: EvidenceDrafts, shipped: EvidenceBase, edited: KindOfRecord): EvidenceBase {
	const { kind, record } = edited;
	const others = drafts.edits.filter((edit) => edit.kind !== kind || edit.id !== record.id);
	const stored = drafts.edits.find((edit) => edit.kind === kind && edit.id === record.id);
	const circumstances = {
		publishedTimes: (stored?.publishedTimes ?? 0) + 1,
		shippedVersion: stored?.shippedVersion ?? 0
	};
	const asDrafts = others.map((edit) => (drafts.unpublished.includes(edit) ? asIfPublished(edit) : edit));
	return applyRevisions(shipped, [...asDrafts, editOf(edited, shipped, circumstances)], isReadableRecord).base;
}

/** What breaks a rule with the drafts and did not before: that is what an editor can mend. */
export function newProblems(
	candidate: EvidenceBase,
	published: EvidenceBase,
	edited: readonly Key[]
): readonly NamedProblem[] {
	const shape = edited.flatMap((key) => {
		const found = findRecord(candidate, key);
		return found === null ? [] : validateRecord(found.kind, found.record);
	});
	const nameOf = ({ rule, record, detail }: EvidenceProblem) => `${rule} ${record} ${detail}`;
	const known = new Set(checkEvidence(published).map(nameOf));
	const broken = checkEvidence(candidate).filter((problem) => !known.has(nameOf(problem)));
	return [...shape, ...broken].map((problem) => {
		const kind = kindIn(candidate, problem.record);
		const label = recordNames(candidate).get(problem.record) ?? { da: problem.record, en: problem.record };
		return { ...problem, kind, label };
	});
}

/** Factors and their parts, outcomes, studies, findings and interventions by name. */
export function recordNames(base: EvidenceBase): RecordNames {
	return new Map([
		...base.factors.flatMap(({ id, name, subThemes }) => [...subThemes, { id, name }]).map(idAndName),
		...base.outcomes.map(idAndName),
		...base.studies.map((record) => [record.id, labelOf({ kind: 'study', record })] as const),
		...base.findings.map((record) => [record.id, record.claim] as const),
		...base.interventions.map(idAndName)
	]);
}

/** What differs between two versions of a record, field by field, but for the version. */
export function fieldChanges(before: EvidenceRecord | null, after: EvidenceRecord | null): readonly FieldChange[] {
	const [left, right] = [new Map(Object.entries(before ?? {})), new Map(Object.entries(after ?? {}))];
	return changedFields(before ?? {}, after ?? {})
		.filter((field) => field !== 'version' && field !== 'id')
		.map((field) => ({ field, before: left.get(field) ?? null, after: right.get(field) ?? null }))
		.filter((change) => change.before !== null || change.after !== null);
}

export function recordChange(before: EvidenceRecord | null, after: EvidenceRecord | null): RecordChange {
	if (before === null) return 'added';
	return after === null ? 'removed' : 'edited';
}

/** Findings and interventions that are more or less sure with the drafts than they are to readers. */
export function certaintyChanges(candidate: EvidenceBase, published: EvidenceBase): readonly CertaintyChange[] {
	const findings = candidate.findings.flatMap((finding): readonly CertaintyChange[] => {
		const was = published.findings.find((one) => one.id === finding.id);
		if (was === undefined) return [];
		const before = certaintyOf(was, published.studies).certainty;
		const after = certaintyOf(finding, candidate.studies).certainty;
		return before === after ? [] : [{ kind: 'finding', id: finding.id, label: finding.claim, before, after }];
	});
	const interventions = candidate.interventions.flatMap((intervention): readonly CertaintyChange[] => {
		const was = published.interventions.find((one) => one.id === intervention.id);
		if (was === undefined) return [];
		const before = certaintyOfIntervention(was, published).certainty;
		const after = certaintyOfIntervention(intervention, candidate).certainty;
		const { id, name: label } = intervention;
		return before === after ? [] : [{ kind: 'intervention', id, label, before, after }];
	});
	return [...findings, ...interventions];
}

/** How editors recognise a record in a list. */
export function labelOf({ kind, record }: KindOfRecord): Localised {
	switch (kind) {
		case 'finding':
			return record.claim;
		case 'intervention':
			return record.name;
		case 'study': {
			const name = `${record.authors[0]?.family ?? record.id} (${record.year ?? record.citedYear})`;
			return { da: name, en: name };
		}
	}
}

/** The label of a record wherever it still stands; its id where it stands nowhere. */
export function labelIn(bases: readonly EvidenceBase[], key: Key): Localised {
	const found = bases.map((base) => findRecord(base, key)).find((record) => record !== null);
	return found === undefined ? { da: key.id, en: key.id } : labelOf(found);
}

export function isOf(one: Key, key: Key): boolean {
	return one.kind === key.kind && one.id === key.id;
}

function asIfPublished(edit: StoredEdit): RecordEdit {
	return { ...edit, publishedTimes: edit.publishedTimes + 1 };
}

function kindIn(base: EvidenceBase, id: string): RecordKind | null {
	const kinds: readonly RecordKind[] = ['study', 'finding', 'intervention'];
	return kinds.find((kind) => findRecord(base, { kind, id }) !== null) ?? null;
}

function idAndName({ id, name }: { readonly id: string; readonly name: Localised }): readonly [string, Localised] {
	return [id, name];
}

function editOf(
	edited: KindOfRecord,
	shipped: EvidenceBase,
	circumstances: Pick<RecordEdit, 'publishedTimes' | 'shippedVersion'>
): RecordEdit {
	const common = { id: edited.record.id, ...circumstances, shippedSince: [] };
	switch (edited.kind) {
		case 'finding':
			return { kind: 'finding', ...common, content: edited.record, shippedBefore: only(shipped.findings, common.id) };
		case 'study':
			return { kind: 'study', ...common, content: edited.record, shippedBefore: only(shipped.studies, common.id) };
		case 'intervention': {
			const shippedBefore = only(shipped.interventions, common.id);
			return { kind: 'intervention', ...common, content: edited.record, shippedBefore };
		}
	}
}

function only<Entry extends { readonly id: string }>(records: readonly Entry[], id: string): Entry | null {
	return records.find((record) => record.id === id) ?? null;
}

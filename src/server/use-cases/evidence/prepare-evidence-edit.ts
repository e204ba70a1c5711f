// What an editor needs to correct a record or to write a new one: the form filled in, and everything that can be chosen.
import type { EditConflict, RecordKind } from '#domain/evidence/apply-revisions.ts';
import { evidenceCheckers } from '#domain/evidence/check-evidence.ts';
import { completeRecord, formOfOlderRecord } from '#domain/evidence/edit/form-of-older-record.ts';
import { findRecord, formOfRecord, recordOfEdit, type KindOfRecord } from '#domain/evidence/edit/form-of-record.ts';
import type { FormValues } from '#domain/evidence/edit/form-values.ts';
import type { EvidenceBase } from '#domain/evidence/evidence.ts';
import type { Localised } from '#domain/language/localised.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { listRevisions, recordEditOf, type RecordKey } from '#server/database/evidence-revisions.ts';
import { isOf, labelOf, readDrafts, recordNames, type EvidenceDrafts, type RecordNames } from './evidence-drafts.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type Named = { readonly id: string; readonly label: Localised };
export type EvidenceChoices = {
	readonly factors: readonly (Named & { readonly subThemes: readonly Named[] })[];
	readonly outcomes: readonly Named[];
	readonly studies: readonly Named[];
	readonly findings: readonly Named[];
	readonly interventions: readonly Named[];
};

export type PrepareEvidenceEditOutcome =
	| {
			readonly kind: 'form';
			readonly recordKind: RecordKind;
			/** Null for a new record. */
			readonly record: (Named & { readonly version: number }) | null;
			/** 0 where it was never edited here. */
			readonly revision: number;
			readonly isDraft: boolean;
			readonly isShipped: boolean;
			/** 0 where it is not shipped. */
			readonly shippedVersion: number;
			/** True where it was added here and taken out again: saving takes it back in. */
			readonly isTakenOut: boolean;
			/** Whether readers have a page of it. */
			readonly isRead: boolean;
			/** True for a study that no finding and no intervention names yet: it cannot be published before one does. */
			readonly waitsForUse: boolean;
			readonly conflicts: readonly EditConflict[];
			readonly values: FormValues;
			readonly choices: EvidenceChoices;
			/** Of everything that a conflict can speak of. */
			readonly names: RecordNames;
	  }
	| { readonly kind: 'unknown-record' }
	| Forbidden;

export async function prepareEvidenceEdit(
	context: Pick<Context, 'db' | 'shippedEvidence'>,
	actor: Actor,
	input: { readonly kind: RecordKind; readonly recordId: string | null }
): Promise<PrepareEvidenceEditOutcome> {
	if (!isAllowed('prepare-evidence-edit', actor) || actor.kind === 'visitor') return forbidden;
	const { shippedEvidence: shipped } = context;
	const drafts = await readDrafts(context.db, shipped, actor.organisationId);
	const choices = choicesFrom(drafts.draft);
	const names = recordNames(drafts.draft);
	if (input.recordId === null) return { ...start(input.kind, drafts), choices, names };
	const key = { kind: input.kind, id: input.recordId };
	const edit = drafts.edits.find((one) => isOf(one, key));
	const inDraft = findRecord(drafts.draft, key);
	const found = inDraft ?? (await findLastSaved(context.db, actor.organisationId, key));
	if (found === null) return { kind: 'unknown-record' };
	const shippedRecord = findRecord(shipped, key);
	return {
		kind: 'form',
		recordKind: input.kind,
		record: {
			id: key.id,
			label: labelOf(inDraft ?? completeRecord(found, drafts.draft)),
			version: found.record.version
		},
		revision: edit?.revision ?? 0,
		isDraft: edit !== undefined && drafts.unpublished.includes(edit),
		isShipped: shippedRecord !== null,
		shippedVersion: shippedRecord?.record.version ?? 0,
		isTakenOut: inDraft === null && edit?.content === null,
		isRead: findRecord(drafts.published, key) !== null,
		waitsForUse: key.kind === 'study' && unusedStudies(drafts.draft).has(key.id),
		conflicts: drafts.conflicts.filter((conflict) => conflict.kind === key.kind && conflict.id === key.id),
		values: inDraft === null ? formOfOlderRecord(found, drafts.draft) : formOfRecord(inDraft),
		choices,
		names
	};
}

function start(kind: RecordKind, { draft }: EvidenceDrafts) {
	const emptyValues: FormValues = { role: ['additional'], citedYear: [draft.publishedOn.slice(0, 4)] };
	return {
		kind: 'form' as const,
		recordKind: kind,
		record: null,
		revision: 0,
		isDraft: false,
		isShipped: false,
		shippedVersion: 0,
		isTakenOut: false,
		isRead: false,
		waitsForUse: false,
		conflicts: [],
		values: emptyValues
	};
}

/** What a record said last that stands in no base any more. */
async function findLastSaved(db: Context['db'], organisationId: string, key: RecordKey): Promise<KindOfRecord | null> {
	const revisions = await listRevisions(db, organisationId, key);
	return revisions.map((one) => recordOfEdit(recordEditOf(one))).find((record) => record !== null) ?? null;
}

function unusedStudies(base: EvidenceBase): ReadonlySet<string> {
	return new Set(evidenceCheckers['studies-are-used'](base).map(({ record }) => record));
}

export function choicesFrom(base: EvidenceBase): EvidenceChoices {
	return {
		factors: base.factors.map(({ id, shortName, subThemes }) => ({
			id,
			label: shortName,
			subThemes: subThemes.map((theme) => ({ id: theme.id, label: theme.name }))
		})),
		outcomes: base.outcomes.map(({ id, name }) => ({ id, label: name })),
		studies: base.studies.map((record) => ({ id: record.id, label: labelOf({ kind: 'study', record }) })),
		findings: base.findings.map(({ id, claim }) => ({ id, label: claim })),
		interventions: base.interventions.map(({ id, name }) => ({ id, label: name }))
	};
}

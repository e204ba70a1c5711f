// What an editor needs to correct a record or to write a new one: the form filled in, and everything that can be chosen.
import type { EditConflict, RecordKind } from '#domain/evidence/apply-revisions.ts';
import { findRecord, formOfRecord } from '#domain/evidence/edit/form-of-record.ts';
import type { FormValues } from '#domain/evidence/edit/form-values.ts';
import type { EvidenceBase } from '#domain/evidence/evidence.ts';
import type { Localised } from '#domain/language/localised.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { labelOf, readDrafts, recordNames, type EvidenceDrafts, type RecordNames } from './evidence-drafts.ts';
import { forbidden, isAllowed, type Forbidden } from './permissions.ts';

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
	const found = findRecord(drafts.draft, key);
	if (found === null) return { kind: 'unknown-record' };
	const edit = drafts.edits.find((one) => one.kind === key.kind && one.id === key.id);
	return {
		kind: 'form',
		recordKind: input.kind,
		record: { id: key.id, label: labelOf(found), version: found.record.version },
		revision: edit?.revision ?? 0,
		isDraft: edit !== undefined && drafts.unpublished.includes(edit),
		isShipped: findRecord(shipped, key) !== null,
		conflicts: drafts.conflicts.filter((conflict) => conflict.kind === key.kind && conflict.id === key.id),
		values: formOfRecord(found),
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
		conflicts: [],
		values: emptyValues
	};
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

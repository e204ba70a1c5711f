// How it would look if an edit were saved and published: nothing is saved by looking.
import { certaintyOf, certaintyOfIntervention } from '#domain/evidence/certainty.ts';
import { findRecord, type KindOfRecord } from '#domain/evidence/edit/form-of-record.ts';
import type { FieldProblem } from '#domain/evidence/edit/form-values.ts';
import type { Certainty, EvidenceBase } from '#domain/evidence/evidence.ts';
import type { Language } from '#domain/language/localised.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { apaReference } from '#server/references/apa-reference.ts';
import type { RecordKey } from '#server/database/evidence-revisions.ts';
import { describeFinding, type DescribedFinding } from './describe-finding.ts';
import {
	certaintyChanges,
	fieldChanges,
	newProblems,
	readDrafts,
	recordNames,
	withEdit,
	type CertaintyChange,
	type FieldChange,
	type NamedProblem,
	type RecordNames
} from './evidence-drafts.ts';
import { forbidden, isAllowed, type Forbidden } from './permissions.ts';
import { readEvidenceForm, type EvidenceFormInput } from './read-evidence-form.ts';
import type { ReferenceParts } from './read-study.ts';

export type EvidencePreview = {
	readonly kind: 'preview';
	readonly edited: KindOfRecord;
	/** A finding as readers would meet it. */
	readonly finding: DescribedFinding | null;
	/** A study as a reference list would have it. */
	readonly reference: Readonly<Record<Language, ReferenceParts>> | null;
	/** That of a finding or an intervention, by the rule; `before`: to readers now, null where they do not see it yet. */
	readonly certainty: { readonly before: Certainty | null; readonly after: Certainty } | null;
	/** Against what readers see now. */
	readonly changes: readonly FieldChange[];
	/** Of all findings and interventions that become more or less sure, with the other drafts in it. */
	readonly certaintyChanges: readonly CertaintyChange[];
	/** Those of the record itself stand first. */
	readonly problems: readonly NamedProblem[];
	readonly names: RecordNames;
};

export type PreviewEvidenceEditOutcome =
	| EvidencePreview
	| { readonly kind: 'unreadable'; readonly problems: readonly FieldProblem[] }
	| { readonly kind: 'unknown-record' }
	| Forbidden;

export async function previewEvidenceEdit(
	context: Pick<Context, 'db' | 'shippedEvidence'>,
	actor: Actor,
	input: EvidenceFormInput
): Promise<PreviewEvidenceEditOutcome> {
	if (!isAllowed('preview-evidence-edit', actor) || actor.kind === 'visitor') return forbidden;
	const { shippedEvidence: shipped } = context;
	const drafts = await readDrafts(context.db, shipped, actor.organisationId);
	const form = readEvidenceForm(input, drafts);
	if (form.kind !== 'read') return form;
	const candidate = withEdit(drafts, shipped, form.edited);
	const key = { kind: form.edited.kind, id: form.edited.record.id };
	const edited = findRecord(candidate, key) ?? form.edited;
	const before = findRecord(drafts.published, key);
	const after = certaintyIn(edited, candidate);
	const problems = newProblems(candidate, drafts.published, [
		key,
		...drafts.unpublished.filter((one) => !isOf(one, key))
	]);
	return {
		kind: 'preview',
		edited,
		finding: edited.kind === 'finding' ? describeFinding(edited.record, candidate) : null,
		reference:
			edited.kind === 'study'
				? { da: apaReference(edited.record, 'da').parts, en: apaReference(edited.record, 'en').parts }
				: null,
		certainty:
			after === null ? null : { before: before === null ? null : certaintyIn(before, drafts.published), after },
		changes: fieldChanges(before?.record ?? null, edited.record),
		certaintyChanges: certaintyChanges(candidate, drafts.published),
		problems: problems.toSorted(
			(left, right) => Number(right.record === edited.record.id) - Number(left.record === edited.record.id)
		),
		names: recordNames(candidate)
	};
}

function certaintyIn(any: KindOfRecord, base: EvidenceBase): Certainty | null {
	switch (any.kind) {
		case 'finding':
			return certaintyOf(any.record, base.studies).certainty;
		case 'intervention':
			return certaintyOfIntervention(any.record, base).certainty;
		case 'study':
			return null;
	}
}

function isOf(one: RecordKey, key: RecordKey): boolean {
	return one.kind === key.kind && one.id === key.id;
}

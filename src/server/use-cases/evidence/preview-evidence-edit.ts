// How it would look if an edit were saved and published: nothing is saved by looking.
import { certaintyOf, certaintyOfIntervention, type CertaintyWithReasons } from '#domain/evidence/certainty.ts';
import { findRecord, type KindOfRecord } from '#domain/evidence/edit/form-of-record.ts';
import type { FieldProblem } from '#domain/evidence/edit/form-values.ts';
import type { EvidenceBase } from '#domain/evidence/evidence.ts';
import type { Language } from '#domain/language/localised.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { apaReference } from '#server/references/apa-reference.ts';
import { describeFinding, type DescribedFinding } from './describe-finding.ts';
import {
	certaintyChanges,
	fieldChanges,
	isOf,
	newProblems,
	readDrafts,
	recordNames,
	withEdit,
	type CertaintyChange,
	type FieldChange,
	type NamedProblem,
	type RecordNames
} from './evidence-drafts.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { readEvidenceForm, type EvidenceFormInput } from './read-evidence-form.ts';
import type { ReferenceParts } from './read-study.ts';

/** A record as readers meet it. */
export type ReadRecord = {
	readonly edited: KindOfRecord;
	/** What a finding says, with the names of all it speaks of. */
	readonly finding: DescribedFinding | null;
	/** A study as a reference list has it. */
	readonly reference: Readonly<Record<Language, ReferenceParts>> | null;
	/** That of a finding or an intervention, by the rule. */
	readonly certainty: CertaintyWithReasons | null;
	readonly names: RecordNames;
};

export type EvidencePreview = {
	readonly kind: 'preview';
	/** What readers see now; null where they do not see it yet. */
	readonly before: ReadRecord | null;
	readonly after: ReadRecord;
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
	const problems = newProblems(candidate, drafts.published, [
		key,
		...drafts.unpublished.filter((one) => !isOf(one, key))
	]);
	return {
		kind: 'preview',
		before: before === null ? null : asRead(before, drafts.published),
		after: asRead(edited, candidate),
		changes: fieldChanges(before?.record ?? null, edited.record),
		certaintyChanges: certaintyChanges(candidate, drafts.published),
		problems: problems.toSorted(
			(left, right) => Number(right.record === edited.record.id) - Number(left.record === edited.record.id)
		),
		names: recordNames(candidate)
	};
}

function asRead(edited: KindOfRecord, base: EvidenceBase): ReadRecord {
	const names = recordNames(base);
	switch (edited.kind) {
		case 'finding': {
			const finding = describeFinding(edited.record, base);
			return { edited, finding, reference: null, certainty: certaintyOf(edited.record, base.studies), names };
		}
		case 'intervention': {
			const certainty = certaintyOfIntervention(edited.record, base);
			return { edited, finding: null, reference: null, certainty, names };
		}
		case 'study': {
			const { record } = edited;
			const reference = { da: apaReference(record, 'da').parts, en: apaReference(record, 'en').parts };
			return { edited, finding: null, reference, certainty: null, names };
		}
	}
}

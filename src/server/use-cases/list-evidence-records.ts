// All records of one kind as an editor finds them: which are as shipped, which were changed here, which wait to be published.
import type { RecordKind } from '#domain/evidence/apply-revisions.ts';
import { findRecord } from '#domain/evidence/edit/form-of-record.ts';
import type { Localised } from '#domain/language/localised.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { labelIn, readDrafts } from './evidence-drafts.ts';
import { forbidden, isAllowed, type Forbidden } from './permissions.ts';

export type EditableRecord = {
	readonly id: string;
	readonly label: Localised;
	readonly origin: 'shipped' | 'edited' | 'added';
	readonly isDraft: boolean;
	readonly hasConflict: boolean;
};

export type ListEvidenceRecordsOutcome =
	| {
			readonly kind: 'records';
			/** How many there are of the kind, found or not. */
			readonly all: number;
			readonly records: readonly EditableRecord[];
	  }
	| Forbidden;

export async function listEvidenceRecords(
	context: Pick<Context, 'db' | 'shippedEvidence'>,
	actor: Actor,
	input: {
		readonly kind: RecordKind;
		/** Only records whose label or id holds these words; all where it is left out. */
		readonly search?: string;
	}
): Promise<ListEvidenceRecordsOutcome> {
	if (!isAllowed('list-evidence-records', actor) || actor.kind === 'visitor') return forbidden;
	const { kind } = input;
	const words = (input.search ?? '').trim().toLocaleLowerCase('da').split(/\s+/);
	const isWanted = ({ id, label }: Pick<EditableRecord, 'id' | 'label'>) => {
		const text = `${id} ${label.da} ${label.en}`.toLocaleLowerCase('da');
		return words.every((word) => text.includes(word));
	};
	const { shippedEvidence: shipped } = context;
	const { draft, edits, unpublished, conflicts } = await readDrafts(context.db, shipped, actor.organisationId);
	const records = { finding: draft.findings, study: draft.studies, intervention: draft.interventions }[kind];
	return {
		kind: 'records',
		all: records.length,
		records: records
			.map(({ id }) => ({ id, label: labelIn([draft], { kind, id }) }))
			.filter(isWanted)
			.map(({ id, label }) => {
				const edit = edits.find((one) => one.kind === kind && one.id === id);
				const isShipped = findRecord(shipped, { kind, id }) !== null;
				return {
					id,
					label,
					origin: !isShipped ? 'added' : edit === undefined || edit.content === null ? 'shipped' : 'edited',
					isDraft: edit !== undefined && unpublished.includes(edit),
					hasConflict: conflicts.some((conflict) => conflict.kind === kind && conflict.id === id)
				};
			})
	};
}

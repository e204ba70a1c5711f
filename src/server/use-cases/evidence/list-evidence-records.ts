// The records as an editor finds them: which are as shipped, which were changed here, which wait to be published.
import type { RecordKind } from '#domain/evidence/apply-revisions.ts';
import { findRecord } from '#domain/evidence/edit/form-of-record.ts';
import type { EvidenceBase } from '#domain/evidence/evidence.ts';
import type { Localised } from '#domain/language/localised.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { isOf, labelIn, readDrafts } from './evidence-drafts.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type EditableRecord = {
	readonly kind: RecordKind;
	readonly id: string;
	readonly label: Localised;
	readonly origin: 'shipped' | 'edited' | 'added';
	readonly isDraft: boolean;
	readonly hasConflict: boolean;
};

export type ListEvidenceRecordsOutcome =
	| {
			readonly kind: 'records';
			/** How many there are to search in, found or not. */
			readonly all: number;
			/** Kind by kind, each in the base's order. */
			readonly records: readonly EditableRecord[];
			/** What waits: drafts to be published, and records of which somebody must say what is to stand. */
			readonly waiting: { readonly drafts: number; readonly conflicts: number };
	  }
	| Forbidden;

export async function listEvidenceRecords(
	context: Pick<Context, 'db' | 'shippedEvidence'>,
	actor: Actor,
	input: {
		/** All three kinds where it is left out. */
		readonly kind?: RecordKind;
		/** Only records that hold these words in what they are called, in either language; all where it is left out. */
		readonly search?: string;
	}
): Promise<ListEvidenceRecordsOutcome> {
	if (!isAllowed('list-evidence-records', actor) || actor.kind === 'visitor') return forbidden;
	const words = (input.search ?? '').trim().toLocaleLowerCase('da').split(/\s+/);
	const { shippedEvidence: shipped } = context;
	const { draft, edits, unpublished, conflicts } = await readDrafts(context.db, shipped, actor.organisationId);
	const kinds: readonly RecordKind[] = input.kind === undefined ? ['finding', 'study', 'intervention'] : [input.kind];
	const keys = kinds.flatMap((kind) => recordsOf(kind, draft).map(({ id }) => ({ kind, id })));
	return {
		kind: 'records',
		all: keys.length,
		records: keys
			.map((key) => ({ ...key, label: labelIn([draft], key), text: searchedText(key, draft) }))
			.filter(({ text }) => words.every((word) => text.includes(word)))
			.map(({ kind, id, label }) => {
				const key = { kind, id };
				const edit = edits.find((one) => isOf(one, key));
				const isShipped = findRecord(shipped, key) !== null;
				return {
					...key,
					label,
					origin: !isShipped ? 'added' : edit === undefined || edit.content === null ? 'shipped' : 'edited',
					isDraft: edit !== undefined && unpublished.includes(edit),
					hasConflict: conflicts.some((conflict) => isOf(conflict, key))
				};
			}),
		waiting: {
			drafts: unpublished.length,
			conflicts: new Set(conflicts.map(({ kind, id }) => `${kind} ${id}`)).size
		}
	};
}

function recordsOf(kind: RecordKind, base: EvidenceBase): readonly { readonly id: string }[] {
	switch (kind) {
		case 'finding':
			return base.findings;
		case 'study':
			return base.studies;
		case 'intervention':
			return base.interventions;
	}
}

/** What an editor remembers of a record: what it is called, and of a study also its authors and title. */
function searchedText(key: { readonly kind: RecordKind; readonly id: string }, base: EvidenceBase): string {
	const found = findRecord(base, key);
	const label = labelIn([base], key);
	const more =
		found?.kind === 'study' ? [...found.record.authors.map(({ family }) => family), found.record.title ?? ''] : [];
	return [key.id, label.da, label.en, ...more].join(' ').toLocaleLowerCase('da');
}

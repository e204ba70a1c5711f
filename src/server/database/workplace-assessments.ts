// Workplace assessments: a draft with parts that people write, or a document that was finalised and stays as it is.
import type { Kysely, Selectable } from 'kysely';
import {
	partsInOrder,
	type AssessmentContent,
	type AssessmentPart,
	type PartContent
} from '#domain/work-environment/workplace-assessment.ts';
import type { Tables, WorkplaceAssessmentsTable } from '#server/database/tables.ts';

export type AssessmentKey = { readonly organisationId: string; readonly assessmentId: string };

export type StoredAssessment = {
	readonly id: string;
	readonly title: string;
	readonly roundId: string | null;
	readonly basedOn: string | null;
	readonly beganAt: Date;
	readonly beganBy: string;
	/** Null for a draft. `document` is JSON, word for word what `hash` was taken of. */
	readonly final: {
		readonly at: Date;
		/** Calendar day in Denmark. */
		readonly on: string;
		readonly by: string;
		readonly document: string;
		readonly hash: string;
	} | null;
};

export type StoredPart = {
	readonly content: PartContent;
	/** 0 where nothing was saved. */
	readonly revision: number;
	readonly savedAt: Date | null;
	readonly savedBy: string;
};

export type Remark = {
	readonly id: string;
	readonly part: AssessmentPart;
	readonly remark: string;
	readonly writtenAt: Date;
	readonly writtenBy: string;
	/** The role in which it was written. */
	readonly writtenAs: string;
};

export async function insertAssessment(
	db: Kysely<Tables>,
	organisationId: string,
	assessment: Omit<StoredAssessment, 'final'>
): Promise<void> {
	await db
		.insertInto('workplace_assessments')
		.values({
			organisation_id: organisationId,
			assessment_id: assessment.id,
			title: assessment.title,
			round_id: assessment.roundId,
			based_on: assessment.basedOn,
			began_at: assessment.beganAt,
			began_by: assessment.beganBy
		})
		.execute();
}

/** The newest first. */
export async function listAssessments(db: Kysely<Tables>, organisationId: string): Promise<StoredAssessment[]> {
	const rows = await db
		.selectFrom('workplace_assessments')
		.selectAll()
		.where('organisation_id', '=', organisationId)
		.orderBy('began_at', 'desc')
		.orderBy('assessment_id')
		.execute();
	return rows.map(assessmentOf);
}

export async function findAssessment(db: Kysely<Tables>, key: AssessmentKey): Promise<StoredAssessment | null> {
	const row = await rowOf(db, key).executeTakeFirst();
	return row === undefined ? null : assessmentOf(row);
}

/** Held until the transaction ends, so that nobody writes while it is finalised. */
export async function holdAssessment(db: Kysely<Tables>, key: AssessmentKey): Promise<StoredAssessment | null> {
	const row = await rowOf(db, key).forUpdate().executeTakeFirst();
	return row === undefined ? null : assessmentOf(row);
}

/** Chooses the round whose release is mapped. A finalised one is left as it is. */
export async function setAssessmentRound(
	db: Kysely<Tables>,
	key: AssessmentKey,
	roundId: string | null
): Promise<void> {
	await db
		.updateTable('workplace_assessments')
		.set({ round_id: roundId })
		.where('organisation_id', '=', key.organisationId)
		.where('assessment_id', '=', key.assessmentId)
		.where('finalised_at', 'is', null)
		.execute();
}

/** Returns false where it was finalised already: what was finalised never changes. */
export async function finaliseAssessmentRow(
	db: Kysely<Tables>,
	key: AssessmentKey,
	final: NonNullable<StoredAssessment['final']>
): Promise<boolean> {
	const result = await db
		.updateTable('workplace_assessments')
		.set({
			finalised_at: final.at,
			finalised_on: final.on,
			finalised_by: final.by,
			document: final.document,
			document_hash: final.hash
		})
		.where('organisation_id', '=', key.organisationId)
		.where('assessment_id', '=', key.assessmentId)
		.where('finalised_at', 'is', null)
		.executeTakeFirst();
	return result.numUpdatedRows > 0n;
}

export async function listParts(
	db: Kysely<Tables>,
	key: AssessmentKey
): Promise<Readonly<Record<AssessmentPart, StoredPart>>> {
	const rows = await db
		.selectFrom('workplace_assessment_parts')
		.selectAll()
		.where('organisation_id', '=', key.organisationId)
		.where('assessment_id', '=', key.assessmentId)
		.execute();
	const partFor = (part: AssessmentPart): StoredPart => {
		const row = rows.find((one) => one.part === part);
		return row === undefined
			? { content: {}, revision: 0, savedAt: null, savedBy: '' }
			: { content: contentOf(row.content), revision: row.revision, savedAt: row.saved_at, savedBy: row.saved_by };
	};
	return {
		mapping: partFor('mapping'),
		absence: partFor('absence'),
		'action-plan': partFor('action-plan'),
		'follow-up': partFor('follow-up')
	};
}

export function contentOfParts(parts: Readonly<Record<AssessmentPart, StoredPart>>): AssessmentContent {
	return {
		mapping: parts.mapping.content,
		absence: parts.absence.content,
		'action-plan': parts['action-plan'].content,
		'follow-up': parts['follow-up'].content
	};
}

export async function writePart(
	db: Kysely<Tables>,
	key: AssessmentKey,
	part: AssessmentPart,
	saved: { readonly content: PartContent; readonly revision: number; readonly at: Date; readonly by: string }
): Promise<void> {
	const values = {
		content: JSON.stringify(saved.content),
		revision: saved.revision,
		saved_at: saved.at,
		saved_by: saved.by
	};
	await db
		.insertInto('workplace_assessment_parts')
		.values({ organisation_id: key.organisationId, assessment_id: key.assessmentId, part, ...values })
		.onConflict((conflict) => conflict.columns(['organisation_id', 'assessment_id', 'part']).doUpdateSet(values))
		.execute();
}

export async function insertRemark(db: Kysely<Tables>, key: AssessmentKey, remark: Remark): Promise<void> {
	await db
		.insertInto('workplace_assessment_remarks')
		.values({
			organisation_id: key.organisationId,
			assessment_id: key.assessmentId,
			remark_id: remark.id,
			part: remark.part,
			remark: remark.remark,
			written_at: remark.writtenAt,
			written_by: remark.writtenBy,
			written_as: remark.writtenAs
		})
		.execute();
}

/** The oldest first. */
export async function listRemarks(db: Kysely<Tables>, key: AssessmentKey): Promise<Remark[]> {
	const rows = await db
		.selectFrom('workplace_assessment_remarks')
		.selectAll()
		.where('organisation_id', '=', key.organisationId)
		.where('assessment_id', '=', key.assessmentId)
		.orderBy('written_at')
		.orderBy('remark_id')
		.execute();
	return rows.map((row) => ({
		id: row.remark_id,
		part: knownPart(row.part),
		remark: row.remark,
		writtenAt: row.written_at,
		writtenBy: row.written_by,
		writtenAs: row.written_as
	}));
}

/** The day of an assessment from before this program was used, or null. */
export async function findEarlierAssessment(db: Kysely<Tables>, organisationId: string): Promise<string | null> {
	const row = await db
		.selectFrom('earlier_assessments')
		.select('made_on')
		.where('organisation_id', '=', organisationId)
		.executeTakeFirst();
	return row?.made_on ?? null;
}

export async function noteEarlierAssessmentDay(
	db: Kysely<Tables>,
	organisationId: string,
	noted: { readonly on: string; readonly at: Date; readonly by: string }
): Promise<void> {
	const values = { made_on: noted.on, noted_at: noted.at, noted_by: noted.by };
	await db
		.insertInto('earlier_assessments')
		.values({ organisation_id: organisationId, ...values })
		.onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(values))
		.execute();
}

/** The day from which the limit counts: that of the last finalised one, or of an earlier one where that is later. */
export async function findLastAssessmentDay(db: Kysely<Tables>, organisationId: string): Promise<string | null> {
	const row = await db
		.selectFrom('workplace_assessments')
		.select((select) => select.fn.max('finalised_on').as('last'))
		.where('organisation_id', '=', organisationId)
		.executeTakeFirst();
	const days = [row?.last ?? null, await findEarlierAssessment(db, organisationId)].filter((day) => day !== null);
	return days.toSorted().at(-1) ?? null;
}

function rowOf(db: Kysely<Tables>, key: AssessmentKey) {
	return db
		.selectFrom('workplace_assessments')
		.selectAll()
		.where('organisation_id', '=', key.organisationId)
		.where('assessment_id', '=', key.assessmentId);
}

function assessmentOf(row: Selectable<WorkplaceAssessmentsTable>): StoredAssessment {
	const { finalised_at: at, finalised_on: on, finalised_by: by, document, document_hash: hash } = row;
	const isFinal = at !== null && on !== null && by !== null && document !== null && hash !== null;
	return {
		id: row.assessment_id,
		title: row.title,
		roundId: row.round_id,
		basedOn: row.based_on,
		beganAt: row.began_at,
		beganBy: row.began_by,
		final: isFinal ? { at, on, by, document, hash } : null
	};
}

function contentOf(stored: unknown): PartContent {
	if (typeof stored !== 'object' || stored === null) throw new Error('a part of an assessment cannot be read');
	return Object.fromEntries(Object.entries(stored).map(([field, text]) => [field, String(text)]));
}

function knownPart(text: string): AssessmentPart {
	const part = partsInOrder.find((one) => one === text);
	if (part === undefined) throw new Error(`unknown part of an assessment: ${text}`);
	return part;
}

// What people have said about whether interventions fit, and about what a group already does.
import type { Kysely } from 'kysely';
import {
	fitAnswersInOrder,
	fitDimensionsInOrder,
	type FitAnswer,
	type FitDimension,
	type SharedDimension
} from '#domain/recommendation/fit.ts';
import type { Tables } from '#server/database/tables.ts';

export type StoredFit = {
	readonly interventionId: string;
	readonly dimension: FitDimension;
	readonly answer: FitAnswer;
	readonly answeredBy: string;
	readonly answeredAt: Date;
};

export type StoredPractice = { readonly interventionId: string; readonly markedBy: string; readonly markedAt: Date };

/** `lastingId`: what the group is called over all rounds (`findLastingId`). */
type GroupKey = { readonly organisationId: string; readonly lastingId: string };

/** A group's own answers, by intervention and dimension. */
export async function listGroupFit(db: Kysely<Tables>, { organisationId, lastingId }: GroupKey): Promise<StoredFit[]> {
	const rows = await db
		.selectFrom('group_fit_answers')
		.select(['intervention_id', 'dimension', 'answer', 'answered_by', 'answered_at'])
		.where('organisation_id', '=', organisationId)
		.where('lasting_id', '=', lastingId)
		.orderBy('intervention_id')
		.orderBy('dimension')
		.execute();
	return rows.map(storedFit);
}

/** What counts for all groups, by intervention and dimension. */
export async function listOrganisationFit(db: Kysely<Tables>, organisationId: string): Promise<StoredFit[]> {
	const rows = await db
		.selectFrom('organisation_fit_answers')
		.select(['intervention_id', 'dimension', 'answer', 'answered_by', 'answered_at'])
		.where('organisation_id', '=', organisationId)
		.orderBy('intervention_id')
		.orderBy('dimension')
		.execute();
	return rows.map(storedFit);
}

export async function saveGroupFit(db: Kysely<Tables>, key: GroupKey, fit: StoredFit): Promise<void> {
	const said = { answer: fit.answer, answered_by: fit.answeredBy, answered_at: fit.answeredAt };
	await db
		.insertInto('group_fit_answers')
		.values({
			organisation_id: key.organisationId,
			lasting_id: key.lastingId,
			intervention_id: fit.interventionId,
			dimension: fit.dimension,
			...said
		})
		.onConflict((conflict) =>
			conflict.columns(['organisation_id', 'lasting_id', 'intervention_id', 'dimension']).doUpdateSet(said)
		)
		.execute();
}

/** Takes a group's own answer back, so that the organisation's counts again. */
export async function removeGroupFit(
	db: Kysely<Tables>,
	key: GroupKey,
	fit: { readonly interventionId: string; readonly dimension: FitDimension }
): Promise<void> {
	await db
		.deleteFrom('group_fit_answers')
		.where('organisation_id', '=', key.organisationId)
		.where('lasting_id', '=', key.lastingId)
		.where('intervention_id', '=', fit.interventionId)
		.where('dimension', '=', fit.dimension)
		.execute();
}

export async function saveOrganisationFit(
	db: Kysely<Tables>,
	organisationId: string,
	fit: StoredFit & { readonly dimension: SharedDimension }
): Promise<void> {
	const said = { answer: fit.answer, answered_by: fit.answeredBy, answered_at: fit.answeredAt };
	await db
		.insertInto('organisation_fit_answers')
		.values({
			organisation_id: organisationId,
			intervention_id: fit.interventionId,
			dimension: fit.dimension,
			...said
		})
		.onConflict((conflict) => conflict.columns(['organisation_id', 'intervention_id', 'dimension']).doUpdateSet(said))
		.execute();
}

export async function listPractices(db: Kysely<Tables>, key: GroupKey): Promise<StoredPractice[]> {
	const rows = await db
		.selectFrom('group_practices')
		.select(['intervention_id', 'marked_by', 'marked_at'])
		.where('organisation_id', '=', key.organisationId)
		.where('lasting_id', '=', key.lastingId)
		.orderBy('intervention_id')
		.execute();
	return rows.map((row) => ({
		interventionId: row.intervention_id,
		markedBy: row.marked_by,
		markedAt: row.marked_at
	}));
}

/** Whoever marked it first stays named. */
export async function savePractice(db: Kysely<Tables>, key: GroupKey, practice: StoredPractice): Promise<void> {
	await db
		.insertInto('group_practices')
		.values({
			organisation_id: key.organisationId,
			lasting_id: key.lastingId,
			intervention_id: practice.interventionId,
			marked_by: practice.markedBy,
			marked_at: practice.markedAt
		})
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export async function removePractice(db: Kysely<Tables>, key: GroupKey, interventionId: string): Promise<void> {
	await db
		.deleteFrom('group_practices')
		.where('organisation_id', '=', key.organisationId)
		.where('lasting_id', '=', key.lastingId)
		.where('intervention_id', '=', interventionId)
		.execute();
}

function storedFit(row: {
	readonly intervention_id: string;
	readonly dimension: string;
	readonly answer: string;
	readonly answered_by: string;
	readonly answered_at: Date;
}): StoredFit {
	const dimension = fitDimensionsInOrder.find((one) => one === row.dimension);
	const answer = fitAnswersInOrder.find((one) => one === row.answer);
	if (dimension === undefined || answer === undefined)
		throw new Error(`a stored fit answer cannot be read: ${row.dimension}, ${row.answer}`);
	return {
		interventionId: row.intervention_id,
		dimension,
		answer,
		answeredBy: row.answered_by,
		answeredAt: row.answered_at
	};
}

// The rules of an organisation about how long what is kept, and the removal itself but for responses (responses.ts).
import { sql, type Kysely } from 'kysely';
import type { RetentionRules } from '#domain/retention/retention.ts';
import type { Tables } from '#server/database/tables.ts';

export async function findRetentionRules(db: Kysely<Tables>, organisationId: string): Promise<RetentionRules | null> {
	const row = await db
		.selectFrom('retention_rules')
		.selectAll()
		.where('organisation_id', '=', organisationId)
		.executeTakeFirst();
	return row === undefined
		? null
		: {
				responses: row.responses_months,
				mails: row.mails_months,
				imports: row.imports_months,
				events: row.events_months,
				'left-leaders': row.left_leaders_months
			};
}

export async function writeRetentionRules(
	db: Kysely<Tables>,
	organisationId: string,
	rules: RetentionRules,
	changed: { readonly at: Date; readonly by: string }
): Promise<void> {
	const months = {
		responses_months: rules.responses,
		mails_months: rules.mails,
		imports_months: rules.imports,
		events_months: rules.events,
		left_leaders_months: rules['left-leaders'],
		changed_at: changed.at,
		changed_by: changed.by
	};
	await db
		.insertInto('retention_rules')
		.values({ organisation_id: organisationId, ...months })
		.onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(months))
		.execute();
}

type Range = { readonly organisationId: string; readonly before: Date };

/** Rounds that were released, with whether their responses are gone already; oldest release first. */
export async function listReleasedRounds(db: Kysely<Tables>, organisationId: string) {
	const rows = await db
		.selectFrom('rounds')
		.leftJoin('deleted_responses', (join) =>
			join
				.onRef('deleted_responses.organisation_id', '=', 'rounds.organisation_id')
				.onRef('deleted_responses.round_id', '=', 'rounds.round_id')
		)
		.select(['rounds.round_id', 'rounds.name', 'rounds.released_at', 'deleted_responses.deleted_at'])
		.where('rounds.organisation_id', '=', organisationId)
		.where('rounds.released_at', 'is not', null)
		.orderBy('rounds.released_at')
		.execute();
	return rows.flatMap((row) =>
		row.released_at === null
			? []
			: [{ id: row.round_id, name: row.name, releasedAt: row.released_at, deletedAt: row.deleted_at }]
	);
}

/** Letters whose round is open keep their place: it is what keeps a second one from being sent. */
function oldMails(db: Kysely<Tables>, { organisationId, before }: Range) {
	return db
		.selectFrom('mails')
		.where('organisation_id', '=', organisationId)
		.where('intended_at', '<', before)
		.where((where) => where.or([where('sent_at', '<', before), where('attempted_at', '<', before)]))
		.where((where) =>
			where.not(
				where.exists(
					where
						.selectFrom('rounds')
						.select('rounds.round_id')
						.whereRef('rounds.organisation_id', '=', 'mails.organisation_id')
						.where('rounds.opened_at', 'is not', null)
						.where('rounds.closed_at', 'is', null)
				)
			)
		);
}

/** The history of the roster: applied long ago, and previews that nobody saved. What they hold is forgotten; that they were, stays. */
function oldImports(db: Kysely<Tables>, { organisationId, before }: Range) {
	return db
		.selectFrom('organisation_imports')
		.where('organisation_id', '=', organisationId)
		.where('uploaded_at', '<', before)
		.where((where) =>
			where.or([
				where('applied_at', 'is', null),
				where.and([where('applied_at', '<', before), where('changes', 'is not', null)])
			])
		);
}

/** Long gone, not forgotten yet, and not invited to a round that is not over. */
function oldLeaders(db: Kysely<Tables>, { organisationId, before }: Range) {
	return db
		.selectFrom('leaders')
		.where('organisation_id', '=', organisationId)
		.where('left_at', '<', before)
		.where('name', '<>', forgottenName)
		.where((where) =>
			where.not(
				where.exists(
					where
						.selectFrom('invitations')
						.innerJoin('rounds', (join) =>
							join
								.onRef('rounds.organisation_id', '=', 'invitations.organisation_id')
								.onRef('rounds.round_id', '=', 'invitations.round_id')
						)
						.select('invitations.leader_id')
						.whereRef('invitations.organisation_id', '=', 'leaders.organisation_id')
						.whereRef('invitations.leader_id', '=', 'leaders.leader_id')
						.where('rounds.closed_at', 'is', null)
				)
			)
		);
}

/** Stands in the place of a name that was removed: no person can bear it. */
export const forgottenName = '–';

export async function countOldMails(db: Kysely<Tables>, range: Range): Promise<number> {
	return countOf(await oldMails(db, range).select(countAll).executeTakeFirstOrThrow());
}

export async function countOldImports(db: Kysely<Tables>, range: Range): Promise<number> {
	return countOf(await oldImports(db, range).select(countAll).executeTakeFirstOrThrow());
}

export async function countOldLeaders(db: Kysely<Tables>, range: Range): Promise<number> {
	return countOf(await oldLeaders(db, range).select(countAll).executeTakeFirstOrThrow());
}

export async function countOldEvents(db: Kysely<Tables>, { organisationId, before }: Range): Promise<number> {
	const row = await db
		.selectFrom('audit_events')
		.select(countAll)
		.where('organisation_id', '=', organisationId)
		.where('at', '<', before)
		.executeTakeFirstOrThrow();
	return countOf(row);
}

export async function deleteOldMails(db: Kysely<Tables>, range: Range): Promise<number> {
	const rows = await db
		.deleteFrom('mails')
		.where('organisation_id', '=', range.organisationId)
		.where('mail_id', 'in', oldMails(db, range).select('mail_id'))
		.returning('mail_id')
		.execute();
	return rows.length;
}

export async function deleteOldEvents(db: Kysely<Tables>, { organisationId, before }: Range): Promise<number> {
	const row = await db
		.deleteFrom('audit_events')
		.where('organisation_id', '=', organisationId)
		.where('at', '<', before)
		.executeTakeFirst();
	return Number(row.numDeletedRows);
}

export async function forgetOldImports(db: Kysely<Tables>, range: Range): Promise<number> {
	const ids = oldImports(db, range).select('import_id');
	const unsaved = await db
		.deleteFrom('organisation_imports')
		.where('organisation_id', '=', range.organisationId)
		.where('applied_at', 'is', null)
		.where('import_id', 'in', ids)
		.executeTakeFirst();
	const applied = await db
		.updateTable('organisation_imports')
		.set({ changes: null, file_name: forgottenName, uploaded_by: forgottenName })
		.where('organisation_id', '=', range.organisationId)
		.where('import_id', 'in', ids)
		.executeTakeFirst();
	return Number(unsaved.numDeletedRows) + Number(applied.numUpdatedRows);
}

/** The entry stays, because others point at it: without name, address, number, level, profession and span. */
export async function forgetOldLeaders(db: Kysely<Tables>, range: Range): Promise<number> {
	const rows = await oldLeaders(db, range).select('leader_id').execute();
	await forgetLeaders(
		db,
		range.organisationId,
		rows.map((row) => row.leader_id)
	);
	return rows.length;
}

export async function forgetLeaders(
	db: Kysely<Tables>,
	organisationId: string,
	leaderIds: readonly string[]
): Promise<void> {
	if (leaderIds.length === 0) return;
	await db
		.updateTable('leaders')
		.set({
			name: forgottenName,
			email: null,
			key: sql<string>`'forgotten-' || leader_id`,
			level: null,
			profession: null,
			span: null
		})
		.where('organisation_id', '=', organisationId)
		.where('leader_id', 'in', [...leaderIds])
		.where('left_at', 'is not', null)
		.execute();
	await db
		.deleteFrom('invitations')
		.where('organisation_id', '=', organisationId)
		.where('leader_id', 'in', [...leaderIds])
		.where('round_id', 'in', (rounds) =>
			rounds
				.selectFrom('rounds')
				.select('round_id')
				.where('organisation_id', '=', organisationId)
				.where('closed_at', 'is not', null)
		)
		.execute();
}

/** What served to sign in and cannot any more. Of all organisations: these rows belong to none. */
export async function deleteSpentSignIns(db: Kysely<Tables>, before: Date): Promise<number> {
	const removed = [
		await db.deleteFrom('identity_sessions').where('expires_at', '<', before).executeTakeFirst(),
		await db.deleteFrom('identity_verifications').where('expires_at', '<', before).executeTakeFirst(),
		await db.deleteFrom('sign_in_links').where('expires_at', '<', before).executeTakeFirst()
	];
	return removed.reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), 0);
}

const countAll = sql<number>`count(*)::integer`.as('count');

function countOf(row: { readonly count: number }): number {
	return row.count;
}

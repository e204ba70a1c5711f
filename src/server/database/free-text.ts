// What people have written in their own words and the program keeps: looked through for a person who is to be forgotten. A test
// compares the list with the schema. Answers are not among it: a questionnaire has no free text.
import { sql, type Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';

export type FreeTextPlace =
	| 'round'
	| 'plan'
	| 'plan-history'
	| 'check-in'
	| 'proposal'
	| 'dialogue'
	| 'assessment'
	| 'assessment-document'
	| 'assessment-remark'
	| 'participation'
	| 'absence'
	| 'evidence'
	| 'mail';

export type FreeText = {
	readonly place: FreeTextPlace;
	/** Ids that lead to its page, by column. */
	readonly keys: Readonly<Record<string, string>>;
	/** True for what is closed: a plan that was ended, an assessment that was finalised. */
	readonly isClosed: boolean;
	readonly texts: readonly string[];
};

type Source = {
	readonly place: FreeTextPlace;
	readonly table: keyof Tables;
	/** Where what is closed stands in another table. */
	readonly joined?: { readonly table: keyof Tables; readonly by: readonly string[] };
	readonly keys: readonly string[];
	/** Texts, or JSON with texts inside. */
	readonly columns: readonly string[];
	/** Null there: still open. */
	readonly closedAt?: string;
};

const plans = { table: 'plans', by: ['organisation_id', 'plan_id'] } as const;
const assessments = { table: 'workplace_assessments', by: ['organisation_id', 'assessment_id'] } as const;

export const freeTextSources: readonly Source[] = [
	{ place: 'round', table: 'rounds', keys: ['round_id'], columns: ['name'] },
	{
		...{ place: 'plan', table: 'plans', keys: ['plan_id'], closedAt: 'ended_at' },
		columns: ['title', 'resources', 'signs', 'involved', 'decided_by', 'owner_name', 'ended_reason']
	},
	{
		...{ place: 'plan', table: 'plan_steps', joined: plans, keys: ['plan_id'], closedAt: 'ended_at' },
		columns: ['description', 'owner']
	},
	{ place: 'plan-history', table: 'plan_events', keys: ['plan_id'], columns: ['details'] },
	{ place: 'check-in', table: 'check_ins', keys: ['plan_id'], columns: ['remark'] },
	{
		...{ place: 'proposal', table: 'plan_proposals', keys: ['proposal_id'] },
		columns: ['title', 'reason', 'answer_reason']
	},
	{ place: 'proposal', table: 'proposal_messages', keys: ['proposal_id'], columns: ['content'] },
	{
		...{ place: 'dialogue', table: 'dialogues', keys: ['round_id', 'group_id'] },
		columns: ['place', 'notes', 'roles_took_part']
	},
	{
		...{ place: 'assessment', table: 'workplace_assessments', keys: ['assessment_id'], closedAt: 'finalised_at' },
		columns: ['title']
	},
	{
		...{ place: 'assessment', table: 'workplace_assessment_parts', joined: assessments },
		...{ keys: ['assessment_id'], closedAt: 'finalised_at', columns: ['content'] }
	},
	{
		...{ place: 'assessment-document', table: 'workplace_assessments', keys: ['assessment_id'] },
		...{ closedAt: 'finalised_at', columns: ['document'] }
	},
	{
		...{ place: 'assessment-remark', table: 'workplace_assessment_remarks', joined: assessments },
		...{ keys: ['assessment_id'], closedAt: 'finalised_at', columns: ['remark'] }
	},
	{ place: 'participation', table: 'participations', keys: [], columns: ['what', 'who'] },
	{ place: 'absence', table: 'absence_entries', keys: [], columns: ['set_name'] },
	{ place: 'evidence', table: 'evidence_revisions', keys: [], columns: ['reason'] },
	{ place: 'evidence', table: 'evidence_publications', keys: [], columns: ['note'] },
	// What a letter says is forgotten when it is sent; its subject stays for a while. Whom a reminder went to is nobody's business.
	{ place: 'mail', table: 'mails', keys: [], columns: ['subject'] }
];

/** One row of one table at a time, so that an organisation of any size fits into memory; a table's rows in no special order. */
export async function eachFreeText(
	db: Kysely<Tables>,
	organisationId: string,
	look: (found: FreeText) => void
): Promise<void> {
	for (const source of freeTextSources) {
		const { place, table, joined, keys, columns, closedAt } = source;
		const from =
			joined === undefined
				? sql.table(table)
				: sql`${sql.table(table)} join ${sql.table(joined.table)} using (${sql.join(joined.by.map((by) => sql.ref(by)))})`;
		const shown = [
			...keys.map((key) => sql`${sql.ref(key)}::text as ${sql.ref(`key_${key}`)}`),
			...columns.map((column) => sql`${sql.ref(`${table}.${column}`)} as ${sql.ref(`text_${column}`)}`),
			closedAt === undefined ? sql`false as is_closed` : sql`${sql.ref(closedAt)} is not null as is_closed`
		];
		const more = table === 'mails' ? sql`and kind <> 'reminder'` : sql``;
		const { rows } = await sql<Readonly<Record<string, unknown>>>`
			select ${sql.join(shown)} from ${from}
			where ${sql.ref('organisation_id')} = ${organisationId}::uuid ${more}`.execute(db);
		for (const row of rows)
			look({
				place,
				keys: Object.fromEntries(keys.map((key) => [key, String(row[`key_${key}`] ?? '')])),
				isClosed: row['is_closed'] === true,
				texts: columns.flatMap((column) => textsIn(row[`text_${column}`], column === 'document'))
			});
	}
}

/** Every text in a value, at any depth. `isJson`: the value itself is JSON that was written as a text. */
function textsIn(value: unknown, isJson = false): readonly string[] {
	if (typeof value === 'string') {
		if (value === '') return [];
		return isJson ? textsIn(JSON.parse(value)) : [value];
	}
	if (Array.isArray(value)) return value.flatMap((one) => textsIn(one));
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap((one) => textsIn(one)) : [];
}

// What the subjects of the log are called: an identifier says nothing to whoever reads it.
import type { Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';

type Subject = { readonly kind: string; readonly id: string };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** By the subject's id; what is gone, and kinds without a name, are left out. Of a group: its name. */
export async function findSubjectNames(
	db: Kysely<Tables>,
	organisationId: string,
	subjects: readonly Subject[]
): Promise<ReadonlyMap<string, string>> {
	const idsOf = (kind: string) => subjects.filter((subject) => subject.kind === kind).map(({ id }) => id);
	const [rounds, plans] = [idsOf('round'), idsOf('plan')].map((ids) => ids.filter((id) => uuid.test(id)));
	const groups = idsOf('group');
	const names = new Map<string, string>();
	if (rounds && rounds.length > 0) {
		const query = db.selectFrom('rounds').select(['round_id', 'name']).where('organisation_id', '=', organisationId);
		for (const row of await query.where('round_id', 'in', rounds).execute()) names.set(row.round_id, row.name);
	}
	if (plans && plans.length > 0) {
		const query = db.selectFrom('plans').select(['plan_id', 'title']).where('organisation_id', '=', organisationId);
		for (const row of await query.where('plan_id', 'in', plans).execute()) names.set(row.plan_id, row.title);
	}
	if (groups.length > 0) {
		const asked = new Set(groups);
		const ofRounds = [...new Set(groups.map((id) => id.split('/')[0] ?? ''))].filter((id) => uuid.test(id));
		if (ofRounds.length === 0) return names;
		const query = db
			.selectFrom('reporting_groups')
			.select(['round_id', 'group_id', 'name'])
			.where('organisation_id', '=', organisationId);
		for (const row of await query.where('round_id', 'in', ofRounds).execute()) {
			const id = `${row.round_id}/${row.group_id}`;
			if (asked.has(id)) names.set(id, row.name);
		}
	}
	return names;
}

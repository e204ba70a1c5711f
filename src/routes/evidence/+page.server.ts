import { error } from '@sveltejs/kit';
import { listEvidenceRecords } from '#server/use-cases/evidence/list-evidence-records.ts';
import { hasRole } from '#server/use-cases/permissions.ts';
import { recordKinds } from './record-kind.ts';
import type { PageServerLoad } from './$types';

const longestSearch = 200;

export const load: PageServerLoad = async ({ locals, url }) => {
	const search = (url.searchParams.get('search') ?? '').trim().slice(0, longestSearch);
	const outcome = await listEvidenceRecords(locals.context, locals.actor, { search });
	switch (outcome.kind) {
		case 'records':
			return {
				search,
				waiting: outcome.waiting,
				byKind: recordKinds.map((kind) => ({
					kind,
					records: outcome.records.filter((record) => record.kind === kind)
				})),
				isLead:
					locals.actor.kind === 'person' && !locals.actor.isDemonstration && hasRole(locals.actor, 'programme-lead')
			};
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

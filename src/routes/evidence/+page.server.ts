import { error } from '@sveltejs/kit';
import { listEvidenceRecords } from '#server/use-cases/list-evidence-records.ts';
import { hasRole } from '#server/use-cases/permissions.ts';
import { readEvidenceStatus } from '#server/use-cases/read-evidence-status.ts';
import { recordKinds } from './record-kind.ts';
import type { PageServerLoad } from './$types';

const longestSearch = 200;

/** Two things stand on the page, work to do and how the base is: each has its own use case. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const search = (url.searchParams.get('search') ?? '').trim().slice(0, longestSearch);
	const status = readEvidenceStatus(locals.context, locals.actor);
	const outcome = await listEvidenceRecords(locals.context, locals.actor, { search });
	if (status.kind === 'forbidden') error(403, { message: 'forbidden', code: 'forbidden' });
	switch (outcome.kind) {
		case 'records':
			return {
				search,
				status,
				waiting: outcome.waiting,
				byKind: recordKinds.map((kind) => ({
					kind,
					records: outcome.records.filter((record) => record.kind === kind)
				})),
				isLead: locals.actor.kind === 'person' && hasRole(locals.actor, 'programme-lead')
			};
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

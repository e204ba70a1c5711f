import { error } from '@sveltejs/kit';
import { listEvidenceRecords } from '#server/use-cases/evidence/list-evidence-records.ts';
import { readKind } from '../record-kind.ts';
import type { PageServerLoad } from './$types';

const longestSearch = 200;

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const kind = readKind(params.kind);
	if (kind === null) error(404, { message: 'unknown kind', code: 'not-found' });
	const search = (url.searchParams.get('search') ?? '').slice(0, longestSearch);
	const outcome = await listEvidenceRecords(locals.context, locals.actor, { kind, search });
	switch (outcome.kind) {
		case 'records':
			return { kind, search, outcome };
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

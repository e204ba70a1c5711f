import { error } from '@sveltejs/kit';
import { readOwnData } from '#server/use-cases/privacy/read-own-data.ts';
import { download } from '../../../download.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) => {
	const outcome = await readOwnData(locals.context, locals.actor);
	if (outcome.kind !== 'own-data') error(404, { message: 'not found', code: 'not-found' });
	return download({
		content: `${JSON.stringify(outcome.data, null, '\t')}\n`,
		mediaType: 'application/json; charset=utf-8',
		fileName: 'ledertrivsel-mine-oplysninger.json'
	});
};

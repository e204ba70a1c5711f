import { error } from '@sveltejs/kit';
import { exportPersonalData } from '#server/use-cases/privacy/export-personal-data.ts';
import { download } from '../../../download.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, request }) => {
	const person = String((await request.formData()).get('person') ?? '');
	const outcome = await exportPersonalData(locals.context, locals.actor, { person });
	switch (outcome.kind) {
		case 'personal-data':
			return download({
				content: `${JSON.stringify(outcome.data, null, '\t')}\n`,
				mediaType: 'application/json; charset=utf-8',
				fileName: 'ledertrivsel-personoplysninger.json'
			});
		case 'unknown-person':
			error(404, { message: 'not found', code: 'not-found' });
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

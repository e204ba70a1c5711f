import { error } from '@sveltejs/kit';
import { readSurvey } from '#server/use-cases/ballots/read-survey.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals, params, setHeaders, url }) => {
	const isKiosk = url.searchParams.has('kiosk');
	const outcome = await readSurvey(locals.context, locals.actor, { roundId: params.round });
	switch (outcome.kind) {
		case 'survey':
			setHeaders({ 'cache-control': 'no-store' });
			return { survey: outcome, isKiosk, isDemonstration: outcome.isDemonstration };
		case 'unknown-round':
		case 'not-open':
		case 'closed':
			return { survey: outcome, isKiosk };
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

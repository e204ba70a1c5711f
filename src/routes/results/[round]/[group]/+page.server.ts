import { error } from '@sveltejs/kit';
import { readGroupResult } from '#server/use-cases/results/read-group-result.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const outcome = await readGroupResult(locals.context, locals.actor, { roundId: params.round, groupId: params.group });
	switch (outcome.kind) {
		case 'group-result': {
			const { instrument, readable, rankingInput: _rankingInput, ...shown } = outcome;
			return {
				shown: { ...shown, readable: [...readable], instrument: instrument.scales },
				factors: locals.context.evidence.factors
			};
		}
		case 'unknown-group':
			return { shown: null, factors: [] };
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

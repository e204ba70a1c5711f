import { error } from '@sveltejs/kit';
import { PROPOSAL_OVERDUE_DAYS } from '#domain/plan/proposal.ts';
import { readProposals } from '#server/use-cases/plans/read-proposals.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const outcome = await readProposals(locals.context, locals.actor);
	switch (outcome.kind) {
		case 'proposals':
			return { proposals: outcome.proposals, overdueDays: PROPOSAL_OVERDUE_DAYS };
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

import { error, fail, redirect } from '@sveltejs/kit';
import { prepareProposal } from '#server/use-cases/plans/prepare-proposal.ts';
import { sendProposal } from '#server/use-cases/plans/send-proposal.ts';
import { textsFor } from '#texts/texts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const planId = url.searchParams.get('plan') ?? '';
	const outcome = await prepareProposal(locals.context, locals.actor, { planId });
	switch (outcome.kind) {
		case 'choices':
			return {
				plan: { id: outcome.shown.plan.id, title: outcome.shown.plan.title },
				receivers: outcome.receivers,
				hasCommittee: outcome.hasCommittee
			};
		case 'unknown-plan':
			error(404, { message: textsFor(locals.language).plans.notFound });
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		const form = await request.formData();
		const text = (name: string) => String(form.get(name) ?? '');
		const values = { title: text('title'), reason: text('reason'), receiver: text('receiver') };
		const planId = url.searchParams.get('plan') ?? '';
		const outcome = await sendProposal(locals.context, locals.actor, { planId, ...values });
		switch (outcome.kind) {
			case 'sent':
				redirect(303, `/proposals/${outcome.proposalId}?done=sent`);
			case 'faulty':
				return fail(400, { values, problems: outcome.problems });
			case 'unknown-plan':
				error(404, { message: textsFor(locals.language).plans.notFound });
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	}
};

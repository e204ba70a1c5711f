import { error, fail, redirect } from '@sveltejs/kit';
import { answerProposal, type AnswerProposalInput } from '#server/use-cases/plans/answer-proposal.ts';
import { forwardProposal } from '#server/use-cases/plans/forward-proposal.ts';
import { prepareProposal } from '#server/use-cases/plans/prepare-proposal.ts';
import { readPlans } from '#server/use-cases/plans/read-plans.ts';
import { readProposals } from '#server/use-cases/plans/read-proposals.ts';
import { replyToProposal } from '#server/use-cases/plans/reply-to-proposal.ts';
import { textsFor } from '#texts/texts.ts';
import type { Actions, PageServerLoad } from './$types';

const notices = ['sent', 'accepted', 'declined', 'asked', 'replied', 'forwarded', 'already-answered'] as const;

/** The choice of a plan of one's own; every other value is a plan's id. */
const ownPlan = 'own';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { context, actor } = locals;
	const outcome = await readProposals(context, actor, { proposalId: params.proposal });
	if (outcome.kind === 'forbidden') error(403, { message: 'forbidden', code: 'forbidden' });
	const [shown] = outcome.proposals;
	if (shown === undefined) error(404, { message: textsFor(locals.language).proposals.notFound });
	const own = shown.mayAnswer ? await readPlans(context, actor) : null;
	const choices = shown.mayForward ? await prepareProposal(context, actor, { planId: shown.plan.id }) : null;
	return {
		shown,
		/** Own plans that a yes can go into, beside those of the same group and factor. */
		plans:
			own?.kind === 'plans'
				? own.plans
						.filter((one) => one.mayChange && one.isOwn && one.status !== 'done')
						.filter(({ plan }) => !shown.sameAim.some(({ id }) => id === plan.id))
						.map(({ plan }) => ({ id: plan.id, title: plan.title }))
				: [],
		receivers: choices?.kind === 'choices' ? choices.receivers : [],
		hasCommittee: choices?.kind === 'choices' && choices.hasCommittee,
		notice: notices.find((one) => one === url.searchParams.get('done')) ?? null
	};
};

export const actions: Actions = {
	answer: async ({ locals, params, request }) => {
		const form = await request.formData();
		const text = (name: string) => String(form.get(name) ?? '');
		const values = { answer: text('answer'), text: text('text'), planId: text('plan'), dueOn: text('due') };
		const answer = answerOf(values.answer);
		if (answer === null) return fail(400, { values, problem: 'answer-missing' as const });
		const outcome = await answerProposal(locals.context, locals.actor, {
			proposalId: params.proposal,
			...values,
			answer,
			planId: values.planId === ownPlan ? '' : values.planId,
			isOwnPlan: values.planId === ownPlan
		});
		switch (outcome.kind) {
			case 'accepted':
			case 'declined':
			case 'asked':
			case 'already-answered':
				redirect(303, `/proposals/${params.proposal}?done=${outcome.kind}`);
			case 'faulty':
				return fail(400, { values, problem: outcome.problem });
			case 'unknown-proposal':
				error(404, { message: textsFor(locals.language).proposals.notFound });
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	},
	reply: async ({ locals, params, request }) => {
		const text = String((await request.formData()).get('reply') ?? '');
		const outcome = await replyToProposal(locals.context, locals.actor, { proposalId: params.proposal, text });
		switch (outcome.kind) {
			case 'replied':
			case 'nothing-asked':
				redirect(303, `/proposals/${params.proposal}${outcome.kind === 'replied' ? '?done=replied' : ''}`);
			case 'faulty':
				return fail(400, { reply: text, replyProblem: outcome.problem });
			case 'unknown-proposal':
				error(404, { message: textsFor(locals.language).proposals.notFound });
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	},
	forward: async ({ locals, params, request }) => {
		const receiver = String((await request.formData()).get('receiver') ?? '');
		const outcome = await forwardProposal(locals.context, locals.actor, { proposalId: params.proposal, receiver });
		switch (outcome.kind) {
			case 'forwarded':
			case 'already-answered':
				redirect(303, `/proposals/${params.proposal}?done=${outcome.kind}`);
			case 'unknown-receiver':
				return fail(400, { forwardProblem: 'receiver-unknown' as const });
			case 'unknown-proposal':
				error(404, { message: textsFor(locals.language).proposals.notFound });
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	}
};

function answerOf(text: string): AnswerProposalInput['answer'] | null {
	return text === 'accept' || text === 'decline' || text === 'ask' ? text : null;
}

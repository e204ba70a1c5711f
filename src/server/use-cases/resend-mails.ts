// A person decides that mails which nothing tries by itself are sent again: after a wrong address or an uncertain attempt.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { requeueMails, type StuckState } from '#server/database/mails.ts';
import { forbidden, isAllowed, type Forbidden } from '#server/use-cases/permissions.ts';

export type ResendMailsOutcome = { readonly kind: 'queued'; readonly count: number } | Forbidden;

export async function resendMails(
	context: Pick<Context, 'db' | 'now'>,
	actor: Actor,
	input: { readonly state: StuckState }
): Promise<ResendMailsOutcome> {
	if (!isAllowed('resend-mails', actor) || actor.kind === 'visitor') return forbidden;
	return {
		kind: 'queued',
		count: await requeueMails(context.db, actor.organisationId, { state: input.state, at: context.now() })
	};
}

// Whether a set-up link can still be used. Looking does not use it up.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findSetupLink } from '#server/database/setup-links.ts';
import { hashSetupToken } from '#server/use-cases/accounts/create-setup-link.ts';
import { forbidden, isAllowed, type Forbidden } from '#server/use-cases/permissions.ts';

export type ReadSetUpOutcome = { readonly kind: 'ready' | 'used' | 'wrong' } | Forbidden;

export async function readSetUp(
	context: Pick<Context, 'db'>,
	actor: Actor,
	input: { readonly token: string }
): Promise<ReadSetUpOutcome> {
	if (!isAllowed('read-set-up', actor)) return forbidden;
	const link = await findSetupLink(context.db, hashSetupToken(input.token));
	if (link === null) return { kind: 'wrong' };
	return { kind: link.isUsed ? 'used' : 'ready' };
}

// A figure of absence is taken back: it is not shown any more, and still counts in the joint check.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { withdrawAbsenceEntry } from '#server/database/absence-entries.ts';
import { isUuid } from '../is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type WithdrawAbsenceOutcome = { readonly kind: 'withdrawn' } | { readonly kind: 'unknown-entry' } | Forbidden;

export async function withdrawAbsence(
	context: Context,
	actor: Actor,
	input: { readonly entryId: string }
): Promise<WithdrawAbsenceOutcome> {
	if (!isAllowed('withdraw-absence', actor) || actor.kind === 'visitor') return forbidden;
	if (!isUuid(input.entryId)) return { kind: 'unknown-entry' };
	const key = { organisationId: actor.organisationId, entryId: input.entryId };
	return (await withdrawAbsenceEntry(context.db, key, context.now()))
		? { kind: 'withdrawn' }
		: { kind: 'unknown-entry' };
}

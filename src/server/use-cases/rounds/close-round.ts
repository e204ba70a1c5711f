// The close: no ballot is handed out any more. What was handed out may come back for a while; then the box is opened.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { holdRound, markRound } from '#server/database/rounds.ts';
import { graceOf } from './grace-of.ts';
import { isUuid } from '../is-uuid.ts';
import { openBallotBox, type OpenBallotBoxOutcome } from './open-ballot-box.ts';
import { recordSystem } from '../accounts/account-events.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type CloseRoundOutcome =
	| Extract<OpenBallotBoxOutcome, { kind: 'closed' | 'key-missing' | 'key-split' | 'too-many-unreadable' }>
	/** The box is opened by itself then. */
	| { readonly kind: 'closing'; readonly until: Date }
	| { readonly kind: 'already-closed' }
	| { readonly kind: 'not-open' }
	| { readonly kind: 'unknown-round' }
	| Forbidden;

export async function closeRound(
	context: Context,
	actor: Actor,
	input: { readonly roundId: string }
): Promise<CloseRoundOutcome> {
	if (!isAllowed('close-round', actor) || actor.kind === 'visitor') return forbidden;
	if (!isUuid(input.roundId)) return { kind: 'unknown-round' };
	const key = { organisationId: actor.organisationId, roundId: input.roundId };
	const grace = await graceOf(context, key.organisationId);
	const closing = await context.db.transaction().execute(async (db) => {
		const round = await holdRound(db, key);
		if (round === null) return { kind: 'unknown-round' } as const;
		if (round.closedAt !== null) return { kind: 'already-closed' } as const;
		if (round.openedAt === null) return { kind: 'not-open' } as const;
		const at = round.closingAt ?? context.now();
		if (round.closingAt === null) await markRound(db, key, 'closing_at', at);
		return { kind: 'closing', until: new Date(at.getTime() + grace) } as const;
	});
	if (closing.kind === 'closing') await recordSystem(context, actor, { action: 'close-round', roundId: key.roundId });
	if (closing.kind !== 'closing' || context.now() < closing.until) return closing;
	const system = { kind: 'system', organisationId: key.organisationId } as const;
	const opened = await openBallotBox(context, system, { roundId: key.roundId });
	switch (opened.kind) {
		case 'closed':
		case 'key-missing':
		case 'key-split':
		case 'too-many-unreadable':
		case 'already-closed':
			return opened;
		case 'words-wrong':
		case 'not-yet':
		case 'not-closing':
		case 'unknown-round':
		case 'forbidden':
			throw new Error(`the ballot box of a closed round was not opened: ${opened.kind}`);
	}
}

// A programme lead opens a round: what cannot change later is frozen, the words of its key are shown, and its keys are made.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { holdRound, type KeyCustody } from '#server/database/rounds.ts';
import { listAddressesOfRole } from '#server/database/role-addresses.ts';
import { countInvitations } from '#server/database/invitations.ts';
import { countSigningKeys, type KeyProgress } from '#server/database/signing-keys.ts';
import type { ListProblem } from './what-browsers-refuse.ts';
import { beginOpening } from './begin-opening.ts';
import { continueOpening } from './continue-opening.ts';
import { isUuid } from '../is-uuid.ts';
import { recordSystem } from '../accounts/account-events.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type OpenRoundOutcome =
	| {
			readonly kind: 'opened';
			readonly invited: number;
			readonly groups: number;
			/** To be written down. */
			readonly words: string;
	  }
	/**
	 * Many groups: the keys are made in the background, and the round opens by itself when they are there. With a split key
	 * (`words` null) it opens when both halves have been typed back.
	 */
	| { readonly kind: 'preparing'; readonly keys: KeyProgress; readonly words: string | null }
	/** A split key needs somebody of the committee who can sign in. */
	| { readonly kind: 'no-committee' }
	| { readonly kind: 'already-open' }
	| { readonly kind: 'merges-outdated' }
	| { readonly kind: 'list-refused'; readonly problems: readonly ListProblem[] }
	| { readonly kind: 'too-few'; readonly leaders: number; readonly minimumInvited: number }
	| { readonly kind: 'unknown-round' }
	| Forbidden;

/** A person who pressed a button waits so long; the job goes on from there. */
const patienceMilliseconds = 4000;

export async function openRound(
	context: Context,
	actor: Actor,
	input: { readonly roundId: string; readonly custody?: KeyCustody; readonly patienceMilliseconds?: number }
): Promise<OpenRoundOutcome> {
	if (!isAllowed('open-round', actor) || actor.kind === 'visitor') return forbidden;
	if (!isUuid(input.roundId)) return { kind: 'unknown-round' };
	const key = { organisationId: actor.organisationId, roundId: input.roundId };
	const begun = await context.db.transaction().execute(async (db) => {
		const round = await holdRound(db, key);
		if (round === null || round.source !== 'ballots') return { kind: 'unknown-round' } as const;
		if (round.preparingAt !== null || round.openedAt !== null) return { kind: 'already-open' } as const;
		const custody = input.custody ?? 'file';
		if (custody === 'split' && (await listAddressesOfRole(db, key.organisationId, 'committee')).length === 0)
			return { kind: 'no-committee' } as const;
		return beginOpening(context, db, { round, custody });
	});
	if (begun.kind !== 'begun') return begun;
	await recordSystem(context, actor, { action: 'open-round', roundId: key.roundId });
	const system = { kind: 'system', organisationId: key.organisationId } as const;
	const milliseconds = input.patienceMilliseconds ?? patienceMilliseconds;
	const outcome = await continueOpening(context, system, { roundId: key.roundId, milliseconds });
	switch (outcome.kind) {
		case 'opened':
			return { ...outcome, words: begun.words };
		case 'preparing':
			return { ...outcome, words: input.custody === 'split' ? null : begun.words };
		case 'not-preparing': {
			// The job, here or in another process, was faster with the last step: the words are shown all the same.
			const { invited } = await countInvitations(context.db, key);
			const { total: groups } = await countSigningKeys(context.db, key);
			return { kind: 'opened', invited, groups, words: begun.words };
		}
		case 'forbidden':
			return outcome;
	}
}

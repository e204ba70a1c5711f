// A round's release as it was published, all of it: for whoever may release, and for the command line.
import type { Publishable } from '#domain/disclosure/publishable.ts';
import type { Release } from '#domain/disclosure/release.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findRound, type Round } from '#server/database/rounds.ts';
import { isUuid } from '../is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { findReadRelease } from '../results/readable-groups.ts';

export type ReadReleaseOutcome =
	| {
			readonly kind: 'release';
			readonly round: Round;
			readonly release: Publishable<Release>;
			readonly releasedAt: Date;
	  }
	| { readonly kind: 'not-released' }
	| { readonly kind: 'unknown-round' }
	| Forbidden;

export async function readRelease(
	context: Pick<Context, 'db'>,
	actor: Actor,
	input: { readonly roundId: string }
): Promise<ReadReleaseOutcome> {
	if (!isAllowed('read-release', actor) || actor.kind === 'visitor') return forbidden;
	const key = { organisationId: actor.organisationId, roundId: input.roundId };
	const round = isUuid(input.roundId) ? await findRound(context.db, key) : null;
	if (round === null) return { kind: 'unknown-round' };
	const read = await findReadRelease(context, round);
	return read === null ? { kind: 'not-released' } : { kind: 'release', round, ...read };
}

// Sealed answers under a ballot. The request names no person; it is acknowledged when it is on disk. What is in it can be read
// by nobody before the round is closed, so it is not looked at here.
import { createHash } from 'node:crypto';
import { readBase64url } from '#domain/ballot/base64url.ts';
import type { Actor } from '#server/actor.ts';
import { sealedBytes } from '#server/ballots/answer-seal.ts';
import type { Context } from '#server/context.ts';
import type { SubmissionResult } from '#server/database/submissions.ts';
import { findFrozenManifest } from './frozen-manifest.ts';
import { isUuid } from '../is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type SubmitResponseOutcome =
	| SubmissionResult
	/** Forged, or signed for another group or another round. */
	| { readonly kind: 'not-a-ballot' }
	/** The browser has seen other groups and keys than this round's. */
	| { readonly kind: 'other-manifest' }
	/** Not of the size of sealed answers. */
	| { readonly kind: 'not-readable' }
	| { readonly kind: 'unknown-round' }
	| { readonly kind: 'busy' }
	| Forbidden;

/** All bytes as base64url. `ballot`: the prepared message; `manifest`: the hash that the browser checked. */
export type SubmittedResponse = {
	readonly roundId: string;
	readonly manifest: string;
	readonly group: string;
	readonly ballot: string;
	readonly signature: string;
	readonly sealed: string;
};

export async function submitResponse(
	context: Pick<Context, 'db' | 'submissions' | 'ballotVerifier'>,
	actor: Actor,
	input: SubmittedResponse
): Promise<SubmitResponseOutcome> {
	if (!isAllowed('submit-response', actor)) return forbidden;
	const frozen = isUuid(input.roundId) ? await findFrozenManifest(context.db, input.roundId) : null;
	if (frozen === null) return { kind: 'unknown-round' };
	if (input.manifest !== frozen.hash) return { kind: 'other-manifest' };
	const sealed = Buffer.from(input.sealed, 'base64url');
	if (sealed.length !== sealedBytes) return { kind: 'not-readable' };
	const ballot = readBase64url(input.ballot);
	const signature = readBase64url(input.signature);
	const groupKey = frozen.keyOf.get(input.group);
	if (ballot === null || signature === null || groupKey === undefined) return { kind: 'not-a-ballot' };
	if (!(await context.ballotVerifier.verify(groupKey, { ballot, signature }))) return { kind: 'not-a-ballot' };
	return context.submissions.submit({
		organisationId: frozen.organisationId,
		roundId: input.roundId,
		groupId: input.group,
		ballotHash: createHash('sha256').update(ballot).digest(),
		sealed
	});
}

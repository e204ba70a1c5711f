// Sending, told as one story: have a ballot signed unseen for the invitation, seal the answers, send them under the ballot,
// try again until acknowledged. Every step is kept before the next one, so that it can go on wherever it stopped.
import { readBase64url, writeBase64url } from '#domain/ballot/base64url.ts';
import { blindBallot, finaliseBallot, newBallotSeed, preparedBallot, type BallotSeed } from '#ui/ballot/blind.ts';
import type { Bytes } from '#ui/ballot/bytes.ts';
import type { Place } from '#ui/ballot/manifest-check.ts';
import { sealEnvelope } from '#ui/ballot/seal.ts';
import type { Ballot } from './draft.ts';
import { fieldOf, untilAnswered, type Exchange } from './exchange.ts';

/** Names of sentences on the page. */
export type SendOutcome =
	| 'stored'
	| 'used'
	| 'alreadyCollected'
	| 'unknownInvitation'
	| 'closed'
	| 'notAccepted'
	| 'notSigned'
	| 'manifest-hash-differs';

/** Keeps the ballot and returns the one to go on with: another tab of the same invitation may have been first. */
export type KeepBallot = (ballot: Ballot) => Ballot;

export type Sending = {
	readonly roundId: string;
	readonly token: string;
	/** Checked: see find-place. */
	readonly place: Place;
	readonly envelope: Bytes;
	readonly ballot: Ballot | null;
	readonly keep: KeepBallot;
	readonly exchange: Exchange;
};

/** Resolves only when the server has acknowledged or refused; a lost connection or a server in trouble is waited out. */
export async function sendResponse(sending: Sending): Promise<SendOutcome> {
	const { place, roundId, exchange } = sending;
	if (!isOf(sending.ballot, place)) return 'manifest-hash-differs';
	const ballot = sending.ballot ?? sending.keep(await newBallot(place));
	const collected = ballot.step === 'collected' ? ballot : await collect(sending, ballot);
	if (typeof collected === 'string') return collected;
	const seed = seedOf(collected);
	const submitted = await untilAnswered(exchange, async () =>
		exchange.post(`/answer/${roundId}/submit`, {
			manifest: collected.manifestHash,
			group: collected.groupId,
			ballot: writeBase64url(await preparedBallot(seed)),
			signature: collected.signature,
			sealed: writeBase64url(
				await sealEnvelope({
					answersKey: place.answersKey,
					place: { roundId, groupId: collected.groupId, manifestHash: collected.manifestHash },
					seed,
					envelope: sending.envelope
				})
			)
		})
	);
	return submitted.kind === 'stored' ? 'stored' : refusalOf(submitted.kind);
}

/** A ballot of 32 random bytes and 32 more, blinded for the leader's group. Nothing is sent. */
export async function newBallot(place: Place): Promise<Ballot> {
	const seed = newBallotSeed();
	const { blinded, inverse } = await blindBallot(place.groupKey, seed);
	return {
		step: 'blinded',
		secret: writeBase64url(seed.secret),
		prefix: writeBase64url(seed.prefix),
		manifestHash: place.manifestHash,
		groupId: place.group.id,
		blinded: writeBase64url(blinded),
		inverse: writeBase64url(inverse)
	};
}

type Collected = Extract<Ballot, { readonly step: 'collected' }>;

async function collect(
	{ roundId, token, place, keep, exchange }: Sending,
	ballot: Exclude<Ballot, Collected>
): Promise<Collected | SendOutcome> {
	const reply = await untilAnswered(exchange, () =>
		exchange.post(`/answer/${roundId}/collect`, { token, blinded: ballot.blinded })
	);
	if (reply.kind !== 'collected') return refusalOf(reply.kind);
	const signed = fieldOf(reply, 'signature');
	const signature = await finaliseBallot(place.groupKey, seedOf(ballot), {
		signature: bytesOf(typeof signed === 'string' ? signed : ''),
		inverse: bytesOf(ballot.inverse)
	});
	if (signature === null) return 'notSigned';
	const { secret, prefix, manifestHash, groupId } = ballot;
	const collected: Collected = {
		step: 'collected',
		secret,
		prefix,
		manifestHash,
		groupId,
		signature: writeBase64url(signature)
	};
	keep(collected);
	return collected;
}

/** A ballot is used only under the manifest that it was blinded under. */
function isOf(ballot: Ballot | null, place: Place): boolean {
	return ballot === null || (ballot.manifestHash === place.manifestHash && ballot.groupId === place.group.id);
}

function seedOf(ballot: Ballot): BallotSeed {
	return { secret: bytesOf(ballot.secret), prefix: bytesOf(ballot.prefix) };
}

function bytesOf(text: string): Bytes {
	return readBase64url(text) ?? new Uint8Array(0);
}

function refusalOf(kind: string | null): SendOutcome {
	switch (kind) {
		case 'used':
			return 'used';
		case 'already-collected':
			return 'alreadyCollected';
		case 'unknown-invitation':
		case 'unknown-round':
			return 'unknownInvitation';
		case 'closed':
			return 'closed';
		case 'other-manifest':
			return 'manifest-hash-differs';
		default:
			return 'notAccepted';
	}
}

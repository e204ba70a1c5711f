// A leader's browser without a browser: makes a ballot, has it signed, seals answers and hands them in through the use cases.
// Blinding in full takes a tenth of a second; where a test needs thousands of ballots, `signedBallot` signs them directly.
import { createHash, createPrivateKey, constants, randomBytes, sign, type KeyObject } from 'node:crypto';
import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { writeEnvelope } from '#domain/ballot/answer-envelope.ts';
import type { AnswersByItem } from '#domain/instrument/check-answers.ts';
import { sealEnvelope } from '#server/ballots/answer-seal.ts';
import type { Context } from '#server/context.ts';
import { findInvitation, findInvitationSecret } from '#server/database/invitations.ts';
import { findSigningKey } from '#server/database/signing-keys.ts';
import { collectBallot } from '#server/use-cases/ballots/collect-ballot.ts';
import { findInstrument } from '#server/use-cases/rounds/find-instrument.ts';
import { hashToken, invitationToken } from '#server/use-cases/ballots/invitation-token.ts';
import { readManifest } from '#server/use-cases/ballots/read-manifest.ts';
import { submitResponse, type SubmittedResponse } from '#server/use-cases/ballots/submit-response.ts';

type Key = { readonly organisationId: string; readonly roundId: string };
export type Ballot = { readonly group: string; readonly ballot: Uint8Array; readonly signature: Uint8Array };
export type Blinded = { readonly blinded: string; readonly inverse: Uint8Array; readonly ballot: Uint8Array };

const suite = RSABSSA.SHA384.PSS.Randomized();
const visitor = { kind: 'visitor' } as const;
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

/** The token in a leader's link, as the letter has it. */
export async function tokenOf(context: Pick<Context, 'db'>, key: Key, leaderId: string): Promise<string> {
	const secret = await findInvitationSecret(context.db, key);
	if (secret === null) throw new Error('the round has no invitations');
	return invitationToken(secret, leaderId);
}

export async function blindBallot(context: Pick<Context, 'db'>, key: Key, group: string): Promise<Blinded> {
	const publicKey = await publicKeyOf(context, key, group);
	const ballot = suite.prepare(Uint8Array.from(randomBytes(32)));
	const { blindedMsg, inv } = await suite.blind(publicKey, ballot);
	return { blinded: base64url(blindedMsg), inverse: inv, ballot };
}

/** Throws where the invitation is refused. */
export async function collect(
	context: Context,
	key: Key,
	{ token, group }: { readonly token: string; readonly group: string }
): Promise<Ballot> {
	const blinded = await blindBallot(context, key, group);
	const outcome = await collectBallot(context, visitor, { roundId: key.roundId, token, blinded: blinded.blinded });
	if (outcome.kind !== 'collected') throw new Error(`not collected: ${outcome.kind}`);
	return finish(context, key, { group, ...blinded, signature: outcome.signature });
}

export async function finish(
	context: Pick<Context, 'db'>,
	key: Key,
	made: Omit<Blinded, 'blinded'> & { readonly group: string; readonly signature: string }
): Promise<Ballot> {
	const publicKey = await publicKeyOf(context, key, made.group);
	const blindSignature = Uint8Array.from(Buffer.from(made.signature, 'base64url'));
	const signature = await suite.finalize(publicKey, made.ballot, blindSignature, made.inverse);
	return { group: made.group, ballot: made.ballot, signature };
}

/** A ballot as good as a collected one, made with the server's own key: what a forger with the database could do. */
export async function signedBallot(context: Pick<Context, 'db'>, key: Key, group: string): Promise<Ballot> {
	const der = await findSigningKey(context.db, key, group);
	if (der === null) throw new Error('the group has no signing key');
	return signWith(createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' }), group);
}

export function signWith(privateKey: KeyObject, group: string): Ballot {
	const ballot = randomBytes(64);
	const signing = { key: privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 };
	return { group, ballot, signature: sign('sha384', ballot, signing) };
}

/** `answers`: by item id, or in item order. */
export async function sealed(
	context: Context,
	key: Key,
	given: Ballot & { readonly answers: AnswersByItem; readonly changes?: readonly (1 | 0 | -1 | null)[] }
): Promise<SubmittedResponse> {
	const { hash, manifest } = await manifestOf(context, key);
	const instrument = await findInstrument(context, {
		organisationId: key.organisationId,
		instrumentId: manifest.instrument.id,
		instrumentVersion: manifest.instrument.version
	});
	const envelope = writeEnvelope({
		instrument: manifest.instrument,
		answers: instrument.items.map((item) => given.answers[item.id] ?? null),
		changes: given.changes ?? null
	});
	const ballotHash = createHash('sha256').update(given.ballot).digest();
	const place = { roundId: key.roundId, groupId: given.group, manifestHash: hash };
	const bytes = await sealEnvelope(Buffer.from(manifest.answersKey, 'base64url'), envelope, place, ballotHash);
	return {
		roundId: key.roundId,
		manifest: hash,
		group: given.group,
		ballot: base64url(given.ballot),
		signature: base64url(given.signature),
		sealed: base64url(bytes)
	};
}

/** One leader, start to end, without the slow blinding: the invitation is marked, and a ballot signed directly is used. */
export async function answerAs(
	context: Context,
	key: Key,
	leader: { readonly leaderId: string; readonly answers: AnswersByItem }
): Promise<void> {
	const token = await tokenOf(context, key, leader.leaderId);
	const blinded = randomBytes(256);
	blinded[0] = 0;
	const collected = await collectBallot(context, visitor, {
		roundId: key.roundId,
		token,
		blinded: base64url(blinded)
	});
	if (collected.kind !== 'collected') throw new Error(`not collected: ${collected.kind}`);
	const invitation = await findInvitation(context.db, key, hashToken(token));
	const ballot = await signedBallot(context, key, invitation?.groupId ?? '');
	const outcome = await submitResponse(
		context,
		visitor,
		await sealed(context, key, { ...ballot, answers: leader.answers })
	);
	if (outcome.kind !== 'stored') throw new Error(`not stored: ${outcome.kind}`);
}

async function publicKeyOf(context: Pick<Context, 'db'>, key: Key, group: string): Promise<CryptoKey> {
	const { manifest } = await manifestOf(context, key);
	const spki = manifest.groups.find((one) => one.id === group)?.key;
	if (spki === undefined) throw new Error(`the manifest has no group ${group}`);
	const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' };
	return crypto.subtle.importKey('spki', Buffer.from(spki, 'base64url'), algorithm, true, ['verify']);
}

async function manifestOf(context: Pick<Context, 'db'>, key: Key) {
	const outcome = await readManifest(context, visitor, { roundId: key.roundId });
	if (outcome.kind !== 'manifest') throw new Error(`no manifest: ${outcome.kind}`);
	return outcome;
}

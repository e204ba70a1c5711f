// Makes the signing keys of a round that is being opened, some at a time, and opens it when every group has one: the
// manifest is frozen, and the letters are recorded, all or nothing. Two processes may work on one round.
import { createHash } from 'node:crypto';
import { writeManifest } from '#domain/ballot/manifest.ts';
import { makeSigningKeyPair } from '#server/ballots/signing-keys.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { queueMails } from '#server/database/mails.ts';
import { findLastManifestHash, insertManifest } from '#server/database/manifests.ts';
import { listMailLanguages } from '#server/database/mail-preferences.ts';
import { findOrganisation, holdOrganisation } from '#server/database/organisations.ts';
import { findInvitationSecret, listInvited } from '#server/database/invitations.ts';
import { findAnswersKey, hasOpeningToContinue, listPreparingRounds } from '#server/database/round-opening.ts';
import { findRound, holdRound, listReportingGroups, markRound, type NewRound } from '#server/database/rounds.ts';
import {
	countSigningKeys,
	listGroupsWithoutKey,
	readPublicKeys,
	setSigningKey,
	type KeyProgress
} from '#server/database/signing-keys.ts';
import type { Tables } from '#server/database/tables.ts';
import type { Kysely } from 'kysely';
import { eachRound } from './each-round.ts';
import { findInstrument } from './find-instrument.ts';
import { invitationMails } from './invitation-mails.ts';
import { invitationToken } from '../ballots/invitation-token.ts';
import { roundInManifest, whatBrowsersRefuse } from './what-browsers-refuse.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type ContinueOpeningContext = Pick<Context, 'db' | 'settings' | 'now' | 'log' | 'instruments'>;

export type ContinueOpeningOutcome =
	| { readonly kind: 'opened'; readonly invited: number; readonly groups: number }
	| { readonly kind: 'preparing'; readonly keys: KeyProgress }
	| { readonly kind: 'not-preparing' }
	| Forbidden;

/** As many as the machine makes at once without keeping others waiting. */
const keysAtOnce = 4;

/** Works for about `milliseconds`; the next turn goes on from there. */
export async function continueOpening(
	context: ContinueOpeningContext,
	actor: Actor,
	input: { readonly roundId: string; readonly milliseconds: number }
): Promise<ContinueOpeningOutcome> {
	if (!isAllowed('continue-opening', actor) || actor.kind === 'visitor') return forbidden;
	const key = { organisationId: actor.organisationId, roundId: input.roundId };
	const round = await findRound(context.db, key);
	if (round === null || round.preparingAt === null || round.openedAt !== null) return { kind: 'not-preparing' };
	const until = performance.now() + input.milliseconds;
	for (;;) {
		const groups = await listGroupsWithoutKey(context.db, key, 10 * keysAtOnce);
		if (groups.length === 0) return finish(context, key);
		// From another place than a second process would begin, so that both are of use.
		const start = Math.floor(Math.random() * groups.length);
		const next = [...groups.slice(start), ...groups.slice(0, start)].slice(0, keysAtOnce);
		await Promise.all(next.map(async (id) => setSigningKey(context.db, key, { id, ...(await makeSigningKeyPair()) })));
		if (performance.now() > until) return { kind: 'preparing', keys: await countSigningKeys(context.db, key) };
	}
}

/** For the job: whether there are keys to make, or letters to record; not where a person has to type words first. */
export async function areOpeningsWaiting({ db }: Pick<ContinueOpeningContext, 'db'>): Promise<boolean> {
	return hasOpeningToContinue(db);
}

/** For the job: every round whose opening has begun. */
export async function continueOpenings(context: ContinueOpeningContext): Promise<void> {
	await eachRound(context, 'round-opening', await listPreparingRounds(context.db), async (system, round) => {
		const outcome = await continueOpening(context, system, { ...round, milliseconds: 2000 });
		// With all keys made it waits for the halves of a split key, for days perhaps.
		if (outcome.kind === 'preparing' && outcome.keys.made < outcome.keys.total)
			context.log.info('round-keys', outcome.keys);
	});
}

type Key = { readonly organisationId: string; readonly roundId: string };

async function finish(context: ContinueOpeningContext, key: Key): Promise<ContinueOpeningOutcome> {
	return context.db.transaction().execute(async (db): Promise<ContinueOpeningOutcome> => {
		// Manifests of one organisation are a chain: two rounds take turns.
		await holdOrganisation(db, key.organisationId);
		const round = await holdRound(db, key);
		if (round === null || round.preparingAt === null || round.openedAt !== null) return { kind: 'not-preparing' };
		// A key that nobody holds would lose every answer: both halves are typed back first.
		if (round.keyCustody === 'split' && (round.firstHalfAt === null || round.secondHalfAt === null))
			return { kind: 'preparing', keys: await countSigningKeys(db, key) };
		const record = await findOrganisation(db, key.organisationId);
		const organisationName = record?.name ?? round.name;
		const { manifestHash, groups } = await freezeManifest(db, { round, organisationName });
		const secret = await findInvitationSecret(db, key);
		if (secret === null) throw new Error('a round that is being opened has lost the secret of its invitations');
		const invited = await listInvited(db, key);
		if (record?.isDemonstration !== true) {
			const recipients = invited.map((leader) => ({ ...leader, token: invitationToken(secret, leader.leaderId) }));
			await queueMails(
				db,
				invitationMails(context, {
					kind: 'invitation',
					instrument: await findInstrument({ ...context, db }, round),
					languages: await listMailLanguages(db, key.organisationId),
					...{ round, organisationName, manifestHash, recipients }
				})
			);
		}
		await markRound(db, key, 'opened_at', context.now());
		return { kind: 'opened', invited: invited.length, groups };
	});
}

/** Returns the manifest's hash as base64url, and how many groups it lists. */
export async function freezeManifest(
	db: Kysely<Tables>,
	{ round, organisationName }: { readonly round: NewRound; readonly organisationName: string }
): Promise<{ readonly manifestHash: string; readonly groups: number }> {
	const key = { organisationId: round.organisationId, roundId: round.id };
	const publicKeys = await readPublicKeys(db, key);
	const answersKey = await findAnswersKey(db, key);
	if (answersKey === null) throw new Error('a round that is being opened has no key for its answers');
	const groups = (await listReportingGroups(db, key)).map((group) => {
		const publicKey = publicKeys.get(group.id);
		if (publicKey === undefined || group.invited === null) throw new Error(`group ${group.id} has no key`);
		return {
			id: group.id,
			name: group.name,
			path: group.path,
			units: group.pools.length > 0 ? group.pools : [group.name],
			attributes: group.attributes,
			invited: group.invited,
			key: Buffer.from(publicKey).toString('base64url')
		};
	});
	const previousHash = await findLastManifestHash(db, key.organisationId);
	const content = writeManifest({
		organisation: organisationName,
		...roundInManifest(round),
		answersKey: Buffer.from(answersKey).toString('base64url'),
		previous: previousHash === null ? null : Buffer.from(previousHash).toString('base64url'),
		groups
	});
	const problems = whatBrowsersRefuse(content);
	if (problems.length > 0) throw new Error(`browsers would refuse the list of groups: ${problems.join(', ')}`);
	const hash = createHash('sha256').update(content).digest();
	await insertManifest(db, key, { hash, previousHash, content });
	return { manifestHash: hash.toString('base64url'), groups: groups.length };
}

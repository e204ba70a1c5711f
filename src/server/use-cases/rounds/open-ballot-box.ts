// The box is opened once: everything in it is read, shuffled and written again without ballots in one transaction, and what
// could open or sign anything is destroyed.
import { readEnvelope } from '#domain/ballot/answer-envelope.ts';
import type { Instrument } from '#domain/instrument/instrument.ts';
import type { Actor } from '#server/actor.ts';
import { createAnswerOpener, publicKeyOf, type AnswerOpener } from '#server/ballots/answer-seal.ts';
import { joinSecret, secretOf } from '#server/ballots/recovery-words.ts';
import type { Context } from '#server/context.ts';
import {
	emptyBallotBox,
	forgetCollecting,
	readBallotBox,
	writeBallotCounts,
	type SealedBallot
} from '#server/database/ballot-box.ts';
import { findManifest } from '#server/database/manifests.ts';
import { forgetReminders } from '#server/database/mails.ts';
import { forgetOldVersions, insertResponses } from '#server/database/responses.ts';
import { listInvited, setInvitationSecret } from '#server/database/invitations.ts';
import { findAnswersKey, listDueBoxes, markBoxOpened, setUnreadable } from '#server/database/round-opening.ts';
import { findRound, holdRound, type Round } from '#server/database/rounds.ts';
import { shuffleSealedProfiles } from '#server/database/sealed-profiles.ts';
import { destroySigningKeys } from '#server/database/signing-keys.ts';
import type { Tables } from '#server/database/tables.ts';
import type { Kysely } from 'kysely';
import { eachRound } from './each-round.ts';
import { graceOf } from './grace-of.ts';
import { findInstrument } from './find-instrument.ts';
import { isUuid } from '../is-uuid.ts';
import { reminderIds } from './reminder-ids.ts';
import { recordSystem } from '../accounts/account-events.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type OpenBallotBoxOutcome =
	| {
			readonly kind: 'closed';
			readonly responses: number;
			/** Sealed to another key or for another place, or not filled in as the questionnaire says. */
			readonly unreadable: number;
			/** Groups of which more ballots came back than were handed out. */
			readonly stuffed: readonly string[];
	  }
	/** The file is gone: the words that were written down are needed. */
	| { readonly kind: 'key-missing' }
	/** The key was given to two people: both halves are needed. */
	| { readonly kind: 'key-split' }
	/** Nothing is opened before what was handed out has had its time to come back. */
	| { readonly kind: 'not-yet'; readonly until: Date }
	/** So much cannot be read that something is wrong: the box stays as it is until a person says otherwise. */
	| { readonly kind: 'too-many-unreadable'; readonly responses: number; readonly unreadable: number }
	/** Not the words of this round, or a word is misspelt. */
	| { readonly kind: 'words-wrong' }
	| { readonly kind: 'already-closed' }
	| { readonly kind: 'not-closing' }
	| { readonly kind: 'unknown-round' }
	| Forbidden;

/** So few may be unreadable without anybody being asked: forged or broken ones. */
const fewUnreadable = { count: 2, share: 0.02 };

/**
 * `words`: what was written down, one line or two halves; none: the file is used. `acceptsUnreadable`: a person has seen how
 * many cannot be read and wants the rest.
 */
export async function openBallotBox(
	context: Context,
	actor: Actor,
	input: { readonly roundId: string; readonly words?: readonly string[]; readonly acceptsUnreadable?: boolean }
): Promise<OpenBallotBoxOutcome> {
	if (!isAllowed('open-ballot-box', actor) || actor.kind === 'visitor') return forbidden;
	if (!isUuid(input.roundId)) return { kind: 'unknown-round' };
	const key = { organisationId: actor.organisationId, roundId: input.roundId };
	const round = await findRound(context.db, key);
	if (round === null) return { kind: 'unknown-round' };
	if (round.closedAt !== null) return { kind: 'already-closed' };
	if (round.closingAt === null) return { kind: 'not-closing' };
	const until = new Date(round.closingAt.getTime() + (await graceOf(context, round.organisationId)));
	if (context.now() < until) return { kind: 'not-yet', until };
	const answersKey = await findAnswersKey(context.db, key);
	const secret = secretFor(context, round, input.words ?? []);
	if (secret === null && answersKey !== null) {
		if ((input.words ?? []).length > 0) return { kind: 'words-wrong' };
		return { kind: round.keyCustody === 'split' ? 'key-split' : 'key-missing' };
	}
	if (secret !== null && answersKey !== null && !answersKey.equals(await publicKeyOf(secret)))
		return { kind: (input.words ?? []).length > 0 ? 'words-wrong' : 'key-missing' };
	const opener = secret === null ? null : await createAnswerOpener(secret);
	const instrument = await findInstrument(context, round);
	const outcome = await context.db.transaction().execute(async (db): Promise<OpenBallotBoxOutcome> => {
		const held = await holdRound(db, key);
		if (held === null || held.closedAt !== null) return { kind: 'already-closed' };
		const read = opener === null ? { responses: [], unreadable: 0 } : await readBox(db, { key, opener, instrument });
		const total = read.responses.length + read.unreadable;
		const isSuspicious = read.unreadable > Math.max(fewUnreadable.count, fewUnreadable.share * total);
		if (isSuspicious && input.acceptsUnreadable !== true) {
			await setUnreadable(db, key, read.unreadable);
			return { kind: 'too-many-unreadable', responses: read.responses.length, unreadable: read.unreadable };
		}
		const responses = read.responses
			.map((response) => ({ ...response, key: context.randomBytes(32) }))
			.sort((one, other) => Buffer.compare(one.key, other.key));
		await insertResponses(db, key, responses);
		const counts = await writeBallotCounts(db, key);
		await emptyBallotBox(db, key);
		await destroySigningKeys(db, key);
		await setInvitationSecret(db, key, null);
		await forgetCollecting(db, key);
		await forgetReminders(db, key.organisationId, key.roundId);
		await shuffleSealedProfiles(db, key.organisationId);
		await markBoxOpened(db, key, { at: context.now(), unreadable: read.unreadable });
		const stuffed = counts.filter((count) => count.accepted > count.collected).map((count) => count.groupId);
		return { kind: 'closed', responses: responses.length, unreadable: read.unreadable, stuffed };
	});
	if (outcome.kind === 'closed') {
		context.roundKeys.destroy(round.id);
		await recordSystem(context, actor, { action: 'open-ballot-box', roundId: round.id });
		await context.mailer.forget(await reminderLetters(context.db, key));
		await forgetOldVersions(context.db);
	}
	return outcome;
}

/** For the job: whether there is a box to open. */
export async function areBallotBoxesDue(context: Pick<Context, 'db' | 'now' | 'settings'>): Promise<boolean> {
	return (await listDue(context)).length > 0;
}

function listDue({ db, now, settings }: Pick<Context, 'db' | 'now' | 'settings'>) {
	return listDueBoxes(db, new Date(now().getTime() - settings.closeGraceMilliseconds));
}

/** For the job: boxes whose time has come and that nobody has to decide about. */
export async function openDueBallotBoxes(context: Context): Promise<void> {
	const due = await listDue(context);
	await eachRound(context, 'ballot-box', due, async (system, round) => {
		const outcome = await openBallotBox(context, system, round);
		if (outcome.kind === 'closed')
			context.log.info('ballot-box', { responses: outcome.responses, unreadable: outcome.unreadable });
	});
}

function secretFor(context: Pick<Context, 'roundKeys'>, round: Round, words: readonly string[]): Uint8Array | null {
	if (words.length === 0) return context.roundKeys.read(round.id);
	const [first = null, second] = words.map(secretOf);
	if (second === undefined) return first;
	return first === null || second === null ? null : joinSecret(first, second);
}

type Key = { readonly organisationId: string; readonly roundId: string };
type ReadResponse = {
	readonly groupId: string;
	readonly answers: readonly (number | null)[];
	readonly changes: readonly (number | null)[] | null;
};

async function readBox(
	db: Kysely<Tables>,
	given: { readonly key: Key; readonly opener: AnswerOpener; readonly instrument: Instrument }
): Promise<{ readonly responses: readonly ReadResponse[]; readonly unreadable: number }> {
	const { key, opener, instrument } = given;
	const manifest = await findManifest(db, key);
	if (manifest === null) throw new Error('a round with a ballot box has no manifest');
	const manifestHash = Buffer.from(manifest.hash).toString('base64url');
	const openOne = async ({ ballotHash, groupId, sealed }: SealedBallot): Promise<ReadResponse | null> => {
		const envelope = await opener.open(sealed, { roundId: key.roundId, groupId, manifestHash }, ballotHash);
		const read = envelope === null ? null : readEnvelope(envelope, { instrument });
		return read?.kind === 'envelope' ? { groupId, answers: read.answers, changes: read.changes } : null;
	};
	const responses: ReadResponse[] = [];
	let unreadable = 0;
	for await (const ballots of readBallotBox(db, key)) {
		const read = (await Promise.all(ballots.map(openOne))).filter((response) => response !== null);
		responses.push(...read);
		unreadable += ballots.length - read.length;
	}
	return { responses, unreadable };
}

/** Where no mail server is set, reminders are files: they would tell who had not collected. */
async function reminderLetters(db: Kysely<Tables>, key: Key) {
	const invited = await listInvited(db, key);
	return invited.flatMap(({ leaderId }) =>
		reminderIds(key.roundId, leaderId).map((mailId) => ({
			organisationId: key.organisationId,
			mailId,
			kind: 'reminder'
		}))
	);
}

// Losing a round's key would lose the round. So the file is looked for at every start and every day, and whoever leads the
// programme is told at once where it is missing or is another one.
import { publicKeyOf } from '#server/ballots/answer-seal.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { queueMails } from '#server/database/mails.ts';
import { listAddressesOfRole } from '#server/database/role-addresses.ts';
import {
	findAnswersKey,
	listRoundsOfClosedKeys,
	listRoundsWithKeyFile,
	setKeyMissing
} from '#server/database/round-opening.ts';
import { mail as danish } from '#texts/da/mail.ts';
import { dayOf } from '../calendar-day.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type CheckRoundKeysContext = Pick<Context, 'db' | 'roundKeys' | 'settings' | 'now' | 'log'>;

export type CheckRoundKeysOutcome =
	{ readonly kind: 'checked'; readonly rounds: number; readonly missing: readonly string[] } | Forbidden;

export async function checkRoundKeys(context: CheckRoundKeysContext, actor: Actor): Promise<CheckRoundKeysOutcome> {
	if (!isAllowed('check-round-keys', actor)) return forbidden;
	const { db, roundKeys } = context;
	// What a process left behind that died between the close and this.
	for (const roundId of await listRoundsOfClosedKeys(db)) roundKeys.destroy(roundId);
	const rounds = await listRoundsWithKeyFile(db);
	const missing: string[] = [];
	for (const round of rounds) {
		const answersKey = await findAnswersKey(db, round);
		const secret = roundKeys.read(round.roundId);
		const isThere = secret !== null && answersKey !== null && answersKey.equals(await publicKeyOf(secret));
		if (isThere) {
			if (round.keyMissingAt !== null) await setKeyMissing(db, round, null);
			continue;
		}
		missing.push(round.roundId);
		context.log.error('round-key-missing', new Error('the file is not in its place'), { round: round.roundId });
		if (round.keyMissingAt === null) await setKeyMissing(db, round, context.now());
		await tell(context, round);
	}
	return { kind: 'checked', rounds: rounds.length, missing };
}

/** Once a day, until it is back. */
async function tell(
	context: CheckRoundKeysContext,
	round: { readonly organisationId: string; readonly roundId: string; readonly name: string }
): Promise<void> {
	const { subject, text, html } = danish.roundKeyMissing({
		round: round.name,
		link: `${context.settings.publicUrl}/rounds/${round.roundId}/key`
	});
	const at = context.now();
	const addresses = await listAddressesOfRole(context.db, round.organisationId, 'programme-lead');
	await queueMails(
		context.db,
		addresses.map((recipient) => ({
			organisationId: round.organisationId,
			mailId: `round-key-missing:${round.roundId}:${recipient}:${dayOf(at)}`,
			kind: 'round-key-missing',
			recipient,
			subject,
			text,
			html,
			intendedAt: at
		}))
	);
}

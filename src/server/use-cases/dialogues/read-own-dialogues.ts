// The dialogues that a facilitator leads, of all released rounds: where somebody with that role begins.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { listRounds, type Round } from '#server/database/rounds.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { readDialogues, type GroupDialogue } from './read-dialogues.ts';

export type OwnDialogue = GroupDialogue & { readonly round: Round };

export type ReadOwnDialoguesOutcome =
	{ readonly kind: 'own-dialogues'; readonly dialogues: readonly OwnDialogue[] } | Forbidden;

/** Newest round first. The system leads none. */
export async function readOwnDialogues(context: Context, actor: Actor): Promise<ReadOwnDialoguesOutcome> {
	if (!isAllowed('read-own-dialogues', actor) || actor.kind === 'visitor') return forbidden;
	if (actor.kind === 'system') return { kind: 'own-dialogues', dialogues: [] };
	const dialogues: OwnDialogue[] = [];
	for (const round of await listRounds(context.db, actor.organisationId)) {
		if (round.releasedAt === null) continue;
		const read = await readDialogues(context, actor, { roundId: round.id });
		if (read.kind !== 'dialogues') continue;
		const led = read.groups.filter((group) => group.facilitators.some(({ email }) => email === actor.email));
		dialogues.push(...led.map((group) => ({ ...group, round })));
	}
	return { kind: 'own-dialogues', dialogues };
}

// Six weeks after a release the manager of a group that has not met is reminded, kindly and once. For the clock; run twice, it
// does nothing more. Older releases are left in peace: nobody is reminded of last year's result.
import { isOverdue, weeksUntilDue } from '#domain/dialogue/state.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { listGroupPeople } from '#server/database/dialogue-people.ts';
import { holdDialogueRow, listDialogues, markReminded, noDialogue } from '#server/database/dialogues.ts';
import { queueMails } from '#server/database/mails.ts';
import { listOrganisations } from '#server/database/organisations.ts';
import { listRounds } from '#server/database/rounds.ts';
import { dialogueMails } from './dialogue-mails.ts';
import { findDialoguePlace } from './dialogue-place.ts';
import { eachRound } from '../rounds/each-round.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { findReadRelease } from '../results/readable-groups.ts';

export type SendDialogueRemindersOutcome = { readonly kind: 'reminded'; readonly letters: number } | Forbidden;

const weekMilliseconds = 7 * 24 * 3_600_000;
const weeksUntilSilent = weeksUntilDue + 4;

export async function sendDialogueReminders(context: Context, actor: Actor): Promise<SendDialogueRemindersOutcome> {
	if (!isAllowed('send-dialogue-reminders', actor)) return forbidden;
	let letters = 0;
	for (const organisation of await listOrganisations(context.db)) {
		if (organisation.isDemonstration) continue;
		// A short follow-up is talked of with the plan that it follows: nobody is reminded of another meeting.
		const due = (await listRounds(context.db, organisation.id)).filter(
			({ releasedAt, followsRoundId }) => followsRoundId === null && isInWindow(context, releasedAt)
		);
		const rounds = due.map((round) => ({ organisationId: organisation.id, roundId: round.id }));
		await eachRound(context, 'dialogue reminders', rounds, async (system, { roundId }) => {
			const round = due.find((one) => one.id === roundId);
			const read = round === undefined ? null : await findReadRelease(context, round);
			const dialogues = await listDialogues(context.db, { organisationId: organisation.id, roundId });
			for (const group of read?.release.groups ?? []) {
				const dialogue = dialogues.get(group.id) ?? noDialogue(group.id);
				if (group.kind === 'leaf' && dialogue.remindedAt === null)
					letters += await remind(context, system, { roundId, groupId: group.id });
			}
		});
	}
	return { kind: 'reminded', letters };
}

function isInWindow({ now }: Pick<Context, 'now'>, releasedAt: Date | null): boolean {
	if (releasedAt === null) return false;
	const weeks = (now().getTime() - releasedAt.getTime()) / weekMilliseconds;
	return weeks >= weeksUntilDue && weeks < weeksUntilSilent;
}

/** Returns how many letters were recorded. Without an address nothing is noted, so that one that comes later gets it. */
async function remind(
	context: Context,
	system: Actor,
	input: { readonly roundId: string; readonly groupId: string }
): Promise<number> {
	const place = system.kind === 'visitor' ? null : await findDialoguePlace(context, system, input);
	if (place === null) return 0;
	return context.db.transaction().execute(async (db) => {
		const dialogue = await holdDialogueRow(db, place.key);
		const at = { releasedAt: place.releasedAt, now: context.now() };
		if (dialogue.remindedAt !== null || !isOverdue(dialogue, at)) return 0;
		const { managers } = await listGroupPeople(db, { ...place.key, reportingGroups: place.group.reportingGroups });
		const recipients = managers.flatMap(({ email }) => email ?? []);
		if (recipients.length === 0) return 0;
		await markReminded(db, place.key, at.now);
		const mails = await dialogueMails({ ...context, db }, place, {
			kind: 'reminder',
			recipients,
			meeting: null,
			reason: 'reminder',
			hosts: recipients
		});
		return queueMails(db, mails);
	});
}

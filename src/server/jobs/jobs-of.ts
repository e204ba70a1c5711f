// What runs without a person, and when. Each job calls one use case, which is idempotent: run twice, it does nothing more.
import type { Context } from '#server/context.ts';
import { applyRetentionOfAll } from '#server/use-cases/privacy/apply-retention.ts';
import { checkRoundKeys } from '#server/use-cases/rounds/check-round-keys.ts';
import { areOpeningsWaiting, continueOpenings } from '#server/use-cases/rounds/continue-opening.ts';
import { keepRoundClocks } from '#server/use-cases/rounds/keep-round-clocks.ts';
import { areBallotBoxesDue, openDueBallotBoxes } from '#server/use-cases/rounds/open-ballot-box.ts';
import { remindProposals } from '#server/use-cases/plans/remind-proposals.ts';
import { sendAssessmentWarnings } from '#server/use-cases/assessments/send-assessment-warnings.ts';
import { sendBoosters } from '#server/use-cases/plans/send-boosters.ts';
import { sendCheckIns } from '#server/use-cases/plans/send-check-ins.ts';
import { sendDialogueReminders } from '#server/use-cases/dialogues/send-dialogue-reminders.ts';
import { isReturnedMailWaiting, readReturnedMails } from '#server/use-cases/mail/read-returned-mail.ts';
import { areMailsWaiting, sendMailsOfAll } from '#server/use-cases/mail/send-mails.ts';
import type { Job } from './run-jobs.ts';

/** By the clock in Denmark: every five minutes. */
const often = '*/5 * * * *';
const everyMorning = '10 6 * * *';

export function jobsOf(context: Context): readonly Job[] {
	const anywhere = { kind: 'system', organisationId: '' } as const;
	return [
		{ name: 'send-mails', isWaiting: () => areMailsWaiting(context), run: () => sendMailsOfAll(context) },
		{ name: 'continue-openings', isWaiting: () => areOpeningsWaiting(context), run: () => continueOpenings(context) },
		{
			name: 'open-ballot-boxes',
			isWaiting: () => areBallotBoxesDue(context),
			run: () => openDueBallotBoxes(context),
			// A box whose key is missing stays due.
			restMilliseconds: 30_000
		},
		{
			name: 'read-returned-mail',
			isWaiting: () => isReturnedMailWaiting(context),
			run: () => readReturnedMails(context)
		},
		{ name: 'keep-round-clocks', cron: often, run: () => keepRoundClocks(context, anywhere) },
		{ name: 'send-check-ins', cron: everyMorning, isRunAtStart: true, run: () => sendCheckIns(context, anywhere) },
		{ name: 'send-boosters', cron: everyMorning, isRunAtStart: true, run: () => sendBoosters(context, anywhere) },
		{
			name: 'send-dialogue-reminders',
			cron: everyMorning,
			isRunAtStart: true,
			run: () => sendDialogueReminders(context, anywhere)
		},
		{ name: 'remind-proposals', cron: everyMorning, isRunAtStart: true, run: () => remindProposals(context, anywhere) },
		{
			name: 'send-assessment-warnings',
			cron: everyMorning,
			isRunAtStart: true,
			run: () => sendAssessmentWarnings(context, anywhere)
		},
		{ name: 'check-round-keys', cron: everyMorning, isRunAtStart: true, run: () => checkRoundKeys(context, anywhere) },
		// Before anybody works: tables are written anew.
		{ name: 'apply-retention', cron: '40 4 * * *', isRunAtStart: true, run: () => applyRetentionOfAll(context) }
	];
}

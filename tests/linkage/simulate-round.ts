// A round as it might go in a region: 1,500 leaders are invited by mail, about 71 % answer over 14 days, a reminder goes out
// on the eighth, and every night somebody keeps everything that can be kept. What really belongs together is kept beside it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAnswerOpener } from '#server/ballots/answer-seal.ts';
import { migrate } from '#server/database/migrate.ts';
import { openDatabase } from '#server/database/open-database.ts';
import { silentLog } from '#server/log/log.ts';
import { closeRound } from '#server/use-cases/rounds/close-round.ts';
import { remindRound } from '#server/use-cases/rounds/remind-round.ts';
import { sendMails } from '#server/use-cases/mail/send-mails.ts';
import type { Mailbox } from '../support/mailbox.ts';
import { projectMigrations } from '../support/test-database.ts';
import type { Dump, Evidence, Line, OldVersion, SentLetter, Watched } from './evidence.ts';
import { startKeeping } from './keep-evidence.ts';
import { columnOf, contextFor, openTheRound, playerFor } from './simulated-leaders.ts';
import { truthOf, type Truth } from './truth.ts';

export type SimulatedRound = {
	/** Without the round's key. */
	readonly evidence: Evidence;
	/** What the key would have opened. */
	readonly opened: ReadonlyMap<string, string>;
	readonly truth: Truth;
	readonly invited: number;
};

const days = 14;
const reminderDay = 8;
/** Its dump is the first that could show a mark of the reminder. */
export const firstNightAfterReminder = reminderDay - 1;
const firstDay = Date.parse('2026-03-02T06:00:00Z');
const dayMilliseconds = 86_400_000;

export async function simulateRound(input: {
	readonly databaseUrl: string;
	readonly mailbox: Mailbox;
	readonly leaders: number;
	readonly seed: number;
}): Promise<SimulatedRound> {
	const database = await openDatabase({ dataDirectory: '', databaseUrl: input.databaseUrl, log: silentLog });
	const directory = mkdtempSync(join(tmpdir(), 'ledertrivsel-linkage-'));
	try {
		await migrate(database, projectMigrations);
		const keeper = await startKeeping(input.databaseUrl);
		const clock = { at: firstDay, night: 0 };
		const log: Line[] = [];
		const context = contextFor(database.kysely, { directory, smtpUrl: input.mailbox.url, clock, log });
		const opened = await openTheRound(context, input);
		const { key, lead } = opened;

		const letters: SentLetter[] = [];
		const deliver = async () => {
			// As several processes would, so that it takes seconds.
			const outcomes = await Promise.all(Array.from({ length: 10 }, () => sendMails(context, lead)));
			for (const sent of outcomes)
				if (sent.kind !== 'done' || sent.deferred + sent.failed + sent.uncertain > 0)
					throw new Error(`the letters were not sent: ${JSON.stringify(sent)}`);
			for (const mail of input.mailbox.mails.slice(letters.length))
				letters.push({ night: clock.night, to: mail.to, text: mail.text });
		};
		const dumps: Dump[] = [];
		const oldVersions: OldVersion[] = [];
		const keep = async () => {
			dumps.push(await keeper.dump(clock.night));
			oldVersions.push(...(await keeper.oldVersions(clock.night)));
		};

		await deliver();
		const watched: Watched[] = [];
		const play = playerFor(context, opened, watched);
		for (clock.night = 0; clock.night < days; clock.night++) {
			if (clock.night === firstNightAfterReminder) {
				clock.at = firstDay + clock.night * dayMilliseconds;
				const reminded = await remindRound(context, lead, key);
				if (reminded.kind !== 'reminded') throw new Error(reminded.kind);
				await deliver();
			}
			for (const together of opened.events[clock.night] ?? []) {
				clock.at = firstDay + (together[0]?.at ?? 0);
				await Promise.all(together.map(play));
			}
			await keep();
		}
		const secret = context.roundKeys.read(key.roundId);
		if (secret === null) throw new Error('the round has no key');
		const box = dumps.at(-1)?.tables['ballot_box'] ?? [];
		clock.at = firstDay + days * dayMilliseconds;
		const closed = await closeRound(context, lead, key);
		if (closed.kind !== 'closed' || closed.unreadable + closed.stuffed.length > 0)
			throw new Error(JSON.stringify(closed));
		if (context.roundKeys.read(key.roundId) !== null) throw new Error('the key of the round is still there');
		dumps.push(await keeper.dump(days));
		const wal = await keeper.wal();
		const walRecords = await keeper.walRecords();
		await keeper.close();

		const place = { roundId: key.roundId, manifestHash: opened.manifestHash };
		const opener = await createAnswerOpener(secret);
		const openedBallots = new Map<string, string>();
		for (const { values } of box) {
			const bytes = (name: string) => Buffer.from((values[name] ?? '').slice(2), 'hex');
			const groupId = values['group_id'] ?? '';
			const envelope = await opener.open(bytes('sealed'), { ...place, groupId }, bytes('ballot_hash'));
			const text = Buffer.from(envelope ?? []).toString('latin1');
			const { answers } = JSON.parse(text.slice(0, text.lastIndexOf('}') + 1)) as { answers: (number | null)[] };
			openedBallots.set(values['ballot_hash'] ?? '', columnOf(answers));
		}
		const evidence: Evidence = { dumps, oldVersions, wal, walRecords, log, letters, opened: null, watched };
		return {
			evidence,
			opened: openedBallots,
			truth: truthOf({ people: opened.people, events: opened.events.flat(2) }, dumps),
			invited: opened.invited
		};
	} finally {
		await database.close();
		rmSync(directory, { recursive: true, force: true });
	}
}

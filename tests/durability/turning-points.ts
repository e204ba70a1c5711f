// A round that is killed while it is opened or closed: made in a data directory, taken down there, and looked at afterwards.
import { openContext, type Context } from '#server/context.ts';
import { insertOrganisation, writeOrganisation } from '#server/database/organisations.ts';
import { silentLog } from '#server/log/log.ts';
import { readSettings } from '#server/settings.ts';
import { createRound } from '#server/use-cases/rounds/create-round.ts';
import { openRound } from '#server/use-cases/rounds/open-round.ts';
import { dayOf } from '#server/use-cases/calendar-day.ts';
import { answerAs } from '../support/answering-leader.ts';
import { smallOrganisation } from '../support/small-organisation.ts';
import { startWriter, type Writer } from './run-writer.ts';

export type Key = { readonly organisationId: string; readonly roundId: string };

/** Runs `work` on the data directory as the server would, and shuts it again. */
export async function onDirectory<Result>(
	dataDirectory: string,
	work: (context: Context) => Promise<Result>
): Promise<Result> {
	const read = readSettings({ DATA_DIR: dataDirectory, CLOSE_GRACE_MINUTES: '0' });
	if (read.kind === 'wrong') throw new Error(read.problems[0]?.reason);
	const { context, close } = await openContext(read.settings, silentLog);
	try {
		return await work(context);
	} finally {
		await close();
	}
}

/** A planned round of 46 leaders with addresses. */
export async function planRound(context: Context): Promise<Key> {
	const organisationId = context.randomId();
	await context.db.transaction().execute(async (db) => {
		const createdAt = context.now();
		await insertOrganisation(db, { id: organisationId, name: 'Hospitalet', isDemonstration: false, createdAt });
		await writeOrganisation(db, organisationId, smallOrganisation, createdAt);
	});
	const today = dayOf(context.now());
	const created = await createRound(
		context,
		{ kind: 'system', organisationId },
		{ name: 'Måling', instrumentId: 'ledertrivsel-1', scopeUnitId: null, opensOn: today, closesOn: today }
	);
	if (created.kind !== 'created') throw new Error(created.kind);
	return { organisationId, roundId: created.roundId };
}

/** Opened, and answered by so many. */
export async function answeredRound(context: Context, answers: number): Promise<Key> {
	const key = await planRound(context);
	const { organisationId, roundId } = key;
	const opened = await openRound(
		context,
		{ kind: 'system', organisationId },
		{ roundId, patienceMilliseconds: 60_000 }
	);
	if (opened.kind !== 'opened') throw new Error(opened.kind);
	const items = context.instruments[0]?.items ?? [];
	for (const [number, { id: leaderId }] of smallOrganisation.leaders.slice(0, answers).entries()) {
		const given = Object.fromEntries(items.map((item, index) => [item.id, 1 + ((index + number) % 5)]));
		await answerAs(context, key, { leaderId, answers: given });
	}
	return key;
}

/** `place`: where it kills itself, see the program; `nowhere`: it is to be killed. */
export function startTurning(dataDirectory: string, work: 'open' | 'close', place: string): Writer {
	return startWriter({ program: 'turning-process.ts', dataDirectory, run: work, mode: place });
}

/** What there is of a round, in numbers. */
export async function stateOf(context: Context, { roundId }: Key) {
	const count = async (table: 'ballot_box' | 'responses' | 'manifests' | 'mails') =>
		(await context.db.selectFrom(table).select('organisation_id').execute()).length;
	const round = await context.db
		.selectFrom('rounds')
		.selectAll()
		.where('round_id', '=', roundId)
		.executeTakeFirstOrThrow();
	const groups = await context.db
		.selectFrom('reporting_groups')
		.select('signing_key')
		.where('round_id', '=', roundId)
		.execute();
	return {
		isOpened: round.opened_at !== null,
		isClosed: round.closed_at !== null,
		hasKeyFile: context.roundKeys.read(roundId) !== null,
		hasInvitationSecret: round.invitation_secret !== null,
		groups: groups.length,
		signingKeys: groups.filter((group) => group.signing_key !== null).length,
		sealed: await count('ballot_box'),
		responses: await count('responses'),
		manifests: await count('manifests'),
		letters: await count('mails')
	};
}

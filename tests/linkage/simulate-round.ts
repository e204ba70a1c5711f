// A round as it might go in a region: 1,500 leaders are invited by mail, about 71 % answer over 14 days, a reminder goes out
// on the eighth, and every night somebody keeps everything that can be kept. What really belongs together is kept beside it.
import { createHash, createPrivateKey, randomBytes, randomUUID, type KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { writeEnvelope } from '#domain/ballot/answer-envelope.ts';
import { sealedProfileBytes } from '#domain/ballot/sealed-profile-size.ts';
import { createAnswerOpener, sealEnvelope } from '#server/ballots/answer-seal.ts';
import { roundKeysIn } from '#server/ballots/round-keys.ts';
import type { Context } from '#server/context.ts';
import { migrate } from '#server/database/migrate.ts';
import { openDatabase } from '#server/database/open-database.ts';
import { insertOrganisation, writeOrganisation } from '#server/database/organisations.ts';
import { findSigningKey } from '#server/database/signing-keys.ts';
import { createSubmissions } from '#server/database/submissions.ts';
import { buildRegion } from '#server/demonstration/build-region.ts';
import { simulatePlan } from '#server/demonstration/planned-answers.ts';
import { seededRandom } from '#server/demonstration/seeded-random.ts';
import { createLog, silentLog } from '#server/log/log.ts';
import { createMailer } from '#server/mail/mailer.ts';
import { readSettings } from '#server/settings.ts';
import { closeRound } from '#server/use-cases/close-round.ts';
import { collectBallot } from '#server/use-cases/collect-ballot.ts';
import { createRound } from '#server/use-cases/create-round.ts';
import { openRound } from '#server/use-cases/open-round.ts';
import { planRoundGroups } from '#server/use-cases/plan-round-groups.ts';
import { readManifest } from '#server/use-cases/read-manifest.ts';
import { remindRound } from '#server/use-cases/remind-round.ts';
import { sendMails } from '#server/use-cases/send-mails.ts';
import { storeSealedProfile } from '#server/use-cases/store-sealed-profile.ts';
import { submitResponse } from '#server/use-cases/submit-response.ts';
import { signWith, tokenOf } from '../support/answering-leader.ts';
import type { Mailbox } from '../support/mailbox.ts';
import { createTestContext } from '../support/test-context.ts';
import { projectMigrations } from '../support/test-database.ts';
import type { Dump, Evidence, Line, OldVersion, SentLetter, Watched } from './evidence.ts';
import { startKeeping } from './keep-evidence.ts';
import { planEvents, type PlannedEvent } from './plan-events.ts';
import type { Person, Truth } from './truth.ts';

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
const firstDay = Date.parse('2026-03-02T06:00:00Z');
const dayMilliseconds = 86_400_000;
const visitor = { kind: 'visitor' } as const;
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
const hex = (bytes: Uint8Array) => `\\x${Buffer.from(bytes).toString('hex')}`;
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

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
			if (clock.night === reminderDay - 1) {
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
		await wait(50);
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
		return { evidence, opened: openedBallots, truth: truthOf(opened, dumps), invited: opened.invited };
	} finally {
		await database.close();
		rmSync(directory, { recursive: true, force: true });
	}
}

/** The context of the running system, except for the clock. Chance is real. */
function contextFor(
	db: Context['db'],
	world: {
		readonly directory: string;
		readonly smtpUrl: string;
		readonly clock: { readonly at: number; readonly night: number };
		readonly log: Line[];
	}
): Context {
	const read = readSettings({
		SECRET: 'a secret for tests that is long enough',
		SMTP_URL: world.smtpUrl,
		DATA_DIR: world.directory,
		CLOSE_GRACE_MINUTES: '0'
	});
	if (read.kind === 'wrong') throw new Error(read.problems[0]?.reason);
	const now = () => new Date(world.clock.at);
	return {
		...createTestContext(db),
		settings: read.settings,
		submissions: createSubmissions(db, { now, graceMilliseconds: 0 }),
		roundKeys: roundKeysIn(join(world.directory, 'round-keys')),
		mailer: createMailer(read.settings),
		log: createLog('debug', (text) => world.log.push({ night: world.clock.night, text })),
		now,
		randomBytes: (count) => randomBytes(count),
		randomId: () => randomUUID()
	};
}

type OpenedRound = {
	readonly key: { readonly organisationId: string; readonly roundId: string };
	readonly lead: { readonly kind: 'system'; readonly organisationId: string };
	readonly manifestHash: string;
	readonly answersKey: Uint8Array;
	readonly instrument: { readonly id: string; readonly version: number };
	readonly signingKeyOf: ReadonlyMap<string, KeyObject>;
	readonly people: ReadonlyMap<string, Person>;
	/** A list a day, of lists of what happens at once. */
	readonly events: readonly (readonly (readonly PlannedEvent[])[])[];
	readonly invited: number;
};

async function openTheRound(
	context: Context,
	{ leaders, seed }: { readonly leaders: number; readonly seed: number }
): Promise<OpenedRound> {
	const region = buildRegion({ seed, leaders });
	const organisationId = context.randomId();
	await context.db.transaction().execute(async (db) => {
		await insertOrganisation(db, {
			id: organisationId,
			name: 'Region Prøve',
			isDemonstration: false,
			createdAt: context.now()
		});
		await writeOrganisation(db, organisationId, region, context.now());
	});
	const lead = { kind: 'system', organisationId } as const;
	const created = await createRound(context, lead, {
		name: 'Forår',
		instrumentId: 'ledertrivsel-1',
		scopeUnitId: null,
		opensOn: '2026-03-02',
		closesOn: '2026-03-16'
	});
	if (created.kind !== 'created') throw new Error(created.kind);
	const key = { organisationId, roundId: created.roundId };
	const outcome = await openRound(context, lead, { roundId: key.roundId, patienceMilliseconds: 120_000 });
	if (outcome.kind !== 'opened') throw new Error(`not opened: ${outcome.kind}`);
	const read = await readManifest(context, visitor, key);
	if (read.kind !== 'manifest') throw new Error(read.kind);

	const instrument = context.instruments.find((one) => one.id === read.manifest.instrument.id);
	if (instrument === undefined) throw new Error('the questionnaire is gone');
	const scope = { scopeUnitId: null, minimumInvited: 8, organisationName: 'Region Prøve' };
	const { units, plan } = planRoundGroups(region, scope);
	if (plan.kind !== 'planned') throw new Error(plan.kind);
	const answers = simulatePlan({ instrument, units, groups: plan.groups, seed, responseShare: 0.71 });
	const answersOf = new Map(answers.map((answer) => [answer.leaderId, answer.answers]));
	const groupOf = await context.db.selectFrom('invitations').select(['leader_id', 'group_id']).execute();
	const signingKeyOf = new Map<string, KeyObject>();
	for (const { id } of read.manifest.groups) {
		const der = await findSigningKey(context.db, key, id);
		if (der === null) throw new Error('a group has no key');
		signingKeyOf.set(id, createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' }));
	}
	const people = new Map<string, Person>();
	for (const { leader_id: leader, group_id: group } of groupOf) {
		const signing = signingKeyOf.get(group);
		if (signing === undefined) throw new Error('a leader is in no group of the manifest');
		const ballot = signWith(signing, group);
		const given = answersOf.get(leader) ?? null;
		people.set(leader, {
			leader,
			group,
			token: await tokenOf(context, key, leader),
			ballot,
			ballotHash: hex(sha256(ballot.ballot)),
			answers: given,
			answersText: given === null ? null : columnOf(given),
			profileId: randomBytes(32)
		});
	}
	const random = seededRandom(seed);
	const events = planEvents([...people.values()], { random, days, reminderDay });
	return {
		key,
		lead,
		manifestHash: read.hash,
		answersKey: Buffer.from(read.manifest.answersKey, 'base64url'),
		instrument: read.manifest.instrument,
		signingKeyOf,
		people,
		events,
		invited: people.size
	};
}

function playerFor(
	context: Context,
	{ key, manifestHash, answersKey, instrument, people }: OpenedRound,
	watched: Watched[]
): (event: PlannedEvent) => Promise<void> {
	const { roundId } = key;
	const check = (kind: string, wanted: string) => {
		if (kind !== wanted) throw new Error(`${wanted} was expected, and it was ${kind}`);
	};
	return async ({ at, kind, leader }) => {
		const person = people.get(leader);
		if (person === undefined) throw new Error(`nobody is ${leader}`);
		switch (kind) {
			case 'collect': {
				watched.push({ at, kind, leader });
				const blinded = randomBytes(256);
				blinded[0] = 0;
				const { token } = person;
				const outcome = await collectBallot(context, visitor, { roundId, token, blinded: base64url(blinded) });
				return check(outcome.kind, 'collected');
			}
			case 'submit': {
				watched.push({ at, kind, ballot: person.ballotHash });
				const { group, ballot, signature } = person.ballot;
				const envelope = writeEnvelope({ instrument, answers: person.answers ?? [], changes: null });
				const place = { roundId, groupId: group, manifestHash };
				const sealed = await sealEnvelope(answersKey, envelope, place, sha256(ballot));
				const outcome = await submitResponse(context, visitor, {
					roundId,
					manifest: manifestHash,
					group,
					ballot: base64url(ballot),
					signature: base64url(signature),
					sealed: base64url(sealed)
				});
				return check(outcome.kind, 'stored');
			}
			case 'profile': {
				const outcome = await storeSealedProfile(context, visitor, {
					roundId,
					profileId: base64url(person.profileId),
					writer: base64url(randomBytes(32)),
					sealed: base64url(randomBytes(sealedProfileBytes))
				});
				return check(outcome.kind, 'stored');
			}
		}
	};
}

/** As the column `answers` is written as text. */
function columnOf(answers: readonly (number | null)[]): string {
	return `{${answers.map((answer) => answer ?? 'NULL').join(',')}}`;
}

/** Which response is whose: found by the answers, which only the simulation knows by leader. */
function truthOf({ people, events }: OpenedRound, dumps: readonly Dump[]): Truth {
	const final = dumps.at(-1)?.tables ?? {};
	const responseOf = new Map<string, string>();
	for (const { values } of final['responses'] ?? []) {
		const content = `${values['group_id']} ${values['answers']}`;
		if (responseOf.has(content)) throw new Error('two leaders of one group answered alike: choose another seed');
		responseOf.set(content, values['response_key'] ?? '');
	}
	const withProfile = new Set(events.flat(2).flatMap((event) => (event.kind === 'profile' ? [event.leader] : [])));
	const nightOf = (table: string, isThere: (values: Readonly<Record<string, string | null>>) => string | null) => {
		const nights = new Map<string, number>();
		for (const { night, tables } of dumps)
			for (const { values } of tables[table] ?? []) {
				const id = isThere(values);
				if (id !== null && !nights.has(id)) nights.set(id, night);
			}
		return nights;
	};
	const collectedOn = nightOf('invitations', (values) =>
		values['is_collected'] === 't' ? (values['leader_id'] ?? null) : null
	);
	const arrivedOn = nightOf('ballot_box', (values) => values['ballot_hash'] ?? null);
	return [...people.values()].flatMap((person) => {
		if (person.answersText === null) return [];
		const response = responseOf.get(`${person.group} ${person.answersText}`);
		if (response === undefined) throw new Error('a response has got lost');
		return [
			{
				...person,
				answersText: person.answersText,
				response,
				profile: withProfile.has(person.leader) ? hex(person.profileId) : null,
				collectedOn: collectedOn.get(person.leader) ?? -1,
				arrivedOn: arrivedOn.get(person.ballotHash) ?? -1
			}
		];
	});
}

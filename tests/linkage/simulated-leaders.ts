// The running system and the leaders of a simulated round: everything goes through the use cases, with real chance and mail;
// only the clock is moved, and blinding in full is left out for speed.
import { createHash, createPrivateKey, randomBytes, randomUUID, type KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { writeEnvelope } from '#domain/ballot/answer-envelope.ts';
import { sealedProfileBytes } from '#domain/ballot/sealed-profile-size.ts';
import { sealEnvelope } from '#server/ballots/answer-seal.ts';
import { roundKeysIn } from '#server/ballots/round-keys.ts';
import type { Context } from '#server/context.ts';
import { insertOrganisation, writeOrganisation } from '#server/database/organisations.ts';
import { findSigningKey } from '#server/database/signing-keys.ts';
import { createSubmissions } from '#server/database/submissions.ts';
import { buildRegion } from '#server/demonstration/build-region.ts';
import { simulatePlan } from '#server/demonstration/planned-answers.ts';
import { seededRandom } from '#server/demonstration/seeded-random.ts';
import { createLog } from '#server/log/log.ts';
import { createMailer } from '#server/mail/mailer.ts';
import { readSettings } from '#server/settings.ts';
import { collectBallot } from '#server/use-cases/ballots/collect-ballot.ts';
import { createRound } from '#server/use-cases/rounds/create-round.ts';
import { openRound } from '#server/use-cases/rounds/open-round.ts';
import { planRoundGroups } from '#server/use-cases/rounds/plan-round-groups.ts';
import { readManifest } from '#server/use-cases/ballots/read-manifest.ts';
import { storeSealedProfile } from '#server/use-cases/profiles/store-sealed-profile.ts';
import { submitResponse } from '#server/use-cases/ballots/submit-response.ts';
import { signWith, tokenOf } from '../support/answering-leader.ts';
import { createTestContext } from '../support/test-context.ts';
import type { Line, Watched } from './evidence.ts';
import { planEvents, type PlannedEvent } from './plan-events.ts';
import { asColumn, type Person } from './truth.ts';

const days = 14;
const reminderDay = 8;
const visitor = { kind: 'visitor' } as const;
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

/** The context of the running system, except for the clock. Chance is real. */
export function contextFor(
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

export type OpenedRound = {
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

export async function openTheRound(
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
			ballotHash: asColumn(sha256(ballot.ballot)),
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

export function playerFor(
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
export function columnOf(answers: readonly (number | null)[]): string {
	return `{${answers.map((answer) => answer ?? 'NULL').join(',')}}`;
}

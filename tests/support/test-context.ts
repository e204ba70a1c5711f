// A context for tests: a real database in memory, a fixed clock, seeded chance and a mailbox in memory.
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Context } from '#server/context.ts';
import { createBallotVerifier } from '#server/ballots/verify-ballot.ts';
import type { RoundKeys } from '#server/ballots/round-keys.ts';
import { createSubmissions } from '#server/database/submissions.ts';
import type { Tables } from '#server/database/tables.ts';
import { readEvidence } from '#server/evidence-base/read-evidence.ts';
import { readInstruments } from '#server/evidence-base/read-instruments.ts';
import { createIdentity, type Identity } from '#server/identity/identity.ts';
import { silentLog } from '#server/log/log.ts';
import { createMemoryMailer, type MemoryMailer } from '#server/mail/memory-mailer.ts';
import { projectRoot } from '#server/project-root.ts';
import { readSettings } from '#server/settings.ts';

export type TestContext = Context & { readonly mailer: MemoryMailer; readonly identity: Identity };

const evidence = readEvidence(join(projectRoot, 'evidence'));
const instruments = readInstruments(join(projectRoot, 'evidence/instruments'));

/** Where a test holds the secrets of its rounds. */
export function roundKeysInMemory(): RoundKeys {
	const secrets = new Map<string, Uint8Array>();
	return {
		write: (roundId, secret) => void secrets.set(roundId, secret),
		read: (roundId) => secrets.get(roundId) ?? null,
		destroy: (roundId) => void secrets.delete(roundId)
	};
}

/** `now`: the fixed moment. Chance is the same at every run. */
export function createTestContext(db: Kysely<Tables>, now = new Date('2026-03-02T09:00:00Z')): TestContext {
	const read = readSettings({
		SECRET: 'a secret for tests that is long enough',
		CLOSE_GRACE_MINUTES: '0',
		QUIET_HOURS: 'off',
		DATA_DIR: join(tmpdir(), 'ledertrivsel-test-nowhere')
	});
	if (read.kind === 'wrong') throw new Error(read.problems[0]?.reason);
	const { settings } = read;
	let drawn = 0;
	const randomBytes = (count: number): Uint8Array => {
		const parts: Buffer[] = [];
		for (let length = 0; length < count; length += 32)
			parts.push(createHash('sha256').update(`seed ${drawn++}`).digest());
		return Buffer.concat(parts).subarray(0, count);
	};
	return {
		db,
		submissions: createSubmissions(db, { now: () => now, graceMilliseconds: 0 }),
		ballotVerifier: createBallotVerifier(),
		roundKeys: roundKeysInMemory(),
		evidence,
		shippedEvidence: evidence,
		instruments,
		mailer: createMemoryMailer(),
		log: silentLog,
		settings,
		now: () => now,
		randomBytes,
		randomId: () => {
			const hex = Buffer.from(randomBytes(16)).toString('hex');
			return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
		},
		identity: createIdentity({ db, settings, log: silentLog, now: () => now })
	};
}

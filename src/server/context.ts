// The only wiring: everything of the world that a use case may touch, handed to it as one value.
import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { roundKeysIn, type RoundKeys } from '#server/ballots/round-keys.ts';
import { createBallotVerifier, type BallotVerifier } from '#server/ballots/verify-ballot.ts';
import { openDatabase, type Database } from '#server/database/open-database.ts';
import { refuseIncompleteRestore } from '#server/database/incomplete-restore.ts';
import { migrate } from '#server/database/migrate.ts';
import type { Tables } from '#server/database/tables.ts';
import { createSubmissions, type Submissions } from '#server/database/submissions.ts';
import { readEvidence } from '#server/evidence-base/read-evidence.ts';
import { readInstruments } from '#server/evidence-base/read-instruments.ts';
import type { EvidenceBase } from '#domain/evidence/evidence.ts';
import type { Instrument } from '#domain/instrument/instrument.ts';
import { createLog, type Log } from '#server/log/log.ts';
import { createMailer, type Mailer } from '#server/mail/mailer.ts';
import { projectRoot } from '#server/project-root.ts';
import type { Settings } from '#server/settings.ts';
import type { Kysely } from 'kysely';

export type Context = {
	readonly db: Kysely<Tables>;
	readonly submissions: Submissions;
	readonly ballotVerifier: BallotVerifier;
	/** The secrets of open rounds, outside the database. */
	readonly roundKeys: RoundKeys;
	/** What the reader of this request sees: the shipped base with what the organisation's editors have published. */
	readonly evidence: EvidenceBase;
	/** The base as it came with the program. */
	readonly shippedEvidence: EvidenceBase;
	readonly instruments: readonly Instrument[];
	readonly mailer: Mailer;
	readonly log: Log;
	readonly settings: Settings;
	readonly now: () => Date;
	/** Cryptographic in the running system, seeded in tests. */
	readonly randomBytes: (count: number) => Uint8Array;
	readonly randomId: () => string;
};

export type RunningContext = {
	readonly context: Context;
	readonly database: Database;
	readonly close: () => Promise<void>;
};

/** Opens the database, brings it up to date and reads the evidence. Throws where the world is broken, with what was tried. */
export async function openContext(
	settings: Settings,
	log: Log = createLog(settings.logLevel)
): Promise<RunningContext> {
	const database = await openDatabase({
		dataDirectory: join(settings.dataDirectory, 'database'),
		databaseUrl: settings.databaseUrl,
		log
	});
	try {
		await refuseIncompleteRestore(database.pool);
		await migrate(database, join(projectRoot, 'src/server/database/migrations'));
	} catch (error) {
		// Else the database would keep the process alive, and its directory locked.
		await database.close();
		throw error;
	}
	const now = () => new Date();
	const submissions = createSubmissions(database.kysely, {
		now,
		graceMilliseconds: settings.closeGraceMilliseconds
	});
	const shippedEvidence = readEvidence(join(projectRoot, 'evidence'));
	const context: Context = {
		db: database.kysely,
		submissions,
		ballotVerifier: createBallotVerifier(),
		roundKeys: roundKeysIn(settings.roundKeysDirectory),
		evidence: shippedEvidence,
		shippedEvidence,
		instruments: readInstruments(join(projectRoot, 'evidence/instruments')),
		mailer: createMailer(settings),
		log,
		settings,
		now,
		randomBytes: (count) => randomBytes(count),
		randomId: () => randomUUID()
	};
	return { context, database, close: () => database.close() };
}

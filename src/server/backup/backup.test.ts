import assert from 'node:assert/strict';
import {
	mkdirSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	rmSync,
	statSync,
	truncateSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { after, describe, test } from 'node:test';
import * as v from 'valibot';
import { PGlite } from '@electric-sql/pglite';
import { createWireEngine } from '#server/database/embedded/wire-engine.ts';
import { refuseIncompleteRestore } from '#server/database/incomplete-restore.ts';
import { migrate, readMigrations } from '#server/database/migrate.ts';
import { markDeferred, markSent, queueMails, takeMail, type QueuedMail } from '#server/database/mails.ts';
import { listStuck } from '#server/database/outbox.ts';
import { DatabaseUnusable, openDatabase, openOnEngine, type Database } from '#server/database/open-database.ts';
import { silentLog } from '#server/log/log.ts';
import { readRelease } from '#server/use-cases/releases/read-release.ts';
import { listRounds } from '#server/use-cases/rounds/list-rounds.ts';
import { server } from '../../../tests/support/each-database.ts';
import { createTestContext } from '../../../tests/support/test-context.ts';
import { contentsOf, fillOlderSchema, olderOrganisation, olderRounds } from '../../../tests/support/older-schemas.ts';
import { openSmallRound } from '../../../tests/support/open-small-round.ts';
import { projectMigrations } from '../../../tests/support/test-database.ts';
import { Manifest } from './archive-format.ts';
import { readArchive } from './archive-reader.ts';
import { createArchive } from './archive-writer.ts';
import { checkDatabase } from './check-database.ts';
import { checkBackup, restoreBackup, type RestoreCheck, type RestoreOutcome } from './restore-backup.ts';
import { shortLivedTables, writeBackup } from './write-backup.ts';

const folder = mkdtempSync(join(tmpdir(), 'ledertrivsel-backup-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const numbers = readMigrations(projectMigrations).map(({ number }) => number);
const newest = numbers.at(-1) ?? 0;
let places = 0;
/** Made once: a copy is quicker than another one. */
const emptyCluster = PGlite.create().then(async (database) => {
	const copy = await database.dumpDataDir('none');
	await database.close();
	return copy;
});

/** A data directory of its own, with a secret and the key of a round in it. */
function place() {
	const dataDirectory = join(folder, `place-${++places}`);
	mkdirSync(dataDirectory, { recursive: true });
	return { dataDirectory, roundKeysDirectory: join(dataDirectory, 'round-keys') };
}

async function emptyEmbedded(): Promise<Database> {
	const database = openOnEngine(
		createWireEngine(await PGlite.create({ loadDataDir: await emptyCluster }), assert.fail),
		silentLog
	);
	after(() => database.close());
	return database;
}

async function emptyServer(): Promise<Database> {
	if (server.kind !== 'started') throw new Error(server.reason);
	const databaseUrl = await server.cluster.createDatabase();
	const database = await openDatabase({ dataDirectory: '', databaseUrl, log: silentLog });
	after(() => database.close());
	return database;
}

async function backUp(database: Database, directories = place(), withKeys = false): Promise<string> {
	const path = join(folder, `backup-${++places}.tar.gz`);
	const outcome = await writeBackup(database, directories, {
		path,
		withRoundKeys: withKeys,
		withSecret: withKeys,
		version: '1',
		at: new Date('2026-03-01T10:00:00Z')
	});
	assert.equal(outcome.kind, 'written');
	return path;
}

async function restore(database: Database, path: string, directories = place()): Promise<RestoreOutcome> {
	const check = await checkBackup(path, directories, projectMigrations);
	if (check.kind !== 'restorable') throw new Error(JSON.stringify(check));
	return restoreBackup(database, {
		path,
		manifest: check.manifest,
		directories,
		migrationsDirectory: projectMigrations
	});
}

/** The same backup, whole, with a table more. */
async function withTable(path: string, name: string): Promise<string> {
	const changed = join(folder, `backup-${++places}.tar.gz`);
	const archive = createArchive(changed, new Date('2026-03-01T10:00:00Z'));
	await readArchive(path, async (entry) => {
		if (entry.path !== 'manifest.json') return archive.add(entry.path, entry.content);
		const manifest = v.parse(Manifest, JSON.parse(entry.content.toString('utf8')));
		const tables = [...manifest.tables, { name, rows: 0, columns: [] }];
		return archive.add(entry.path, Buffer.from(JSON.stringify({ ...manifest, tables })));
	});
	await archive.finish();
	return changed;
}

const kinds = [
	{ name: 'the embedded database', open: emptyEmbedded, skip: false },
	{ name: 'a server', open: emptyServer, skip: server.kind === 'started' ? false : server.reason }
] as const;

for (const { name, open, skip } of kinds) {
	describe(`from every earlier schema, on ${name}`, { skip }, () => {
		for (const number of numbers) {
			test(`schema ${number} is backed up, restored into an empty place and brought to the newest, with every row`, async () => {
				const old = await open();
				await fillOlderSchema(old.pool, number);
				const path = await backUp(old);
				await migrate(old, projectMigrations);
				const fresh = await open();
				const outcome = await restore(fresh, path);
				assert.equal(outcome.kind, 'restored');
				assert.deepEqual(
					outcome.kind === 'restored' ? outcome.upgradedBy.length : null,
					newest === number ? 0 : numbers.filter((other) => other > number).length
				);
				const contents = await contentsOf(fresh.pool);
				assert.deepEqual(contents, await contentsOf(old.pool));
				assert.equal(contents['responses']?.length, 6);
				assert.deepEqual(await checkDatabase(fresh), []);

				const actor = { kind: 'system', organisationId: olderOrganisation } as const;
				const context = createTestContext(fresh.kysely);
				const rounds = await listRounds(context, actor);
				assert.equal(rounds.kind === 'rounds' ? rounds.rounds.length : null, 2);
				assert.equal((await readRelease(context, actor, { roundId: olderRounds.released })).kind, 'release');
			});
		}
	});
}

test(
	'what was written on one kind of database is restored on the other, there and back',
	{ skip: kinds[1].skip },
	async () => {
		const first = await emptyEmbedded();
		await fillOlderSchema(first.pool, newest);
		const contents = await contentsOf(first.pool);
		const second = await emptyServer();
		await restore(second, await backUp(first));
		assert.deepEqual(await contentsOf(second.pool), contents);
		const third = await emptyEmbedded();
		await restore(third, await backUp(second));
		assert.deepEqual(await contentsOf(third.pool), contents);
	}
);

test('a backup shows one moment: what is written while it runs is not in it', { skip: kinds[1].skip }, async () => {
	const database = await emptyServer();
	await fillOlderSchema(database.pool, newest);
	const contents = await contentsOf(database.pool);
	const writing = backUp(database);
	for (let turn = 0; turn < 20; turn++)
		await database.pool.query('insert into units (organisation_id, unit_id, name) values ($1, $2, $2)', [
			olderOrganisation,
			`later-${turn}`
		]);
	const fresh = await emptyServer();
	await restore(fresh, await writing);
	const restored = await contentsOf(fresh.pool);
	assert.deepEqual({ ...restored, units: [] }, { ...contents, units: [] });
	const kept = restored['units']?.filter((line) => line.includes('later-')).length ?? 0;
	// All of the earlier ones or none: a moment cuts the row of writers in two.
	for (let turn = 0; turn < kept; turn++) assert.ok(restored['units']?.some((line) => line.includes(`later-${turn}`)));
});

test('while a round is open its ballots lie sealed in the backup, and neither its key, the secret nor a session is in it', async () => {
	const database = await emptyEmbedded();
	await migrate(database, projectMigrations);
	const context = createTestContext(database.kysely);
	const { organisationId, roundId, groupId } = await openSmallRound(context);
	const sealed = Buffer.alloc(64, 9);
	await database.pool.query(
		'insert into ballot_box (organisation_id, round_id, ballot_hash, group_id, sealed) values ($1, $2, $3, $4, $5)',
		[organisationId, roundId, Buffer.alloc(32, 5), groupId, sealed]
	);
	await context.identity.startSession({ email: 'somebody@example.org', name: 'Somebody' });
	const directories = place();
	const secret = Buffer.from(context.roundKeys.read(roundId) ?? []);
	assert.equal(secret.length, 32);
	mkdirSync(directories.roundKeysDirectory);
	writeFileSync(join(directories.roundKeysDirectory, `${roundId}.key`), `${secret.toString('hex')}\n`);
	writeFileSync(join(directories.dataDirectory, 'secret'), 'the secret of this place\n');

	const text = gunzipSync(readFileSync(await backUp(database, directories))).toString('latin1');
	assert.ok(text.includes(sealed.toString('hex')));
	assert.ok(!text.includes('the secret of this place'));
	assert.ok(!text.includes(secret.toString('hex')), 'the key of an open round was written');
	for (const table of shortLivedTables) assert.ok(!text.includes(`tables/${table}/`), table);

	const path = await backUp(database, directories, true);
	assert.ok(gunzipSync(readFileSync(path)).toString('latin1').includes(secret.toString('hex')));
	const target = place();
	const fresh = await emptyEmbedded();
	await restore(fresh, path, target);
	assert.equal(readFileSync(join(target.roundKeysDirectory, `${roundId}.key`), 'utf8').trim(), secret.toString('hex'));
	assert.equal(statSync(join(target.dataDirectory, 'secret')).mode & 0o777, 0o600);
});

test('the order of rows in a backup is that of their keys, not that in which they came', async () => {
	const database = await emptyEmbedded();
	await fillOlderSchema(database.pool, newest);
	for (const first of [9, 3, 7, 1]) {
		await database.pool.query(
			"insert into ballot_box (organisation_id, round_id, ballot_hash, group_id, sealed) values ($1, $2, $3, 'g1', $4)",
			[olderOrganisation, olderRounds.open, Buffer.alloc(32, first), Buffer.from([first])]
		);
	}
	const text = gunzipSync(readFileSync(await backUp(database))).toString('latin1');
	const order = [1, 3, 7, 9].map((first) => text.indexOf(Buffer.alloc(32, first).toString('hex')));
	assert.ok(
		order.every((at, index) => at > (order[index - 1] ?? 0)),
		String(order)
	);
});

test('a file that is cut off, changed, of another version or no backup is refused before anything is made', async () => {
	const database = await emptyEmbedded();
	await fillOlderSchema(database.pool, newest);
	const path = await backUp(database);
	const whole = readFileSync(path);
	const broken = async (name: string, change: (file: string) => void): Promise<RestoreCheck['kind']> => {
		const file = join(folder, name);
		writeFileSync(file, whole);
		change(file);
		return (await checkBackup(file, place(), projectMigrations)).kind;
	};
	const edit = (from: string, to: string) => (file: string) => {
		const text = gunzipSync(whole).toString('latin1');
		assert.ok(text.includes(from), from);
		writeFileSync(file, gzipSync(Buffer.from(text.replace(from, to), 'latin1')));
	};
	assert.equal(await broken('whole', () => {}), 'restorable');
	for (const size of [0, 10, Math.floor(whole.length / 2), whole.length - 4])
		assert.equal(await broken(`cut-${size}`, (file) => truncateSync(file, size)), 'not-a-backup', `cut at ${size}`);
	assert.equal(await broken('row-changed', edit('leader3@example.org', 'leader4@example.org')), 'not-a-backup');
	assert.equal(await broken('text', (file) => writeFileSync(file, 'not a backup at all')), 'not-a-backup');
	assert.equal(await broken('other-version', edit('"0001-main-job.sql"', '"0001-mein-job.sql"')), 'not-a-backup');
	// An uncompressed end without the manifest: as if the process had been killed after a whole entry.
	const headerOnly = gunzipSync(whole).subarray(0, 512 + Math.ceil(2000 / 512) * 512);
	assert.equal(await broken('no-end', (file) => writeFileSync(file, gzipSync(headerOnly))), 'not-a-backup');
});

test('a backup of a version that this one does not know is refused', async () => {
	const database = await emptyEmbedded();
	await fillOlderSchema(database.pool, newest);
	await database.pool.query("insert into schema_migrations values (9999, '9999-from-the-future.sql', 'x', now())");
	const path = await backUp(database);
	assert.deepEqual(await checkBackup(path, place(), projectMigrations), {
		kind: 'other-version',
		migration: '9999-from-the-future.sql'
	});
});

test('rows for a table that the program does not have are refused, the record of migrations among them', async () => {
	const database = await emptyEmbedded();
	await fillOlderSchema(database.pool, newest);
	const path = await backUp(database);
	for (const name of ['schema_migrations', 'restore_in_progress', 'ballots', 'x"; drop table units; --']) {
		const file = await withTable(path, name);
		const check = await checkBackup(file, place(), projectMigrations);
		assert.deepEqual(check, { kind: 'not-a-backup', reason: `it has a table ${name}, and its version has none` });
	}
	const old = await emptyEmbedded();
	await fillOlderSchema(old.pool, 1);
	assert.equal(
		(await checkBackup(await backUp(old), place(), projectMigrations)).kind,
		'restorable',
		'an older version'
	);
});

test('letters that waited in the backup do not go out again, and who was to be reminded is forgotten', async () => {
	const database = await emptyEmbedded();
	await fillOlderSchema(database.pool, newest);
	const mail = (kind: string, number: number): QueuedMail => ({
		...{ organisationId: olderOrganisation, mailId: `${kind}:${number}`, kind, recipient: `${number}@example.org` },
		...{ subject: 'Emne', text: 'Tekst', html: '', intendedAt: new Date('2026-03-01T09:00:00Z') }
	});
	const mails = [mail('invitation', 1), mail('invitation', 2), mail('invitation', 3), mail('reminder', 4)];
	await queueMails(database.kysely, mails);
	const at = new Date('2026-03-01T09:30:00Z');
	await markSent(database.kysely, { organisationId: olderOrganisation, mailId: 'invitation:1' }, at);
	const deferred = { failure: 'mail-deferred: 450', retryAt: at };
	await markDeferred(database.kysely, { organisationId: olderOrganisation, mailId: 'invitation:2' }, deferred);
	const fresh = await emptyEmbedded();
	assert.equal((await restore(fresh, await backUp(database))).kind, 'restored');
	const now = new Date('2026-03-02T09:00:00Z');
	assert.equal(await takeMail(fresh.kysely, olderOrganisation, now), null);
	const uncertain = await listStuck(fresh.kysely, olderOrganisation, { state: 'uncertain', at: now, limit: 9 });
	assert.deepEqual(
		uncertain.map((entry) => entry.mailId),
		['invitation:2', 'invitation:3']
	);
	const { rows } = await fresh.pool.query<{ count: string }>('select count(*) as count from mails');
	assert.equal(Number(rows[0]?.count), 3);
});

test('a restore goes into an empty place only, and overwrites no file', async () => {
	const database = await emptyEmbedded();
	await fillOlderSchema(database.pool, newest);
	const source = place();
	writeFileSync(join(source.dataDirectory, 'secret'), 'one secret\n');
	const path = await backUp(database, source, true);
	const before = await contentsOf(database.pool);
	assert.deepEqual(await restore(database, path), { kind: 'not-empty' });
	assert.deepEqual(await contentsOf(database.pool), before);
	const target = place();
	writeFileSync(join(target.dataDirectory, 'secret'), 'another secret\n');
	assert.equal((await checkBackup(path, target, projectMigrations)).kind, 'file-in-the-way');
});

test('a restore that dies in the middle is known as unfinished, and can be begun anew', async () => {
	const database = await emptyEmbedded();
	await fillOlderSchema(database.pool, newest);
	const path = await backUp(database);
	const fresh = await emptyEmbedded();
	const check = await checkBackup(path, place(), projectMigrations);
	assert.equal(check.kind, 'restorable');
	if (check.kind !== 'restorable') return;
	// One row fewer than the backup says: what a failing disk or a changed file would look like.
	const tables = check.manifest.tables.map((table) =>
		table.name === 'leaders' ? { ...table, rows: table.rows + 1 } : table
	);
	const given = { path, directories: place(), migrationsDirectory: projectMigrations };
	await assert.rejects(
		restoreBackup(fresh, { ...given, manifest: { ...check.manifest, tables } }),
		/leaders has 6 rows after the restore/
	);
	await assert.rejects(
		refuseIncompleteRestore(fresh.pool),
		(error) => error instanceof DatabaseUnusable && error.kind === 'restore-incomplete'
	);
	assert.equal((await restoreBackup(fresh, { ...given, manifest: check.manifest })).kind, 'restored');
	await refuseIncompleteRestore(fresh.pool);
	assert.deepEqual(await contentsOf(fresh.pool), await contentsOf(database.pool));
});

test('a backup that fails leaves no file, and none is written over another', async () => {
	const database = await emptyEmbedded();
	await fillOlderSchema(database.pool, newest);
	const path = await backUp(database);
	const options = { path, withRoundKeys: false, withSecret: false, version: '1', at: new Date() };
	assert.deepEqual(await writeBackup(database, place(), options), { kind: 'file-exists' });
	const own = join(folder, 'only-here');
	mkdirSync(own);
	const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
	const client = await database.pool.connect();
	client.release();
	const failing = {
		pool: {
			connect: async () => ({
				query: async (text: string, values?: unknown[]) => {
					if (text.startsWith('fetch')) throw full;
					return database.pool.query(text, values);
				},
				release: () => {}
			})
		}
	} as unknown as Pick<Database, 'pool'>;
	assert.deepEqual(await writeBackup(failing, place(), { ...options, path: join(own, 'x.tar.gz') }), {
		kind: 'disk-full'
	});
	assert.deepEqual(readdirSync(own), []);
	await database.pool.query('rollback');
});

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { silentLog } from '#server/log/log.ts';
import { forEachDatabase, server } from '../../../tests/support/each-database.ts';
import { projectMigrations } from '../../../tests/support/test-database.ts';
import { migrate } from './migrate.ts';
import { DatabaseUnusable, openDatabase, type Database } from './open-database.ts';

const first = `create table letters (letter text primary key);
	insert into letters values ('a'), (';');
	create function shout(word text) returns text language plpgsql as $$ begin return upper(word); end; $$;`;
const second = `-- æøå\ninsert into letters values ('b');`;

forEachDatabase('migrating', (openMigrated) => {
	const open = async () => {
		const database = await openMigrated();
		await database.pool.query('drop table schema_migrations');
		return database;
	};

	test('files run in order, once', async (t) => {
		const database = await open();
		const directory = directoryOf(t, {
			'0002-second.sql': second,
			'0001-first.sql': first,
			'README.md': 'not one of them'
		});
		assert.deepEqual(await migrate(database, directory), ['0001-first.sql', '0002-second.sql']);
		assert.deepEqual(await migrate(database, directory), []);
		assert.deepEqual(await lettersIn(database), [';', 'a', 'b']);
		assert.equal((await database.pool.query("select shout('x') as loud")).rows[0].loud, 'X');
	});

	test('a file added later runs alone', async (t) => {
		const database = await open();
		await migrate(database, directoryOf(t, { '0001-first.sql': first }));
		assert.deepEqual(await migrate(database, directoryOf(t, { '0001-first.sql': first, '0002-second.sql': second })), [
			'0002-second.sql'
		]);
	});

	test('a file that fails half-way leaves nothing of itself, and keeps the ones before it', async (t) => {
		const database = await open();
		const failing = "insert into letters values ('c'); insert into letters values ('a');";
		const directory = directoryOf(t, { '0001-first.sql': first, '0002-second.sql': failing });
		await assert.rejects(
			migrate(database, directory),
			(error: Error) => /0002-second\.sql failed/.test(error.message) && error.cause instanceof Error
		);
		assert.deepEqual(await lettersIn(database), [';', 'a']);
		assert.deepEqual(await migrate(database, directoryOf(t, { '0001-first.sql': first, '0002-second.sql': second })), [
			'0002-second.sql'
		]);
	});

	test('an edited file is refused before anything new runs', async (t) => {
		const database = await open();
		await migrate(database, directoryOf(t, { '0001-first.sql': first }));
		const directory = directoryOf(t, { '0001-first.sql': `${first} `, '0002-second.sql': second });
		await assert.rejects(migrate(database, directory), refusal('migration-edited', /0001-first\.sql/));
		assert.deepEqual(await lettersIn(database), [';', 'a']);
	});

	test('other line endings are no edit', async (t) => {
		const database = await open();
		await migrate(database, directoryOf(t, { '0001-first.sql': first }));
		assert.deepEqual(await migrate(database, directoryOf(t, { '0001-first.sql': first.replaceAll('\n', '\r\n') })), []);
	});

	test('a database from a newer version is refused, naming what it has run', async (t) => {
		const database = await open();
		await migrate(database, directoryOf(t, { '0001-first.sql': first, '0002-second.sql': second }));
		await assert.rejects(
			migrate(database, directoryOf(t, { '0001-first.sql': first })),
			refusal('newer-than-code', /0002-second\.sql/)
		);
	});

	test('a number that was skipped cannot be filled in later', async (t) => {
		const database = await open();
		await migrate(database, directoryOf(t, { '0002-first.sql': first }));
		const directory = directoryOf(t, { '0001-late.sql': 'select 1', '0002-first.sql': first });
		await assert.rejects(migrate(database, directory), refusal('migrations-disordered', /0001-late\.sql/));
	});

	test('a number used twice and a name without a number are refused', async (t) => {
		const database = await open();
		const twice = directoryOf(t, { '0001-first.sql': first, '0001-second.sql': second });
		await assert.rejects(migrate(database, twice), refusal('migrations-disordered', /0001-second\.sql/));
		await assert.rejects(
			migrate(database, directoryOf(t, { 'first.sql': first })),
			refusal('migrations-disordered', /first\.sql/)
		);
	});
});

test(
	'two processes that start at the same moment migrate once',
	{ skip: server.kind === 'unavailable' && server.reason },
	async () => {
		if (server.kind === 'unavailable') return;
		const databaseUrl = await server.cluster.createDatabase();
		const open = () => openDatabase({ dataDirectory: '', databaseUrl, log: silentLog });
		const databases = await Promise.all([open(), open(), open()]);
		const applied = await Promise.all(databases.map((database) => migrate(database, projectMigrations)));
		const all = await migrate(databases[0], projectMigrations);
		assert.deepEqual(all, []);
		assert.equal(new Set(applied.flat()).size, applied.flat().length, 'no file ran twice');
		assert.ok(applied.flat().length > 0);
		await Promise.all(databases.map((database) => database.close()));
	}
);

function directoryOf(t: TestContext, files: Readonly<Record<string, string>>): string {
	const directory = mkdtempSync(join(tmpdir(), 'ledertrivsel-migrations-'));
	t.after(() => rmSync(directory, { recursive: true }));
	for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
	return directory;
}

async function lettersIn(database: Database): Promise<string[]> {
	const { rows } = await database.pool.query<{ letter: string }>(
		'select letter from letters order by letter collate "C"'
	);
	return rows.map(({ letter }) => letter);
}

function refusal(kind: DatabaseUnusable['kind'], message: RegExp): (error: unknown) => boolean {
	return (error) => error instanceof DatabaseUnusable && error.kind === kind && message.test(error.message);
}

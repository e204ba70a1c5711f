import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { silentLog, type Log } from '#server/log/log.ts';
import { forEachDatabase, server } from '../../../tests/support/each-database.ts';
import { openDatabase } from './open-database.ts';

forEachDatabase('opening a database', (open) => {
	test('columns are read as the same types on every database', async () => {
		const { kysely } = await open();
		const { rows } = await sql`select
			9007199254740993::bigint as big, 12.50::numeric as exact, 0.1::double precision as inexact, 7 as whole,
			timestamptz '2026-03-01 12:00:00+01' as moment, date '2026-03-01' as day, null::date as no_day,
			array[1, null, 3]::double precision[] as answers, array['æ', 'b,c', null] as words, '{"a": [1, "ø"]}'::jsonb as document,
			'\\x00ff'::bytea as bytes, true as claim, '6f1c9a52-52a1-4b59-8a07-0f6a3f6e9d11'::uuid as id`.execute(kysely);
		assert.deepEqual(rows, [
			{
				big: '9007199254740993',
				exact: '12.50',
				inexact: 0.1,
				whole: 7,
				moment: new Date('2026-03-01T11:00:00Z'),
				day: '2026-03-01',
				no_day: null,
				answers: [1, null, 3],
				words: ['æ', 'b,c', null],
				document: { a: [1, 'ø'] },
				bytes: Buffer.from([0, 255]),
				claim: true,
				id: '6f1c9a52-52a1-4b59-8a07-0f6a3f6e9d11'
			}
		]);
	});

	test('values are written and read back unchanged', async () => {
		const { kysely } = await open();
		const moment = new Date('2026-10-25T00:30:00.123Z');
		const answers = [1, null, 2.5];
		const { rows } = await sql`select ${moment}::timestamptz as moment, ${answers}::double precision[] as answers,
			${'Ærø\n\'"\\'}::text as words, ${Buffer.from([0, 1, 255])}::bytea as bytes, ${'2026-01-02'}::date as day,
			${JSON.stringify({ a: null })}::jsonb as document`.execute(kysely);
		const bytes = Buffer.from([0, 1, 255]);
		assert.deepEqual(rows, [{ moment, answers, words: 'Ærø\n\'"\\', bytes, day: '2026-01-02', document: { a: null } }]);
	});

	test('transactions started together never see each other half done', async () => {
		const { kysely } = await open();
		await sql`create table counters (id int primary key, value int not null)`.execute(kysely);
		await sql`insert into counters values (1, 0), (2, 0)`.execute(kysely);
		const move = () =>
			kysely.transaction().execute(async (transaction) => {
				await sql`update counters set value = value + 1 where id = 1`.execute(transaction);
				await sql`select pg_sleep(0.001)`.execute(transaction);
				await sql`update counters set value = value - 1 where id = 2`.execute(transaction);
			});
		const sum = () => sql<{ sum: string }>`select sum(value) as sum from counters`.execute(kysely);
		const sums = await Promise.all(
			Array.from({ length: 30 }, async (_, index) => (index % 3 === 0 ? sum() : move().then(() => sum())))
		);
		assert.deepEqual(
			sums.map(({ rows }) => rows[0]?.sum),
			Array(30).fill('0')
		);
		const { rows } = await sql`select value from counters order by id`.execute(kysely);
		assert.deepEqual(rows, [{ value: 20 }, { value: -20 }]);
	});

	test('a failed transaction leaves nothing, and the next one works', async () => {
		const { kysely } = await open();
		const failing = kysely.transaction().execute(async (transaction) => {
			await sql`create table left_over (id int)`.execute(transaction);
			await sql`select 1 / 0`.execute(transaction);
		});
		await assert.rejects(failing, { code: '22012' });
		const { rows } = await sql`select to_regclass('left_over') as found`.execute(kysely);
		assert.deepEqual(rows, [{ found: null }]);
	});

	test('an error names its SQLSTATE and constraint, so that a use case can tell', async () => {
		const { kysely } = await open();
		await sql`create table only_once (id int constraint only_once_key primary key)`.execute(kysely);
		await sql`insert into only_once values (1)`.execute(kysely);
		await assert.rejects(sql`insert into only_once values (${1})`.execute(kysely), {
			code: '23505',
			constraint: 'only_once_key'
		});
	});

	test('closing twice is closing once, and a query afterwards is refused', async () => {
		const { pool, close } = await open();
		await close();
		await close();
		await assert.rejects(pool.query('select 1'));
	});

	test('a large value and many rows come through whole', async () => {
		const { kysely } = await open();
		const long = 'æ'.repeat(3_000_000);
		const { rows } = await sql<{
			length: number;
			back: string;
		}>`select length(${long}::text) as length, ${long}::text as back`.execute(kysely);
		assert.equal(rows[0]?.length, 3_000_000);
		assert.equal(rows[0]?.back, long);
		const many = await sql<{ n: number }>`select n from generate_series(1, 100000) n`.execute(kysely);
		assert.equal(
			many.rows.reduce((sum, { n }) => sum + n, 0),
			5_000_050_000
		);
	});
});

const skip = server.kind === 'unavailable' && server.reason;

test(
	'a server that drops a connection in the middle of a transaction fails that transaction and nothing else',
	{ skip },
	async () => {
		if (server.kind === 'unavailable') return;
		const events: string[] = [];
		const log: Log = { ...silentLog, error: (event) => events.push(event) };
		const { kysely, close } = await openDatabase({
			dataDirectory: '',
			databaseUrl: await server.cluster.createDatabase(),
			log
		});
		const dropped = kysely.transaction().execute(async (transaction) => {
			const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction);
			await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(kysely);
			await sql`select pg_sleep(5)`.execute(transaction);
		});
		await assert.rejects(dropped);
		assert.deepEqual((await sql`select 1 as one`.execute(kysely)).rows, [{ one: 1 }]);
		assert.ok(events.includes('database-connection-lost'));
		await close();
	}
);

test('an address that leads nowhere says so, and does not repeat the password', async () => {
	const databaseUrl = 'postgres://someone:secret@127.0.0.1:1/nothing';
	const failing = openDatabase({ dataDirectory: '', databaseUrl, log: silentLog });
	await assert.rejects(
		failing,
		(error: Error) => /DATABASE_URL/.test(error.message) && !String(error.cause).includes('secret')
	);
});

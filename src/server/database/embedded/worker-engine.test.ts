import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { silentLog } from '#server/log/log.ts';
import { openDatabase } from '../open-database.ts';

const directory = mkdtempSync(join(tmpdir(), 'ledertrivsel-worker-'));
const database = await openDatabase({
	dataDirectory: join(directory, 'below', 'database'),
	databaseUrl: null,
	log: silentLog
});
after(async () => {
	await database.close();
	rmSync(directory, { recursive: true });
});
const { pool } = database;

test('the process goes on while the database works', async () => {
	let isWorking = true;
	let turns = 0;
	const takeTurns = () => {
		turns += 1;
		if (isWorking) setImmediate(takeTurns);
	};
	takeTurns();
	const { rows } = await pool.query('select sum(n)::text as sum from generate_series(1, 1000000) n');
	isWorking = false;
	assert.deepEqual(rows, [{ sum: '500000500000' }]);
	assert.ok(turns > 10, `${turns} turns`);
});

test('a connection that is dropped in the middle leaves no transaction, setting or prepared statement behind', async () => {
	await pool.query('create table kept (id int)');
	const client = await pool.connect();
	await client.query({ name: 'same-name', text: 'select $1::int as one', values: [1] });
	await client.query("set search_path = 'nowhere'");
	await client.query('begin');
	await client.query('insert into public.kept values (1)');
	client.release(true);
	assert.deepEqual((await pool.query('select count(*)::int as count from kept')).rows, [{ count: 0 }]);
	assert.deepEqual((await pool.query({ name: 'same-name', text: 'select $1::text as two', values: ['2'] })).rows, [
		{ two: '2' }
	]);
});

test('a statement nested too deep is an ordinary error', async () => {
	await assert.rejects(pool.query(`select 1${'+1'.repeat(20_000)}`), { code: '54001' });
	assert.deepEqual((await pool.query('select 1 as one')).rows, [{ one: 1 }]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type { Pool } from 'pg';
import { createTestDatabase } from '../../../../tests/support/test-database.ts';
import { checkpointIfDue, vacuumWhatChanged } from './maintenance.ts';

const minute = 60_000;

test('a checkpoint is written after much has been written, at once', async () => {
	const { pool } = await createTestDatabase();
	const first = await checkpointIfDue(pool, { position: null, at: 0 }, 10 * minute);
	await pool.query("create table much as select repeat('x', 1000) as words from generate_series(1, 20000)");
	assert.equal(await checkpointIfDue(pool, first, 10 * minute + 1), first, '20 MB can wait');
	await pool.query("insert into much select repeat('x', 1000) from generate_series(1, 60000)");
	const before = await redoPoint(pool);
	const second = await checkpointIfDue(pool, first, 10 * minute + 2);
	assert.deepEqual([second.at, second.position === first.position], [10 * minute + 2, false]);
	assert.notEqual(await redoPoint(pool), before);
});

test('a checkpoint is written after five minutes when anything was written, and not otherwise', async () => {
	const { pool } = await createTestDatabase();
	await pool.query('create table little (id int)');
	const first = await checkpointIfDue(pool, { position: null, at: 0 }, 10 * minute);
	assert.equal(first.at, 10 * minute);
	assert.equal(await checkpointIfDue(pool, first, 20 * minute), first);
	await pool.query('insert into little values (1)');
	assert.equal(await checkpointIfDue(pool, first, 14 * minute), first);
	assert.equal((await checkpointIfDue(pool, first, 15 * minute)).at, 15 * minute);
});

test('a table is vacuumed and analysed once after much of it has changed', async () => {
	const { pool } = await createTestDatabase();
	await pool.query(
		'create table changing as select n as id from generate_series(1, 2000) n; create table still (id int)'
	);
	await pool.query('update changing set id = id + 1');
	const vacuumed = await vacuumOnceCounted(pool);
	assert.ok(vacuumed.includes('public.changing'));
	assert.ok(!vacuumed.includes('public.still'));
	const { rows } = await pool.query("select reltuples from pg_class where relname = 'changing'");
	assert.deepEqual(rows, [{ reltuples: 2000 }]);
	assert.ok(!(await vacuumWhatChanged(pool)).includes('public.changing'));
});

// PostgreSQL counts changes when it has been idle for a moment.
async function vacuumOnceCounted(pool: Pool): Promise<string[]> {
	for (;;) {
		const vacuumed = await vacuumWhatChanged(pool);
		if (vacuumed.includes('public.changing')) return vacuumed;
		await wait(100);
	}
}

async function redoPoint(pool: Pool): Promise<string> {
	return (
		(await pool.query<{ redo: string }>('select redo_lsn::text as redo from pg_control_checkpoint()')).rows[0]?.redo ??
		''
	);
}

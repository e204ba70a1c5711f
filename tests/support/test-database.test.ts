import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTestDatabase, withRollback } from './test-database.ts';

const organisation = {
	organisation_id: '6f1c9a52-52a1-4b59-8a07-0f6a3f6e9d11',
	name: 'Prøve',
	created_at: new Date(0)
};

test('what happens inside a rollback is gone afterwards, also what its own transactions committed', async () => {
	const database = await createTestDatabase();
	const inside = await withRollback(database, async (db) => {
		await db
			.transaction()
			.execute((transaction) => transaction.insertInto('organisations').values(organisation).execute());
		return db.selectFrom('organisations').selectAll().execute();
	});
	assert.equal(inside.length, 1);
	assert.deepEqual(await database.kysely.selectFrom('organisations').selectAll().execute(), []);
});

test('a transaction inside a rollback that fails takes back only its own', async () => {
	const database = await createTestDatabase();
	const names = await withRollback(database, async (db) => {
		await db.insertInto('organisations').values(organisation).execute();
		const failing = db.transaction().execute(async (transaction) => {
			await transaction.deleteFrom('organisations').execute();
			throw new Error('on purpose');
		});
		await assert.rejects(failing, /on purpose/);
		return (await db.selectFrom('organisations').select('name').execute()).map(({ name }) => name);
	});
	assert.deepEqual(names, ['Prøve']);
});

test('two transactions started together inside a rollback take turns', async () => {
	const database = await createTestDatabase();
	await withRollback(database, async (db) => {
		const rename = (name: string) =>
			db.transaction().execute(async (transaction) => {
				const before = await transaction.selectFrom('organisations').select('name').executeTakeFirstOrThrow();
				await transaction
					.updateTable('organisations')
					.set({ name: before.name + name })
					.execute();
			});
		await db.insertInto('organisations').values(organisation).execute();
		await Promise.all([rename('a'), rename('b')]);
		assert.equal((await db.selectFrom('organisations').select('name').executeTakeFirstOrThrow()).name, 'Prøveab');
	});
});

// The rules that leaders were told when they answered cannot be loosened afterwards.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findRound } from '#server/database/rounds.ts';
import { openSmallRound } from '../../../../tests/support/open-small-round.ts';
import { createTestContext } from '../../../../tests/support/test-context.ts';
import { createTestDatabase } from '../../../../tests/support/test-database.ts';
import { changeThreshold } from './change-threshold.ts';

test('after the opening the threshold can be raised and never lowered, not even back', async () => {
	const { context, key, change } = await arrange();
	assert.deepEqual(await change(4), { kind: 'below-promise', promised: 5 });
	assert.deepEqual(await change(8), { kind: 'changed', before: 5 });
	assert.deepEqual(await change(5), { kind: 'below-promise', promised: 8 });
	assert.equal((await findRound(context.db, key))?.threshold, 8);
});

test('no round goes below three, and a released one stays as it is', async () => {
	const { context, key, change } = await arrange();
	await context.db.updateTable('rounds').set({ source: 'imported' }).where('round_id', '=', key.roundId).execute();
	assert.deepEqual(await change(2), { kind: 'too-low', least: 3 });
	assert.deepEqual(await change(3.5), { kind: 'too-low', least: 3 });
	assert.deepEqual(await change(3), { kind: 'changed', before: 5 });
	await context.db
		.updateTable('rounds')
		.set({ released_at: context.now() })
		.where('round_id', '=', key.roundId)
		.execute();
	assert.deepEqual(await change(9), { kind: 'already-released' });
});

async function arrange() {
	const context = createTestContext((await createTestDatabase()).kysely);
	const { organisationId, roundId } = await openSmallRound(context);
	const actor = { kind: 'system', organisationId } as const;
	return {
		context,
		key: { organisationId, roundId },
		change: (threshold: number) => changeThreshold(context, actor, { roundId, threshold })
	};
}

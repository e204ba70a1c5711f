// The committee is the witness of the list of groups from the opening on; other readers see a round when it is released.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Person } from '#server/actor.ts';
import { insertOrganisation } from '#server/database/organisations.ts';
import { insertRound } from '#server/database/rounds.ts';
import { createTestContext } from '../../../../tests/support/test-context.ts';
import { createTestDatabase } from '../../../../tests/support/test-database.ts';
import { listRounds } from './list-rounds.ts';

test('a committee sees opened rounds, a manager released ones, a programme lead all', async () => {
	const { kysely } = await createTestDatabase();
	const context = createTestContext(kysely);
	const at = context.now();
	const organisationId = context.randomId();
	await insertOrganisation(kysely, { id: organisationId, name: 'Hospitalet', isDemonstration: false, createdAt: at });
	for (const [name, openedAt, releasedAt] of [
		['planned', null, null],
		['open', at, null],
		['released', at, at]
	] as const)
		await insertRound(kysely, {
			...{ organisationId, id: context.randomId(), name, source: 'ballots', scopeUnitId: null },
			...{ instrumentId: 'ledertrivsel-1', instrumentVersion: 1, minimumInvited: 8, threshold: 5 },
			...{ opensOn: '2026-03-02', closesOn: '2026-03-16', createdAt: at },
			...{ openedAt, remindedAt: null, closedAt: releasedAt, releasedAt }
		});
	const seenBy = async (roles: Person['roles']) => {
		const outcome = await listRounds(context, {
			...{ kind: 'person', organisationId, email: 'a@example.org', name: 'A', roles },
			...{ leaderId: null, isDemonstration: false }
		});
		return outcome.kind === 'rounds' ? outcome.rounds.map((round) => round.name).sort() : outcome.kind;
	};
	assert.deepEqual(await seenBy(['programme-lead']), ['open', 'planned', 'released']);
	assert.deepEqual(await seenBy(['committee']), ['open', 'released']);
	assert.deepEqual(await seenBy(['manager']), ['released']);
	assert.deepEqual(await seenBy(['manager', 'committee']), ['open', 'released']);
	assert.equal(await seenBy(['operator']), 'forbidden');
});

// Of a light round only what it takes over from the round it looks back on; its life is in read-effects.test.ts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Person } from '#server/actor.ts';
import { insertOrganisation } from '#server/database/organisations.ts';
import { findRound, insertRound } from '#server/database/rounds.ts';
import { createTestContext } from '../../../../tests/support/test-context.ts';
import { createTestDatabase } from '../../../../tests/support/test-database.ts';
import { createFollowUpRound } from './create-follow-up-round.ts';

test('whoever answers by ballot is promised five, also after an imported round that was shown from three on', async () => {
	for (const [before, promised] of [
		[3, 5],
		[8, 8]
	] as const) {
		const context = createTestContext((await createTestDatabase()).kysely);
		const [organisationId, id] = [context.randomId(), context.randomId()];
		const at = context.now();
		await insertOrganisation(context.db, { id: organisationId, name: 'Region', isDemonstration: false, createdAt: at });
		await insertRound(context.db, {
			...{ organisationId, id, name: 'Efterår 2025', source: 'imported', scopeUnitId: null, followsRoundId: null },
			...{ instrumentId: 'ledertrivsel-1', instrumentVersion: 1, minimumInvited: 5, threshold: before },
			...{ opensOn: '2025-10-01', closesOn: '2025-10-14', createdAt: at, openedAt: at, remindedAt: null },
			...{ closedAt: at, releasedAt: at }
		});
		const lead: Person = {
			...{ kind: 'person', organisationId, email: 'lead@example.org', name: 'Programleder', leaderId: null },
			...{ roles: ['programme-lead'], isDemonstration: false }
		};
		const asked = { name: 'Opfølgning', followsRoundId: id, factors: ['workload'] };
		const outcome = await createFollowUpRound(context, lead, {
			...asked,
			opensOn: '2026-03-02',
			closesOn: '2026-03-09'
		});
		if (outcome.kind !== 'created') return assert.fail(JSON.stringify(outcome));
		assert.equal((await findRound(context.db, { organisationId, roundId: outcome.roundId }))?.threshold, promised);
	}
});

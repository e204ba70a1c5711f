// What leaders are told before they answer is what the round really does.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insertOrganisation, writeOrganisation } from '#server/database/organisations.ts';
import { listLeadershipGroups, listReportingGroups } from '#server/database/rounds.ts';
import { smallOrganisation } from '../../../../tests/support/small-organisation.ts';
import { createTestContext } from '../../../../tests/support/test-context.ts';
import { createTestDatabase } from '../../../../tests/support/test-database.ts';
import { closeRound } from './close-round.ts';
import { createRound } from './create-round.ts';
import { openRound } from './open-round.ts';
import { readVisibility } from './read-visibility.ts';

const visitor = { kind: 'visitor' } as const;
const { kysely } = await createTestDatabase();
const base = createTestContext(kysely);
const context = { ...base, settings: { ...base.settings, closeGraceMilliseconds: 20 * 60_000 } };
const organisationId = context.randomId();
const system = { kind: 'system', organisationId } as const;
await insertOrganisation(kysely, {
	...{ id: organisationId, name: 'Hospitalet', isDemonstration: false, createdAt: context.now() }
});
await kysely.transaction().execute((db) => writeOrganisation(db, organisationId, smallOrganisation, context.now()));
const created = await createRound(context, system, {
	...{ name: 'Forår', instrumentId: 'ledertrivsel-1', scopeUnitId: null },
	...{ opensOn: '2026-03-02', closesOn: '2026-03-16' }
});
const roundId = created.kind === 'created' ? created.roundId : assert.fail(created.kind);

test('a round that is not open tells nothing', async () => {
	assert.deepEqual(await readVisibility(context, visitor, { roundId }), { kind: 'unknown-round' });
	assert.deepEqual(await readVisibility(context, visitor, { roundId: 'x' }), { kind: 'unknown-round' });
});

test('an open round tells its settings, and shows a group as the example', async () => {
	assert.equal((await openRound(context, system, { roundId, patienceMilliseconds: 60_000 })).kind, 'opened');
	await kysely.updateTable('rounds').set({ key_custody: 'split' }).execute();
	const seen = await readVisibility(context, visitor, { roundId });
	if (seen.kind !== 'visibility') return assert.fail(seen.kind);
	assert.deepEqual(
		[seen.threshold, seen.minimumInvited, seen.closesOn, seen.graceMinutes, seen.keyCustody, seen.state],
		[5, 8, '2026-03-16', 20, 'split', 'open']
	);
	assert.deepEqual([seen.hasBallots, seen.hasManifest, seen.example.isAsked], [true, true, false]);
});

test('the leader’s own group is the example where the address asks for it, with the units whose heads see it', async () => {
	const key = { organisationId, roundId };
	const leadershipGroups = await listLeadershipGroups(kysely, key);
	for (const group of await listReportingGroups(kysely, key)) {
		const seen = await readVisibility(context, visitor, { roundId, groupId: group.id });
		if (seen.kind !== 'visibility') return assert.fail(seen.kind);
		const { example } = seen;
		assert.deepEqual([example.id, example.isAsked, example.invited], [group.id, true, group.invited]);
		const managed = leadershipGroups.filter((own) => own.groupId === group.id && own.managerId !== null);
		const names = managed.map((own) => smallOrganisation.units.find((unit) => unit.id === own.unitId)?.name);
		assert.deepEqual([...example.seenBy].sort(), [...new Set(names)].sort());
		assert.ok(example.seenBy.length > 0);
	}
	const unknown = await readVisibility(context, visitor, { roundId, groupId: 'nowhere' });
	assert.equal(unknown.kind === 'visibility' && unknown.example.isAsked, false);
});

test('a round that is being closed says so until the box is opened', async () => {
	await closeRound(context, system, { roundId });
	const seen = await readVisibility(context, visitor, { roundId });
	assert.equal(seen.kind === 'visibility' && seen.state, 'closing');
});

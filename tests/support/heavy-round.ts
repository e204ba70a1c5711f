// A released round of the small organisation in which every group has the same figures: heavy workload, little support.
// Written straight into the database: nobody has answered.
import assert from 'node:assert/strict';
import type { Person } from '#server/actor.ts';
import type { Database } from '#server/database/open-database.ts';
import { insertOrganisation, writeOrganisation } from '#server/database/organisations.ts';
import { insertRelease } from '#server/database/releases.ts';
import { insertRound, insertRoundGroups } from '#server/database/rounds.ts';
import { smallOrganisation } from './small-organisation.ts';
import { createTestContext, type TestContext } from './test-context.ts';
import { withRollback } from './test-database.ts';

export type GroupKey = { readonly roundId: string; readonly groupId: string };
export type HeavyRound = {
	readonly context: TestContext;
	readonly lead: Person;
	readonly manager: Person;
	readonly committee: Person;
	/** Assigned to no dialogue yet. */
	readonly facilitator: Person;
	/** In the committee, and a manager. */
	readonly both: Person;
	/** The manager's group, and another's. */
	readonly key: GroupKey;
	readonly otherKey: GroupKey;
};

/** Runs `work` in such a round, and takes everything back. */
export async function inHeavyRound(database: Database, work: (arranged: HeavyRound) => Promise<void>): Promise<void> {
	await withRollback(database, async (db) => {
		const context = createTestContext(db);
		const organisationId = context.randomId();
		const roundId = context.randomId();
		await insertOrganisation(db, {
			id: organisationId,
			name: 'Hospitalet',
			isDemonstration: false,
			createdAt: context.now()
		});
		await writeOrganisation(db, organisationId, smallOrganisation, context.now());
		const instrument = context.instruments.find((one) => one.id === 'ledertrivsel-1') ?? assert.fail();
		await insertRound(db, {
			organisationId,
			id: roundId,
			name: 'Forår',
			source: 'ballots',
			instrumentId: instrument.id,
			instrumentVersion: instrument.version,
			scopeUnitId: null,
			minimumInvited: 8,
			threshold: 5,
			opensOn: '2026-01-01',
			closesOn: '2026-01-14',
			createdAt: context.now(),
			openedAt: context.now(),
			remindedAt: null,
			closedAt: context.now(),
			releasedAt: context.now()
		});
		const key = { organisationId, roundId };
		const departments = ['department-1', 'department-2'];
		await insertRoundGroups(db, key, {
			units: smallOrganisation.units,
			reportingGroups: departments.map((id) => ({ id, name: id, unitId: id, path: [], pools: [], invited: 9 })),
			leadershipGroups: departments.map((id) => ({ id, managerId: id, unitId: id, groupId: id }))
		});
		const scales = instrument.scales.map(({ id }) => ({ id, minimum: 0, maximum: 100 }));
		const cells = instrument.scales.map((scale) => ({
			scale: scale.id,
			statistic: 'mean',
			n: 9,
			value: scale.factor === 'workload' ? 80 : scale.factor === 'support' ? 30 : 50,
			step: 0.1
		}));
		const group = (id: string, parent: string | null) => ({
			id,
			name: id,
			path: ['Hospitalet'],
			pools: [],
			invited: parent === null ? 18 : 9,
			responses: parent === null ? 18 : 9,
			kind: parent === null ? 'union' : 'leaf',
			parent,
			units: [id],
			reportingGroups: parent === null ? [] : [id],
			cells,
			withheld: []
		});
		const groups = [group('hospital', null), ...departments.map((id) => group(id, 'hospital'))];
		await insertRelease(db, key, {
			releasedAt: context.now(),
			engine: 'test',
			threshold: 5,
			summary: { engine: 'test', round: roundId, k: 5, scales },
			groups: groups.map((released) => ({ id: released.id, parentId: released.parent, released }))
		});
		const person = (name: string, roles: Person['roles'], leaderId: string | null): Person => ({
			kind: 'person',
			organisationId,
			email: `${name}@example.org`,
			name,
			roles,
			leaderId,
			isDemonstration: false
		});
		await work({
			context,
			lead: person('Programlederen', ['programme-lead'], null),
			manager: person('Leder department-1', ['manager'], 'department-1'),
			committee: person('Udvalget', ['committee'], null),
			facilitator: person('hjælper', ['facilitator'], null),
			both: person('Begge', ['committee', 'manager'], 'department-1'),
			key: { roundId, groupId: 'department-1' },
			otherKey: { roundId, groupId: 'department-2' }
		});
	});
}

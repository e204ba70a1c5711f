// An open round of a real organisation with a clock that a test turns: letters are recorded, days pass.
import assert from 'node:assert/strict';
import type { Kysely } from 'kysely';
import type { Person } from '#server/actor.ts';
import { insertOrganisation, writeOrganisation } from '#server/database/organisations.ts';
import type { Tables } from '#server/database/tables.ts';
import { createRound } from '#server/use-cases/rounds/create-round.ts';
import { openRound } from '#server/use-cases/rounds/open-round.ts';
import { smallOrganisation } from './small-organisation.ts';
import { createTestContext, type TestContext } from './test-context.ts';

export type DatedRound = {
	readonly context: TestContext;
	readonly lead: Person;
	readonly roundId: string;
	/** From here on it is this moment. */
	readonly turnClockTo: (moment: string) => void;
};

/** Opened on Monday 2 March 2026 at ten, with the last day two weeks later: Monday 16 March. */
export async function openDatedRound(db: Kysely<Tables>): Promise<DatedRound> {
	let at = new Date('2026-03-02T09:00:00Z');
	const context = { ...createTestContext(db, at), now: () => at };
	const organisationId = context.randomId();
	await db.transaction().execute(async (inside) => {
		await insertOrganisation(inside, { id: organisationId, name: 'Hospitalet', isDemonstration: false, createdAt: at });
		await writeOrganisation(inside, organisationId, smallOrganisation, at);
	});
	const lead: Person = {
		kind: 'person',
		organisationId,
		email: 'lead@example.org',
		name: 'Programleder',
		roles: ['programme-lead'],
		leaderId: null,
		isDemonstration: false
	};
	const created = await createRound(context, lead, {
		name: 'Forår 2026',
		instrumentId: 'ledertrivsel-1',
		scopeUnitId: null,
		opensOn: '2026-03-02',
		closesOn: '2026-03-16'
	});
	assert.ok(created.kind === 'created', created.kind);
	assert.equal((await openRound(context, lead, { roundId: created.roundId })).kind, 'opened');
	return { context, lead, roundId: created.roundId, turnClockTo: (moment) => (at = new Date(moment)) };
}

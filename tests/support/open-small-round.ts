// An open round of the small organisation: made at the first call on a database, found again at the next.
import type { Context } from '#server/context.ts';
import { insertOrganisation, listOrganisations, writeOrganisation } from '#server/database/organisations.ts';
import { listReportingGroups, listRounds } from '#server/database/rounds.ts';
import { createRound } from '#server/use-cases/rounds/create-round.ts';
import { dayOf } from '#server/use-cases/calendar-day.ts';
import { openRound } from '#server/use-cases/rounds/open-round.ts';
import { smallOrganisation } from './small-organisation.ts';

export type SmallRound = {
	readonly organisationId: string;
	readonly roundId: string;
	/** One of its reporting groups. */
	readonly groupId: string;
	readonly items: readonly string[];
};

export async function openSmallRound(context: Context): Promise<SmallRound> {
	const [found] = await listOrganisations(context.db);
	const organisationId = found?.id ?? (await makeOrganisation(context));
	const [open] = await listRounds(context.db, organisationId);
	const roundId = open?.id ?? (await makeRound(context, organisationId));
	const [group] = await listReportingGroups(context.db, { organisationId, roundId });
	if (group === undefined) throw new Error('the round has no groups');
	return {
		organisationId,
		roundId,
		groupId: group.id,
		items: (context.instruments[0]?.items ?? []).map((item) => item.id)
	};
}

async function makeOrganisation(context: Context): Promise<string> {
	const id = context.randomId();
	await context.db.transaction().execute(async (db) => {
		await insertOrganisation(db, { id, name: 'Hospitalet', isDemonstration: true, createdAt: context.now() });
		await writeOrganisation(db, id, smallOrganisation, context.now());
	});
	return id;
}

async function makeRound(context: Context, organisationId: string): Promise<string> {
	const actor = { kind: 'system', organisationId } as const;
	const today = dayOf(context.now());
	const created = await createRound(context, actor, {
		name: 'Måling',
		instrumentId: 'ledertrivsel-1',
		scopeUnitId: null,
		opensOn: today,
		closesOn: today
	});
	if (created.kind !== 'created') throw new Error(`the round could not be made: ${created.kind}`);
	await openRound(context, actor, { roundId: created.roundId });
	return created.roundId;
}

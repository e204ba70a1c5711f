// A round that is there already, once more and later: the same groups and the same figures, written straight into the database.
import assert from 'node:assert/strict';
import type { Context } from '#server/context.ts';
import { findRelease, insertRelease, listReleaseGroups } from '#server/database/releases.ts';
import {
	findRound,
	insertRound,
	insertRoundGroups,
	listLeadershipGroups,
	listReportingGroups,
	listRounds,
	listRoundUnits
} from '#server/database/rounds.ts';

/** Made a day later for each round that is there. Returns its id. */
export async function repeatRound(
	{ db, randomId }: Pick<Context, 'db' | 'randomId'>,
	key: { readonly organisationId: string; readonly roundId: string },
	wanted: { readonly name: string; readonly followsRoundId: string | null }
): Promise<string> {
	const { organisationId } = key;
	const round = (await findRound(db, key)) ?? assert.fail();
	const id = randomId();
	const own = { organisationId, roundId: id };
	const days = (await listRounds(db, organisationId)).length;
	const createdAt = new Date(round.createdAt.getTime() + days * 86_400_000);
	await insertRound(db, { ...round, ...wanted, id, createdAt });
	await insertRoundGroups(db, own, {
		units: await listRoundUnits(db, key),
		reportingGroups: await listReportingGroups(db, key),
		leadershipGroups: (await listLeadershipGroups(db, key)).map((group) => ({ ...group, id: group.unitId }))
	});
	const stored = (await findRelease(db, key)) ?? assert.fail();
	await insertRelease(db, own, { ...stored, groups: await listReleaseGroups(db, key) });
	return id;
}

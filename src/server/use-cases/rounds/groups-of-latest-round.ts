// The reporting groups of the newest whole round that was opened or released, with the leaders who belong to them by today's
// roster. A light round that looks back on it may have asked a part of the organisation only.
import type { Leader } from '#domain/organisation/organisation.ts';
import { leadersOfGroups } from '#domain/work-environment/roster-sets.ts';
import type { Context } from '#server/context.ts';
import { listLeadershipGroups, listReportingGroups, listRounds } from '#server/database/rounds.ts';

export type GroupOfToday = {
	readonly id: string;
	readonly name: string;
	readonly unitId: string;
	readonly leaders: readonly string[];
};

export async function groupsOfLatestRound(
	context: Pick<Context, 'db'>,
	organisationId: string,
	leaders: readonly Leader[]
): Promise<readonly GroupOfToday[]> {
	const begun = (await listRounds(context.db, organisationId)).filter(
		({ openedAt, releasedAt }) => openedAt !== null || releasedAt !== null
	);
	const round = begun.find(({ followsRoundId }) => followsRoundId === null) ?? begun[0];
	if (round === undefined) return [];
	const key = { organisationId, roundId: round.id };
	const own = leadersOfGroups(await listLeadershipGroups(context.db, key), leaders);
	return (await listReportingGroups(context.db, key)).map(({ id, name, unitId }) => ({
		id,
		name,
		unitId,
		leaders: own.get(id) ?? []
	}));
}

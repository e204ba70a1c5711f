// What holds for every figure of sickness absence in one organisation: how many leaders at least, and who counts as one of them.
import { leastLeadersOfSet, type AbsenceRules } from '#domain/work-environment/absence-sets.ts';
import type { Context } from '#server/context.ts';
import { listKnownSince } from '#server/database/organisations.ts';
import { listRounds } from '#server/database/rounds.ts';
import { dayOf } from '../calendar-day.ts';

/**
 * At least five, or as many as any round of the organisation asked for where that is more. A leader was there before a day
 * where a roster that was saved before it held him or her, and every one since: nothing else says who was there.
 */
export async function absenceRules(context: Pick<Context, 'db'>, organisationId: string): Promise<AbsenceRules> {
	const rounds = await listRounds(context.db, organisationId);
	const known = new Map(
		[...(await listKnownSince(context.db, organisationId))].map(([leader, moment]) => [leader, dayOf(moment)])
	);
	return {
		least: Math.max(leastLeadersOfSet, ...rounds.map(({ threshold }) => threshold)),
		wasThere: (leader, day) => {
			const since = known.get(leader);
			return since !== undefined && since < day;
		}
	};
}

// Which plans have been asked about again, or are about to be, as the rounds of an organisation stand today.
import { isAskedAgain, type LaterRound } from '#domain/effect/asked-again.ts';
import type { Plan } from '#domain/plan/plan.ts';
import type { Context } from '#server/context.ts';
import { listClosedUnits } from '#server/database/closed-units.ts';
import { readOrganisation } from '#server/database/organisations.ts';
import type { Round } from '#server/database/rounds.ts';
import { dayOf } from '../calendar-day.ts';
import { findInstrument } from './find-instrument.ts';

/** `rounds`: all of the organisation. The answer is about one plan of any of them. */
export async function readAskedAgain(
	context: Pick<Context, 'db' | 'instruments' | 'now'>,
	organisationId: string,
	rounds: readonly Round[]
): Promise<(plan: Plan) => boolean> {
	const today = dayOf(context.now());
	const { units } = await readOrganisation(context.db, organisationId);
	const closed = await listClosedUnits(context.db, organisationId);
	const parents = new Map([...closed, ...units].map(({ id, parentId }) => [id, parentId]));
	const later = new Map<string, LaterRound>();
	for (const round of rounds) {
		const { scales } = await findInstrument(context, round);
		const factors = new Set(scales.flatMap(({ factor }) => factor ?? []));
		later.set(round.id, { ...round, factors, lastDay: lastDayOf(round) });
	}
	return (plan) =>
		isAskedAgain({
			...{ plan, parents, today },
			ownScopeUnitId: later.get(plan.roundId)?.scopeUnitId ?? null,
			rounds: [...later].flatMap(([id, round]) => (id === plan.roundId ? [] : [round]))
		});
}

/** The planned one, or the day of the close where that came later. */
function lastDayOf({ closesOn, closedAt }: Round): string {
	const closed = closedAt === null ? closesOn : dayOf(closedAt);
	return closed > closesOn ? closed : closesOn;
}

// Whether a plan's factor has been asked about again, or is about to be: one rule for the letter that says it is time, and for the
// page on which a round is planned.
import type { Plan } from '#domain/plan/plan.ts';
import { addMonths } from './follow-up-due.ts';

export type LaterRound = {
	/** The unit whose leaders were asked, with all below it; null: everybody. */
	readonly scopeUnitId: string | null;
	/** What its questionnaire measures. */
	readonly factors: ReadonlySet<string>;
	readonly createdAt: Date;
	readonly openedAt: Date | null;
	readonly releasedAt: Date | null;
	/** Calendar days, YYYY-MM-DD: when it is to open, and its last day. */
	readonly opensOn: string;
	readonly lastDay: string;
};

/** So long after its last day a round that nobody has released is still waited for. */
export const releaseWaitMonths = 1;

/**
 * True where another round tells, or may still be expected to tell, of this plan: it measures the plan's factor, asks where the plan
 * belongs, and began after the plan was decided. A released round counts for good. One that is planned counts until the day it was
 * to open; one that has opened, until a month after its last day: what is never opened or never released tells nothing.
 *
 * `ownScopeUnitId`: that of the plan's own round, for plans without places. `parents`: the unit above each unit, also of closed ones.
 * `rounds`: without the plan's own. `today`: calendar day, YYYY-MM-DD.
 */
export function isAskedAgain(input: {
	readonly plan: Pick<Plan, 'decidedAt' | 'targetFactor' | 'places'>;
	readonly ownScopeUnitId: string | null;
	readonly rounds: readonly LaterRound[];
	readonly parents: ReadonlyMap<string, string | null>;
	readonly today: string;
}): boolean {
	const { plan, ownScopeUnitId, rounds, parents, today } = input;
	const units = plan.places.length > 0 ? plan.places.map(({ unitId }) => unitId) : [ownScopeUnitId];
	return rounds.some(
		(round) =>
			round.factors.has(plan.targetFactor) &&
			isToldOf(round, plan.decidedAt, today) &&
			(round.scopeUnitId === ownScopeUnitId || units.every((unit) => isWithin(unit, round.scopeUnitId, parents)))
	);
}

function isToldOf(round: LaterRound, decidedAt: Date, today: string): boolean {
	const isLater = (round.openedAt ?? round.createdAt) > decidedAt;
	if (round.releasedAt !== null) return isLater;
	if (round.openedAt === null) return today <= round.opensOn;
	return isLater && today <= addMonths(round.lastDay, releaseWaitMonths);
}

/** `unit`: null for everybody, who are within nothing smaller. */
function isWithin(unit: string | null, scope: string | null, parents: ReadonlyMap<string, string | null>): boolean {
	if (scope === null) return true;
	const seen = new Set<string>();
	for (let id = unit; id !== null && !seen.has(id); id = parents.get(id) ?? null) {
		if (id === scope) return true;
		seen.add(id);
	}
	return false;
}

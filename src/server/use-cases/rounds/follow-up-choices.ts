// What a light round can look back on: released rounds with plans, and the factors that can be asked about again.
import { followUpDay } from '#domain/effect/follow-up-due.ts';
import type { FactorId } from '#domain/evidence/evidence.ts';
import type { Instrument } from '#domain/instrument/instrument.ts';
import type { Localised } from '#domain/language/localised.ts';
import type { Context } from '#server/context.ts';
import { listPlans } from '#server/database/plans.ts';
import { listRounds } from '#server/database/rounds.ts';
import { dayOf } from '../calendar-day.ts';
import { readAskedAgain } from './asked-again.ts';
import { findInstrument } from './find-instrument.ts';

export type FollowUpChoice = {
	readonly roundId: string;
	readonly roundName: string;
	/** Plans that have not ended, and how many of them are due for follow-up and neither measured since nor about to be. */
	readonly plans: number;
	readonly duePlans: number;
	/** Factors that the round's questionnaire measures; those that most plans aim at first, then in its order. */
	readonly factors: readonly { readonly id: FactorId; readonly name: Localised; readonly plans: number }[];
};

/** The round with most plans due first, then the newest. Rounds whose questionnaire cannot be answered here are left out. */
export async function followUpChoices(
	context: Pick<Context, 'db' | 'instruments' | 'evidence' | 'now'>,
	organisationId: string
): Promise<readonly FollowUpChoice[]> {
	const plans = (await listPlans(context.db, organisationId)).filter(({ endedAt }) => endedAt === null);
	const today = dayOf(context.now());
	const all = await listRounds(context.db, organisationId);
	const rounds = all.filter(({ releasedAt }) => releasedAt !== null);
	const isAskedAgain = await readAskedAgain(context, organisationId, all);
	const instruments = new Map<string, Instrument>();
	for (const round of rounds) instruments.set(round.id, await findInstrument(context, round));
	const choices: FollowUpChoice[] = [];
	for (const round of rounds) {
		const own = plans.filter(({ roundId }) => roundId === round.id);
		const instrument = instruments.get(round.id);
		if (own.length === 0 || instrument === undefined || instrument.pages.length === 0) continue;
		const measured = new Set(instrument.scales.flatMap(({ factor }) => factor ?? []));
		const factors = context.evidence.factors
			.filter(({ id }) => measured.has(id))
			.map(({ id, name }) => ({ id, name, plans: own.filter(({ targetFactor }) => targetFactor === id).length }))
			.toSorted((one, other) => other.plans - one.plans);
		choices.push({
			roundId: round.id,
			roundName: round.name,
			plans: own.length,
			duePlans: own.filter((plan) => followUpDay(plan) <= today && !isAskedAgain(plan)).length,
			factors
		});
	}
	return choices.toSorted((one, other) => other.duePlans - one.duePlans);
}

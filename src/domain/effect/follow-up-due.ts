// When something falls due after a plan was decided: a booster where research says that the effect fades, and asking again.
import { dayOf } from '#domain/calendar/danish-time.ts';
import type { Intervention } from '#domain/evidence/evidence.ts';
import type { Plan, PlanStep } from '#domain/plan/plan.ts';

export type DueBooster = {
	readonly step: PlanStep;
	readonly intervention: Intervention;
	/** Calendar day, YYYY-MM-DD. */
	readonly dueOn: string;
};

/** A plan without a day of its own is looked at again so long after its last step was due. */
export const usualFollowUpMonths = 3;

/**
 * The day on which it is time to ask again whether a plan has helped: its own day, else three months after its last step is due,
 * else three months after it was decided. Calendar day, YYYY-MM-DD.
 */
export function followUpDay(plan: Pick<Plan, 'followUpOn' | 'decidedAt' | 'steps'>): string {
	if (plan.followUpOn !== null) return plan.followUpOn;
	const last = plan.steps.reduce((latest, step) => (step.dueOn > latest ? step.dueOn : latest), '');
	return addMonths(last === '' ? dayOf(plan.decidedAt) : last, usualFollowUpMonths);
}

/**
 * Boosters of a plan that have fallen due: steps that are done, whose intervention's effect fades according to research, so many
 * months after they were done. In the order of the steps. A plan that has ended has none.
 * `today`: calendar day, YYYY-MM-DD. Steps without an intervention, and interventions that are gone, are passed over.
 */
export function dueBoosters(input: {
	readonly plan: Pick<Plan, 'endedAt' | 'steps'>;
	readonly interventions: readonly Intervention[];
	readonly today: string;
}): readonly DueBooster[] {
	const { plan, interventions, today } = input;
	if (plan.endedAt !== null) return [];
	return plan.steps.flatMap((step) => {
		const intervention = interventions.find(({ id }) => id === step.interventionId);
		if (intervention === undefined || intervention.boosterMonths === null || step.doneAt === null) return [];
		const dueOn = addMonths(dayOf(step.doneAt), intervention.boosterMonths);
		return dueOn <= today ? [{ step, intervention, dueOn }] : [];
	});
}

/**
 * The same day of the month so many months later, or that month's last day where it has no such day.
 * `day`: YYYY-MM-DD; `months`: whole, also below 0. Throws RangeError for what is no day.
 */
export function addMonths(day: string, months: number): string {
	const [year = NaN, month = NaN, date = NaN] = day.split('-').map(Number);
	if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(date))
		throw new RangeError(`"${day}" is no calendar day`);
	const firstOfMonth = new Date(Date.UTC(year, month - 1 + months, 1));
	const lastDate = new Date(Date.UTC(firstOfMonth.getUTCFullYear(), firstOfMonth.getUTCMonth() + 1, 0)).getUTCDate();
	firstOfMonth.setUTCDate(Math.min(date, lastDate));
	return firstOfMonth.toISOString().slice(0, 10);
}

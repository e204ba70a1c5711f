// When the owner of a step is asked how it goes: once shortly before it is due, once when it is late.
import type { PlanStep } from './plan.ts';

export type CheckInReason = 'soon' | 'late';
export type CheckInAnswer = 'done' | 'on-track' | 'stuck';
export const checkInAnswers: readonly CheckInAnswer[] = ['done', 'on-track', 'stuck'];

/** Days before the due day on which the owner is asked. */
export const CHECK_IN_DAYS_BEFORE = 5;
/** Days after the due day on which the owner of an open step is asked. */
export const CHECK_IN_DAYS_LATE = 2;
/** Days after the due day after which nobody is asked any more: the plan's page says that it is late. */
export const CHECK_IN_LAST_DAYS_LATE = 30;

/**
 * Why the owner of a step is to be asked on a day, or null. `soon`: from five days before it is due until the due day;
 * `late`: from two until thirty days after. A step that is done is not asked about, and nothing is asked on the day on
 * which it was decided. Days are calendar days YYYY-MM-DD. Throws RangeError for a text that is no day.
 */
export function checkInReason(
	step: Pick<PlanStep, 'dueOn' | 'doneAt'>,
	days: { readonly today: string; readonly decidedOn: string }
): CheckInReason | null {
	if (step.doneAt !== null || days.today <= days.decidedOn) return null;
	const late = daysBetween(step.dueOn, days.today);
	if (late >= -CHECK_IN_DAYS_BEFORE && late <= 0) return 'soon';
	return late >= CHECK_IN_DAYS_LATE && late <= CHECK_IN_LAST_DAYS_LATE ? 'late' : null;
}

/** Calendar days from one day to another, negative where it lies before. Throws RangeError for a text that is no day. */
export function daysBetween(from: string, to: string): number {
	const days = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
	if (Number.isNaN(days)) throw new RangeError(`not two days: ${from}, ${to}`);
	return days;
}

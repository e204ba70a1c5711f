// How far plans were carried out, beside what became of their groups: a plan counts from when it was decided, whatever was done of it.
import type { Plan } from '#domain/plan/plan.ts';

/** Plans without a step that is done; each in one of the two. */
export type NotCarriedOut = {
	/** Stopped before any step was done. */
	readonly stopped: number;
	/** Not stopped, and nothing done yet. */
	readonly notBegun: number;
};

/**
 * Counts the plans of which nothing was carried out. They are counted among those that act all the same (intention to treat): who
 * gets on with a plan is no matter of chance, so leaving the others out would make plans look better than they are.
 * A plan without steps counts as one of which nothing is done. Throws nothing.
 */
export function notCarriedOut(plans: readonly Pick<Plan, 'endedAt' | 'steps'>[]): NotCarriedOut {
	const undone = plans.filter(({ steps }) => steps.every(({ doneAt }) => doneAt === null));
	const stopped = undone.filter(({ endedAt }) => endedAt !== null).length;
	return { stopped, notBegun: undone.length - stopped };
}

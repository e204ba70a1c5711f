// What was decided, by whom, until when; what it says of itself is computed, never stored.
import type { Level } from '#domain/evidence/evidence.ts';

export type PlanStep = {
	readonly id: string;
	readonly description: string;
	readonly level: Level;
	/** A role or a name, as the people who decided wrote it. */
	readonly owner: string;
	/** Calendar day, YYYY-MM-DD. */
	readonly dueOn: string;
	readonly interventionId: string | null;
	readonly targetFactor: string;
	readonly doneAt: Date | null;
};

export type Plan = {
	readonly id: string;
	readonly roundId: string;
	readonly groupId: string;
	readonly title: string;
	readonly targetFactor: string;
	readonly decidedAt: Date;
	readonly decidedBy: string;
	readonly steps: readonly PlanStep[];
};

export type PlanStatus = 'done' | 'late' | 'under-way';

/**
 * Whether a plan is done, late or under way, from its steps' dates.
 * `today`: calendar day YYYY-MM-DD. A step is late the day after it was due. A plan without steps is under way.
 */
export function planStatus(plan: Plan, today: string): PlanStatus {
	const open = plan.steps.filter((step) => step.doneAt === null);
	if (plan.steps.length > 0 && open.length === 0) return 'done';
	return open.some((step) => step.dueOn < today) ? 'late' : 'under-way';
}

/**
 * True where every step is at the individual level: the causes then stay where they are, and the plan is flagged.
 * A plan without steps is not flagged.
 */
export function hasOnlyIndividualSteps(steps: readonly Pick<PlanStep, 'level'>[]): boolean {
	return steps.length > 0 && steps.every((step) => step.level === 'individual');
}

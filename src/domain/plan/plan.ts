// What was decided, by whom, until when. What a plan says of itself is computed from its times, never stored.
import type { Level } from '#domain/evidence/evidence.ts';

/** Whoever answers for a plan or a step: somebody of the roster by id, or a name that was written. */
export type PlanOwner = {
	/** Id in the roster, or null for others such as HR. */
	readonly leaderId: string | null;
	readonly name: string;
	/** Lower case, or null where unknown: then nobody can be written to. */
	readonly email: string | null;
};

/** A leadership group that the plan is for, as it was when somebody last saw to it. */
export type PlanPlace = {
	readonly unitId: string;
	readonly unitName: string;
	/** The unit above, or null at the top. */
	readonly parentUnitId: string | null;
	readonly managerId: string | null;
	/** The leaders of the group: where they go, the plan goes when the unit is closed. */
	readonly leaderIds: readonly string[];
};

export type PlanStep = {
	readonly id: string;
	readonly description: string;
	readonly level: Level;
	/** A role or a name, as the people who decided wrote it. */
	readonly owner: string;
	readonly ownerLeaderId: string | null;
	/** Lower case, or null: then nobody is asked how it goes. */
	readonly ownerEmail: string | null;
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
	/** Raised by each edit: whoever saves a form made from an older one is told. */
	readonly version: number;
	/** Null where nobody was named. */
	readonly owner: PlanOwner | null;
	/** Null in plans of before. */
	readonly level: Level | null;
	/** What it needs: people, money, room, decisions. */
	readonly resources: string;
	/** How to tell whether it worked. */
	readonly signs: readonly string[];
	/** Who was involved, in the words of those who decided. */
	readonly involved: string;
	/** Calendar day, YYYY-MM-DD, or null. */
	readonly followUpOn: string | null;
	/** Empty in plans of before: then the round's groups say where. */
	readonly places: readonly PlanPlace[];
	readonly endedAt: Date | null;
	readonly endedReason: string | null;
	readonly steps: readonly PlanStep[];
};

export type PlanStatus = 'planned' | 'under-way' | 'late' | 'waiting' | 'done' | 'ended';

export type StatusFacts = {
	readonly endedAt: Date | null;
	readonly steps: readonly Pick<PlanStep, 'id' | 'dueOn' | 'doneAt'>[];
	/** Steps of which somebody has said how they go. */
	readonly reportedSteps: ReadonlySet<string>;
	/** Proposals of the plan that nobody has accepted or declined. */
	readonly openProposals: number;
};

/**
 * The state of a plan, from its times. The first that fits: ended (somebody gave a reason), late (an open step was due
 * before today), waiting (a proposal has neither been accepted nor declined), done (every step is), under way (a step is
 * done or somebody has said how it goes), planned. A plan without steps is planned.
 * `today`: calendar day YYYY-MM-DD. A step is late the day after it was due.
 */
export function planStatus(facts: StatusFacts, today: string): PlanStatus {
	if (facts.endedAt !== null) return 'ended';
	const open = facts.steps.filter((step) => step.doneAt === null);
	if (open.some((step) => step.dueOn < today)) return 'late';
	if (facts.openProposals > 0) return 'waiting';
	if (facts.steps.length > 0 && open.length === 0) return 'done';
	const hasBegun = open.length < facts.steps.length || open.some((step) => facts.reportedSteps.has(step.id));
	return hasBegun ? 'under-way' : 'planned';
}

/**
 * True where every step is at the individual level: the causes then stay where they are, and the plan is flagged.
 * A plan without steps is not flagged.
 */
export function hasOnlyIndividualSteps(steps: readonly Pick<PlanStep, 'level'>[]): boolean {
	return steps.length > 0 && steps.every((step) => step.level === 'individual');
}

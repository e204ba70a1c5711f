// Two plans as leaders might write them: one that works on several levels, and one of individual steps only, which is flagged.
import type { Release, ReleasedGroup } from '#domain/disclosure/release.ts';
import type { Level } from '#domain/evidence/evidence.ts';
import type { Plan, PlanStep } from '#domain/plan/plan.ts';

type StepWords = { readonly description: string; readonly owner: string };
type PlanWords<Steps extends string> = {
	readonly title: string;
	readonly decidedBy: string;
	readonly steps: Readonly<Record<Steps, StepWords>>;
};

export type ExamplePlanWords = {
	readonly mixed: PlanWords<'dropTasks' | 'dialogue' | 'programme'>;
	readonly individual: PlanWords<'boundaries' | 'exercises'>;
};

type Making = {
	readonly release: Release;
	/** The reporting group of the manager whom visitors play: it gets the first plan, the group with the least coping the other. */
	readonly reportingGroupId: string;
	readonly words: ExamplePlanWords;
	readonly randomId: () => string;
	/** The moment so many days from now, and its calendar day. */
	readonly daysFromNow: (days: number) => { readonly moment: Date; readonly day: string };
};

const decidedDaysAgo = 28;

/** Empty where the release shows no group of the manager, or no other one. */
export function examplePlans(making: Making): Plan[] {
	const { release, reportingGroupId, words } = making;
	const leaves = release.groups.filter((group) => group.kind === 'leaf');
	const own = leaves.find((leaf) => leaf.reportingGroups.includes(reportingGroupId));
	const others = leaves.filter((leaf) => leaf !== own);
	const other = others.toSorted((a, b) => meanOf(a, 'coping') - meanOf(b, 'coping'))[0];
	if (own === undefined || other === undefined) return [];
	const { mixed, individual } = words;
	return [
		plan(making, own, { words: mixed, targetFactor: 'workload' }, [
			step(mixed.steps.dropTasks, 'organisation', 'drop-tasks', { due: 30, done: null }),
			step(mixed.steps.dialogue, 'group', 'manager-dialogue', { due: -10, done: -12 }),
			step(mixed.steps.programme, 'leadership', 'programme-for-large-spans', { due: 75, done: null })
		]),
		plan(making, other, { words: individual, targetFactor: 'coping' }, [
			step(individual.steps.boundaries, 'individual', 'self-care-and-boundaries', { due: 14, done: null }),
			step(individual.steps.exercises, 'individual', 'stress-management', { due: 40, done: null })
		])
	];
}

type DraftStep = StepWords & {
	readonly level: Level;
	readonly interventionId: string;
	readonly due: number;
	readonly done: number | null;
};

function step(
	words: StepWords,
	level: Level,
	interventionId: string,
	days: { readonly due: number; readonly done: number | null }
): DraftStep {
	return { ...words, level, interventionId, ...days };
}

function plan(
	{ release, randomId, daysFromNow }: Making,
	group: ReleasedGroup,
	{
		words,
		targetFactor
	}: { readonly words: { readonly title: string; readonly decidedBy: string }; readonly targetFactor: string },
	steps: readonly DraftStep[]
): Plan {
	return {
		id: randomId(),
		roundId: release.round,
		groupId: group.id,
		title: words.title,
		targetFactor,
		decidedAt: daysFromNow(-decidedDaysAgo).moment,
		decidedBy: words.decidedBy,
		steps: steps.map(({ due, done, ...draft }): PlanStep => ({
			...draft,
			id: randomId(),
			targetFactor,
			dueOn: daysFromNow(due).day,
			doneAt: done === null ? null : daysFromNow(done).moment
		}))
	};
}

function meanOf(group: ReleasedGroup, scale: string): number {
	return group.cells.find((cell) => cell.scale === scale && cell.statistic === 'mean')?.value ?? Infinity;
}

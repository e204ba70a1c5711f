// Two plans as leaders might write them: one that works on several levels, with a late step that is stuck, a proposal upward
// that waits and one that was declined; and one of individual steps only, which is flagged.
import type { Release, ReleasedGroup } from '#domain/disclosure/release.ts';
import type { Level } from '#domain/evidence/evidence.ts';
import type { LineMember } from '#domain/plan/line-of-management.ts';
import type { PlanEvent } from '#domain/plan/plan-event.ts';
import type { PlanPlace } from '#domain/plan/plan.ts';
import type { Proposal } from '#domain/plan/proposal.ts';
import type { CheckIn } from '#server/database/check-ins.ts';
import type { NewPlan, NewPlanStep } from '#server/database/plans.ts';

type StepWords = { readonly description: string; readonly owner: string };
type PlanWords<Steps extends string> = {
	readonly title: string;
	readonly decidedBy: string;
	readonly resources: string;
	readonly signs: readonly string[];
	readonly involved: string;
	readonly steps: Readonly<Record<Steps, StepWords>>;
};
type ProposalWords = { readonly title: string; readonly reason: string };

export type ExamplePlanWords = {
	readonly mixed: PlanWords<'dropTasks' | 'dialogue' | 'programme'> & {
		/** What the owner of the late step says. */
		readonly stuck: string;
		readonly waiting: ProposalWords;
		readonly declined: ProposalWords & { readonly answer: string };
	};
	readonly individual: PlanWords<'boundaries' | 'exercises'>;
};

/** Where a group is today, and its managers with the line above, nearest first. */
export type GroupPeople = { readonly places: readonly PlanPlace[]; readonly line: readonly LineMember[] };

type Making = {
	readonly release: Release;
	readonly words: ExamplePlanWords;
	readonly randomId: () => string;
	/** The moment so many days from now, and its calendar day. */
	readonly daysFromNow: (days: number) => { readonly moment: Date; readonly day: string };
	readonly own: ReleasedGroup;
	readonly ownPeople: GroupPeople;
	readonly other: ReleasedGroup;
	readonly otherPeople: GroupPeople;
};

export type ExamplePlan = {
	readonly plan: NewPlan;
	readonly proposals: readonly Proposal[];
	readonly checkIns: readonly CheckIn[];
	readonly events: readonly PlanEvent[];
};

const decidedDaysAgo = 28;
/** Long enough ago that the proposal is marked. */
const waitingDays = 17;

/**
 * The group of the manager whom visitors play, and of the others the one with the least coping. Null where the release
 * shows no group of the manager, or no other one.
 */
export function exampleGroups(
	release: Release,
	reportingGroupId: string
): { readonly own: ReleasedGroup; readonly other: ReleasedGroup } | null {
	const leaves = release.groups.filter((group) => group.kind === 'leaf');
	const own = leaves.find((leaf) => leaf.reportingGroups.includes(reportingGroupId));
	const others = leaves.filter((leaf) => leaf !== own);
	const other = others.toSorted((a, b) => meanOf(a, 'coping') - meanOf(b, 'coping'))[0];
	return own === undefined || other === undefined ? null : { own, other };
}

export function examplePlans(making: Making): ExamplePlan[] {
	const { mixed, individual } = making.words;
	const first = plan(
		making,
		{ group: making.own, people: making.ownPeople, words: mixed, targetFactor: 'workload', level: 'organisation' },
		[
			step(mixed.steps.dropTasks, 'organisation', 'drop-tasks', { due: 30, done: null }),
			step(mixed.steps.dialogue, 'group', 'manager-dialogue', { due: -10, done: -12 }),
			step(mixed.steps.programme, 'leadership', 'programme-for-large-spans', { due: -6, done: null })
		]
	);
	const second = plan(
		making,
		{ group: making.other, people: making.otherPeople, words: individual, targetFactor: 'coping', level: null },
		[
			step(individual.steps.boundaries, 'individual', 'self-care-and-boundaries', { due: 14, done: null }),
			step(individual.steps.exercises, 'individual', 'stress-management', { due: 40, done: null })
		]
	);
	return [withStory(making, first), { plan: second, proposals: [], checkIns: [], events: [decidedEvent(second)] }];
}

/** What has happened to the first plan since it was decided. */
function withStory(making: Making, made: NewPlan): ExamplePlan {
	const { words, daysFromNow } = making;
	const { mixed } = words;
	const proposals = exampleProposals(making, made);
	const stuck = made.steps[2];
	const done = made.steps[1];
	const said = daysFromNow(-3).moment;
	const person = made.decidedBy;
	const checkIns =
		stuck === undefined
			? []
			: [
					{
						planId: made.id,
						stepId: stuck.id,
						reason: 'late',
						dueOn: stuck.dueOn,
						recipientName: stuck.owner,
						recipientLeaderId: stuck.ownerLeaderId ?? null,
						recipientEmail: (stuck.ownerLeaderId ?? null) === null ? (stuck.ownerEmail ?? null) : null,
						sentAt: daysFromNow(-4).moment,
						expiresAt: daysFromNow(56).moment,
						answer: { kind: 'stuck', remark: mixed.stuck, at: said },
						byOpening: null
					} as const
				];
	const events: PlanEvent[] = [
		decidedEvent(made),
		...proposals.map(({ sentAt, title, receiver }): PlanEvent => {
			const details = { subject: title, reason: receiver.name };
			return { happenedAt: sentAt, person, kind: 'proposed', details };
		}),
		...proposals.flatMap(({ title, answer }): PlanEvent[] => {
			if (answer === null) return [];
			const details = { subject: title, answer: answer.kind, reason: answer.reason };
			return [{ happenedAt: answer.answeredAt, person: answer.answeredBy, kind: 'answered', details }];
		}),
		...(done?.doneAt ? [stepEvent('step-done', person, done.doneAt, { subject: done.description })] : []),
		...(stuck === undefined
			? []
			: [
					stepEvent('checked-in', stuck.owner, said, {
						...{ subject: stuck.description, answer: 'stuck', reason: mixed.stuck }
					})
				])
	];
	const inOrder = events.toSorted((a, b) => a.happenedAt.getTime() - b.happenedAt.getTime());
	return { plan: made, proposals, checkIns, events: inOrder };
}

function exampleProposals({ words, randomId, daysFromNow, ownPeople }: Making, made: NewPlan): Proposal[] {
	const [own] = ownPeople.line;
	const above = ownPeople.line.find((member) => member.distance > 0);
	if (own === undefined || above === undefined) return [];
	const { waiting, declined } = words.mixed;
	const common = {
		planId: made.id,
		senderName: own.name,
		senderEmail: own.email ?? '',
		receiver: { kind: 'leader', leaderId: above.leaderId, unitId: above.unitId, name: above.name },
		messages: []
	} as const;
	const answeredAt = daysFromNow(-15).moment;
	const no = { kind: 'declined', answeredAt, answeredBy: above.name, reason: declined.answer, planId: null } as const;
	return [
		{
			...common,
			...{ id: randomId(), title: declined.title, reason: declined.reason, sentAt: daysFromNow(-24).moment },
			answer: no
		},
		{
			...common,
			...{ id: randomId(), title: waiting.title, reason: waiting.reason, sentAt: daysFromNow(-waitingDays).moment },
			answer: null
		}
	];
}

function decidedEvent(made: NewPlan): PlanEvent {
	return { happenedAt: made.decidedAt, person: made.decidedBy, kind: 'decided', details: {} };
}

function stepEvent(
	kind: 'step-done' | 'checked-in',
	person: string,
	happenedAt: Date,
	details: PlanEvent['details']
): PlanEvent {
	return { happenedAt, person, kind, details };
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
	made: {
		readonly group: ReleasedGroup;
		readonly people: GroupPeople;
		readonly words: Omit<PlanWords<string>, 'steps'>;
		readonly targetFactor: string;
		readonly level: Level | null;
	},
	steps: readonly DraftStep[]
): NewPlan {
	const { group, people, words, targetFactor, level } = made;
	const [owner] = people.line;
	return {
		id: randomId(),
		roundId: release.round,
		groupId: group.id,
		title: words.title,
		targetFactor,
		level,
		decidedAt: daysFromNow(-decidedDaysAgo).moment,
		decidedBy: words.decidedBy,
		owner: owner === undefined ? null : { leaderId: owner.leaderId, name: owner.name, email: owner.email },
		resources: words.resources,
		signs: words.signs,
		involved: words.involved,
		followUpOn: daysFromNow(120).day,
		places: people.places,
		steps: steps.map(({ due, done, ...draft }): NewPlanStep => ({
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

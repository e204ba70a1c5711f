// What was planned after the round before the last: in some of the groups that weighed heaviest, and it took some of the
// weight. So the demonstration has something to follow up.
import type { Release, ReleasedGroup } from '#domain/disclosure/release.ts';
import type { Instrument } from '#domain/instrument/instrument.ts';
import type { ReportingGroup } from '#domain/round/reporting-groups.ts';
import { shiftsOf } from './answer-model.ts';
import type { ExamplePlan, GroupPeople } from './example-plans.ts';
import type { PlannedAnswer } from './planned-answers.ts';

export type EarlierPlanWords = {
	readonly decidedBy: string;
	readonly resources: string;
	readonly sign: string;
	readonly involved: string;
	/** In turn, one a group. */
	readonly kinds: readonly { readonly title: string; readonly step: string; readonly owner: string }[];
};

const target = 'workload';
const interventions = ['drop-tasks', 'administrative-support', 'programme-for-large-spans'] as const;
const plansAtMost = 20;
/** How much heavier it was before, in standard deviations of persons. */
const shiftBefore = 1.2;
const daysAgo = { decided: -380, due: -260, done: -255, followUp: -75 };

/** Reporting groups that will have acted: of those that weigh most in the later round, every third one or so. */
export function groupsThatActed(of: {
	readonly instrument: Instrument;
	readonly groups: readonly ReportingGroup[];
	readonly answers: readonly PlannedAnswer[];
}): ReadonlySet<string> {
	const scale = of.instrument.scales.findIndex((one) => one.factor === target);
	const byGroup = Map.groupBy(of.answers, ({ groupId }) => groupId);
	const heaviest = of.groups
		.map(({ id }) => ({ id, mean: meanOf((byGroup.get(id) ?? []).map(({ scores }) => scores[scale] ?? NaN)) }))
		.toSorted((one, other) => other.mean - one.mean)
		.slice(0, Math.ceil(of.groups.length / 2));
	return new Set(heaviest.filter(({ id }) => isWilling(id)).map(({ id }) => id));
}

/** What was different in a leadership group in the round before; undefined where it did not act. */
export function shiftsBefore(of: {
	readonly instrument: Instrument;
	readonly groups: readonly ReportingGroup[];
	readonly acting: ReadonlySet<string>;
}): (leadershipGroupId: string) => Float64Array | undefined {
	const shifts = shiftsOf(of.instrument, { [target]: shiftBefore, 'work-life-balance': shiftBefore / 3 });
	const own = new Set(
		of.groups.flatMap((group) => (of.acting.has(group.id) ? group.leadershipGroups.map(({ id }) => id) : []))
	);
	return (id) => (own.has(id) ? shifts : undefined);
}

/** The groups that make a plan: the willing ones among the heaviest that the release of the round before shows. */
export function groupsWithPlans(release: Release): readonly ReleasedGroup[] {
	const mean = (group: ReleasedGroup) =>
		group.cells.find((cell) => cell.scale === target && cell.statistic === 'mean')?.value ?? -Infinity;
	const leaves = release.groups.filter((group) => group.kind === 'leaf' && mean(group) > -Infinity);
	return leaves
		.toSorted((one, other) => mean(other) - mean(one))
		.slice(0, Math.ceil(leaves.length / 3))
		.filter(({ reportingGroups }) => reportingGroups.every(isWilling))
		.slice(0, plansAtMost);
}

/** The same third of the groups at every start. */
function isWilling(groupId: string): boolean {
	let sum = 0;
	for (const sign of groupId) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 997;
	return sum % 3 === 0;
}

export function earlierPlan(making: {
	readonly place: number;
	readonly group: ReleasedGroup;
	readonly people: GroupPeople;
	readonly roundId: string;
	readonly words: EarlierPlanWords;
	readonly randomId: () => string;
	readonly daysFromNow: (days: number) => { readonly moment: Date; readonly day: string };
}): ExamplePlan {
	const { place, group, people, words, randomId, daysFromNow } = making;
	const turn = place % interventions.length;
	const kind = words.kinds[turn];
	const [owner] = people.line;
	if (kind === undefined) throw new RangeError('An earlier plan of the demonstration has no words');
	const decidedAt = daysFromNow(daysAgo.decided).moment;
	return {
		plan: {
			id: randomId(),
			roundId: making.roundId,
			groupId: group.id,
			title: kind.title,
			targetFactor: target,
			level: 'organisation',
			decidedAt,
			decidedBy: words.decidedBy,
			owner: owner === undefined ? null : { leaderId: owner.leaderId, name: owner.name, email: owner.email },
			resources: words.resources,
			signs: [words.sign],
			involved: words.involved,
			followUpOn: daysFromNow(daysAgo.followUp).day,
			places: people.places,
			steps: [
				{
					id: randomId(),
					description: kind.step,
					level: turn === 2 ? 'leadership' : 'organisation',
					owner: kind.owner,
					dueOn: daysFromNow(daysAgo.due).day,
					interventionId: interventions[turn] ?? null,
					targetFactor: target,
					doneAt: daysFromNow(daysAgo.done).moment
				}
			]
		},
		proposals: [],
		checkIns: [],
		events: [{ happenedAt: decidedAt, person: words.decidedBy, kind: 'decided', details: {} }]
	};
}

function meanOf(values: readonly number[]): number {
	const known = values.filter((value) => !Number.isNaN(value));
	return known.length === 0 ? -Infinity : known.reduce((sum, value) => sum + value, 0) / known.length;
}

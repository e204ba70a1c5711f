// A program of its own, so that its memory is that of the grouping: groups a made-up organisation, prints what it took.
import { poolingValue, unitsWithoutResult } from '#domain/disclosure/pool-in-tree-value.ts';
import { previousOf } from '#domain/round/roster.testing.ts';
import { planReportingGroups, type ReportingPlan } from '#domain/round/reporting-groups.ts';
import { buildRegion } from '#server/demonstration/build-region.ts';
import { mergeSiblings } from './merge-siblings.ts';

export type GroupsSeen = {
	readonly units: number;
	readonly leaders: number;
	readonly seconds: readonly number[];
	/** With the same groups as the round before to be kept. */
	readonly againSeconds: readonly number[];
	readonly naiveSeconds: readonly number[];
	readonly bytesPeak: number;
	readonly bytesOfRoster: number;
	readonly ours: GroupsMade;
	readonly naive: GroupsMade;
};

/** `worth` in hundredths of a group, as the grouping counts. */
export type GroupsMade = { readonly groups: number; readonly unitsWithoutResult: number; readonly worth: number };

const minimum = 8;
const [leaders = '1500', runs = '3'] = process.argv.slice(2);
const region = buildRegion({ seed: 1, leaders: Number(leaders) });
const bytesOfRoster = process.memoryUsage().rss;

const timed = <T>(work: () => T): { readonly seconds: number; readonly result: T } => {
	const start = performance.now();
	const result = work();
	return { seconds: (performance.now() - start) / 1000, result };
};
const times = Array.from({ length: Number(runs) }, (_, run) => run);
const plans = times.map(() => timed(() => planReportingGroups({ ...region, minimumInvited: minimum })));
const bytesPeak = process.resourceUsage().maxRSS * 1024;
const plan = planned(plans[0]?.result);
const atoms = plan.groups.flatMap((group) =>
	group.leadershipGroups.map((own) => ({ id: own.id, nodeId: own.unitId, size: own.leaderIds.length }))
);
const previous = previousOf(plan);
const again = times.map(() => timed(() => planReportingGroups({ ...region, minimumInvited: minimum, previous })));
const naive = times.map(() => timed(() => mergeSiblings({ nodes: region.units, atoms, minimum })));

const ours = plan.groups.map((group) =>
	group.leadershipGroups.map((own) => ({ nodeId: own.unitId, size: own.leaderIds.length }))
);
const seen: GroupsSeen = {
	units: region.units.length,
	leaders: region.leaders.length,
	seconds: plans.map((run) => run.seconds),
	againSeconds: again.map((run) => run.seconds),
	naiveSeconds: naive.map((run) => run.seconds),
	bytesPeak,
	bytesOfRoster,
	ours: made(ours),
	naive: made(naive[0]?.result ?? [])
};
process.stdout.write(JSON.stringify(seen));

function made(groups: readonly (readonly { readonly nodeId: string; readonly size: number }[])[]): GroupsMade {
	const { broken } = unitsWithoutResult({ nodes: region.units, groups, minimum });
	return {
		groups: groups.length,
		unitsWithoutResult: broken.length,
		worth: poolingValue({ nodes: region.units, groups, minimum })
	};
}

function planned(plan: ReportingPlan | undefined): Extract<ReportingPlan, { kind: 'planned' }> {
	if (plan?.kind !== 'planned') throw new Error('the region of the benchmark is too small');
	return plan;
}

// Who "see as manager" shows: a head of department who leads about eight leaders, who are a reporting group by themselves,
// with no other below it, so that there is one result to look at.
import type { Instrument } from '#domain/instrument/instrument.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';
import type { ReportingGroup } from '#domain/round/reporting-groups.ts';
import { demonstrationDomain } from './person-names.ts';
import type { PlannedAnswer } from './planned-answers.ts';

export const managerAddress = `leder-af-ledere@${demonstrationDomain}`;

/**
 * The same organisation, where one leader has the manager's address: of the heads who fit, the one whose group has the
 * highest workload, so that there is something to do. Null where none fits.
 */
export function castManager(input: {
	readonly organisation: Organisation;
	readonly groups: readonly ReportingGroup[];
	readonly instrument: Instrument;
	readonly answers: readonly PlannedAnswer[];
	/** Responses that the group must have. */
	readonly fewestResponses: number;
}): Organisation | null {
	const { organisation, groups, instrument, answers, fewestResponses } = input;
	const heads = new Set(
		organisation.leaders.flatMap((leader) => (leader.level === 'afdelingsledelse' ? [leader.id] : []))
	);
	const groupsBelow = countBelow(organisation, groups);
	const workload = instrument.scales.findIndex((scale) => scale.factor === 'workload');
	const byGroup = Map.groupBy(answers, (answer) => answer.groupId);
	let best: { managerId: string; score: number } | null = null;
	for (const group of groups) {
		const [only, ...others] = group.leadershipGroups;
		const own = byGroup.get(group.id) ?? [];
		if (only === undefined || only.managerId === null || others.length > 0 || group.invited > 10) continue;
		if (!heads.has(only.managerId) || groupsBelow.get(only.unitId) !== 1 || own.length < fewestResponses) continue;
		const score = meanOf(own.map(({ scores }) => scores[workload] ?? NaN));
		if (best === null || score > best.score) best = { managerId: only.managerId, score };
	}
	if (best === null) return null;
	const { managerId } = best;
	return {
		units: organisation.units,
		leaders: organisation.leaders.map((leader) =>
			leader.id === managerId ? { ...leader, email: managerAddress } : leader
		)
	};
}

/** How many leadership groups lie at a unit or below it. */
function countBelow({ units }: Organisation, groups: readonly ReportingGroup[]): ReadonlyMap<string, number> {
	const parentOf = new Map(units.map((unit) => [unit.id, unit.parentId]));
	const counts = new Map<string, number>();
	for (const { unitId } of groups.flatMap((group) => group.leadershipGroups)) {
		for (let at: string | null = unitId; at !== null; at = parentOf.get(at) ?? null)
			counts.set(at, (counts.get(at) ?? 0) + 1);
	}
	return counts;
}

function meanOf(values: readonly number[]): number {
	const known = values.filter((value) => !Number.isNaN(value));
	return known.length === 0 ? -Infinity : known.reduce((sum, value) => sum + value, 0) / known.length;
}

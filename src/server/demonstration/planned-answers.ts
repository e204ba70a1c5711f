// Simulated answers of a planned round: each leadership group is drawn by itself, and the answers stand under its reporting group.
import type { Instrument } from '#domain/instrument/instrument.ts';
import type { Unit } from '#domain/organisation/organisation.ts';
import type { LeadershipGroup, ReportingGroup } from '#domain/round/reporting-groups.ts';
import { scoreResponses } from '#domain/scoring/score-responses.ts';
import { simulateAnswers } from './simulate-answers.ts';

export type PlannedAnswer = {
	readonly leadershipGroup: LeadershipGroup;
	readonly groupId: string;
	/** Who the simulation let answer; used for who has collected a ballot, never kept beside the answers. */
	readonly leaderId: string;
	/** In the instrument's item order, null = not answered. */
	readonly answers: readonly (number | null)[];
	/** In the instrument's scale order, NaN = no score. */
	readonly scores: Float64Array;
};

export function simulatePlan(input: {
	readonly instrument: Instrument;
	readonly units: readonly Unit[];
	readonly groups: readonly ReportingGroup[];
	readonly seed: number;
	readonly responseShare: number;
	/** What the same people answered a round earlier; `shiftsOf` is asked with a leadership group's id. */
	readonly before?: { readonly seed: number; readonly shiftsOf: (id: string) => Float64Array | undefined };
}): PlannedAnswer[] {
	const { instrument, seed, responseShare, before } = input;
	const areaOf = areasOf(input.units);
	const own = input.groups.flatMap((group) =>
		group.leadershipGroups.map((leadershipGroup) => ({ groupId: group.id, leadershipGroup }))
	);
	const simulated = simulateAnswers({
		instrument,
		groups: own.map(({ leadershipGroup: { id, unitId, leaderIds } }) => ({
			id,
			areaId: areaOf(unitId),
			invited: leaderIds.length
		})),
		seed,
		responseShare,
		...(before === undefined ? {} : { before: { seed: before.seed, shiftsOf: ({ id }) => before.shiftsOf(id) } })
	});
	const scores = scoreResponses({ instrument, answers: simulated.answers, respondents: simulated.respondents });
	const row = (values: Float64Array, index: number) =>
		values.subarray(
			(index * values.length) / simulated.respondents,
			((index + 1) * values.length) / simulated.respondents
		);
	return Array.from(simulated.groupOfRespondent).flatMap((position, index) => {
		const group = own[position];
		const leaderId = group?.leadershipGroup.leaderIds[simulated.memberOfRespondent[index] ?? -1];
		if (group === undefined || leaderId === undefined) return [];
		const answers = Array.from(row(simulated.answers, index), (answer) => (Number.isNaN(answer) ? null : answer));
		return [{ ...group, leaderId, answers, scores: row(scores, index) }];
	});
}

/** The unit below the root that a unit lies in: a hospital, a field, or the root itself. */
function areasOf(units: readonly Unit[]): (unitId: string) => string {
	const parentOf = new Map(units.map((unit) => [unit.id, unit.parentId]));
	return (unitId) => {
		let area = unitId;
		for (let above = parentOf.get(unitId); above; above = parentOf.get(above)) {
			if (parentOf.get(above) === null) return area;
			area = above;
		}
		return area;
	};
}

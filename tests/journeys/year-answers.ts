// What the leaders of the larger hospital answer over a year: one group is worn by its workload and is not any more a year later;
// the others stay where they were, but for what days and moods do to answers.
import type { Instrument } from '#domain/instrument/instrument.ts';
import { seededRandom } from '#server/demonstration/seeded-random.ts';
import { hospitalLeaders, ourHead, type HospitalLeader } from './larger-hospital.ts';

export type Year = 'first-round' | 'follow-up';

export const isOurs = (leader: HospitalLeader): boolean => leader.manager === ourHead.email;

/** Everybody in our group, seven of eight in the others: the same people both times. */
export const whoAnswers: readonly HospitalLeader[] = hospitalLeaders.filter(
	(leader, place) => isOurs(leader) || place % 8 !== 0
);

/** Answers by item, 1-5, the same each time it is called. The person is the same both times; days, groups and moods are not. */
export function answersOf(
	instrument: Pick<Instrument, 'items' | 'scales'>,
	leader: HospitalLeader,
	year: Year
): Readonly<Record<string, number>> {
	const place = hospitalLeaders.indexOf(leader);
	const person = 0.55 * seededRandom(place + 1).normal();
	const group = 0.15 * seededRandom(1000 * (year.length + Number(leader.unit.charAt(0)))).normal();
	const mood = seededRandom(100_000 * year.length + place);
	return Object.fromEntries(
		instrument.items.map(({ id, isReversed }) => {
			const factor = instrument.scales.find(({ items }) => items.includes(id))?.factor ?? null;
			const felt = centreOf(factor, leader, year) + person + group + 1.1 * mood.normal();
			const level = Math.min(5, Math.max(1, Math.round(felt)));
			return [id, isReversed ? 6 - level : level];
		})
	);
}

function centreOf(factor: string | null, leader: HospitalLeader, year: Year): number {
	if (factor === 'workload') return !isOurs(leader) ? 3.1 : year === 'first-round' ? 3.9 : 2.6;
	if (factor === 'work-life-balance') return isOurs(leader) && year === 'first-round' ? 3.5 : 3;
	return factor === 'support' || factor === 'development' ? 3.7 : 2.9;
}

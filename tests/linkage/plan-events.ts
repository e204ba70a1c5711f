// When leaders collect and hand in: most right after a letter came, by day, and at times several at once.
import type { SeededRandom } from '#server/demonstration/seeded-random.ts';
import type { Person } from './truth.ts';

/** `at`: milliseconds from the opening. */
export type PlannedEvent = {
	readonly at: number;
	readonly kind: 'collect' | 'submit' | 'profile';
	readonly leader: string;
};

const hour = 3_600_000;
const shareOnFirstHours = 0.4;
const shareOfTheReminder = 0.35;
/** Connection lost, or the device put away: the ballot is handed in hours or days later. */
const shareLater = 0.04;
const shareCollectingOnly = 0.05;
const shareWithProfile = 0.3;
const mostAtOnce = 8;
const sameMomentMilliseconds = 2 * 60_000;

/** A list a day, of lists of what happens at the same moment. Nobody does two things in one of them. */
export function planEvents(
	people: readonly Person[],
	{ random, days, reminderDay }: { readonly random: SeededRandom; readonly days: number; readonly reminderDay: number }
): PlannedEvent[][][] {
	const end = days * 24 * hour - 12 * hour;
	const between = (from: number, to: number) => from + (to - from) * random.next();
	const events = people.flatMap((person): PlannedEvent[] => {
		const { leader } = person;
		if (person.answers === null && !random.chance(shareCollectingOnly)) return [];
		const letterAt = random.chance(shareOfTheReminder) ? (reminderDay - 1) * 24 * hour : 0;
		const lastDay = letterAt === 0 ? reminderDay - 1 : days;
		const collect = random.chance(shareOnFirstHours)
			? letterAt + between(0, 3 * hour)
			: random.whole(letterAt / (24 * hour), lastDay - 1) * 24 * hour + between(hour, 11 * hour);
		if (person.answers === null) return [{ at: collect, kind: 'collect', leader }];
		const submit = random.chance(shareLater) ? between(collect, end) : collect + between(500, 6000);
		const happened: PlannedEvent[] = [
			{ at: collect, kind: 'collect', leader },
			{ at: submit, kind: 'submit', leader }
		];
		if (random.chance(shareWithProfile))
			happened.push({ at: submit + between(1000, 5 * 60_000), kind: 'profile', leader });
		return happened;
	});
	return Array.from({ length: days }, (_, day) =>
		atOnce(
			events.filter(({ at }) => Math.floor(at / (24 * hour)) === day).toSorted((one, other) => one.at - other.at),
			random
		)
	);
}

function atOnce(events: readonly PlannedEvent[], random: SeededRandom): PlannedEvent[][] {
	const parts: PlannedEvent[][] = [];
	let size = 0;
	for (const event of events) {
		const last = parts.at(-1);
		const [first] = last ?? [];
		const isAlone = first === undefined || event.at - first.at > sameMomentMilliseconds;
		if (last === undefined || isAlone || last.length >= size || last.some(({ leader }) => leader === event.leader)) {
			parts.push([event]);
			size = random.whole(1, mostAtOnce);
		} else last.push(event);
	}
	return parts;
}

// A region while it is being built: units and leaders are added from the top, and spans follow when everybody is there.
import type { Leader, Organisation, Unit } from '#domain/organisation/organisation.ts';
import type { Profession } from './department-kind.ts';
import { peopleFrom } from './person-names.ts';
import type { SeededRandom } from './seeded-random.ts';

export type Level = 'regionsdirektion' | 'hospitalsledelse' | 'afdelingsledelse' | 'afsnitsledelse';

export type DraftLeader = {
	readonly id: string;
	readonly unitId: string;
	readonly managerId: string | null;
	readonly level: Level;
	readonly profession: Profession;
};

export type RegionDraft = {
	readonly random: SeededRandom;
	readonly addUnit: (name: string, parent: Unit | null) => Unit;
	readonly addLeader: (place: {
		unit: Unit;
		manager: DraftLeader | null;
		level: Level;
		profession: Profession;
	}) => DraftLeader;
	readonly leaderCount: () => number;
	/** Adds deputies to groups that have room, one a group at a time, until there are this many leaders. */
	readonly fillWithDeputies: (leaders: number) => void;
	readonly finished: () => Organisation;
};

export const largestGroup = 12;

export function draftRegion(random: SeededRandom): RegionDraft {
	const units: Unit[] = [];
	const leaders: DraftLeader[] = [];
	const childCounts = new Map<string | null, number>();
	const reportCounts = new Map<string, number>();

	const addUnit = (name: string, parent: Unit | null): Unit => {
		const position = (childCounts.get(parent?.id ?? null) ?? 0) + 1;
		childCounts.set(parent?.id ?? null, position);
		const code = parent === null ? '90' : `${parent.code}${String(position).padStart(2, '0')}`;
		const unit: Unit = { id: `u${code}`, code, name, parentId: parent?.id ?? null };
		units.push(unit);
		return unit;
	};
	const add = (leader: Omit<DraftLeader, 'id'>): DraftLeader => {
		const made: DraftLeader = { id: `l${String(leaders.length + 1).padStart(6, '0')}`, ...leader };
		leaders.push(made);
		if (leader.managerId !== null) reportCounts.set(leader.managerId, (reportCounts.get(leader.managerId) ?? 0) + 1);
		return made;
	};
	return {
		random,
		addUnit,
		addLeader: ({ unit, manager, level, profession }) =>
			add({ unitId: unit.id, managerId: manager?.id ?? null, level, profession }),
		leaderCount: () => leaders.length,
		fillWithDeputies: (wanted) => {
			while (leaders.length < wanted) {
				const before = leaders.length;
				const onTheFloor = leaders.filter(
					(leader) => leader.level === 'afsnitsledelse' && !reportCounts.has(leader.id)
				);
				const oneAGroup = new Map(random.shuffled(onTheFloor).map((leader) => [leader.managerId, leader]));
				for (const { unitId, managerId, level, profession } of oneAGroup.values()) {
					if (leaders.length === wanted) return;
					if (managerId !== null && (reportCounts.get(managerId) ?? 0) < largestGroup)
						add({ unitId, managerId, level, profession });
				}
				if (leaders.length === before)
					throw new RangeError(`There is no room for ${wanted} leaders in ${units.length} units`);
			}
		},
		finished: () => {
			const nextPerson = peopleFrom(random);
			return {
				units,
				leaders: leaders.map((leader, index): Leader => {
					const reports = reportCounts.get(leader.id);
					return {
						...leader,
						...nextPerson(),
						key: `9${String(index + 1).padStart(6, '0')}`,
						span: reports ?? spanOf(leader, random)
					};
				})
			};
		}
	};
}

/** People led directly by somebody who leads no leaders: 15 to 70, most by those who lead nursing, cleaning and care. */
function spanOf(leader: DraftLeader, random: SeededRandom): number {
	const middle = middleSpans[leader.profession];
	return Math.min(70, Math.max(15, Math.round(middle * Math.exp(0.35 * random.normal()))));
}

const middleSpans: Readonly<Record<Profession, number>> = {
	læge: 15,
	sygeplejerske: 26,
	jordemoder: 30,
	bioanalytiker: 20,
	radiograf: 22,
	fysioterapeut: 20,
	ergoterapeut: 18,
	farmaceut: 17,
	psykolog: 16,
	'sosu-assistent': 26,
	pædagog: 21,
	paramediciner: 28,
	lægesekretær: 18,
	serviceassistent: 34,
	ingeniør: 16,
	administrativ: 16
};

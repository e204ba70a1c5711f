// One department: its sections and its leadership. Most are led by a chief physician and a chief nurse, each with a group.
import type { Unit } from '#domain/organisation/organisation.ts';
import type { DepartmentKind, Profession } from './department-kind.ts';
import type { DraftLeader, RegionDraft } from './region-draft.ts';

/** What a department holds on average, without teams and for those with a team (measured over 9,300 departments). */
export const usualDepartment = { leaders: 11.3, units: 6.1, sectionsWithTeam: 5.1, team: 6.5 };

export type DepartmentPlace = {
	readonly kind: DepartmentKind;
	readonly parent: Unit;
	/** Managers of the chief physician and of the chief nurse (or the one head). */
	readonly physiciansManager: DraftLeader;
	readonly othersManager: DraftLeader;
	/** 0-1: how many of those who lead a section lead a team of leaders in it. */
	readonly shareWithTeam: number;
};

export function addDepartment(draft: RegionDraft, place: DepartmentPlace): void {
	const { kind } = place;
	const unit = draft.addUnit(kind.name, place.parent);
	const sections = sectionNames(kind, sectionCount(draft, kind)).map((name) => draft.addUnit(name, unit));
	if (kind.head === 'pair') {
		addPhysicians(draft, place, unit, sections);
		const chief = addChief(draft, place.othersManager, unit, 'sygeplejerske');
		for (const section of sections) addSectionLeader(draft, place, section, chief);
	} else {
		const chief = addChief(draft, place.othersManager, unit, kind.head);
		for (const section of sections) addSectionLeader(draft, place, section, chief);
		if (draft.random.chance(0.4))
			draft.addLeader({ unit, manager: chief, level: 'afsnitsledelse', profession: 'administrativ' });
	}
}

function sectionCount({ random }: RegionDraft, kind: DepartmentKind): number {
	return kind.head === 'pair'
		? random.pick([3, 3, 4, 4, 5, 5, 5, 6, 6, 7])
		: Math.min(9, Math.max(3, kind.sections.length + random.whole(-1, 2)));
}

/** Clinics by name first, then numbered wards. */
function sectionNames(kind: DepartmentKind, count: number): string[] {
	const named = kind.sections.slice(0, kind.letter === null ? count : Math.floor(count / 2));
	const rest = Array.from({ length: count - named.length }, (_, index) =>
		kind.letter === null ? `Team ${index + 1}` : `Afsnit ${kind.letter}${index + 1}`
	);
	return [...rest, ...named];
}

function addChief(draft: RegionDraft, manager: DraftLeader, unit: Unit, profession: Profession): DraftLeader {
	return draft.addLeader({ unit, manager, level: 'afdelingsledelse', profession });
}

function addPhysicians(draft: RegionDraft, place: DepartmentPlace, unit: Unit, sections: readonly Unit[]): void {
	const chief = addChief(draft, place.physiciansManager, unit, 'læge');
	const count = Math.max(3, sections.length + draft.random.whole(-1, 1));
	for (let index = 0; index < count; index++) {
		const section = sections[index % sections.length] ?? unit;
		draft.addLeader({ unit: section, manager: chief, level: 'afsnitsledelse', profession: 'læge' });
	}
	if (draft.random.chance(0.7))
		draft.addLeader({ unit, manager: chief, level: 'afsnitsledelse', profession: 'lægesekretær' });
}

function addSectionLeader(draft: RegionDraft, place: DepartmentPlace, section: Unit, chief: DraftLeader): void {
	const profession = draft.random.pick(place.kind.sectionLeaders);
	const leader = draft.addLeader({ unit: section, manager: chief, level: 'afsnitsledelse', profession });
	if (!draft.random.chance(place.shareWithTeam)) return;
	const team = draft.random.pick([4, 5, 6, 6, 6, 7, 7, 7, 8, 9]);
	for (let index = 0; index < team; index++)
		draft.addLeader({ unit: section, manager: leader, level: 'afsnitsledelse', profession });
}

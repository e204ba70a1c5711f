// A part of a region with departments in it: a hospital (with centres where it is large), psychiatry, or another field.
import type { Unit } from '#domain/organisation/organisation.ts';
import { addDepartment } from './build-department.ts';
import type { DepartmentKind, Profession } from './department-kind.ts';
import { hospitalDepartments } from './hospital-departments.ts';
import type { DraftLeader, RegionDraft } from './region-draft.ts';

export type RegionPart = {
	readonly name: string;
	readonly departments: readonly DepartmentKind[];
	/** The region's board, where the head of the part reports to. */
	readonly parent: Unit;
	readonly manager: DraftLeader;
	readonly shareWithTeam: number;
};

/** More departments than this are divided between centres, so that nobody leads more than twelve leaders. */
const mostWithoutCentres = 12;
const mostInACentre = 6;

export function addHospital(draft: RegionDraft, part: RegionPart): void {
	const unit = draft.addUnit(part.name, part.parent);
	const lead = (manager: DraftLeader, profession: Profession) =>
		draft.addLeader({ unit, manager, level: 'hospitalsledelse', profession });
	const director = lead(part.manager, 'administrativ');
	const medical = lead(director, 'læge');
	const nursing = lead(director, 'sygeplejerske');
	for (let chiefs = draft.random.whole(1, 2); chiefs > 0; chiefs--) lead(director, 'administrativ');
	if (part.departments.length > mostWithoutCentres) return addCentres(draft, part, unit, director);

	const pairs = part.departments.filter((kind) => kind.head === 'pair').length;
	// A group of one or two chief physicians would be no group: they then report to the same deputy as the nurses.
	const physiciansManager = pairs < 3 ? nursing : medical;
	for (const kind of part.departments) {
		addDepartment(draft, {
			kind,
			parent: unit,
			physiciansManager,
			othersManager: nursing,
			shareWithTeam: part.shareWithTeam
		});
	}
}

/** A field without deputies: the director leads the heads of its departments. */
export function addField(draft: RegionDraft, part: RegionPart, profession: Profession): void {
	const unit = draft.addUnit(part.name, part.parent);
	const director = draft.addLeader({ unit, manager: part.manager, level: 'hospitalsledelse', profession });
	for (const kind of part.departments) {
		addDepartment(draft, {
			kind,
			parent: unit,
			physiciansManager: director,
			othersManager: director,
			shareWithTeam: part.shareWithTeam
		});
	}
}

function addCentres(draft: RegionDraft, part: RegionPart, hospital: Unit, director: DraftLeader): void {
	const count = Math.ceil(part.departments.length / mostInACentre);
	for (let centre = 0; centre < count; centre++) {
		const own = part.departments.filter((_, index) => Math.floor((index * count) / part.departments.length) === centre);
		const unit = draft.addUnit(centreNames[centre] ?? `Center ${centre + 1}`, hospital);
		const profession = centre % 2 === 0 ? 'læge' : 'sygeplejerske';
		const manager = draft.addLeader({ unit, manager: director, level: 'hospitalsledelse', profession });
		for (const kind of own) {
			addDepartment(draft, {
				kind,
				parent: unit,
				physiciansManager: manager,
				othersManager: manager,
				shareWithTeam: part.shareWithTeam
			});
		}
	}
}

/** In the order of the catalogue, so that the names fit roughly what lies in them. */
const centreNames = [
	'Center for Akut og Kirurgi',
	'Center for Familie og Diagnostik',
	'Center for Hjerne, Hjerte og Ældre',
	'Center for Organ og Sanser',
	'Center for Kræft og Laboratorier',
	'Center for Højt Specialiseret Behandling'
];

/** The departments of a hospital of this size: the ones that every hospital has, and others by chance, the rarer ones only where it is large. */
export function chooseDepartments(draft: RegionDraft, count: number): DepartmentKind[] {
	const basic = Math.min(count, 9);
	const others = draft.random.shuffled(hospitalDepartments.slice(basic, count + 5)).slice(0, count - basic);
	const chosen = new Set([...hospitalDepartments.slice(0, basic), ...others]);
	return repeated(
		hospitalDepartments.filter((kind) => chosen.has(kind)),
		count
	);
}

/** As many as asked for; from the second time on with a number. */
export function repeated(kinds: readonly DepartmentKind[], count: number): DepartmentKind[] {
	return Array.from({ length: count }, (_, index) => {
		const kind = kinds[index % kinds.length];
		if (kind === undefined) throw new RangeError('There are no kinds of departments to choose from');
		const turn = Math.floor(index / kinds.length) + 1;
		return turn === 1
			? kind
			: { ...kind, name: `${kind.name} ${turn}`, letter: kind.letter === null ? null : `${kind.letter}${turn}-` };
	});
}

// One region: its board, its hospitals and the fields beside them.
import type { Unit } from '#domain/organisation/organisation.ts';
import { addField, addHospital, chooseDepartments, repeated } from './build-hospital.ts';
import {
	administrationDepartments,
	prehospitalDepartments,
	psychiatryDepartments,
	socialDepartments
} from './field-departments.ts';
import type { DraftLeader, RegionDraft } from './region-draft.ts';

export type RegionPlan = {
	readonly name: string;
	readonly parent: Unit | null;
	readonly manager: DraftLeader | null;
	readonly departments: number;
	readonly shareWithTeam: number;
};

const hospitalShares = [0.35, 0.25, 0.16, 0.13, 0.11];
const shareOfField = { psychiatry: 0.07, prehospital: 0.03, social: 0.06, administration: 0.07 };

export function addRegion(draft: RegionDraft, plan: RegionPlan): void {
	const { shareWithTeam } = plan;
	const parent = draft.addUnit(plan.name, plan.parent);
	const lead = (manager: DraftLeader | null) =>
		draft.addLeader({ unit: parent, manager, level: 'regionsdirektion', profession: 'administrativ' });
	const director = lead(plan.manager);
	const executive = lead(director);
	lead(director);
	const field = (share: number, most: number) => Math.min(most, Math.max(3, Math.round(share * plan.departments)));
	const psychiatry = field(shareOfField.psychiatry, 11);
	const prehospital = field(shareOfField.prehospital, prehospitalDepartments.length);
	const social = field(shareOfField.social, 12);
	const administration = field(shareOfField.administration, 12);
	const left = Math.max(3, plan.departments - psychiatry - prehospital - social - administration);

	for (const [index, count] of hospitalSizes(left).entries()) {
		const name = hospitalNames(plan.name)[index] ?? `Hospital ${index + 1}`;
		addHospital(draft, {
			name,
			departments: chooseDepartments(draft, count),
			parent,
			manager: director,
			shareWithTeam
		});
	}
	addHospital(draft, {
		name: 'Psykiatrien',
		departments: repeated(psychiatryDepartments, psychiatry),
		parent,
		manager: director,
		shareWithTeam
	});
	addField(
		draft,
		{
			name: 'Præhospitalet',
			departments: repeated(prehospitalDepartments, prehospital),
			parent,
			manager: executive,
			shareWithTeam
		},
		'læge'
	);
	addField(
		draft,
		{
			name: 'Socialområdet',
			departments: repeated(socialDepartments, social),
			parent,
			manager: executive,
			shareWithTeam
		},
		'administrativ'
	);
	addField(
		draft,
		{
			name: 'Regionshuset',
			departments: repeated(administrationDepartments, administration),
			parent,
			manager: executive,
			shareWithTeam
		},
		'administrativ'
	);
}

/** Up to five hospitals of at least three departments. */
function hospitalSizes(departments: number): number[] {
	const count = Math.min(5, Math.max(1, Math.floor(departments / 6)));
	const shares = hospitalShares.slice(0, count);
	const sum = shares.reduce((total, share) => total + share, 0);
	const sizes = shares.slice(1).map((share) => Math.max(3, Math.round((departments * share) / sum)));
	return [departments - sizes.reduce((total, size) => total + size, 0), ...sizes];
}

function hospitalNames(region: string): string[] {
	const towns = ['Åbæksted', 'Lyngkøbing', 'Raunshøj', 'Fuglsund'];
	return [
		`${region.replace('Region ', '')} Universitetshospital`,
		...towns.map((town, index) => (index % 2 === 0 ? `Regionshospitalet ${town}` : `${town} Sygehus`))
	];
}

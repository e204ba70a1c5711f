// A region that does not exist, with the sizes of a real one: for the demonstration, and in large for benchmarks.
import type { Organisation, Unit } from '#domain/organisation/organisation.ts';
import { addRegion } from './add-region.ts';
import { usualDepartment } from './build-department.ts';
import { draftRegion, type DraftLeader, type RegionDraft } from './region-draft.ts';
import { seededRandom } from './seeded-random.ts';

export const demonstrationName = 'Region Havmark';

/**
 * Builds a synthetic Danish region: region > hospitals, psychiatry, prehospital, social field and administration > (centres) >
 * departments > sections, with exactly `leaders` leaders (300 or more). Every leader but the one at the top has one manager;
 * leadership groups hold 3 to 12 leaders; who leads no leaders has a span of 15 to 70.
 *
 * There are 0.4 units a leader at 1,500 leaders and fewer in larger organisations (20,000 units at 150,000 leaders), where
 * sections have teams with leaders of their own. From about 5,000 leaders on it is several regions under one root. The same
 * seed and size give the same organisation. Throws RangeError below 300 leaders.
 */
export function buildRegion({ seed, leaders }: { readonly seed: number; readonly leaders: number }): Organisation {
	if (!Number.isInteger(leaders) || leaders < 300)
		throw new RangeError('A region has a whole number of at least 300 leaders');
	const shareWithTeam = shareOfTeams(leaders);
	const perDepartment =
		usualDepartment.leaders + shareWithTeam * usualDepartment.sectionsWithTeam * usualDepartment.team;
	// Sizes are drawn, so a draft may come out too large: then one with fewer departments is drawn.
	for (let departments = Math.floor((shareInDepartments * leaders) / perDepartment) - 1; ; departments -= 1) {
		const draft = draftRegion(seededRandom(seed));
		const regions = Math.max(1, Math.round(departments / 110));
		if (regions === 1)
			addRegion(draft, { name: demonstrationName, parent: null, manager: null, departments, shareWithTeam });
		else addCountry(draft, { regions, departments, shareWithTeam });
		if (draft.leaderCount() > leaders) continue;
		draft.fillWithDeputies(leaders);
		return draft.finished();
	}
}

/** The others lead hospitals and regions, or are deputies. */
const shareInDepartments = 0.95;

/** So that there are about 600 units at 1,500 leaders and 20,000 at 150,000. */
function shareOfTeams(leaders: number): number {
	const units = leaders <= 1500 ? 0.4 * leaders : 600 + ((leaders - 1500) * 19_400) / 148_500;
	const leadersInDepartment = (shareInDepartments * leaders * usualDepartment.units) / units;
	const share =
		(leadersInDepartment - usualDepartment.leaders) / (usualDepartment.sectionsWithTeam * usualDepartment.team);
	return Math.min(1, Math.max(0, share));
}

function addCountry(
	draft: RegionDraft,
	plan: { readonly regions: number; readonly departments: number; readonly shareWithTeam: number }
): void {
	const root = draft.addUnit('Sundhedsvæsenet', null);
	const lead = (unit: Unit, manager: DraftLeader | null) =>
		draft.addLeader({ unit, manager, level: 'regionsdirektion', profession: 'administrativ' });
	const director = lead(root, null);
	lead(root, director);
	lead(root, director);
	const parts = plan.regions <= 10 ? 1 : Math.ceil(plan.regions / 10);
	for (let part = 0; part < parts; part++) {
		const unit = parts === 1 ? root : draft.addUnit(`Landsdel ${part + 1}`, root);
		const manager = parts === 1 ? director : lead(unit, director);
		for (let index = nth(plan.regions, part, parts); index < nth(plan.regions, part + 1, parts); index++) {
			const departments = nth(plan.departments, index + 1, plan.regions) - nth(plan.departments, index, plan.regions);
			addRegion(draft, {
				name: regionName(index),
				parent: unit,
				manager,
				departments,
				shareWithTeam: plan.shareWithTeam
			});
		}
	}
}

/** Where part `index` of `parts` equal parts of a total begins. */
function nth(total: number, index: number, parts: number): number {
	return Math.floor((index * total) / parts);
}

function regionName(index: number): string {
	const turn = Math.floor(index / regionNames.length);
	return `Region ${regionNames[index % regionNames.length]}${turn === 0 ? '' : ` ${turn + 1}`}`;
}

const regionNames = [
	'Havmark',
	'Fjordlund',
	'Lyngmark',
	'Birkenæs',
	'Skærholt',
	'Egemark',
	'Vesterlyng',
	'Åmark',
	'Ravnslund',
	'Klitnæs',
	'Bøgeholt',
	'Tornmark',
	'Engnæs',
	'Sivlund',
	'Hedeholt',
	'Morholm',
	'Agernæs'
];

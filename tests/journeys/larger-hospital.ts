// A hospital that does not exist, large enough that one group's year can be held against groups that did nothing.
import { organisationName, type MadeUpLeader } from './made-up-hospital.ts';

export type HospitalLeader = MadeUpLeader & {
	readonly unitName: string;
	readonly above: string;
	readonly span: number;
};

const wardsEach = 8;
const departments = [
	{ name: 'Medicinsk Afdeling', head: 'Mads Møller', span: 31 },
	{ name: 'Kirurgisk Afdeling', head: 'Kirsten Åkjær', span: 24 },
	{ name: 'Akutafdelingen', head: 'Jens Sø', span: 28 },
	{ name: 'Børneafdelingen', head: 'Rikke Lund', span: 16 },
	{ name: 'Neurologisk Afdeling', head: 'Ole Dam', span: 19 },
	{ name: 'Ortopædkirurgisk Afdeling', head: 'Tine Krogh', span: 22 },
	{ name: 'Røntgenafdelingen', head: 'Bo Friis', span: 14 },
	{ name: 'Psykiatrisk Afdeling', head: 'Nanna Holst', span: 26 }
] as const;

const firstNames = ['Anne', 'Birgit', 'Carsten', 'Dorte', 'Erik', 'Freja', 'Gorm', 'Helle'] as const;
const lastNames = ['Bech', 'Clausen', 'Dahl', 'Ernst', 'Frost', 'Gade', 'Hede', 'Juul'] as const;

export const director = { name: 'Hanne Holm', email: 'leder.1@sygehus.example' };
/** Leads the group whose year is walked through. */
export const ourHead = { name: departments[0].head, email: 'leder.100@sygehus.example', unitName: departments[0].name };

/** 73 leaders: the director, eight heads of departments, eight leaders of wards in each. */
export const hospitalLeaders: readonly HospitalLeader[] = [
	{ ...director, unit: '1', unitName: organisationName, above: '', manager: '', span: 8 },
	...departments.flatMap(({ name, head, span }, place): readonly HospitalLeader[] => {
		const unit = `${place + 1}00`;
		const own = { name: head, email: `leder.${unit}@sygehus.example`, unit, unitName: name, above: '1' };
		return [
			{ ...own, manager: director.email, span: wardsEach },
			...Array.from({ length: wardsEach }, (_, ward) => ({
				name: `${firstNames[ward]} ${lastNames[(ward + place) % lastNames.length]}`,
				email: `leder.${unit}.${ward + 1}@sygehus.example`,
				unit: `${place + 1}0${ward + 1}`,
				unitName: `${name.charAt(0)}${ward + 1}`,
				above: unit,
				manager: own.email,
				span: span + (ward % 3) - 1
			}))
		];
	})
];

/** As an HR system writes it: `;`, Windows-1252, one row a leader. */
export function hospitalFile(): Buffer {
	const heading = 'Enhedskode;Enhed;Overordnet enhed;Leder;E-mail;Nærmeste leder;Lederniveau;Faggruppe;Ledelsesspænd';
	const rows = hospitalLeaders.map(({ unit, unitName, above, name, email, manager, span }) => {
		const level = above === '' ? 'Direktion' : above === '1' ? 'Afdelingsledelse' : 'Afsnitsledelse';
		return [unit, unitName, above, name, email, manager, level, 'Sygeplejerske', span].join(';');
	});
	return Buffer.from([heading, ...rows, ''].join('\r\n'), 'latin1');
}

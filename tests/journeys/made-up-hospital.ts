// A small hospital that does not exist, as an HR system would write it: `;`, Windows-1252, one row a leader.
export type MadeUpLeader = {
	readonly name: string;
	readonly email: string;
	readonly unit: string;
	readonly manager: string;
};

export const administrator = { name: 'Signe Ørsted', email: 'signe.oersted@sygehus.example' };
export const organisationName = 'Sygehus Ærø';

const departments = [
	{
		code: '100',
		unit: 'Medicinsk Afdeling',
		head: 'Mads Møller',
		wards: ['Birk', 'Dahl', 'Eg', 'Fuglsang', 'Gran', 'Hede', 'Ibsen', 'Juhl', 'Kjær']
	},
	{
		code: '200',
		unit: 'Kirurgisk Afdeling',
		head: 'Kirsten Åkjær',
		wards: ['Lind', 'Mose', 'Nør', 'Ottosen', 'Poulsen', 'Ravn', 'Sø', 'Toft', 'Uhre']
	}
] as const;

/** 21 leaders: one of the hospital, two of departments, nine of wards in each. */
export const leaders: readonly MadeUpLeader[] = [
	{ name: 'Hanne Holm', email: addressOf('Hanne Holm'), unit: '1', manager: '' },
	...departments.flatMap(({ code, head, wards }) => [
		{ name: head, email: addressOf(head), unit: code, manager: addressOf('Hanne Holm') },
		...wards.map((ward, index) => ({
			name: `Leder ${ward}`,
			email: addressOf(`Leder ${ward}`),
			unit: String(Number(code) + index + 1),
			manager: addressOf(head)
		}))
	])
];

export const medicalHead = { name: 'Mads Møller', email: addressOf('Mads Møller') };
export const wardLeader = { name: 'Leder Birk', email: addressOf('Leder Birk') };

/** The file's rows; `change` makes another version of it. */
export function organisationFile(change: (row: string, line: number) => string = (row) => row): Buffer {
	const units = new Map<string, { name: string; parent: string }>([
		['1', { name: organisationName, parent: '' }],
		...departments.flatMap(({ code, unit, wards }): [string, { name: string; parent: string }][] => [
			[code, { name: unit, parent: '1' }],
			...wards.map((ward, index): [string, { name: string; parent: string }] => [
				String(Number(code) + index + 1),
				{ name: `Afsnit ${ward}`, parent: code }
			])
		])
	]);
	const rows = leaders.map(({ name, email, unit, manager }) => {
		const own = units.get(unit);
		return [unit, own?.name, own?.parent, name, email, manager, 'Afsnitsledelse', 'Sygeplejerske', '24'].join(';');
	});
	const heading = 'Enhedskode;Enhed;Overordnet enhed;Leder;E-mail;Nærmeste leder;Lederniveau;Faggruppe;Ledelsesspænd';
	const text = [heading, ...rows].map((row, index) => change(row, index + 1)).join('\r\n');
	// Every letter used here is the same in Windows-1252 and Latin-1.
	return Buffer.from(`${text}\r\n`, 'latin1');
}

function addressOf(name: string): string {
	const plain = name
		.toLowerCase()
		.replaceAll('æ', 'ae')
		.replaceAll('ø', 'oe')
		.replaceAll('å', 'aa')
		.replaceAll(' ', '.');
	return `${plain}@sygehus.example`;
}

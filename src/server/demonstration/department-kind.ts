// A kind of department: its name, its sections and who leads them.

export type Profession =
	| 'læge'
	| 'sygeplejerske'
	| 'jordemoder'
	| 'bioanalytiker'
	| 'radiograf'
	| 'fysioterapeut'
	| 'ergoterapeut'
	| 'farmaceut'
	| 'psykolog'
	| 'sosu-assistent'
	| 'pædagog'
	| 'paramediciner'
	| 'lægesekretær'
	| 'serviceassistent'
	| 'ingeniør'
	| 'administrativ';

export type DepartmentKind = {
	readonly name: string;
	/** Wards are numbered behind it: "Afsnit O2". Null where wards have only names. */
	readonly letter: string | null;
	/** Named wards, clinics and sections, the usual ones first. */
	readonly sections: readonly string[];
	/** `pair`: a chief physician and a chief nurse. Otherwise one head of this profession. */
	readonly head: 'pair' | Profession;
	/** Professions of those who lead a section. */
	readonly sectionLeaders: readonly [Profession, ...Profession[]];
};

export function pair(
	name: string,
	letter: string,
	sections: readonly string[],
	sectionLeaders: readonly [Profession, ...Profession[]] = ['sygeplejerske']
): DepartmentKind {
	return { name, letter, sections, head: 'pair', sectionLeaders };
}

export function single(
	name: string,
	head: Profession,
	sections: readonly string[],
	sectionLeaders: readonly [Profession, ...Profession[]]
): DepartmentKind {
	return { name, letter: null, sections, head, sectionLeaders };
}

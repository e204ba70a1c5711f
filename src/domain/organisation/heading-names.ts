// The headings we understand, in Danish and English. Spelling variants are met by `foldHeading`, not listed here.
import { foldHeading } from './fold-text.ts';

export const fields = [
	'unit-code',
	'unit-name',
	'unit-path',
	'parent',
	'parent-code',
	'parent-name',
	'shak',
	'leader-name',
	'first-name',
	'last-name',
	'email',
	'employee-number',
	'manager',
	'manager-email',
	'manager-number',
	'level',
	'profession',
	'span'
] as const;

/** What a column says. `parent` and `manager` may hold a code, number, e-mail or name; the others one thing only. */
export type Field = (typeof fields)[number];

// prettier-ignore
const written: Readonly<Record<Field, readonly string[]>> = {
	'unit-code': [
		'enhedskode', 'enhedens kode', 'enhedsnummer', 'enhedsnr', 'enheds id', 'organisationskode',
		'org kode', 'organisationsnummer', 'org nr', 'org id', 'orgenhed id', 'organisationsenhed id',
		'organisationsenhedskode', 'afdelingskode', 'afdelingsnummer', 'afdelingsnr', 'afdelings id',
		'afsnitskode', 'afsnitsnummer', 'afsnitsnr', 'sor', 'sor kode', 'sor id', 'sor nummer', 'unit code',
		'unit id', 'unit number', 'unit no', 'org unit code', 'org unit id', 'org code', 'organisation code',
		'organization code', 'organisational unit id', 'organizational unit id', 'department code',
		'department id', 'department number'
	],
	'unit-name': [
		'enhed', 'enhedsnavn', 'enhedens navn', 'navn på enhed', 'organisationsenhed', 'organisatorisk enhed',
		'orgenhed', 'organisation', 'afdeling', 'afdelingsnavn', 'afsnit', 'afsnitsnavn', 'arbejdssted',
		'tjenestested', 'arbejdsplads', 'unit', 'unit name', 'name of unit', 'org unit', 'org unit name',
		'organisational unit', 'organizational unit', 'organization', 'department', 'department name', 'ward',
		'ward name', 'workplace'
	],
	'unit-path': [
		'enhedssti', 'sti', 'enhedshierarki', 'hierarki', 'organisationssti', 'organisationshierarki',
		'organisatorisk placering', 'placering i organisationen', 'fuld enhed', 'unit path', 'path',
		'org path', 'organisation path', 'organization path', 'hierarchy', 'unit hierarchy'
	],
	parent: [
		'overordnet enhed', 'overordnede enhed', 'overenhed', 'overliggende enhed', 'overordnet afdeling',
		'overordnet organisation', 'hører under', 'hører til under', 'placeret under', 'del af', 'moderenhed',
		'forældreenhed', 'parent', 'parent unit', 'parent department', 'parent org unit', 'superior unit',
		'belongs to', 'belongs under', 'part of'
	],
	'parent-code': [
		'overordnet kode', 'overordnet enhedskode', 'overordnet enheds kode', 'overordnet enhed kode',
		'overordnet enheds id', 'overordnet enhed id', 'overordnet enhedsnummer', 'overordnet enhedsnr',
		'kode på overordnet enhed', 'overenhedskode', 'moderenhedskode', 'overordnet sor kode',
		'overordnet organisationskode', 'overordnet afdelingskode', 'parent code', 'parent id',
		'parent unit code', 'parent unit id', 'parent number', 'parent unit number', 'parent org unit code',
		'parent org unit id', 'parent department code', 'parent department id'
	],
	'parent-name': [
		'overordnet enhedsnavn', 'overordnet enheds navn', 'navn på overordnet enhed', 'overordnet navn',
		'hospital', 'hospitalsnavn', 'hospitalets navn', 'hospital prefix', 'sygehus', 'sygehusnavn',
		'parent name', 'parent unit name', 'name of parent unit', 'hospital name'
	],
	shak: ['shak', 'shak kode', 'shakkode', 'shak code', 'shak nummer'],
	'leader-name': [
		'ledernavn', 'lederens navn', 'leders navn', 'navn på leder', 'fulde navn', 'fuldt navn',
		'medarbejdernavn', 'leader', 'leader name', 'name of leader', 'leaders name', 'full name',
		'employee name'
	],
	'first-name': ['fornavn', 'fornavne', 'lederens fornavn', 'first name', 'first names', 'given name', 'forename'],
	'last-name': ['efternavn', 'efternavne', 'lederens efternavn', 'last name', 'surname', 'family name'],
	email: [
		'e-mail', 'mail', 'e-mailadresse', 'e-mail-adresse', 'mailadresse', 'e-post', 'arbejdsmail',
		'arbejds e-mail', 'lederens e-mail', 'lederens mail', 'e-mail address', 'mail address', 'work e-mail',
		'work mail', 'leader e-mail', 'leader e-mail address'
	],
	'employee-number': [
		'medarbejdernummer', 'medarbejdernr', 'medarbejder nr', 'medarb nr', 'medarbejder id',
		'ansættelsesnummer', 'ansættelsesnr', 'ansat nr', 'tjenestenummer', 'tjenestenr',
		'tjenestemandsnummer', 'lønnummer', 'lønnr', 'personalenummer', 'personalenr',
		'lederens medarbejdernummer', 'leder id', 'employee number', 'employee no', 'employee id',
		'personnel number', 'personnel no', 'staff number', 'staff id', 'payroll number', 'leader id',
		'leader number'
	],
	manager: [...ofManager(['', ' navn', ' name']), 'refererer til', 'rapporterer til', 'reports to', 'reporting to'],
	'manager-email': ofManager([' e-mail', ' mail', ' e-mailadresse', ' mailadresse', ' e-mail address']),
	'manager-number': ofManager([
		' medarbejdernummer',
		' medarbejdernr',
		' medarbejder id',
		' id',
		' nr',
		' nummer',
		' ansættelsesnummer',
		' lønnummer',
		' employee number',
		' employee no',
		' employee id',
		' number',
		' no',
		' personnel number'
	]),
	level: [
		'niveau', 'lederniveau', 'ledelsesniveau', 'ledertype', 'ledelseslag', 'lederlag', 'stillingsniveau',
		'level', 'leader level', 'leadership level', 'management level'
	],
	profession: [
		'faggruppe', 'fag', 'profession', 'personalegruppe', 'stillingsgruppe', 'faglig baggrund', 'faglighed',
		'professional group', 'occupation', 'occupational group', 'job group', 'professional background'
	],
	span: [
		'ledelsesspænd', 'spænd', 'antal medarbejdere', 'medarbejdere', 'antal ansatte', 'antal underordnede',
		'antal direkte medarbejdere', 'antal medarbejdere i direkte reference', 'personaleansvar antal',
		'span', 'span of control', 'number of employees', 'employees', 'number of staff', 'direct reports',
		'number of direct reports', 'number of reports', 'headcount'
	]
};

/** Folded heading → field, for the headings that mean one thing wherever they stand. */
export const certainHeadings: ReadonlyMap<string, Field> = new Map(
	fields.flatMap((field) => written[field].map((heading): [string, Field] => [foldHeading(heading), field]))
);

/** Headings whose meaning hangs on the other columns; `recogniseHeadings` settles them. */
export type OpenHeading = 'name' | 'code' | 'id' | 'boss' | 'boss-email' | 'above';

/** Looked up before `certainHeadings`. */
export const openHeadings: ReadonlyMap<string, OpenHeading> = new Map([
	...open('name', ['navn', 'name']),
	...open('code', ['kode', 'code']),
	...open('id', ['id']),
	...open('boss', ['leder', 'chef', 'manager', 'supervisor']),
	...open('boss-email', [
		'leders e-mail',
		'leders mail',
		'leders mailadresse',
		'leder e-mail',
		'leder mail',
		'leder mailadresse'
	]),
	...open('above', ['overordnet', 'superior'])
]);

/** A column with the Danish civil registration number: never read, so that it is never stored. */
export const civilNumberHeadings: ReadonlySet<string> = new Set(
	['cpr', 'cpr nr', 'cpr nummer', 'personnummer', 'cpr number', 'civil registration number'].map(foldHeading)
);

function ofManager(endings: readonly string[]): string[] {
	const whose = ['nærmeste ', 'overordnet ', 'overordnede ', 'lederens ', 'leders ', 'egen ', 'own ', 'line '];
	const bosses = ['leder', 'leders', 'chef', 'chefs', 'manager', 'managers'];
	const named = [
		...whose.flatMap((word) => bosses.map((boss) => `${word}${boss}`)),
		'chef',
		'chefs',
		'chefens',
		'manager',
		'managers',
		'supervisor',
		'supervisors',
		'personaleleder'
	];
	return named.flatMap((boss) => endings.map((ending) => `${boss}${ending}`));
}

function open(meaning: OpenHeading, headings: readonly string[]): [string, OpenHeading][] {
	return headings.map((heading) => [foldHeading(heading), meaning]);
}

import type { OrganisationChange } from '#domain/organisation/compare-organisations.ts';
import type { Field } from '#domain/organisation/heading-names.ts';
import type { ImportNotice, ImportProblem, UnreadableFileCode } from '#domain/organisation/import-problem.ts';

/** Hvad enheder og ledere hedder, så en ændring kan fortælles med navne. */
export type OrganisationNames = { readonly unit: (id: string) => string; readonly leader: (id: string) => string };

const number = new Intl.NumberFormat('da');
const and = new Intl.ListFormat('da', { type: 'conjunction' });
const or = new Intl.ListFormat('da', { type: 'disjunction' });

const fields: Readonly<Record<Field, string>> = {
	'unit-code': 'enhedskode',
	'unit-name': 'enhed',
	'unit-path': 'enhedssti',
	parent: 'overordnet enhed',
	'parent-code': 'overordnet enhedskode',
	'parent-name': 'navn på overordnet enhed',
	shak: 'SHAK-kode',
	'leader-name': 'lederens navn',
	'first-name': 'fornavn',
	'last-name': 'efternavn',
	email: 'e-mail',
	'employee-number': 'medarbejdernummer',
	manager: 'nærmeste leder',
	'manager-email': 'nærmeste leders e-mail',
	'manager-number': 'nærmeste leders medarbejdernummer',
	level: 'lederniveau',
	profession: 'faggruppe',
	span: 'ledelsesspænd'
};

function quoted(words: readonly string[]): string {
	return and.format(words.map((word) => `»${word}«`));
}

/** "linje 4", "linje 4 og 9"; de første ti, hvis der er flere. */
function onLines(lines: readonly number[]): string {
	const shown = lines.slice(0, 10).map(String);
	const more = lines.length - shown.length;
	return `linje ${and.format(more > 0 ? [...shown, `${number.format(more)} mere`] : shown)}`;
}

function whatIsWrong(problem: ImportProblem): string {
	switch (problem.code) {
		case 'no-rows':
			return 'Filen er tom. Der skal være en række med overskrifter og mindst én række under den.';
		case 'heading-missing': {
			const needed = and.format(problem.detail.needed.map((choice) => or.format(choice.map((field) => fields[field]))));
			const { found } = problem.detail;
			const there = found.length === 0 ? 'Der står ingen overskrifter.' : `Der står nu: ${quoted(found)}.`;
			return `Der mangler en kolonne med ${needed}. ${there}`;
		}
		case 'heading-repeated':
			return `Kolonnerne ${quoted(problem.detail.headings)} læses begge som ${fields[problem.detail.field]}. Behold den ene.`;
		case 'too-many-rows':
			return `Her slutter læsningen: en fil må højst have ${number.format(problem.detail.limit)} rækker. Del den i flere.`;
		case 'row-too-long':
			return `Rækken har ${problem.detail.cells} felter, men der er kun ${problem.detail.headings} overskrifter. Måske mangler der anførselstegn om et felt.`;
		case 'field-too-long':
			return `Feltet under »${problem.column ?? ''}« er på ${number.format(problem.detail.characters)} tegn. Der er plads til ${number.format(problem.detail.limit)}.`;
		case 'control-character':
			return `Feltet under »${problem.column ?? ''}« rummer et tegn, der ikke kan vises (${problem.detail.point}). Skriv feltet igen.`;
		case 'unit-missing':
			return 'Der står ikke, hvilken enhed rækken handler om. Skriv enhedens navn eller kode.';
		case 'unit-name-missing':
			return `Enheden med koden »${problem.detail.unitCode}« har ikke noget navn.`;
		case 'unit-unknown':
			return `Enheden »${problem.detail.unit}« står ikke i filen og er ikke indlæst før. Ret navnet, eller tilføj enheden.`;
		case 'unit-ambiguous':
			return `Flere enheder hedder »${problem.detail.unit}«${placed(problem.detail.lines)}. Skriv enhedens kode.`;
		case 'unit-path-broken':
			return `Stien »${problem.detail.path}« mangler et navn mellem to skilletegn.`;
		case 'unit-code-conflict': {
			const what = problem.detail.about === 'name' ? 'forskellige navne' : 'forskellige overordnede enheder';
			return `Enheden »${problem.detail.unitCode}« har ${what} på ${onLines(problem.detail.lines)}.`;
		}
		case 'parent-unknown':
			return `Enheden »${problem.detail.parent}« findes ikke som overordnet enhed.`;
		case 'parent-ambiguous':
			return `Flere enheder hedder »${problem.detail.parent}«${placed(problem.detail.lines)}. Skriv koden på den overordnede enhed.`;
		case 'unit-cycle':
			return problem.detail.names.length === 1
				? `Enheden ${quoted(problem.detail.names)} står som overordnet for sig selv.`
				: `Enhederne ${quoted(problem.detail.names)} er overordnet hinanden i ring (${onLines(problem.detail.lines)}).`;
		case 'leader-name-missing':
			return 'Lederens navn mangler.';
		case 'email-invalid':
			return `»${problem.detail.email}« er ikke en e-mailadresse.`;
		case 'email-repeated':
			return `E-mailen »${problem.detail.email}« står ved mere end én leder (${onLines(problem.detail.lines)}).`;
		case 'email-taken':
			return `E-mailen »${problem.detail.email}« tilhører allerede ${problem.detail.name}, som ikke står i filen.`;
		case 'employee-number-repeated':
			return `Medarbejdernummeret »${problem.detail.employeeNumber}« står mere end én gang (${onLines(problem.detail.lines)}). En leder skal stå på én række.`;
		case 'employee-number-civil':
			return `Under »${problem.column ?? ''}« står noget, der ligner et CPR-nummer. Brug et medarbejdernummer; CPR-numre gemmer vi ikke.`;
		case 'leader-repeated':
			return `${problem.detail.name} står flere gange i samme enhed (${onLines(problem.detail.lines)}). Skriv en e-mail eller et medarbejdernummer, så vi kan kende dem fra hinanden.`;
		case 'span-not-a-number':
			return `Ledelsesspændet »${problem.detail.value}« er ikke et tal.`;
		case 'span-negative':
			return `Ledelsesspændet »${problem.detail.value}« er mindre end nul.`;
		case 'span-decimals':
			return `Ledelsesspændet »${problem.detail.value}« er ikke et helt tal.`;
		case 'span-too-large':
			return `Ledelsesspændet »${problem.detail.value}« er for stort. Det kan højst være ${number.format(problem.detail.limit)}.`;
		case 'manager-unknown':
			return `Nærmeste leder »${problem.detail.manager}« findes ikke blandt lederne.`;
		case 'manager-ambiguous':
			return `Flere ledere hedder »${problem.detail.manager}«${placed(problem.detail.lines)}. Skriv nærmeste leders e-mail eller medarbejdernummer.`;
		case 'manager-self':
			return `${problem.detail.name} står som sin egen nærmeste leder. Lad feltet stå tomt for den øverste leder.`;
		case 'manager-cycle':
			return `${quoted(problem.detail.names)} er ledere for hinanden i ring (${onLines(problem.detail.lines)}).`;
	}
}

function placed(lines: readonly number[]): string {
	return lines.length === 0 ? '' : ` (${onLines(lines)})`;
}

function whatWasDone(notice: ImportNotice): string {
	switch (notice.code) {
		case 'unit-created':
			return `Enheden »${notice.detail.name}« har ikke sin egen række. Den bliver oprettet, fordi ${rows(notice.detail.lines)} nævner den som overordnet.`;
		case 'managers-derived':
			return `Filen siger ikke, hvem der er nærmeste leder. For ${number.format(notice.detail.leaders)} ${notice.detail.leaders === 1 ? 'leder' : 'ledere'} har vi fundet lederen i enheden ovenover.`;
		case 'manager-derived':
			return `Der står ingen nærmeste leder ved ${notice.detail.name}. Vi har sat ${notice.detail.manager}, som leder enheden ovenover.`;
		case 'leader-weak-key':
			return `${notice.detail.name} har hverken e-mail eller medarbejdernummer. Skifter lederen enhed eller navn, kan vi ikke se, at det er den samme.`;
		case 'heading-unused':
			return `Vi bruger ikke ${notice.detail.headings.length === 1 ? 'kolonnen' : 'kolonnerne'} ${quoted(notice.detail.headings)}.`;
		case 'civil-number-unread':
			return `Kolonnen »${notice.detail.heading}« er ikke læst. CPR-numre gemmer vi ikke.`;
	}
}

function rows(count: number): string {
	return count === 1 ? 'én række' : `${number.format(count)} rækker`;
}

function place(id: string | null, name: (id: string) => string): string {
	return id === null ? 'øverst' : `»${name(id)}«`;
}

function person(id: string | null, name: (id: string) => string): string {
	return id === null ? 'ingen' : name(id);
}

const leaderFields = {
	key: 'det, vi genkender lederen på,',
	name: 'navn',
	email: 'e-mail',
	level: 'lederniveau',
	profession: 'faggruppe',
	span: 'ledelsesspænd'
} as const;

function whatChanges(change: OrganisationChange, names: OrganisationNames): string {
	switch (change.kind) {
		case 'unit-added':
			return change.unit.parentId === null
				? `Ny enhed øverst: »${change.unit.name}«.`
				: `Ny enhed: »${change.unit.name}« under »${names.unit(change.unit.parentId)}«.`;
		case 'unit-renamed':
			return `Enheden »${change.before}« kommer til at hedde »${change.after}«.`;
		case 'unit-moved':
			return `Enheden »${names.unit(change.unitId)}« flytter fra ${place(change.before, names.unit)} til ${place(change.after, names.unit)}.`;
		case 'unit-coded':
			return `Enheden »${names.unit(change.unitId)}« får koden »${change.after}«.`;
		case 'unit-closed':
			return `Enheden »${change.unit.name}« lukkes.`;
		case 'leader-added':
			return `Ny leder: ${change.leader.name} i »${names.unit(change.leader.unitId)}«.`;
		case 'leader-moved':
			return `${names.leader(change.leaderId)} flytter fra »${names.unit(change.before)}« til »${names.unit(change.after)}«.`;
		case 'leader-manager-changed':
			return `${names.leader(change.leaderId)} skifter nærmeste leder fra ${person(change.before, names.leader)} til ${person(change.after, names.leader)}.`;
		case 'leader-changed':
			return `${names.leader(change.leaderId)}: ${leaderFields[change.field]} ændres fra ${value(change.before)} til ${value(change.after)}.`;
		case 'leader-left':
			return `${change.leader.name} er ikke længere leder i »${names.unit(change.leader.unitId)}«.`;
	}
}

function value(content: string | number | null): string {
	return content === null ? 'tomt' : `»${content}«`;
}

const unreadable: Readonly<Record<UnreadableFileCode, string>> = {
	empty: 'Filen er tom. Har du valgt den rigtige fil?',
	'too-large': 'Filen fylder mere end 10 MB. Fjern kolonner, vi ikke skal bruge, eller del filen i to.',
	pdf: 'Filen er en PDF, også selv om den hedder noget andet. Gem listen som CSV eller .xlsx.',
	'old-excel': 'Filen er i det gamle Excel-format (.xls). Åbn den i Excel, og gem den som .xlsx eller CSV.',
	password: 'Filen er låst med en adgangskode. Gem den uden adgangskode, og prøv igen.',
	'other-zip': 'Filen er en zip-fil eller en anden slags dokument. Gem listen som CSV eller .xlsx.',
	'broken-xlsx':
		'Excel-filen kan ikke læses; den er måske kun hentet halvt. Åbn den i Excel, gem den igen, og prøv så.',
	'xlsx-too-large': 'Excel-filen bliver for stor, når den pakkes ud. Gem listen som CSV i stedet.',
	'no-sheet': 'Der står ikke noget i Excel-filens ark. Har du valgt den rigtige fil?',
	html: 'Filen er en webside, selv om den måske hedder .xls. Åbn den i Excel, og gem den som .xlsx eller CSV.',
	'not-text': 'Filen er hverken CSV eller .xlsx. Gem listen som en af dem.',
	'broken-quotes': 'Et anførselstegn bliver åbnet, men aldrig lukket.'
};

/** Sætninger om en fil, der skal blive til en organisation. Hver siger, hvad der er galt, og hvor. */
export const organisationImport = {
	fields,
	problem: (problem: ImportProblem): string => `Linje ${problem.line}: ${whatIsWrong(problem)}`,
	notice: (notice: ImportNotice): string => `Linje ${notice.line}: ${whatWasDone(notice)}`,
	change: whatChanges,
	unreadable: (code: UnreadableFileCode, line?: number): string =>
		line === undefined ? unreadable[code] : `Linje ${line}: ${unreadable[code]}`,
	problemCount: (count: number): string =>
		count === 0 ? 'Der er ingen fejl.' : count === 1 ? 'Der er én fejl.' : `Der er ${number.format(count)} fejl.`,
	nothingSaved: 'Intet er gemt. Ret filen, og læs den ind igen.',
	noChanges: 'Filen ændrer ikke noget.'
};

import { formatList } from '#texts/format.ts';

const number = new Intl.NumberFormat('da');

/** Den offentlige liste over grupper og nøgler, som arbejdsmiljøudvalget gemmer som vidne. */
export const manifest = {
	title: (round: string) => `Listen over grupper i »${round}«`,
	linkTitle: 'Listen over grupper',
	see: 'Se',
	seeOf: (round: string) => ` listen over grupper i »${round}«`,
	whoCanSee: 'Alle kan åbne denne side',
	lead: 'Da målingen åbnede, blev denne liste låst. Hver gruppe har sin egen nøgle, som alle i gruppen deler. Så kan ingen få en nøgle for sig selv og blive kendt på den.',
	counts: (groups: number, invited: number) =>
		`${groups === 1 ? 'Én gruppe' : `${number.format(groups)} grupper`} med ${number.format(invited)} inviterede i alt.`,
	hashTitle: 'Listens kontroltal',
	hashWhat: 'Tallet er regnet ud af hele listen. Bliver så meget som et bogstav ændret, bliver tallet et andet.',
	compareTitle: 'Passer det med dit brev?',
	compare: [
		'Find kontroltallet i den mail eller det brev, du fik med invitationen.',
		'Sammenlign det med tallet her, fire tegn ad gangen. Se på dem alle sammen.',
		'Er de ens, er det den samme liste. Er de ikke ens, så svar ikke, men sig det til arbejdsmiljøudvalget.'
	],
	browserCompares:
		'Åbner du linket i mailen, eller scanner du koden i brevet, sammenligner din browser selv tallene, før den sender noget. Den ser kun dit eget brev. Alle har fået det samme tal, så I kan også sammenligne med hinanden.',
	findOwn:
		'Find også din egen gruppe herunder. Kender du enhederne, og passer antallet nogenlunde? Har nogen fundet på ledere for at gøre en gruppe større, kan det ses her.',
	downloadTitle: 'For arbejdsmiljøudvalget og andre vidner',
	download: 'Hent listen',
	witness: [
		'Hent listen, når målingen åbner, og gem filen et sted, hvor den, der driver systemet, ikke kan ændre den. Begyndelsen af kontroltallet står i filens navn.',
		'Regn kontroltallet ud igen, når I er i tvivl. Det skal give de samme 64 tegn som på siden og i brevene:'
	],
	commands: [
		{ where: 'Linux', command: (file: string) => `sha256sum ${file}` },
		{ where: 'Mac', command: (file: string) => `shasum -a 256 ${file}` },
		{ where: 'Windows', command: (file: string) => `certutil -hashfile ${file} SHA256` }
	],
	chainTitle: 'Listen før denne',
	previous:
		'Kontroltallet på organisationens liste fra målingen før står inde i denne liste. Derfor kan en gammel liste ikke laves om, uden at det kan ses:',
	first: 'Det er organisationens første liste, så der står ingen før den.',
	groupsTitle: 'Grupperne',
	search: 'Find en gruppe eller en enhed',
	searchButton: 'Find',
	found: (found: number, search: string) =>
		found === 1 ? `Én gruppe passer med »${search}«.` : `${number.format(found)} grupper passer med »${search}«.`,
	showAll: 'Vis alle grupper',
	columns: {
		group: 'Gruppe',
		units: 'Ledere i',
		invited: 'Inviterede',
		accepted: 'Svar',
		key: 'Nøglens fingeraftryk',
		seen: 'Hvem ser den?'
	},
	unitsOf: (units: readonly string[]) => formatList('da', units),
	seenBy: 'Se hvem',
	seenByOf: (group: string) => `, der kan se tal for ${group}`,
	keyNote: 'Fingeraftrykket er de første 32 tegn af nøglens kontroltal. To grupper har aldrig den samme nøgle.',
	sameKey: 'To grupper på listen har den samme nøgle. Det må ikke ske. Sig det til arbejdsmiljøudvalget.',
	closedTitle: 'Kom der flere svar, end der var hentet spørgeskemaer?',
	notClosed:
		'Når målingen er lukket, kan alle her se, om der kom flere svar fra en gruppe, end gruppen havde hentet spørgeskemaer.',
	held: 'Nej, i ingen gruppe.',
	stuffedTitle: 'Ja. Resultatet kan ikke bruges, som det er',
	stuffed: (groups: readonly string[]) =>
		`Der kom flere svar, end der var hentet spørgeskemaer, fra ${formatList('da', groups)}. Nogen har lagt svar i, som ingen leder har givet. Arbejdsmiljøudvalget bør bede om en forklaring, før nogen bruger resultatet.`,
	totals: (accepted: number, collected: number) =>
		`I alt blev ${number.format(collected)} spørgeskemaer hentet, og ${number.format(accepted)} svar kom tilbage.`,
	acceptedUntold: 'vises ikke',
	acceptedNote:
		'Antal svar står kun ved store grupper, hvor nogle ikke har svaret. Ellers kunne man se på tallet, hvem der har.',
	notFoundTitle: 'Der er ingen liste',
	notFound:
		'Måske er adressen forkert, eller også er målingen ikke åbnet endnu. Målinger, hvor svarene er samlet et andet sted, har ingen liste.'
};

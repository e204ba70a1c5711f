const number = new Intl.NumberFormat('da');

/** Organisationen: enheder og ledere, og hvordan de bliver læst ind. */
export const organisation = {
	title: 'Organisation',
	none: 'Der er ingen enheder endnu.',
	noneText: 'Læs en fil ind fra HR-systemet. Så bliver enheder og ledere oprettet ud fra den.',
	counts: (units: number, leaders: number) => `${number.format(units)} enheder og ${number.format(leaders)} ledere.`,
	importTitle: 'Læs organisationen ind',
	importLead:
		'En CSV- eller Excel-fil, som HR-systemet skriver den. Kolonnerne må stå i vilkårlig rækkefølge og have danske eller engelske overskrifter.',
	columnsTitle: 'Hvad skal der stå i filen?',
	columns: [
		'Enhed, og gerne enhedens kode.',
		'Overordnet enhed, som navn eller kode.',
		'Lederens navn og mailadresse, og gerne medarbejdernummer.',
		'Nærmeste leder, som mailadresse eller medarbejdernummer. Mangler den, finder vi den nærmeste leder i enheden ovenover.',
		'Lederniveau, faggruppe og ledelsesspænd, hvis I har dem.'
	],
	fileLabel: 'Fil',
	fileHint: 'CSV eller .xlsx, højst 10 MB',
	modeLabel: 'Er filen hele organisationen?',
	modes: {
		additions: 'Nej, tilføj og ret kun det, der står i filen',
		complete: 'Ja, luk de enheder, og fjern de ledere, der ikke står i filen'
	},
	upload: 'Se, hvad der bliver ændret',
	fileMissing: 'Vælg en fil.',
	faultyTitle: (count: number) => (count === 1 ? 'Filen har én fejl' : `Filen har ${count} fejl`),
	faultyText: 'Intet er gemt. Ret rækkerne i filen, og læs den ind igen.',
	more: (count: number) => `… og ${count} til.`,
	previewTitle: 'Det bliver ændret',
	previewLead: (file: string, units: number, leaders: number) =>
		`${file}: ${number.format(units)} enheder og ${number.format(leaders)} ledere. Intet er gemt endnu.`,
	noticesTitle: 'Værd at vide',
	changeGroups: {
		'unit-added': 'Nye enheder',
		'unit-renamed': 'Enheder, der skifter navn',
		'unit-moved': 'Enheder, der flytter',
		'unit-coded': 'Enheder, der får ny kode',
		'unit-closed': 'Enheder, der lukker',
		'leader-added': 'Nye ledere',
		'leader-moved': 'Ledere, der skifter enhed',
		'leader-manager-changed': 'Ledere, der får en anden nærmeste leder',
		'leader-changed': 'Ledere med andre oplysninger',
		'leader-left': 'Ledere, der ikke længere er med'
	},
	save: 'Gem ændringerne',
	cancel: 'Gem ikke',
	saved: (count: number) => (count === 1 ? 'Én ændring er gemt.' : `${count} ændringer er gemt.`),
	alreadySaved: 'Ændringerne i filen er allerede gemt.',
	outdated: 'Organisationen er ændret, siden du så forhåndsvisningen. Intet er gemt. Læs filen ind igen.',
	unknownImport: 'Vi kan ikke finde filen igen. Intet er gemt. Læs den ind en gang til.',
	treeTitle: 'Enheder og ledere',
	historyTitle: 'Indlæste filer',
	history: { file: 'Fil', when: 'Gemt', who: 'Af', changes: 'Ændringer' },
	leaderCount: (count: number) => (count === 1 ? '1 leder' : `${count} ledere`),
	nextStep: 'Næste skridt: planlæg en måling'
};

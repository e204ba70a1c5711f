/** Ord, der går igen på alle sider: menuen, forsiden og fejlsiden. */
export const site = {
	tagline:
		'Hvad der slider på ledere i sundhedsvæsenet, hvad der bærer dem – og hvad forskningen siger, man kan gøre ved det.',
	menu: {
		programme: 'Overblik',
		results: 'Resultater',
		dialogues: 'Dialogmøder',
		proposals: 'Forslag opad',
		effects: 'Har det hjulpet?',
		assessments: 'APV',
		access: 'Adgang',
		retention: 'Opbevaring',
		people: 'Persondata',
		events: 'Hændelser',
		rounds: 'Målinger',
		organisation: 'Organisation',
		plans: 'Planer',
		knowledge: 'Viden',
		visibility: 'Hvem ser hvad?',
		outbox: 'Udbakke',
		evidence: 'Videnbase',
		operation: 'Drift'
	},
	languageNames: { da: 'Dansk', en: 'English' },
	signIn: 'Log ind',
	signOut: 'Log ud',
	leaveDemonstration: 'Forlad demonstrationen',
	changeView: 'Skift rolle',
	footer: {
		about: 'Ledertrivsel er fri software under EUPL-1.2.',
		methods: 'Sådan regner vi',
		visibility: 'Hvem kan se hvad?',
		privacy: 'Dine data',
		accessibility: 'Tilgængelighed',
		knowledge: 'Viden om lederes trivsel'
	},
	home: {
		tryTitle: 'Prøv demonstrationen',
		tryText:
			'En opdigtet region med omkring 1.500 ledere, to afsluttede målinger med planer imellem og en, der er åben. Se den fra fire sider:',
		roles: {
			'programme-lead': 'Programleder',
			manager: 'Leder af ledere',
			leader: 'Leder',
			committee: 'Arbejdsmiljøudvalg'
		},
		roleTexts: {
			'programme-lead': 'Læs organisationen ind, åbn en måling, og følg den til dørs.',
			manager: 'Se ledergruppens resultat, og beslut en plan.',
			leader: 'Svar på telefonen, og se din egen profil.',
			committee: 'Se, hvad der belaster hvor, og hvad der er besluttet.'
		},
		seeAs: (role: string) => `Se som ${role.toLowerCase()}`,
		firstTime: 'Første gang tager det nogle sekunder at bygge regionen.',
		setUpTitle: 'Sæt jeres egen organisation op',
		setUpText: 'Linket til den første administrator står i det vindue, hvor systemet blev startet. Det virker én gang.',
		signInTitle: 'Har I allerede en organisation?',
		signInText: 'Skriv din mailadresse, så sender vi et link, du kan logge ind med.',
		knowledgeTitle: 'Læs, hvad forskningen siger',
		knowledgeText:
			'Tolv forhold, der belaster eller bærer ledere, og de tiltag, der kan gøre en forskel. Hver påstand viser sine studier, og hvor sikker den er.'
	},
	errors: {
		title: 'Noget gik galt',
		forbiddenTitle: 'Her har du ikke adgang',
		notFoundTitle: 'Siden findes ikke',
		forbidden: 'Siden er for andre end dig. Er du logget ind med den rigtige mailadresse?',
		notFound: 'Måske er adressen skrevet forkert, eller siden er flyttet.',
		broken: 'Fejlen ligger hos os. Prøv igen om lidt. Det, du har gemt, er der stadig.',
		unrecorded:
			'Filen bliver ikke udleveret, for lige nu kan det ikke noteres i loggen. Fejlen ligger hos os. Prøv igen om lidt.',
		tooLarge: (megabytes: number) => `Filen er for stor. Den må højst fylde ${megabytes} MB. Intet er ændret.`,
		home: 'Gå til forsiden',
		origin: 'Formularen blev ikke sendt fra denne side, så den blev afvist. Genindlæs siden, og prøv igen.'
	}
};

/** Målinger: fra plan til frigivelse. */
export const rounds = {
	title: 'Målinger',
	lead: 'En måling er ét spørgeskema til en bestemt kreds af ledere i en bestemt periode.',
	create: 'Planlæg en måling',
	none: 'Der er ingen målinger endnu.',
	noneText: 'Når organisationen er indlæst, kan du planlægge den første.',
	columns: { name: 'Navn', period: 'Periode', state: 'Tilstand' },
	period: (from: string, to: string) => `${from} til ${to}`,
	states: { planned: 'planlagt', open: 'åben', closed: 'lukket', released: 'frigivet' },
	newTitle: 'Planlæg en måling',
	nameLabel: 'Hvad skal målingen hedde?',
	nameHint: 'Lederne ser navnet i mailen. For eksempel »Efterår 2026«.',
	instrumentLabel: 'Spørgeskema',
	scopeLabel: 'Hvem skal spørges?',
	everybody: 'Alle ledere i organisationen',
	opensLabel: 'Første dag',
	closesLabel: 'Sidste dag',
	plan: 'Gem, og se grupperne',
	problems: {
		'name-missing': 'Giv målingen et navn.',
		'name-too-long': 'Navnet må højst være 200 tegn.',
		'unknown-instrument': 'Vælg et spørgeskema.',
		'unknown-unit': 'Enheden findes ikke i organisationen.',
		'opens-on-not-a-day': 'Skriv den første dag som en dato.',
		'closes-on-not-a-day': 'Skriv den sidste dag som en dato.',
		'closes-before-it-opens': 'Den sidste dag ligger før den første.',
		'closes-in-the-past': 'Den sidste dag er allerede passeret.'
	},
	previewTitle: 'Sådan bliver svarene lagt sammen',
	previewLead: (invited: number, groups: number) =>
		`${invited} ledere bliver spurgt. Deres svar bliver lagt sammen i ${groups} ${groups === 1 ? 'gruppe' : 'grupper'}.`,
	previewRule: (minimum: number, threshold: number) =>
		`En gruppe er de ledere, der har den samme leder. Er gruppen mindre end ${minimum}, bliver den lagt sammen med naboer, og navnet siger med hvem. Et tal vises kun, når mindst ${threshold} har svaret.`,
	tooFew: (leaders: number, minimum: number) =>
		`Der er ${leaders} ledere med mailadresse i den kreds, du har valgt. Der skal være mindst ${minimum}, ellers kan svarene føres tilbage til enkelte ledere.`,
	withoutEmail: (count: number) =>
		count === 1
			? 'Én leder har ingen mailadresse og bliver ikke spurgt:'
			: `${count} ledere har ingen mailadresse og bliver ikke spurgt:`,
	groupColumns: { group: 'Gruppe', place: 'Hører under', invited: 'Inviterede', seenBy: 'Bliver set af' },
	pooledOf: (count: number) => `${count} ledergrupper lagt sammen`,
	open: 'Åbn målingen, og send invitationer',
	openNote: 'Når målingen er åbnet, ligger grupperne fast, også hvis organisationen ændrer sig bagefter.',
	openTitle: 'Målingen er åben',
	counts: 'Så mange har svaret',
	countsNote: 'Vi viser kun antal. Hvem der har hentet skemaet, og hvem der har svaret, bliver ikke vist for nogen.',
	remind: 'Send én påmindelse',
	remindNote: 'Den går til dem, der ikke har hentet skemaet endnu. Den kan kun sendes én gang.',
	reminded: (when: string) => `Påmindelsen blev sendt ${when}.`,
	close: 'Luk målingen',
	closeNote:
		'Herefter kan ingen svare. Svarene bliver blandet, og linkene holder op med at virke. Det kan ikke fortrydes.',
	closedTitle: 'Målingen er lukket',
	closedText: (responses: number) => `Der kom ${responses} svar. Ingen har set et tal endnu.`,
	release: 'Frigiv resultatet',
	releaseNote:
		'Tallene bliver regnet ud én gang, prøvet af mod forsøg på at regne sig frem til enkelte og derefter vist til dem, der må se dem.',
	releasedTitle: 'Resultatet er frigivet',
	seeResult: 'Se resultatet',
	groupsTitle: 'Grupperne i målingen',
	outcomes: {
		opened: (invited: number) => `Målingen er åben, og ${invited} invitationer er på vej.`,
		'already-open': 'Målingen var allerede åben. Der er ikke sendt noget igen.',
		reminded: 'Påmindelsen er på vej.',
		'already-reminded': 'Påmindelsen er sendt tidligere. Den bliver ikke sendt igen.',
		closed: 'Målingen er lukket.',
		'already-closed': 'Målingen var allerede lukket.',
		'not-open': 'Målingen er ikke åben.',
		released: 'Resultatet er frigivet.',
		'already-released': 'Resultatet var allerede frigivet.',
		'not-closed': 'Målingen skal lukkes, før resultatet kan frigives.',
		'too-few': (responses: number, threshold: number) =>
			`Der er kun ${responses} svar i alt. Der skal mindst være ${threshold}, før noget kan vises.`,
		breach:
			'Kontrollen fandt en vej til en enkelt leders svar, så intet er frigivet. Det er en fejl hos os: giv den, der driver systemet, besked.'
	},
	notFoundTitle: 'Målingen findes ikke',
	notFound: 'Der er ingen måling her, som du kan se.',
	visibility: {
		title: 'Hvad kan din leder se?',
		roundTitle: (round: string) => `Hvad kan din leder se fra »${round}«?`,
		whoCanSee: 'Alle kan åbne denne side, også før de svarer',
		lead: 'Ingen ser dine svar. Det, andre kan se, er gennemsnit for grupper af ledere, og kun når gruppen er stor nok.',
		canSeeTitle: 'Det kan ses',
		cannotSeeTitle: 'Det kan ikke ses',
		canSee: (threshold: number) => [
			`Gennemsnit for grupper, hvor mindst ${threshold} har svaret.`,
			'Hvor mange i en gruppe der er inviteret, og hvor mange der har svaret.',
			'Det samme for afdelinger, hospitaler og hele organisationen.'
		],
		cannotSee: [
			'Hvad du har svaret. Heller ikke for din leder, HR eller den, der driver systemet på sin skærm.',
			'Om du har svaret. Systemet ved kun, om dit link er brugt, og det viser det ikke til nogen.',
			'Hvornår du svarede. Det bliver ikke gemt.',
			'Tal, der kan trækkes fra hinanden, så man ender med en lille gruppe. Det prøver vi selv af, før noget vises.'
		],
		pooling: (minimum: number) =>
			`Din ledergruppe er de ledere, der har samme leder som dig. Er I færre end ${minimum}, bliver I lagt sammen med en nabogruppe, og alle ser, hvem I er lagt sammen med. Den leder, I har, ser kun det fælles tal.`,
		limitsTitle: 'Det beskytter vi ikke imod',
		limits: [
			'Svarer alle i en gruppe næsten ens, siger gennemsnittet noget om hver enkelt. Derfor bliver de yderste tal vist grovere.',
			'Din profil ligger i den browser, du svarede fra. Den, der kan låse din telefon op, kan se den. Du kan slette den igen.',
			'Den, der driver serveren og bryder reglerne, kan i denne udgave se, hvilke svar en gruppe har givet – og ved at overvåge serveren, mens der bliver svaret, også hvem der gav dem.'
		],
		groupsTitle: 'Grupperne i denne måling',
		groupsLead: 'Hver gruppe ser sådan ud. Tallet er, hvor mange der er inviteret.',
		unknown: 'Vi kender ikke målingen, men reglerne ovenfor gælder for alle målinger.'
	}
};

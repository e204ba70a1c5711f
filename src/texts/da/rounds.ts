const number = new Intl.NumberFormat('da');

/** Målinger: fra plan til frigivelse. */
export const rounds = {
	title: 'Målinger',
	lead: 'En måling er ét spørgeskema til bestemte ledere i en bestemt periode.',
	create: 'Planlæg en måling',
	none: 'Der er ingen målinger endnu.',
	noneText: 'Når organisationen er indlæst, kan du planlægge den første.',
	columns: { name: 'Navn', period: 'Periode', state: 'Tilstand' },
	period: (from: string, to: string) => `${from} til ${to}`,
	states: {
		planned: 'planlagt',
		preparing: 'åbner',
		open: 'åben',
		closing: 'lukker',
		closed: 'lukket',
		released: 'frigivet'
	},
	newTitle: 'Planlæg en måling',
	/** Navnet på et kort spørgeskema, der er taget ud af et helt. */
	shortName: (whole: string) => `${whole}, kort opfølgning`,
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
		'opens-on-not-a-day': 'Skriv datoen for den første dag.',
		'closes-on-not-a-day': 'Skriv datoen for den sidste dag.',
		'closes-before-it-opens': 'Den sidste dag ligger før den første.',
		'closes-in-the-past': 'Den sidste dag er allerede passeret.'
	},
	previewTitle: 'Sådan bliver svarene lagt sammen',
	previewLead: (invited: number, groups: number) =>
		`${number.format(invited)} ledere bliver spurgt. Deres svar bliver lagt sammen i ${number.format(groups)} ${groups === 1 ? 'gruppe' : 'grupper'}.`,
	previewRule: (minimum: number, threshold: number) =>
		`En ledergruppe er de ledere, der har den samme leder. Er den mindre end ${minimum}, bliver den lagt sammen med naboer, og gruppens navn siger med hvem. Et tal bliver kun vist, når mindst ${threshold} har svaret.`,
	tooFew: (leaders: number, minimum: number) =>
		`Der er ${leaders} ledere dér, hvor du har valgt at spørge. Der skal være mindst ${minimum}, ellers kan svarene føres tilbage til enkelte ledere. Vælg en større enhed.`,
	withoutEmail: (count: number) =>
		count === 1
			? 'Én leder har ingen mailadresse. Når målingen er åben, kan du printe et brev med en kode:'
			: `${count} ledere har ingen mailadresse. Når målingen er åben, kan du printe breve med koder:`,
	groupColumns: { group: 'Gruppe', place: 'Hører under', invited: 'Inviterede', seenBy: 'Bliver set af' },
	pooledOf: (count: number) => `${count} ledergrupper lagt sammen`,
	open: 'Åbn målingen, og send invitationer',
	openNote:
		'Når du åbner målingen, bliver invitationerne sendt, og grupperne ligger fast, også hvis organisationen ændrer sig bagefter. Det kan ikke fortrydes.',
	openTitle: 'Målingen er åben',
	counts: 'Så mange har svaret',
	countsNote: 'Vi viser kun antal, ikke hvem: rundet ned til nærmeste fem, og aldrig at næsten alle har svaret.',
	countsHidden:
		'Målingen spørger færre end 20 ledere. Derfor viser vi først, hvor mange der har svaret, når den er lukket.',
	remind: 'Send én påmindelse',
	remindNote:
		'Påmindelsen går til dem, der ikke har hentet spørgeskemaet endnu. Den kommer oven i dem, der bliver sendt af sig selv, og du kan kun sende den én gang. Er der under halvandet døgn til den næste, bliver den næste sprunget over.',
	remindQuiet: (when: string) =>
		`Lige nu er det tid til hvile. Beder du om påmindelsen nu, går brevene ${when} til dem, der mangler til den tid.`,
	reminderWaits: (when: string) =>
		`Påmindelsen er bestilt. Brevene går ${when} til dem, der ikke har hentet spørgeskemaet til den tid. Indtil da er der ingen liste over, hvem det er.`,
	reminded: (when: string) => `Påmindelsen blev sendt ${when}.`,
	close: 'Luk målingen',
	closeNote:
		'Når målingen er lukket, virker linkene ikke mere, og ingen kan hente spørgeskemaet. Kassen med svar bliver åbnet, og svarene bliver blandet. Det kan ikke fortrydes.',
	closedTitle: 'Målingen er lukket',
	closedText: (responses: number) => `Der kom ${number.format(responses)} svar. Ingen har set resultatet endnu.`,
	release: 'Frigiv resultatet',
	releaseNote:
		'Tallene bliver regnet ud én gang. Systemet prøver først selv at regne sig frem til enkelte lederes svar. Lykkes det ikke, bliver tallene vist for dem, der må se dem. Det kan ikke fortrydes.',
	releasedTitle: 'Resultatet er frigivet',
	seeResult: 'Se resultatet',
	groupsTitle: 'Grupperne i målingen',
	outcomes: {
		opened: (invited: number) => `Målingen er åben, og ${number.format(invited)} invitationer er på vej.`,
		'already-open': 'Målingen var allerede åben. Der er ikke sendt noget igen.',
		reminded: 'Påmindelsen er på vej.',
		'reminder-waits': 'Påmindelsen er bestilt. Den bliver sendt, når hviletiden er forbi.',
		'reminder-too-late':
			'Der er ikke bestilt en påmindelse: Den sidste dag at svare er forbi, før der igen bliver sendt breve.',
		'already-reminded': 'Påmindelsen er sendt tidligere. Den bliver ikke sendt igen.',
		closed: 'Målingen er lukket.',
		'already-closed': 'Målingen var allerede lukket.',
		'not-open': 'Målingen er ikke åben.',
		released: 'Resultatet er frigivet.',
		'already-released': 'Resultatet var allerede frigivet.',
		'not-closed': 'Målingen skal lukkes, før resultatet kan frigives.',
		'too-few': (responses: number, threshold: number) =>
			`Der er kun ${responses} svar i alt. Der skal være mindst ${threshold}, før noget kan blive vist. Svarene er gemt.`,
		releasedBefore:
			'De samme svar, eller en del af dem, er indlæst og frigivet før. To udgaver af de samme svar kan tilsammen røbe enkelte lederes svar, så intet er frigivet.',
		stuffed:
			'Der er flere svar fra nogle grupper, end der er udleveret stemmesedler til. Nogen har lagt falske svar i kassen, så intet er frigivet.',
		breach:
			'Kontrollen fandt en måde at regne sig frem til svar fra enkelte ledere, så intet er frigivet. Svarene er gemt. Fejlen ligger hos os: Sig det til den, der driver systemet.'
	},
	notFoundTitle: 'Målingen findes ikke',
	notFound: 'Enten er der ingen måling på adressen, eller også har du ikke adgang til den.'
};

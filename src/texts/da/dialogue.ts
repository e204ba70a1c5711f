const number = new Intl.NumberFormat('da');

/** Dialogmødet om en gruppes resultat: fra tal til beslutning. */
export const dialogue = {
	title: 'Dialogmøde',
	titleOf: (group: string) => `Dialogmøde: ${group}`,
	link: 'Hold et dialogmøde om resultatet',
	linkTitle: 'Tal om det først',
	linkText:
		'Et resultat bliver først til noget, når gruppen har talt om det. Her er en dagsorden, der kan følges minut for minut, et ark at dele ud og slides.',
	lead: 'Mødet går fra tal til beslutning: hvad I har svaret, hvad der ligger bag, og hvad I vil gøre ved det. Følg trinene oppefra.',
	subtitle: (round: string) => `Fra resultat til beslutning. ${round}.`,
	minutes: (minutes: number) => `${number.format(minutes)} min.`,
	minutesLong: (minutes: number) => (minutes === 1 ? '1 minut' : `${number.format(minutes)} minutter`),
	from: (clock: string) => `fra ${clock}`,
	lengthTitle: 'Mødets længde',
	length: { 60: 'En time', 90: 'Halvanden time' },
	lengthShown: (minutes: number) => `Dagsordenen er lagt til ${number.format(minutes)} minutter.`,
	agendaTitle: 'Dagsorden',
	materialTitle: 'Til mødet',
	handout: 'Hent arket til deltagerne (PDF, to sider)',
	slides: 'Hent slides (PowerPoint)',
	facilitatorSays: 'Til den, der leder mødet',
	whoCanSee: 'Lederne over gruppen, mødelederen, programledere og arbejdsmiljøudvalget kan åbne denne side',
	/** Filnavne uden æ, ø og å. */
	handoutFile: 'dialogmoede-ark',
	slidesFile: 'dialogmoede-slides',
	calendarFile: 'dialogmoede',
	rulesTitle: 'Spilleregler',
	rules: [
		'Ingen behøver at sige, hvad de selv har svaret.',
		'Ingen gætter på, hvem der har svaret hvad. Heller ikke bagefter.',
		'Vi taler om, hvordan arbejdet er lagt til rette, før vi taler om den enkelte.',
		'Det, der bliver fortalt, bliver i rummet. Det, vi beslutter, bliver skrevet ned.',
		'Alle må sige pas.'
	],
	step: {
		welcome: {
			title: 'Velkommen og spilleregler',
			question: 'Hvad skal der til, for at vi kan tale åbent i dag?',
			facilitator: [
				'Sig, hvad mødet skal munde ud i: Vi vælger én eller to ting og aftaler, hvem der gør hvad.',
				'Læs spillereglerne højt, og spørg, om der mangler en.'
			]
		},
		answered: {
			title: 'Det har vi svaret',
			question: 'Hvad kan I genkende fra hverdagen?',
			facilitator: [
				'Giv to minutters ro til at læse. Tag så en runde: Hvad kan I genkende? Hvad undrer jer?',
				'Tallene går fra 0 til 100. Er der en tynd streg, viser den usikkerheden: Det rigtige tal kan ligge hvor som helst på den.'
			]
		},
		surprises: {
			title: 'Det overrasker',
			question: 'Hvad havde vi ikke regnet med, og hvad kan det hænge sammen med?',
			facilitator: [
				'Hvis nogen begynder at gætte på, hvem der har svaret hvad, så stop det venligt: Det er ikke det, vi er her for.'
			]
		},
		weighs: {
			title: 'Det belaster, og det bærer',
			question: 'Hvornår mærker vi det mest? Og hvad er det, der holder os oppe?',
			facilitator: [
				'Bed om eksempler fra de sidste to uger. Et konkret eksempel er mere værd end en forklaring.',
				'Tag også det, der bærer: Det skal I passe på, når I ændrer noget.'
			]
		},
		causes: {
			title: 'Årsagerne',
			question: 'Hvad i måden, arbejdet er organiseret på, gør det sådan?',
			facilitator: [
				'Bliv ved organisationen i mindst halvdelen af tiden: opgaver, bemanding, møder, systemer og aftaler.',
				'Spørg: Hvornår går det godt, og hvad er anderledes dér?',
				'Spørg: Hvem har mandat til at ændre det? Os, niveauet over os eller nogen helt andre?',
				'Først til sidst: Hvad kan vi selv gøre anderledes som ledergruppe?'
			]
		},
		choose: {
			title: 'Vælg én eller to ting',
			question: 'Hvad ville gøre størst forskel, hvis det lykkedes?',
			facilitator: [
				'Lad alle sætte to streger. Vælg det, flest peger på, og som nogen har mandat til at ændre.',
				'Højst to. Resten løber ikke væk.'
			]
		},
		decide: {
			title: 'Beslut',
			question: 'Hvem gør hvad, og hvornår er det gjort?',
			facilitator: [
				'Skriv beslutningen ned, mens alle ser på, og læs den højt.',
				'Har ingen i rummet mandatet, er beslutningen et forslag opad. Aftal, hvem der stiller det.'
			]
		},
		close: {
			title: 'Opfølgning',
			question: 'Hvornår ser vi på det igen?',
			facilitator: ['Find datoen nu, mens alle har kalenderen fremme.', 'Sig tak, og slut til tiden.']
		}
	},
	answeredOf: (responses: number, invited: number | null) =>
		invited === null
			? `${number.format(responses)} har svaret.`
			: `${number.format(responses)} af ${number.format(invited)} har svaret.`,
	noFigures: 'Der er ingen tal at vise for gruppen. Tag det, der fylder i hverdagen.',
	far: (facts: {
		name: string;
		here: string;
		there: string;
		reference: string;
		isStrain: boolean;
		isHeavier: boolean;
	}) => {
		const verdict = facts.isStrain
			? facts.isHeavier
				? 'Det belaster tydeligt mere her.'
				: 'Det belaster tydeligt mindre her.'
			: facts.isHeavier
				? 'Det bærer tydeligt mindre her.'
				: 'Det bærer tydeligt mere her.';
		return `${facts.name}: ${facts.here} her, ${facts.there} i ${facts.reference}. ${verdict}`;
	},
	wholeOrganisation: 'hele organisationen',
	apart: (name: string) =>
		`${name}: Svarene ligger længere fra hinanden her end i resten af organisationen. Spørg ikke hvem. Spørg, hvornår og hvor det er forskelligt.`,
	surprisesAreClear: 'Det, der står her, er så tydeligt, at tilfældigheder næppe forklarer det.',
	noSurprises:
		'Ingen tal skiller sig så meget ud, at det ikke kan være tilfældigt. Det er også et svar. Tag i stedet det, der fylder i hverdagen.',
	strainsMost: (names: string) => `Belaster mest: ${names}.`,
	carriesLeast: (names: string) => `Bærer for lidt: ${names}.`,
	carriesMost: (names: string) => `Bærer mest: ${names}.`,
	nothingWeighs: 'Ingen af de viste forhold ligger på den tunge side af midten.',
	orderUnsure: 'Forskellen mellem de øverste er lille, så rækkefølgen kan være tilfældig.',
	withPoints: (name: string, points: string) => `${name} (${points})`,
	organisationOnly: (name: string, text: string) => `${name}: ${text}`,
	noCauses: 'Tag udgangspunkt i det, gruppen selv nævner. Spørg først til opgaver, bemanding, møder og aftaler.',
	suggestion: (facts: { name: string; level: string; factor: string }) =>
		`${facts.name} (${facts.level.toLowerCase()}; ${facts.factor.toLowerCase()})`,
	suggestionsTitle: 'Forskningen peger blandt andet på',
	noSuggestions: 'Vælg blandt det, I selv er kommet frem til.',
	decideLines: [
		'Hvem står for det? Kan vedkommende bestemme, at det sker?',
		'Hvad er første skridt, og hvornår er det taget?',
		'Hvad skal vise, at det virkede?',
		'Hvad ligger over os og skal videre som et forslag?'
	],
	closeLines: [
		'Sæt en dato seks til otte uger frem.',
		'Aftal, hvem der fortæller det til dem, der ikke var med i dag.'
	],
	cautionsTitle: 'Før I går i gang',
	pooledTitle: 'Tallene dækker flere ledergrupper',
	pooled: (names: string) =>
		`Resultatet dækker ${names} under ét. Ingen kan se, hvilken gruppe et tal kommer fra, og ingen skal prøve. Spørg i stedet: Passer det på os? Mødes I hver for sig, er tallene en fælles anledning, ikke en dom over nogen.`,
	estimatedTitle: 'Der er få svar',
	estimated: (responses: number) =>
		`Kun ${number.format(responses)} har svaret. Tallene er derfor trukket hen mod den større enhed, og usikkerheden er stor. Brug dem til at begynde samtalen med, ikke til at afslutte den.`,
	leaningTitle: 'Tallene er skøn',
	leaning:
		'Hvert tal er trukket lidt hen mod den større enhed, fordi et gennemsnit altid svinger noget. Jo flere svar, jo mindre.',
	withheldTitle: 'Nogle tal vises ikke',
	withheldAll:
		'Der vises ingen tal for gruppen, fordi de kunne pege på, hvem der har svaret. Hold mødet alligevel: Begynd med, hvad der fylder i hverdagen.',
	withheld: (count: number, all: number) =>
		`${number.format(count)} af ${number.format(all)} forhold vises ikke, fordi tallet kunne pege på, hvem der har svaret. At et tal mangler, siger intet om, hvordan det står til.`,
	scaleNote: (isOfFew: boolean) => `Tallene går fra 0 til 100.${isOfFew ? ' De er skøn, for kun få har svaret.' : ''}`,
	chartAlt: (group: string) => `Søjler fra 0 til 100 for hvert forhold i ${group}. Tallene står også i teksten.`,
	chartRow: (facts: { name: string; here: string; there: string | null }) =>
		facts.there === null
			? `${facts.name}: ${facts.here}`
			: `${facts.name}: ${facts.here} (organisationen ${facts.there})`,
	strainsTitle: 'Det belaster',
	strainsNote: 'Høje tal er tunge',
	carriesTitle: 'Det bærer',
	carriesNote: 'Høje tal er gode',
	here: 'Her',
	wholeShort: 'Organisationen',
	notShown: 'vises ikke',
	slide: {
		agenda: 'Det skal vi',
		figures: 'Det har vi svaret',
		talk: 'Tal om det',
		decide: 'Beslut, og følg op'
	},
	sourceOf: (day: string) => `Tallene er fra det resultat, der blev frigivet ${day}.`,
	/** På arket og på slides: hvad ingen kan læse ud af dem. */
	safe: 'Tallene gælder gruppen samlet. Ingen kan se, hvad den enkelte har svaret.',
	keyInterval: 'Så langt kan tallet svinge',
	handoutPage: (page: string, all: string) => `Side ${page} af ${all}`,
	notFoundTitle: 'Gruppen er ikke med',
	notFound: 'Enten er der ikke frigivet et resultat for gruppen, eller også har du ikke adgang til det.'
};

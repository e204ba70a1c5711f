const number = new Intl.NumberFormat('da');

/** Koder på papir: siden, hvor de bliver printet, brevet, og siden, hvor koden bliver skrevet ind. */
export const codes = {
	title: 'Breve med koder',
	whoCanSee: 'Kun programledere kan åbne denne side',
	lead: 'Til ledere, der ikke får mail. Brevet har en kode, som man skriver ind på siden, og en QR-kode, som man scanner med telefonen.',
	careTitle: 'Den, der printer brevene, har linkene i hånden',
	care: [
		'Med en kode kan man svare i lederens sted. Print kun dem, der er brug for.',
		'Læg hvert brev i en lukket kuvert med navn på, og lad det ikke ligge i printeren.',
		'Koden er den samme som linket i mailen. En leder, der får begge dele, kan stadig kun svare én gang, og spørgeskemaet står som hentet, uanset hvordan lederen kom ind.',
		'Siden ved ikke, hvem der har svaret, og brevene er de samme før og efter.'
	],
	forWhom: 'Hvem skal have et brev?',
	withoutEmail: (count: number) => `Ledere uden mailadresse (${number.format(count)})`,
	everybody: (count: number) => `Alle, der er inviteret (${number.format(count)})`,
	oneUnit: 'Alle i én enhed og enhederne under den',
	unit: 'Hvilken enhed?',
	unitHint: 'Kun hvis du har valgt én enhed.',
	unitOption: (facts: { name: string; parent: string; letters: number }) =>
		`${facts.name}${facts.parent === '' ? '' : `, ${facts.parent}`} (${number.format(facts.letters)})`,
	show: 'Lav brevene',
	chooseUnit: 'Vælg den enhed, som brevene skal laves til.',
	none: 'Der er ingen at skrive til. Vælg noget andet.',
	noneWithoutEmail: 'Alle, der er inviteret, har en mailadresse og har fået deres link på mail.',
	tooMany: (letters: number, most: number) =>
		`Det bliver ${number.format(letters)} breve. En browser kan printe ${number.format(most)} ad gangen. Vælg en mindre enhed.`,
	notOpenTitle: 'Der er ingen koder nu',
	notOpen: 'Koderne bliver lavet, når målingen åbner, og virker ikke mere, når den er lukket.',
	ready: (letters: number) =>
		letters === 1 ? 'Ét brev er klar.' : `${number.format(letters)} breve er klar, ét på hver side.`,
	howToPrint: 'Print med Ctrl + P, eller ⌘ + P på en Mac. Denne tekst kommer ikke med på papiret.',
	letter: {
		heading: 'Hvordan er det at være leder hos jer?',
		intro: (facts: { organisation: string; round: string; minutes: number }) =>
			`${facts.organisation} vil gerne vide, hvad der slider på jer, der er ledere, og hvad der bærer jer. Målingen hedder »${facts.round}«, og det tager cirka ${facts.minutes} minutter at svare.`,
		scan: 'Scan koden med telefonens kamera. Så åbner spørgeskemaet.',
		qr: (name: string) => `QR-kode med linket til ${name}`,
		or: 'Eller skriv adressen i en browser, og skriv så koden:',
		address: 'Adressen',
		code: 'Din kode',
		personal: (day: string) => `Koden er din personlige, så giv den ikke videre. Du kan svare til og med ${day}.`,
		canSee: (threshold: number) =>
			`Det er fortroligt. Ingen får vist, hvad du har svaret. Din leder kan se et samlet tal for en gruppe ledere, når mindst ${threshold} har svaret. Svarene ligger låst, til målingen er lukket.`,
		canSeeMore: 'Læs præcis, hvem der kan se hvad:',
		hashTitle: 'Kontroltal',
		hash: 'Alle i målingen har fået det samme tal. Scanner du koden, holder din browser selv øje med, at det passer. Skriver du koden, viser siden begyndelsen af tallet. Er det et andet end her, så svar ikke, og sig det til arbejdsmiljøudvalget. Listen, som tallet hører til, kan alle se her:'
	},
	entry: {
		title: 'Skriv din kode',
		lead: 'Koden står i det brev, du har fået. Den har 16 tegn.',
		label: 'Kode',
		hint: 'Med eller uden streger, store eller små bogstaver. For eksempel 7F3K-9QWD-2MPX-B4TN.',
		go: 'Gå til spørgeskemaet',
		notACode:
			'Det er ikke en hel kode. Den har 16 tegn, fire gange fire. Se efter, om der mangler et tegn, eller er ét for meget.',
		unknownCode: 'Vi kender ikke koden. Se den efter i brevet, tegn for tegn. Det, du skrev, står her stadig.',
		closed: 'Koden er rigtig, men målingen er lukket, så der kan ikke svares mere.',
		tooMany:
			'Vi kender ikke koden, og der er skrevet mange forkerte koder herfra. Se den efter i brevet. En rigtig kode virker stadig.',
		notKept: 'Koden bliver ikke gemt her på siden. Du får at vide, hvem der kan se hvad, før du svarer.',
		lost: 'Er brevet blevet væk? Spørg dem, der står for målingen. De kan lave det igen.',
		kioskTitle: 'Fælles skærm',
		kiosk: (minutes: number) =>
			`Du svarer på en fælles skærm. Den gemmer hverken din kode eller dine svar, og den glemmer det hele, når du er færdig eller går fra den. Feltet herunder bliver tomt igen efter ${minutes} minutter.`
	},
	print: 'Print',
	printOf: (round: string) => ` breve med koder til »${round}«`
};

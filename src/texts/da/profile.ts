/** Lederens egen profil, som kun ligger i browseren. */
export const profile = {
	title: 'Din profil',
	whoCanSee: 'Ligger kun i din egen browser',
	whoCanSeeKept: 'Kun du kan åbne den',
	loading: 'Henter dine svar fra denne browser …',
	noScript: 'Din profil bliver regnet ud i din egen browser. Det kræver, at JavaScript er slået til.',
	emptyTitle: 'Der ligger ingen svar i denne browser',
	empty:
		'Din profil ligger dér, hvor du svarede. Åbn siden på den samme telefon eller computer og i den samme browser. Har du gemt profilen, kan du åbne den herunder.',
	sent: 'Tak. Dine svar er sendt.',
	notSent: 'Du har ikke sendt dine svar endnu.',
	continueAnswering: 'Fortsæt spørgeskemaet',
	unknownRoundTitle: 'Vi kan ikke finde målingen',
	unknownRound: 'Måske er kun en del af adressen kommet med. Åbn linket igen fra mailen.',
	strainSentence: (factors: string) => `${factors} fylder mest hos dig lige nu.`,
	lackSentence: (factors: string) => `${factors} bærer mindst.`,
	noStrainSentence: 'Ingen af forholdene fylder særlig meget hos dig lige nu.',
	carrySentence: (factors: string) => `${factors} bærer mest.`,
	notANorm:
		'Tallene går fra 0 til 100 og er gennemsnit af dine svar. De handler om dit arbejde og er ikke en dom over dig. Ingen har endnu undersøgt, hvor præcist spørgeskemaet måler, så brug dem som et sted at begynde en samtale.',
	you: 'dig',
	outcomesTitle: 'Sådan har du det',
	outcomesText: 'Det hænger tit sammen med forholdene ovenfor. 0 er lavest, 100 er højest.',
	higherIsBetter: 'højere er bedre',
	higherIsWorse: 'højere er mere belastende',
	safetyTitle: 'Trygheden til at sige noget højt',
	notAnswered: 'for få svar',
	scale: 'Område',
	score: 'Dit tal',
	careTitle: 'Har du det skidt?',
	care: 'Tal med en, du er tryg ved: din leder, en lederkollega, din arbejdsmiljørepræsentant eller din læge. Du behøver ikke vente på gruppens resultat.',
	whatTitle: (factor: string) => `${factor}: Hvad kan der gøres?`,
	organisationTitle: 'Det kan kun organisationen ændre',
	managerTitle: 'Det kan du tage op med din leder',
	ownTitle: 'Det kan du selv begynde med',
	suggestionsTitle: 'Tiltag, som forskningen peger på',
	because: (factor: string) => `Fordi dine svar peger på ${factor.toLowerCase()}.`,
	readMore: 'Læs, hvad forskningen siger',
	keepTitle: 'Hvor ligger min profil?',
	keep: {
		browser:
			'Din profil ligger i denne browser og ingen andre steder. Den, der kan låse telefonen eller computeren op, kan se den. De svar, du har sendt, ligger også i målingen, uden dit navn. Sletter du profilen eller rydder browserens data, er profilen væk, men de svar, du har sendt, tæller stadig med.',
		both: 'Din profil ligger i denne browser, og den ligger låst hos os, så kun din nøgle kan åbne den. Den, der kan låse telefonen eller computeren op, kan se den. De svar, du har sendt, ligger også i målingen, uden dit navn. Sletter du profilen fra browseren, kan du stadig åbne den med dine 12 ord.',
		kept: 'Din profil ligger låst hos os, så kun din nøgle kan åbne den. Luk siden, når du er færdig: Den, der kan låse telefonen eller computeren op, kan ellers se den. De svar, du har sendt, ligger også i målingen, uden dit navn.'
	},
	remove: 'Slet profilen fra denne browser',
	removeConfirm: 'Skal profilen slettes fra denne browser? Den kan ikke hentes igen.',
	removeConfirmKept:
		'Skal profilen slettes fra denne browser? Den profil, du har gemt, kan du stadig åbne med din nøgle.',
	removed: 'Profilen er slettet fra denne browser.',
	print: 'Print profilen'
};

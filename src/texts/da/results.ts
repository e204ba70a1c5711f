/** Resultater: overblikket, gruppens side og det, der kan gøres. */
export const results = {
	title: 'Resultater',
	chooseRound: 'Måling',
	noneYet: 'Der er ikke frigivet nogen målinger endnu.',
	noneYetText: 'Når en måling er lukket og frigivet, kan du se resultatet her.',
	overviewLead: (round: string, released: string) => `${round}, frigivet ${released}.`,
	whoCanSeeOverview: 'Programledelsen og arbejdsmiljøudvalget kan åbne denne side',
	whoCanSeeManager: 'Du ser de grupper, du er leder for, og organisationen som helhed',
	whoCanSeeGroup: 'Lederen over gruppen, programledelsen og arbejdsmiljøudvalget kan åbne denne side',
	wholeOrganisation: 'Hele organisationen',
	heatMapTitle: 'Enhed for enhed',
	show: 'Vis',
	heatMapLead:
		'Hver række er en enhed, hver kolonne et forhold. Tryk på en enhed for at se, hvad der fylder dér, og hvad der kan gøres.',
	heatMapCaption: 'Gennemsnit fra 0 til 100 for hver enhed og hvert forhold',
	factorsTitle: 'Det belaster, og det bærer',
	responses: (responses: number, invited: number | null, share: string) =>
		invited === null ? `${responses} svar` : `${responses} af ${invited} har svaret (${share})`,
	pooled: (names: string) =>
		`Resultatet dækker flere ledergrupper under ét: ${names}. De er lagt sammen, fordi hver af dem er for lille til at blive vist alene.`,
	releasedOnce: 'Tallene er regnet ud én gang, da målingen blev frigivet, og ændrer sig ikke.',
	strainSentence: (factor: string) => `${factor} fylder mest hos jer lige nu.`,
	strainSentenceMany: (factors: string) => `${factors} fylder mest hos jer lige nu.`,
	lackSentence: (factors: string) => `${factors} er det, I har mindst af.`,
	carrySentence: (factor: string) => `${factor} bærer mest.`,
	noStrainSentence: 'Der er intet, der stikker særligt ud som en belastning hos jer lige nu.',
	maybeChance: 'Forskellen til resten af organisationen er lille og kan være tilfældig.',
	clearDifference: 'Det er tydeligt mere end i resten af organisationen.',
	reference: (name: string) => `Stregen er ${name}.`,
	referenceOrganisation: 'alle ledere i organisationen',
	intervalNote:
		'Den tynde streg viser, hvor langt tallet kan svinge, fordi ikke alle har svaret, og fordi svar varierer.',
	outcomesTitle: 'Sådan har lederne det',
	outcomesText: 'Det er det, forholdene ovenfor kan føre til. Tallene går fra 0 til 100.',
	safetyTitle: 'Trygheden til at sige noget højt',
	unitsTitle: 'Enhederne herunder',
	withinTitle: 'Del af',
	recommendationsTitle: 'Hvad kan gøres?',
	recommendationsLead:
		'Forslagene er valgt ud fra jeres tal og det, forskningen peger på. De begynder med organisationen, fordi det er dér, de fleste årsager ligger.',
	levelTitle: {
		organisation: 'Organisationen',
		group: 'Ledergruppen',
		leadership: 'Den enkelte leder og nærmeste leder',
		individual: 'Den enkelte leder selv'
	},
	because: (facts: { factor: string; score: string; isRisk: boolean; studies: string }) =>
		`Fordi ${facts.factor.toLowerCase()} ligger på ${facts.score} ud af 100 her, og ${facts.studies} peger på tiltag som dette.`,
	studiesInWords: (studies: number, reviews: number) => {
		const all = studies === 1 ? 'ét studie' : `${studies} studier`;
		if (reviews === 0) return all;
		if (studies === 1) return 'én forskningsoversigt';
		return `${all}, heraf ${reviews === 1 ? 'én oversigt' : `${reviews} oversigter`},`;
	},
	noStudies: 'ingen studier endnu',
	decideTitle: 'Beslut en plan',
	decideText: 'Vælg ét eller to forslag, gerne sammen med gruppen, og skriv, hvem der gør hvad hvornår.',
	decide: 'Lav en plan',
	addToPlan: 'Brug i en plan',
	existingPlans: 'Planer for gruppen',
	download: 'Hent tallene (JSON)',
	print: 'Siden kan skrives ud, som den er.',
	notFoundTitle: 'Gruppen er ikke med',
	notFound: 'Vi har ikke et frigivet resultat for den gruppe i denne måling, eller du har ikke adgang til det.',
	scaleNotRisk: 'højere tal er bedre',
	simulated: 'Svarene er opdigtede.',
	imported: 'Svarene er indlæst fra en måling, der er lavet et andet sted.',
	importedScales: 'Skalaer i spørgeskemaet',
	importedScalesText: 'Gennemsnit for hver skala i det indlæste spørgeskema.',
	scale: 'Skala',
	value: 'Gennemsnit',
	interval: 'Usikkerhed',
	organisationValue: 'Organisationen',
	answers: 'Svar',
	statisticsTitle: 'Hvor godt måler spørgeskemaet?',
	statisticsText: 'Tal til den, der vil efterprøve målingen. De gælder hele organisationen.',
	statistics: {
		sd: 'Spredning',
		share: 'Andel belastede',
		alpha: 'Alfa',
		omega: 'Omega',
		icc1: 'ICC(1)',
		icc2: 'ICC(2)',
		rwgj: 'rwg(j)'
	}
};

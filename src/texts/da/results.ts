const number = new Intl.NumberFormat('da');

function dimensionName(dimension: string): string {
	if (dimension === 'level') return 'Niveau';
	return dimension === 'profession' ? 'Faggruppe' : dimension;
}

/** Resultater: overblikket, gruppens side og det, der kan gøres. */
export const results = {
	title: 'Resultater',
	chooseRound: 'Måling',
	noneYet: 'Der er ikke frigivet nogen målinger endnu.',
	noneYetText: 'Når en måling er lukket og frigivet, kan du se resultatet her.',
	overviewLead: (round: string, released: string) => `${round}, frigivet ${released}.`,
	whoCanSeeOverview: 'Programledere og arbejdsmiljøudvalget ser alle grupper',
	whoCanSeeManager: 'Du ser den gruppe, dine ledere er med i, enhederne under dig og hele organisationen',
	whoCanSeeGroup: 'Lederne over gruppen, programledere og arbejdsmiljøudvalget kan åbne denne side',
	wholeOrganisation: 'Hele organisationen',
	heatMapTitle: 'Enhed for enhed',
	show: 'Vis',
	heatMapLead:
		'Hver række er en enhed, hver kolonne et forhold. Tryk på en enhed for at se, hvad der fylder dér, og hvad der kan gøres.',
	leadershipGroup: (unit: string) => `${unit} (ledergruppen)`,
	showDeeper: 'Vis også enhederne under dem',
	showLess: 'Vis kun de øverste enheder',
	heatMapCaption: 'Gennemsnit fra 0 til 100 for hver enhed og hvert forhold',
	factorsTitle: 'Det belaster, og det bærer',
	responses: (responses: number, invited: number | null, share: string) =>
		invited === null
			? `${number.format(responses)} svar`
			: `${number.format(responses)} af ${number.format(invited)} har svaret (${share})`,
	pooled: (names: string) =>
		`Resultatet dækker flere ledergrupper under ét: ${names}. De er lagt sammen, fordi nogle af dem er for små til at blive vist alene.`,
	releasedOnce: 'Tallene er regnet ud én gang, da målingen blev frigivet, og ændrer sig ikke.',
	strainSentence: (factor: string) => `${factor} fylder mest hos jer lige nu.`,
	strainSentenceMany: (factors: string) => `${factors} fylder mest hos jer lige nu.`,
	lackSentence: (factors: string) => `${factors} bærer mindst.`,
	carrySentence: (factor: string) => `${factor} bærer mest.`,
	noStrainSentence: 'Ingen af forholdene fylder særlig meget hos jer lige nu.',
	maybeChance: 'Forskellen til organisationen som helhed er lille eller kan være tilfældig.',
	clearDifference: 'Det belaster tydeligt mere her end i organisationen som helhed.',
	referenceOrganisation: 'alle ledere i organisationen',
	outcomesTitle: 'Sådan har lederne det',
	outcomesText: 'Det hænger tit sammen med forholdene ovenfor. Tallene går fra 0 til 100.',
	safetyTitle: 'Trygheden til at sige noget højt',
	unitsTitle: 'Enhederne herunder',
	dimensionsTitle: 'På tværs af enhederne',
	dimensionsLead:
		'Ledere, der har niveau eller faggruppe til fælles. Kun ledergrupper, hvor alle har det til fælles, er regnet med, og tallene følger af dem, der allerede vises for grupperne.',
	dimensionName,
	dimension: (dimension: string, category: string) => `${dimensionName(dimension)}: ${category}`,
	dimensionGroup: (name: string, unit: string) => `${name} – ${unit}`,
	dimensionText: (groups: number) =>
		`Resultatet er regnet ud fra ${number.format(groups)} ${groups === 1 ? 'ledergruppe' : 'ledergrupper'}, hvor alle ledere har det til fælles. Ledere i blandede grupper er ikke med.`,
	sharesTitle: 'Hvor mange det gælder',
	sharesText:
		'Andele vises kun, hvor mindst 20 har svaret, og er rundet af til 5 %. Bedre og dårligere gælder de ledere, der har ladet deres egen browser sammenligne med sidste gang og selv har valgt at fortælle det.',
	strained: 'Belastede',
	better: 'Bedre end sidst',
	worse: 'Dårligere end sidst',
	told: 'Har fortalt det',
	recommendationsTitle: 'Hvad kan gøres?',
	recommendationsLead:
		'Forslagene er valgt ud fra jeres tal, det, forskningen peger på, og det, I selv har svaret om, hvad der passer. De begynder med organisationen, fordi det er dér, de fleste årsager ligger.',
	levelTitle: {
		organisation: 'Organisationen',
		group: 'Ledergruppen',
		leadership: 'Leder og nærmeste leder',
		individual: 'Den enkelte leder'
	},
	because: (facts: { factor: string; score: string; isRisk: boolean; studies: string }) =>
		`Fordi ${facts.factor.toLowerCase()} ligger på ${facts.score} ud af 100 her${facts.isRisk ? '' : ' (højere er bedre)'}, og forslaget hviler på ${facts.studies}.`,
	studiesInWords: (studies: number, reviews: number) => {
		const all = studies === 1 ? 'ét studie' : `${studies} studier`;
		if (reviews === 0) return all;
		if (studies === 1) return 'én forskningsoversigt';
		if (reviews === studies) return `${studies} forskningsoversigter`;
		return `${all}, heraf ${reviews === 1 ? 'én oversigt' : `${reviews} oversigter`}`;
	},
	noStudies: 'vidensoversigten alene, for ingen studier bærer det endnu',
	decideTitle: 'Beslut en plan',
	decideText: 'Vælg et eller to forslag, gerne sammen med gruppen, og skriv, hvem der gør hvad, og hvornår.',
	decide: 'Lav en plan',
	decideInNewer: (round: string) => `Gruppen er målt igen siden, i »${round}«. Nye planer laves derfra.`,
	seeNewer: 'Se den måling',
	addToPlan: 'Brug i en plan',
	plansCounted: (count: number) => (count === 1 ? 'Gruppens plan' : `Gruppens ${count} planer`),
	onThisPage: 'På siden',
	existingPlans: 'Planer for gruppen',
	notFoundTitle: 'Gruppen er ikke med',
	notFound:
		'Enten er der ikke frigivet et resultat for gruppen i denne måling, eller også har du ikke adgang til det. Gå tilbage til resultaterne, og vælg en anden gruppe.',
	scaleDirection: { resource: 'højere tal er bedre', strain: 'lavere tal er bedre' },
	boundText:
		'Hvor der står »mindst« eller »højst«, viser vi kun en grænse. Tallet ligger i den ende af skalaen, hvor det præcise tal kunne røbe, hvad den enkelte har svaret. Derfor står der heller ingen usikkerhed.',
	imported: 'Svarene er indsamlet et andet sted og læst ind her.',
	importedScales: 'Områder i spørgeskemaet',
	importedScalesText: 'Gennemsnit for hvert område i det indlæste spørgeskema.',
	scale: 'Område',
	value: 'Gennemsnit',
	interval: 'Usikkerhed',
	organisationValue: 'Organisationen',
	answers: 'Svar',
	statisticsTitle: 'Hvor godt måler spørgeskemaet?',
	statisticsText: 'Tal til den, der vil efterprøve spørgeskemaet. De gælder hele organisationen.',
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

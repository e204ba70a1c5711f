/** Bibliotekets sider om én påstand, ét udfald og »hvorfor foreslås det?«, og billedet af det hele. */
export const library = {
	finding: {
		label: 'Påstand',
		chain: 'Hvad hænger sammen med hvad?',
		from: 'Fra',
		to: 'Til',
		research: 'Forskningen selv',
		anyIntervention: 'Tiltag i det hele taget',
		noOutcome: 'Påstanden handler om forskningen og ikke om et udfald.',
		goesWith: 'hænger sammen med',
		followedBy: 'bliver fulgt af',
		isAbout: 'handler om',
		amounts: { raises: 'mere', lowers: 'mindre', mixed: 'ændret' },
		directions: {
			mixed: 'Studierne peger ikke samme vej, eller retningen er uklar.',
			none: 'Påstanden fortæller, hvordan noget er, og ikke hvad der følges ad.'
		},
		effects: {
			mixed: 'Det peger ikke kun én vej.'
		},
		notCause: 'De følges ad. Det siger ikke i sig selv, hvad der kommer af hvad.',
		kind: 'Slags påstand',
		population: 'Hvem er undersøgt?',
		certaintyIs: (name: string) => `Påstanden har ${name}`,
		studiesTitle: 'Studierne bag',
		studiesLead: 'De tæller med, når vi siger, hvor sikker påstanden er.',
		noStudies: 'Ingen af de nævnte studier viser påstanden.',
		othersTitle: 'Nævnt, men tæller ikke med',
		othersLead: 'Vidensoversigten henviser også til disse. Her står, hvorfor de ikke tæller.',
		standingReasons: {
			'shows-less': 'Det, vi har set af studiet, viser ikke påstanden eller viser mindre. Oftest er det resuméet.',
			contradicts: 'Studiet peger den anden vej og trækker sikkerheden ned.',
			'not-verified': 'Studiet er ikke efterprøvet: Vi har ikke kunnet slå det efter i originalen.'
		},
		design: 'Sådan er det lavet',
		who: 'Hvem',
		howMany: 'Hvor mange',
		where: 'Hvor',
		found: 'Hvad det fandt',
		recordIs: 'Oplysningerne',
		recordVerified: 'er slået efter',
		recordNotVerified: 'er ikke efterprøvet',
		caution: 'Forbehold ved studiet',
		interventionsTitle: 'Tiltag, der læner sig op ad påstanden',
		interventionsNone: 'Ingen tiltag læner sig op ad den.',
		relatedTitle: 'Beslægtede påstande',
		placeTitle: 'Hvor står det?',
		place: (lines: string) => `Vidensoversigten, linje ${lines}`,
		citeTitle: 'Henvis til påstanden',
		cite: (facts: {
			claim: string;
			certainty: string;
			isShown: boolean;
			version: number;
			base: string;
			day: string;
			address: string;
		}) =>
			`Ledertrivsel. »${facts.claim}« (${facts.certainty}${facts.isShown ? '' : '; ikke vist af nogen kilde, vi har kunnet slå efter'}.) Påstand, version ${facts.version}. Videnbasen, udgave ${facts.base}, ${facts.day}. ${facts.address}`,
		citeNote: 'Adressen bliver ved med at føre til påstanden. Ændrer den sig, får den et nyt versionsnummer.'
	},
	exports: {
		label: 'Hent de studier, der tæller med, til referenceprogram',
		labelOne: 'Hent til referenceprogram',
		labelOthers: 'Hent dem, der er nævnt, men ikke tæller med',
		formats: { ris: 'RIS', bibtex: 'BibTeX', 'csl-json': 'CSL-JSON', apa: 'Litteraturliste (APA)' }
	},
	outcome: {
		of: {
			leaders: 'Hos lederne selv',
			employees: 'Hos medarbejderne',
			organisation: 'For opgaven og organisationen'
		},
		higherIsBetter: 'Mere er bedre.',
		lowerIsBetter: 'Mindre er bedre.',
		factorsTitle: 'Hvad det hænger sammen med',
		factorsLead: 'Først det, der belaster, så det, der bærer. De sikreste påstande står først i hver gruppe.',
		effectsTitle: 'Hvad tiltag har gjort ved det',
		fromOutcomesTitle: 'Hvad det følger af hos lederne',
		consequencesTitle: 'Hvad det selv betyder for andet',
		none: 'Der er endnu ingen påstande om det i videnbasen.',
		othersTitle: 'Andre udfald'
	},
	why: {
		title: (name: string) => `Hvorfor foreslås »${name}«?`,
		lead: 'Hvad forslaget retter sig mod, om det hjælper, og hvor sikkert det er.',
		short: {
			factor: (factor: string, isRisk: boolean) =>
				isRisk ? `Det er her, fordi »${factor}« fylder.` : `Det er her, fordi der mangler noget af »${factor}«.`,
			measured: 'Om det hjælper, er målt.',
			notMeasured: 'Om det hjælper, er ikke målt.'
		},
		back: {
			result: 'Tilbage til resultatet',
			plan: 'Tilbage til planen',
			other: 'Tilbage, hvor du kom fra'
		},
		factorStep: 'Det, forslaget retter sig mod',
		factorText: (factor: string, isRisk: boolean) =>
			isRisk
				? `Forslaget er her, fordi »${factor}« fylder. Det er noget af det, tiltaget er lavet til at mindske.`
				: `Forslaget er her, fordi der mangler noget af »${factor}«. Det er noget af det, tiltaget er lavet til at styrke.`,
		noFactor: 'Tiltaget retter sig mod flere forhold på én gang.',
		alsoFor: 'Det retter sig også mod',
		aimsAt: 'Det retter sig mod',
		aboutTitle: (factor: string) => `Hvorfor »${factor}« betyder noget`,
		aboutLead:
			'Det her er sagt om forholdet, og tiltaget læner sig op ad det. Ved hver påstand står, hvor sikker den er.',
		aboutLeadOther:
			'Tiltaget læner sig ikke op ad en bestemt påstand om forholdet. Her er det, der ellers er sagt om det, det sikreste først.',
		aboutNone: 'Vi har ingen påstande om forholdet endnu.',
		effectsTitle: 'Hjælper det?',
		effectsLead: 'Det her er sagt om virkningen af tiltaget.',
		effectsNone:
			'Ingen af de studier, vi har, har målt, om tiltaget virker. Det er foreslået, fordi det retter sig mod noget, der ser ud til at betyde noget.',
		otherTitle: 'Andet, det læner sig op ad',
		sureTitle: 'Hvor sikkert er det, at tiltaget hjælper?',
		placeTitle: 'Hvorfor det står, hvor det står',
		placeRule:
			'Forslag bliver ordnet inden for deres niveau. Først tæller, hvor meget forholdene fylder, så hvor sikker forskningen er, og til sidst hvor mange studier der bærer tiltaget. I en gruppes resultat tæller det også, om tiltaget passer dér. Organisationen står altid øverst, fordi årsager skal løses, hvor de opstår.',
		placeAlone: (position: number, among: number) =>
			among === 1
				? 'Det er det eneste forslag på sit niveau, der retter sig mod forholdet.'
				: `Hvis kun dette forhold talte, stod det som nummer ${position} af ${among} på sit niveau.`,
		placeMany: 'I et resultat tæller de andre forhold med. Derfor kan rækkefølgen være en anden dér.',
		aheadTitle: 'Foran står',
		advantages: {
			surer: 'forskningen bag er sikrere',
			'more-studies': 'lige så sikkert, men flere studier',
			none: 'lige så sikkert og lige mange studier, så rækkefølgen siger ikke noget'
		},
		readOn: 'Se trin, krav og spørgsmål, før I vælger',
		noSecret: 'Siden ved ikke noget om dine eller jeres svar. Den viser det samme til alle.'
	},
	map: {
		title: 'Det hele i ét billede',
		lead: 'Til venstre det, der belaster. Til højre det, der bærer. I midten det, de hænger sammen med. Nederst det, man kan gøre. Vælg et felt, og læs påstandene bag.',
		leadNarrow:
			'Først det, der belaster, og det, der bærer. Så det, de hænger sammen med, og til sidst det, man kan gøre. Vælg et felt, og læs påstandene bag. Mærket viser, hvor sikker den sikreste påstand er; ved tiltag, hvor sikkert det er, at de hjælper.',
		lines:
			'Jo tykkere streg, jo flere påstande med belæg; en stiplet streg er uden. Mærket viser, hvor sikker den sikreste påstand er; ved tiltag, hvor sikkert det er, at de hjælper.',
		outcomesTitle: 'Det går ud over eller gavner',
		findings: (count: number, carried: number) => {
			if (count === 0) return 'ingen påstande';
			const all = count === 1 ? '1 påstand' : `${count} påstande`;
			return carried === count ? `${all} med belæg` : `${all}, ${carried === 0 ? 'ingen' : carried} med belæg`;
		},
		surest: 'højst',
		helps: 'at det hjælper:',
		reaches: 'handler om',
		reachesWhom: { leaders: 'lederne', employees: 'medarbejderne', organisation: 'opgaven' },
		context: 'Rammen om det hele'
	},
	ways: {
		title: 'Andre veje ind',
		overviewText: 'Det samme som én tekst med kilder, til at læse eller skrive ud.',
		download: 'Hent hele videnbasen',
		downloadText: 'En zip-fil med alle poster, også til referenceprogrammer. Licensen er EUPL-1.2.',
		methods: 'Sådan regner vi',
		methodsText: 'Reglerne for sikkerhed, tal og rækkefølge.',
		studies: 'Alle studier',
		studiesText: (verified: number, not: number) => `${verified} er slået efter, ${not} er ikke efterprøvet.`,
		consequences: 'Hvad betyder det for andre?',
		consequencesText: 'Medarbejdere, patienter og drift: hvad der er belæg for.',
		edition: (version: string, day: string) => `Udgave ${version}, ${day}.`,
		lastSearch: (when: string) => `Seneste søgning efter studier: ${when}.`
	},
	intervention: {
		needs: 'Hvad skal være på plads?',
		duration: 'Hvor længe tager det?',
		signsTitle: 'Sådan kan I se, om det virkede',
		fitTitle: 'Passer det hos jer?',
		fitLead: 'Det samme tiltag virker ét sted og ikke et andet. Tag spørgsmålene, før I vælger.',
		fit: {
			intervention: 'Tiltaget',
			organisation: 'Organisationen',
			participants: 'Deltagerne',
			facilitator: 'Den, der leder det',
			context: 'Situationen'
		},
		booster: (months: number) => `Sæt en opfølgning i kalenderen efter ${months} måneder. Virkningen kan fortage sig.`
	},
	study: {
		notVerified: 'ikke efterprøvet',
		criteriaTitle: 'Vidensoversigtens fire krav til studier',
		criteriaLead: 'Sådan valgte vidensoversigten studier. Her står, om dette lever op til kravene.',
		criteria: {
			isRelevant: 'Handler om ledere i sundhedsvæsenet',
			hasClearMethod: 'Fagfællebedømt og med en klar metode',
			isRecent: 'Nyere: fra 2010 eller senere',
			isNordic: 'Fra Norden'
		},
		meets: { yes: 'ja', no: 'nej', unknown: 'vides ikke' },
		role: 'Plads i vidensoversigten',
		roles: {
			included:
				'Formentlig et af de 22 studier, den har læst grundigt. Det står ikke i den; vi har sluttet os til det.',
			additional: 'Nævnt ved siden af de 22 studier, den har læst grundigt.'
		},
		international: 'flere lande',
		statusTitle: 'Hvad er slået efter?',
		statusLead: 'Hver oplysning om studiet, og om vi har set den i originalen eller i et register.',
		statuses: {
			verified: 'slået efter',
			recalled: 'ikke efterprøvet',
			unknown: 'vides ikke',
			'n/a': 'findes ikke for denne udgivelse'
		} as Readonly<Record<string, string>>,
		statusFields: {
			author: 'Forfattere',
			issued: 'År',
			title: 'Titel',
			'container-title': 'Udgivet i',
			volume: 'Årgang',
			issue: 'Nummer',
			page: 'Sider',
			DOI: 'DOI',
			studyType: 'Slags studie',
			population: 'Hvem',
			country: 'Hvor',
			sampleSize: 'Hvor mange'
		} as Readonly<Record<string, string>>,
		statusColumns: { field: 'Oplysning', value: 'Det står der', status: 'Er det slået efter?' },
		carriesTitle: 'Påstande, studiet viser',
		carriesLead: 'Studiet tæller med, når vi siger, hvor sikre de er.',
		carriesNone: 'Studiet viser ingen af påstandene.',
		notShownTitle: 'Påstande, det er nævnt ved, men ikke viser',
		notShownLead: 'Ved hver står, hvorfor studiet ikke tæller med.',
		ambiguity: 'Tvivl om, hvilket værk der er ment'
	},
	onlySaid: {
		title: 'Sagt, men ikke vist',
		tag: 'sagt, men ikke vist',
		lead: (count: number): string =>
			count === 1
				? 'Vidensoversigten siger det, men ingen af de kilder, vi har kunnet slå efter, viser det:'
				: 'Vidensoversigten siger det her, men ingen af de kilder, vi har kunnet slå efter, viser det:'
	},
	themes: {
		whole: 'Forholdet som helhed',
		parts: 'Delene af det'
	},
	printed: (facts: { version: string; day: string; address: string }) =>
		`Videnbasen, udgave ${facts.version}, ${facts.day}. ${facts.address}`,
	unknown: {
		finding: {
			title: 'Den påstand kender vi ikke',
			text: 'Adressen passer ikke til nogen påstand. Måske er den skrevet forkert, eller påstanden er blevet lagt sammen med en anden.'
		},
		outcome: {
			title: 'Det udfald kender vi ikke',
			text: 'Adressen passer ikke til noget udfald. Måske er den skrevet forkert eller blevet ændret.'
		},
		toMap: 'Se billedet af det hele'
	}
};

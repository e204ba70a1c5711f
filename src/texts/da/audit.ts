const number = new Intl.NumberFormat('da');

/** Rapporten om vores eget angreb på en måling. */
export const audit = {
	title: 'Vores eget angreb på tallene',
	leadReleased:
		'Her har vi forsøgt at regne os tilbage til enkelte lederes svar ud fra alt det, der er frigivet. Angrebet er kørt igen, netop nu, på de gemte tal.',
	leadCandidate:
		'Her har vi forsøgt at regne os tilbage til enkelte lederes svar ud fra det, der ville blive vist, hvis målingen blev frigivet nu. Intet er frigivet.',
	notClosed: 'Målingen er ikke lukket endnu, så der er ingen tal at angribe.',
	tooFew: (responses: number, threshold: number) =>
		`Målingen har ${number.format(responses)} svar, og der skal mindst ${number.format(threshold)} til. Der er intet at vise, og derfor intet at angribe.`,
	findingsTitle: 'Hvad vi fandt',
	holds: 'Intet. Ingen små grupper kan regnes ud, og ingens svar kan indsnævres for meget.',
	breachReleased: 'Angrebet lykkedes. De frigivne tal siger for meget om de mennesker, der står herunder.',
	breachCandidate: 'Angrebet lykkedes, og derfor er målingen ikke frigivet. Intet er vist for nogen.',
	whatNow:
		'Det burde ikke kunne ske: programmet selv laver tallene, så de holder. Send denne side til dem, der driver systemet. Den nævner grupper og antal, men ingen svar.',
	more: (count: number) => `Og ${number.format(count)} mere.`,
	columns: { what: 'Hvad', group: 'Gruppe', scale: 'Område', people: 'Mennesker' },
	kinds: {
		'small-set': 'Tallet for en for lille gruppe er vist eller kan regnes ud',
		insider: 'En, der selv har svaret, kan trække sit eget fra og se et par andres',
		pinned: 'Enkelte svar kan snævres ind til et for lille område',
		settled: 'En andel afgør for alle i en gruppe, hvor de hører til',
		'extreme-share': 'En andel på 0 eller 100 %',
		overlap: 'Grupper overlapper, så sikkerheden ikke kan bevises',
		counts: 'Antallet passer ikke med, hvem der har svaret',
		contradiction: 'Tallene kan ikke alle være rigtige'
	},
	statistics: {
		mean: 'gennemsnit',
		sd: 'spredning',
		share: 'andel belastede',
		better: 'andel bedre',
		worse: 'andel dårligere',
		alpha: 'alfa',
		omega: 'omega',
		icc1: 'ICC(1)',
		icc2: 'ICC(2)',
		rwgj: 'rwg(j)'
	},
	triedTitle: 'Hvad vi prøvede',
	tried: {
		cells: (cells: number, groups: number) =>
			`${number.format(cells)} tal for ${number.format(groups)} grupper, hvert for sig og alle under ét.`,
		sets: (sets: number) =>
			`Alt, hvad der kan lægges til og trækkes fra: det koger ned til ${number.format(sets)} mængder af mennesker, og ingen må være for lille.`,
		nested:
			'Hvor snævert hvert svar kan gættes: regnet præcist, fordi grupperne ligger inden i eller ved siden af hinanden.',
		programmes: (programmes: number) =>
			`Hvor snævert hvert svar kan gættes, hvor grupper overlapper: ${number.format(programmes)} lineære programmer løst.`,
		together: (releases: number) => `${number.format(releases)} frigivelser af samme måling, angrebet som ét.`,
		time: (seconds: string) => `Det tog ${seconds} sekunder.`
	},
	attackTitle: 'Sådan angriber vi',
	attackLead:
		'Vi lader, som om alle, der kan læse resultater, slår sig sammen. De kender personalelisten, ved, hvor mange der har svaret i hver gruppe, og har alle tal.',
	attacks: [
		'Vi lægger alle viste tal sammen og trækker dem fra hinanden på alle måder. Intet må følge for færre mennesker end grænsen; for andele og spredning skal der være mindst 20.',
		'Vi regner ud, hvad hvert enkelt svar højst og mindst kan være. Det skal spænde over mindst halvdelen af skalaen.',
		'Vi lader en, der selv har svaret, trække sit eget svar fra. De andres skal stadig spænde over mindst en femtedel.',
		'Alt, hvad der tidligere er frigivet af de samme svar, er med i samme regnestykke.',
		'Angrebet deler ingen kode med det, der laver tallene.'
	],
	limitsTitle: 'Hvad angrebet ikke viser',
	limits: [
		'Hvad nogen ved i forvejen. Jo flere svar en kender, jo mere ved vedkommende om resten.',
		'Hvad man kan gætte ved at sammenligne to målinger. Kommer én leder til, og gætter man på, at alle andre svarer som før, siger forskellen noget om den ene. Derfor lægger vi aldrig to målingers svar sammen i ét tal. Siden om virkning sætter frigivne tal ved siden af hinanden og fortæller ikke mere, end de gør. Men vi kan ikke forhindre, at nogen gætter.',
		'At en gruppe, hvor alle svarer ens, er skjult. Står der 50, og svarede alle 50, er det en af mange muligheder.',
		'At man kan se, at noget ikke vises. Det fortæller, at en gruppe er lille, eller at svarene ligger yderligt.'
	],
	commandLine: 'Det samme fra kommandolinjen:',
	command: (round: string) => `ledertrivsel release audit ${round}`
};

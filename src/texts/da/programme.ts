const number = new Intl.NumberFormat('da', { maximumFractionDigits: 1 });

const groups = (count: number): string => (count === 1 ? '1 gruppe' : `${number.format(count)} grupper`);
const days = (count: number): string => (count === 1 ? '1 dag' : `${number.format(count)} dage`);
const plans = (count: number): string => (count === 1 ? '1 plan' : `${number.format(count)} planer`);

/** Overblikket for topledelse og arbejdsmiljøudvalg: hvor det slider, hvad der deles, hvad der bliver gjort, og hvad der hjalp. */
export const programme = {
	title: 'Overblik',
	documentTitle: 'Overblik over ledernes trivsel',
	lead: 'Et blik over hele organisationen: hvor det slider, hvilke årsager mange grupper deler, hvad der er sat i gang, og om det har hjulpet.',
	whoCanSee: 'Programledere og arbejdsmiljøudvalget kan åbne denne side',
	subtitle: (organisation: string, round: string) => `${organisation}, målingen ${round}`,
	subtitleUnmeasured: (organisation: string) => organisation,
	chooseRound: 'Måling',
	show: 'Vis',
	pdf: 'Hent som PDF',
	nothing: 'Der er ikke frigivet en måling endnu',
	nothingText: 'Når en måling er frigivet, står her, hvor det slider. Planer og forslag vises allerede nu.',
	nothingLink: 'Se, hvor langt målingerne er',
	basis: (round: string, day: string, answers: string) => `${round}, frigivet ${day}. ${answers}.`,
	facts: { organisation: 'Organisation', round: 'Måling', day: 'Dato', answers: 'Svar' },
	noRound: 'Ingen måling er frigivet',
	weighs: {
		title: 'Det fylder mest',
		none: 'Ingen forhold er belastende efter reglen i hele organisationen.',
		line: (factor: string, seriousness: string, points: string, direction: string) =>
			`${factor}: ${seriousness.toLowerCase()}. Tallet er ${points} ud af 100 (${direction.toLowerCase()}).`,
		whereTitle: 'Hvor det slider',
		where: (group: string, factors: string) => `${group}: ${factors}`,
		whereNone: 'Ingen enhed lige under toppen har forhold, der er alvorlige eller betydelige.'
	},
	heat: {
		whole: (name: string) => `Hele ${name}`,
		title: 'Enhed for enhed',
		caption: 'Gennemsnit fra 0 til 100 for hver enhed og hvert forhold',
		unit: 'Enhed',
		note: 'Orange: jo mørkere, jo mere slider det. Blågrøn: jo mørkere, jo mere bærer det. Tallene er frigivne gennemsnit: Grupper med for få svar er lagt sammen, og intet tal siger noget om en enkelt leder.'
	},
	causes: {
		title: 'Årsager, som mange grupper deler',
		lead: 'Når det samme tynger tydeligt i mange grupper, ligger årsagen sjældent i den enkelte gruppe. Så skal den tages op højere oppe.',
		caption: 'I hvor mange af de viste grupper hvert forhold tynger tydeligt',
		factor: 'Forhold',
		count: 'Grupper, hvor det tynger tydeligt',
		told: 'Ud af',
		what: 'Det kan kun organisationen ændre',
		sentence: (factor: string, clear: number, told: number) =>
			`${factor} tynger tydeligt i ${number.format(clear)} af de ${groups(told)}, hvor det kan afgøres.`,
		none: 'Intet forhold tynger tydeligt i nogen gruppe.',
		cannotTell: 'Det kan ikke afgøres i denne måling: Der er for lidt at skønne de små grupper ud fra.',
		rule: 'Et forhold tynger tydeligt, når hele usikkerheden om gruppens tal ligger på den tunge side af midten. Grupper, hvor det ikke kan afgøres, er ikke talt med.'
	},
	span: {
		title: 'Ledelsesspænd og arbejdsmængde',
		lead: 'Hvor mange medarbejdere lederne i hver gruppe har i gennemsnit efter listen over organisationen, ved siden af gruppens frigivne tal for arbejdsmængde.',
		caption:
			'Hver prik er en gruppe: længere til højre er flere medarbejdere pr. leder, højere oppe er større arbejdsmængde',
		tableCaption: 'Grupperne bag prikkerne, det største ledelsesspænd først',
		largest: (shown: number, all: number) =>
			`Her står de ${number.format(shown)} grupper med det største ledelsesspænd af ${number.format(all)}. Resten står på siden.`,
		group: 'Gruppe',
		span: 'Medarbejdere pr. leder',
		workload: 'Arbejdsmængde (0–100)',
		answers: 'Svar',
		alternative: (verdict: string, count: number, from: string, to: string) =>
			`Et diagram med ${groups(count)}. Ledelsesspændet går fra ${from} til ${to} medarbejdere pr. leder. ${verdict}`,
		'cannot-tell': (count: number) =>
			`Det kan ikke afgøres, om de to hænger sammen: der er kun ${groups(count)} med både et tal og et kendt ledelsesspænd, og der skal mindst 10 til.`,
		'more-with-larger': (r: string, low: string, high: string, count: number) =>
			`Grupper, hvor lederne har flere medarbejdere, fortæller om større arbejdsmængde. Sammenhængen er ${r} på en skala fra −1 til 1, hvor 0 er ingen (95\u00A0% usikkerhed fra ${low} til ${high}), for ${groups(count)}.`,
		'less-with-larger': (r: string, low: string, high: string, count: number) =>
			`Grupper, hvor lederne har flere medarbejdere, fortæller om mindre arbejdsmængde. Sammenhængen er ${r} på en skala fra −1 til 1, hvor 0 er ingen (95\u00A0% usikkerhed fra ${low} til ${high}), for ${groups(count)}.`,
		'no-clear-link': (r: string, low: string, high: string, count: number) =>
			`Der er ingen tydelig sammenhæng i tallene her. Den er ${r} på en skala fra −1 til 1, hvor 0 er ingen (95\u00A0% usikkerhed fra ${low} til ${high}), for ${groups(count)}. Det udelukker ikke, at der er en.`,
		caution:
			'At to ting følges ad, siger ikke, at den ene er årsag til den anden. Sammenhængen gælder grupper og ikke den enkelte leder.',
		leftOut: (count: number) =>
			`${groups(count)} er ikke med, fordi tallet ikke vises, kun er kendt som en grænse, eller fordi ledelsesspændet mangler i listen.`,
		noData:
			'Listen over organisationen siger ikke, hvor mange medarbejdere lederne har. Tag kolonnen med ved næste import.'
	},
	plans: {
		title: 'Planer',
		lead: 'Hvad der er besluttet, på hvilket niveau og hvor langt det er.',
		none: 'Der er ingen planer endnu.',
		caption: 'Skridt i planerne efter niveau og stand',
		level: 'Niveau',
		state: { done: 'Gjort', open: 'I gang', late: 'Over fristen' },
		all: 'I alt',
		count: plans,
		onlyIndividual: (count: number) =>
			`${plans(count)} har kun skridt for den enkelte leder. Ligger årsagen i organisationen, kan den enkelte ikke fjerne den:`,
		onlyIndividualNone: 'Ingen åben plan nøjes med skridt for den enkelte leder.',
		planLine: (plan: string, group: string) => `${plan} (${group})`
	},
	proposals: {
		title: 'Forslag, der venter på svar',
		none: 'Ingen forslag venter på svar.',
		caption: 'De, der har ventet længst, står først',
		proposal: 'Forslag',
		receiver: 'Ligger hos',
		waiting: 'Har ventet',
		days
	},
	dialogues: {
		title: 'Dialogmøder',
		line: (held: number, all: number) =>
			`${number.format(held)} af ${groups(all)} har holdt deres dialogmøde om resultatet.`,
		planned: (count: number) => `${groups(count)} har aftalt et.`,
		overdue: (count: number) => `${groups(count)} har seks uger efter frigivelsen hverken holdt eller aftalt et.`,
		none: 'Der er ingen grupper at holde dialogmøde med endnu.'
	},
	helped: {
		title: 'Hvad hjalp?',
		lead: 'Det her er jeres egne tal: grupper med planer ved siden af grupper uden, før og efter. »Kan ikke afgøres« er også et svar.',
		none: 'Ingen plan er målt igen endnu. Lav en opfølgende måling, når planerne har virket lidt.',
		plansLine: (counts: {
			readonly improved: string;
			readonly same: string;
			readonly worse: string;
			readonly unknown: string;
		}) =>
			`Plan for plan: ${counts.improved} bedre, ${counts.same} uden klar ændring, ${counts.worse} værre, ${counts.unknown} kan ikke afgøres.`,
		caption: 'Alle planer under ét, forhold for forhold',
		factor: 'Forhold',
		rounds: 'Målinger',
		verdict: 'Vurdering',
		effect: 'Forskel til det ventede',
		groups: 'Grupper med / uden plan',
		between: (before: string, after: string) => `${before} til ${after}`,
		/** `inWords`: "8 point bedre end ventet …". */
		effectValue: (inWords: string, spreads: string) => `${inWords}. I spredninger: ${spreads}`,
		groupsValue: (acting: number, others: number) => `${number.format(acting)} / ${number.format(others)}`,
		notTold: 'Kan ikke regnes ud',
		unit: 'Point er på skalaen fra 0 til 100. Tallet i spredninger måler forskellen mod, hvor forskelligt ledere svarer: over nul er bedre, og 0,5 er det mindste, man plejer at regne for vigtigt.',
		researchTitle: 'Hvad siger forskningen om tiltagene?',
		researchLead: 'Det er andres undersøgelser, og de indgår ikke i tallene ovenfor.',
		research: (intervention: string, certainty: string) => `${intervention}: ${certainty}`
	},
	trend: {
		title: 'Udvikling over målingerne',
		caption: 'Hele organisationens gennemsnit (0–100) i hver måling',
		one: 'Der er kun én måling, der kan sammenlignes. Næste gang kan I se, hvilken vej det går.',
		factor: 'Forhold',
		direction: 'Retning',
		note: 'Målinger med et andet spørgeskema eller en anden del af organisationen er ikke med. Små forskelle kan være tilfældige.'
	},
	notShown: 'Vises ikke'
};

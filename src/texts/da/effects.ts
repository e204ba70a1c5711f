const number = new Intl.NumberFormat('da', { maximumFractionDigits: 0 });
const points = (value: number) => `${number.format(Math.abs(value))} point`;
const sided = (value: number) =>
	Math.round(value) === 0 ? 'uændret' : `${points(value)} ${value > 0 ? 'bedre' : 'dårligere'}`;
const between = (low: number, high: number) => `mellem ${sided(low)} og ${sided(high)}`;

/** Virkning: har planerne hjulpet? */
export const effects = {
	title: 'Har det hjulpet?',
	menu: 'Virkning',
	lead: 'Her ser I, om tallene har flyttet sig mere i de grupper, der har lavet en plan, end man kunne vente, hvis de intet havde gjort. Mange gange kan det ikke afgøres, og så står det der.',
	none: 'Der er endnu ingen planer at følge op på.',
	noneText:
		'Når en gruppe har besluttet en plan, og der er målt igen, kan I her se, om det har hjulpet. I kan måle igen med nogle få spørgsmål.',
	measureAgain: 'Planlæg en kort opfølgning',
	verdict: {
		improved: 'Bedre',
		'no-clear-change': 'Ingen klar ændring',
		worse: 'Værre',
		'cannot-tell': 'Kan ikke afgøres'
	},
	reasons: {
		'better-than-expected':
			'Tallet er bedre, end man kunne vente uden planen, og forskellen er større, end tilfældigheder plejer at give.',
		'worse-than-expected':
			'Tallet er dårligere, end man kunne vente uden planen, og forskellen er større, end tilfældigheder plejer at give.',
		'no-large-effect': 'Tallet ligger, hvor man kunne vente det uden planen. En stor virkning kan udelukkes.',
		'too-uncertain':
			'Der er for få svar til at afgøre det: Tallet passer både med, at intet er sket, og med, at planen har hjulpet. Sådan vil det ofte være i en lille gruppe.',
		'not-measured-again': 'Der er ikke målt på det, planen skal gøre noget ved, siden den blev besluttet.',
		'figure-not-shown': 'Gruppens gennemsnit bliver ikke vist, fordi enkelte svar kunne røbes.',
		'spread-not-shown': 'Der var for få svar i hele målingen til at vurdere, hvor meget tallene svinger.',
		'group-not-found': 'Gruppen findes ikke længere i den nye måling.',
		'members-changed':
			'Under 70 % af gruppen er de samme ledere som før, så før og efter handler om to forskellige grupper.',
		'result-not-yours-to-open':
			'Gruppens resultat i en af de to målinger hører ikke til dem, du kan åbne. Derfor kan du se planen, men ikke, hvordan det er gået. Din programleder kan se begge dele.',
		'few-answered': 'Under 40 % har svaret i en af målingerne. De andre kan have det anderledes.',
		'response-changed':
			'Andelen, der svarer, har ændret sig med mere end 30 procentpoint. Så kan det være andre, der svarer nu.',
		'few-comparison-groups': 'Der er færre end fem grupper uden plan at sammenligne med.',
		'few-acting-groups': 'Der er færre end fem grupper med plan. Se planerne hver for sig nedenfor.'
	},
	allTitle: 'Alle planer under ét',
	allLead: (before: string, plans: number) =>
		`${plans === 1 ? 'Én plan' : `${number.format(plans)} planer`} fra »${before}«, sammenlignet med grupper uden plan. Der er taget højde for, hvor højt eller lavt grupperne lå fra begyndelsen.`,
	countedOnce: 'Planer for samme gruppe og samme forhold tæller som én.',
	/** Planer, der tæller med, selvom intet er gjort. */
	notCarriedOut: ({ stopped, notBegun }: { readonly stopped: number; readonly notBegun: number }) => {
		const plans = (count: number) => (count === 1 ? 'én plan' : `${number.format(count)} planer`);
		const ended = `${plans(stopped)} blev stoppet, før noget skridt var gjort`;
		const open = `i ${stopped > 0 ? plans(notBegun).replace(/ plan(er)?$/, '') : plans(notBegun)} er der ikke gjort noget endnu`;
		const told = [...(stopped > 0 ? [ended] : []), ...(notBegun > 0 ? [open] : [])].join(', og ');
		const count = stopped + notBegun === 1 ? 'Den' : 'De';
		return `${told.charAt(0).toUpperCase()}${told.slice(1)}. ${count} tæller med alligevel: Regnede vi kun på de planer, det gik godt med, ville planer se bedre ud, end de er.`;
	},
	/** Foran navnene på de andre planer bag den samme ændring. */
	sharedWith: 'Ændringen tæller én gang. Den deles med:',
	/** `inWords`: "9 point bedre end ventet …". */
	together: (inWords: string) => `Målt på det, hver plan sigter på: ${inWords}.`,
	allPicture: 'Forskel til det ventede, forhold for forhold',
	allPictureText: 'Prikken viser forskellen i point, stregen usikkerheden (95 %). Til højre for midten er bedre.',
	allCaution:
		'Vi siger kun »bedre«, når alle forholdene set under ét højst giver en falsk melding i 1 ud af 20 programmer uden virkning.',
	worseSide: 'dårligere',
	betterSide: 'bedre',
	sideEffects: (count: number) => `Det, ingen plan sigter på (${count} forhold)`,
	groups: (acting: number, comparison: number) =>
		`${acting} ${acting === 1 ? 'gruppe' : 'grupper'} med plan, ${comparison} uden`,
	effectInWords: (effect: number, low: number, high: number) =>
		`${sided(effect)} end ventet (${between(low, high)})`.replace('uændret end ventet', 'som ventet'),
	singleTitle: 'Plan for plan',
	singleCaution:
		'Af 40 planer, der intet ændrer, vil højst cirka én komme til at se ud, som om den har hjulpet. Se derfor også på, hvad I selv har mærket.',
	planFor: (group: string, factor: string) => `${group}: ${factor}`,
	measured: (before: string, after: string) => `»${before}« før, »${after}« efter`,
	picture: (factor: string) => `${factor}, før og efter`,
	pictureScale: {
		strain: (low: number, high: number) => `Skalaen går fra ${low} til ${high}. Lavere er bedre.`,
		resource: (low: number, high: number) => `Skalaen går fra ${low} til ${high}. Højere er bedre.`
	},
	before: 'Før',
	after: 'Efter',
	expected: 'Ventet uden plan',
	expectedWhy:
		'»Ventet uden plan« er dér, hvor grupper uden plan endte, når de begyndte samme sted. Meget høje og lave tal nærmer sig ofte de andre af sig selv.',
	interval: 'Usikkerhed (95 %)',
	showTable: 'Vis tallene',
	columns: {
		what: 'Hvad',
		value: 'Tal',
		answers: 'Svar',
		interval: 'Usikkerhed (95 %)',
		factor: 'Forhold',
		verdict: 'Vurdering',
		groups: 'Grupper',
		effect: 'Forskel til det ventede'
	},
	answers: (count: number, invited: number | null) =>
		invited === null ? `${count}` : `${count} af ${number.format(invited)}`,
	response: (before: string, after: string) => `Før svarede ${before}, nu ${after}.`,
	sameMembers: (share: string) => `${share} af gruppen er de samme ledere som før.`,
	reliable: {
		better: 'Ændringen er større, end et gennemsnit af så få svar plejer at svinge.',
		worse: 'Ændringen er større, end et gennemsnit af så få svar plejer at svinge.',
		unchanged: 'Så meget kan et gennemsnit af så få svar svinge af sig selv.'
	},
	/** Hvor langt planen er kommet, på hvert kort. */
	carriedOut: (plan: { readonly done: number; readonly all: number; readonly isStopped: boolean }) => {
		if (plan.all === 0) return plan.isStopped ? 'Planen blev stoppet.' : 'Planen har ingen skridt.';
		const steps = `${plan.done} af ${plan.all} skridt`;
		return plan.isStopped ? `Planen blev stoppet. ${steps} blev gjort.` : `${steps} er gjort.`;
	},
	researchTitle: 'Hvad forskningen siger om tiltagene',
	researchText: 'Det er andres erfaringer. Jeres egne tal ovenfor er ikke blandet ind i det, og omvendt.',
	why: 'Se studierne',
	showPlan: 'Før, efter og forskning',
	seePlan: 'Se planen',
	ruleTitle: 'Sådan afgør vi det',
	rule: [
		'Vi sammenligner gruppens nye tal med det, man kunne vente uden plan. Det regner vi ud af grupper uden plan og af, hvor meget tal plejer at nærme sig hinanden fra måling til måling.',
		'En plan tæller med, fra den er besluttet, også når den er stoppet, eller der ikke er gjort noget endnu. Det, vi måler, er altså, hvad det gør at beslutte en plan, og ikke, hvad skridtene gør, når alle bliver gjort.',
		'»Bedre« og »værre« siger vi kun, når hele usikkerheden ligger på den ene side. »Ingen klar ændring« siger vi, når en virkning på mere end en halv standardafvigelse kan udelukkes. Ellers kan det ikke afgøres.',
		'Reglen er prøvet på tusindvis af opdigtede programmer. Uden virkning siger den »bedre« om et forhold i færre end 5 ud af 100. Hjælper 20 gruppers planer mærkbart på det, de sigter på, finder den det i mindst 80 ud af 100. En enkelt lille gruppes plan opdager den sjældent.'
	],
	ruleLink: 'Alle metoder',
	letters: {
		booster: (facts: {
			readonly plan: string;
			readonly step: string;
			readonly intervention: string;
			readonly months: number;
			readonly dueOn: string;
			readonly followUp: string | null;
		}) => ({
			subject: `Tid til at genopfriske: ${facts.intervention}`,
			paragraphs: [
				'Hej',
				`I planen »${facts.plan}« er dette skridt gjort: ${facts.step}`,
				`Forskningen tyder på, at virkningen af »${facts.intervention}« tager af med tiden. Derfor er det en god idé at genopfriske det cirka ${facts.months} ${facts.months === 1 ? 'måned' : 'måneder'} efter. Det var ${facts.dueOn}.`,
				...(facts.followUp === null ? [] : [facts.followUp]),
				'Sæt en halv time af sammen. Spørg, hvad der stadig virker, og hvad der er gledet ud.'
			]
		}),
		followUp: (facts: { readonly round: string; readonly plans: number }) => ({
			subject: 'Tid til at måle igen: Har planerne hjulpet?',
			paragraphs: [
				'Hej',
				`${facts.plans === 1 ? 'Én plan' : `${facts.plans} planer`} efter »${facts.round}« er nået til opfølgning, og der er ikke målt igen endnu.`,
				'Du kan nøjes med at spørge om det, planerne skal gøre noget ved. Det er 8–12 spørgsmål og tager et par minutter for hver leder.'
			]
		}),
		seePlan: 'Se planen',
		seeIntervention: 'Læs om tiltaget',
		planFollowUp: 'Planlæg en kort opfølgning',
		seeEffects: 'Se, hvad vi ved nu',
		/** `insteadOf`: den, der stod for skridtet og ikke er her mere; null, hvis vi ikke har et navn. */
		whyBooster: (reader: { readonly as: string; readonly insteadOf: string | null }) => {
			const once = 'Brevet bliver kun sendt én gang.';
			if (reader.as === 'programme-lead')
				return `Du får brevet som programleder, fordi ingen, vi kan skrive til, står for skridtet eller planen. ${once}`;
			if (reader.as === 'owner')
				return `Du får brevet, fordi du står for planen. ${reader.insteadOf ?? 'Den'}, som stod for skridtet, er her ikke mere. ${once}`;
			return `Du får brevet, fordi du står som ansvarlig for skridtet eller planen. ${once}`;
		},
		whyFollowUp: 'Du får brevet som programleder, højst én gang om måneden.'
	},
	followUpRound: {
		kindLabel: 'Hvad skal der spørges om?',
		kinds: { whole: 'Hele spørgeskemaet', short: 'Kun det, planerne skal gøre noget ved (8–12 spørgsmål)' },
		title: 'Kort opfølgning',
		lead: 'De samme spørgsmål som sidst, men kun om det, planerne skal gøre noget ved. Så kan I se, om det har hjulpet, uden at spørge om alt igen.',
		nothing: 'Der er ingen frigivet måling med planer at følge op på endnu.',
		roundLabel: 'Hvilken måling følger I op på?',
		roundChoice: (name: string, plans: number, due: number) =>
			`${name}: ${plans === 1 ? 'én plan' : `${plans} planer`}, ${due === 0 ? 'ingen klar til opfølgning endnu' : `${due} klar til opfølgning`}`,
		factorsLabel: 'Hvad skal I spørge om?',
		factorsHint: 'Vælg højst fire. Er der plads, kommer der et spørgsmål med om, hvordan lederne har det.',
		factorChoice: (name: string, plans: number) =>
			plans === 0 ? name : `${name} (${plans === 1 ? 'én plan' : `${plans} planer`})`,
		nameHint: 'Lederne ser navnet i mailen. For eksempel »Opfølgning, forår 2027«.',
		plan: 'Gem opfølgningen, og se grupperne',
		wholeInstead: 'Brug hele spørgeskemaet i stedet',
		shortInstead: 'Spørg kun om det, planerne skal gøre noget ved',
		problems: {
			'unknown-round': 'Vælg en måling, der er frigivet.',
			'no-factors': 'Vælg mindst ét forhold, som målingen har spurgt om.',
			'too-many-factors': 'Det bliver mere end 12 spørgsmål. Vælg højst fire forhold.',
			'instrument-clash':
				'Der findes allerede et andet spørgeskema med samme navn. Sig det til den, der driver systemet.'
		}
	}
};

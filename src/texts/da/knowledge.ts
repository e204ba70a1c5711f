import type { FactorId, FactorKind, FindingKind, Level, Outcome, StudyDesign } from '#domain/evidence/evidence.ts';

/** Biblioteket: forhold, tiltag og studier, og hvor sikkert det er. */
export const knowledge = {
	title: 'Viden om lederes trivsel',
	shortTitle: 'Viden',
	lead: 'Hvad forskningen ved om det, der slider på ledere i sundhedsvæsenet, det, der bærer dem, og det, man kan gøre ved det – og hvor sikkert det er.',
	onThisPage: 'På siden',
	twoMinutesTitle: 'Har du to minutter?',
	twoMinutesLink: 'Vælg det forhold, du kender fra din egen hverdag.',
	twoMinutes: 'Så får du en sætning, du kan tage med til din leder.',
	anHourTitle: 'Har du en time?',
	anHour: 'Hver påstand viser sine kilder, sine forbehold, og hvorfor den er så sikker eller usikker, som den er.',
	anHourMethods: 'Læs, hvordan vi regner',
	strainsTitle: 'Det belaster',
	strainsNote: 'Seks forhold, der slider, når de fylder meget.',
	carriesTitle: 'Det bærer',
	carriesNote: 'Seks forhold, der holder en leder oppe.',
	factorLines: {
		workload: 'Dagen er for kort til alt det, der ligger på bordet, og der er for mange medarbejdere til én leder.',
		'role-conflict': 'Du bliver trukket i flere retninger, og ingen siger, hvad der går først.',
		'performance-pressure': 'Målene er højere, end hænder og penge rækker til.',
		isolation: 'Du står alene med ansvaret og mangler nogen at vende det med.',
		'emotional-demands': 'Andres sorg, vrede og konflikter tager på kræfterne.',
		'work-life-balance': 'Arbejdet følger med hjem og bliver siddende.',
		'role-clarity': 'Du ved, hvad du har ansvar for, og hvornår noget er godt nok.',
		support: 'Der er nogen at læne sig op ad, både over dig og ved siden af dig.',
		influence: 'Du bliver hørt, før der bliver besluttet, og kan selv rette op.',
		development: 'Du er klædt på til at lede og bliver ved med at lære.',
		coping: 'Du har noget at gribe til, når det spidser til.',
		flexibility: 'Du kan selv lægge din tid og lukke for arbejdet igen.',
		'psychological-safety': 'Det svære kan blive sagt på mødet og ikke først på gangen bagefter.'
	} satisfies Record<FactorId, string>,
	interventionsTitle: 'Det kan man gøre',
	interventionsLead:
		'Listen begynder med organisationen, fordi årsager skal løses dér, hvor de opstår, før nogen bliver bedt om at klare mere selv.',
	levelLines: {
		organisation: 'Det, ledelsen og udvalgene kan beslutte for alle.',
		group: 'Det, ledere, der arbejder sammen, kan gøre for hinanden.',
		leadership: 'Det, der handler om at lede og om samarbejdet med den nærmeste leder.',
		individual: 'Det, man selv kan øve. Det kan ikke stå alene.'
	} satisfies Record<Level, string>,
	consequencesTitle: 'Hvad betyder det for andre?',
	certaintyTitle: 'Hvad betyder sikkerhed her?',
	certaintyCount: (findings: number) => (findings === 1 ? '1 påstand' : `${findings} påstande`),
	certaintyHonest: (facts: { veryLow: number; all: number; notShown: number }) =>
		`${facts.veryLow} af ${facts.all} påstande er meget usikre. ${facts.notShown} af dem står i vidensoversigten, uden at nogen af de kilder, vi har kunnet slå efter, viser dem. Resten bygger på for lidt, for eksempel et enkelt spørgeskema eller nogle få interview. De er ikke dermed forkerte. Vi viser dem, så du selv kan se hvorfor.`,
	certaintyMore: 'Se reglen trin for trin',
	groundTitle: 'Det hele hviler på',
	ground: {
		studies: 'studier',
		findings: 'påstande',
		interventions: 'tiltag'
	},
	groundDetails: (facts: {
		verified: number;
		studies: number;
		reviews: number;
		inHealthCare: number;
		nordic: number;
	}) =>
		`${facts.inHealthCare} af studierne handler om ledere i sundhedsvæsenet, ${facts.nordic} er nordiske, og ${facts.reviews} samler op på flere undersøgelser. ${facts.verified} af ${facts.studies} er slået efter; resten er mærket og tæller ikke med.`,
	source: (version: string) =>
		`Udgangspunktet er »Vidensoversigt om lederes trivsel«, lavet til indsatsen TAL i Region Syddanmark. Ordene er vores egne. Udgave ${version}.`,
	editorLink: 'Videnbasens tilstand (for redaktører)',

	finding: {
		basedOn: 'Bygger på',
		standing: {
			counts: 'tæller med',
			'shows-less': 'viser det ikke',
			contradicts: 'peger den anden vej',
			'not-verified': 'ikke efterprøvet'
		},
		noneCounts: 'Ingen af kilderne viser det',
		alsoCited: 'Nævnt, men tæller ikke med',
		moderator: 'Det gør en forskel',
		note: 'Forbehold',
		review: 'oversigt',
		up: 'mere',
		down: 'mindre',
		mixed: 'ændret',
		alsoSaid: 'Vidensoversigten, linje',
		kinds: {
			strains: 'noget, der belaster',
			protects: 'noget, der bærer ledere',
			moderates: 'noget, der ændrer en sammenhæng',
			mediates: 'noget, der virker gennem noget andet',
			'intervention-effect': 'virkning af et tiltag',
			prevalence: 'udbredelse'
		} satisfies Record<FindingKind, string>
	},
	outcomeGroups: {
		leaders: 'For lederne selv',
		employees: 'For medarbejderne',
		organisation: 'For opgaven og organisationen'
	} satisfies Record<Outcome['of'], string>,
	andOthers: 'm.fl.',

	factor: {
		kinds: {
			risk: 'Det belaster',
			resource: 'Det bærer',
			context: 'Rammen om det hele'
		} satisfies Record<FactorKind, string>,
		findingsTitle: 'Hvad det hænger sammen med',
		findingsLead:
			'De sikreste påstande står først. Når noget hænger sammen med noget andet, følges de ad; det siger ikke i sig selv, hvad der kommer af hvad. Pilene viser, om der er mere (↑) eller mindre (↓) af det, der står ved siden af.',
		interventionsTitle: 'Hvad man kan gøre',
		interventionsLead: 'Begynd øverst. Det, organisationen kan ændre, kommer før det, den enkelte kan øve.',
		managerTitle: 'Tag det op med din leder',
		managerLead: 'Du kan begynde sådan:',
		organisationTitle: 'Det kan kun organisationen ændre',
		ownTitle: 'Et lille skridt, du selv kan tage',
		ownLead: 'Det træder ikke i stedet for det ovenfor.',
		sourceTitle: 'Kilden',
		source: (lines: string) =>
			`»Vidensoversigt om lederes trivsel«, linje ${lines} i tekstudgaven. Ordene her er vores egne.`,
		othersTitle: 'De andre forhold'
	},

	intervention: {
		mandate: 'Hvem kan beslutte det?',
		effort: 'Hvad kræver det?',
		factors: 'Hvad retter det sig mod?',
		stepsTitle: 'Sådan kan det gøres',
		stepsNote: 'Trinene er praktiske råd fra os. Forskningen fortæller sjældent, hvordan et tiltag blev gennemført.',
		print: 'Siden kan skrives ud. Så er der et felt ved hvert trin til at sætte kryds i.',
		followUpTitle: 'Bagefter',
		followUpNone:
			'Forskningen bag siger ikke noget om opfølgning. Sæt selv en dag af til at se på, om det har hjulpet.',
		certaintyIs: (name: string) => `Det har ${name}`,
		thinTitle: 'Her ved vi ikke meget',
		thin: 'Prøv det gerne, hvis det passer ind. Men lov ikke nogen, at det virker, og aftal på forhånd, hvordan det skal kunne mærkes.',
		lowTitle: 'Noget tyder på det',
		low: 'Der er grund til at tro, at det hjælper, men det er ikke vist. Aftal på forhånd, hvordan det skal kunne mærkes, om det gør en forskel.',
		lowMeasured:
			'Det er prøvet af, men ikke så grundigt, at man kan regne med det samme et andet sted. Aftal på forhånd, hvordan det skal kunne mærkes, om det gør en forskel.',
		findingsTitle: 'Påstandene bag',
		findingsLead: 'De sikreste står først.',
		studiesTitle: 'Studierne bag',
		studiesLead: 'De studier, tiltaget bygger på, og hvad de fandt.',
		namedTitle: 'Nævnt, men tæller ikke med',
		namedLead:
			'Vidensoversigten henviser også til disse. Det, vi har set af dem, viser noget andet, eller vi har ikke kunnet slå dem efter.',
		othersTitle: 'Andre tiltag på samme niveau',
		source: (lines: string) => `Vidensoversigten, linje ${lines}.`
	},

	study: {
		openSource: 'Åbn originalen',
		noLink: 'Vi linker ikke til originalen, fordi vi ikke har kunnet kontrollere adressen.',
		recalledTitle: 'Ikke efterprøvet',
		recalled:
			'Oplysningerne er skrevet ned uden at være slået efter. Derfor er der intet link, og studiet tæller ikke med, når vi siger, hvor sikker en påstand er.',
		unknownTitle: 'Ikke fundet',
		unknown:
			'Vi har ikke kunnet finde studiet og kender kun navn og årstal. Det tæller ikke med, når vi siger, hvor sikker en påstand er. Kender du det, så sig det til redaktionen.',
		mainFindingTitle: 'Hvad studiet fandt',
		mainFindingUnknown: 'Det ved vi ikke.',
		cautionsTitle: 'Læs det med forbehold',
		factsTitle: 'Sådan er studiet lavet',
		fields: {
			design: 'Slags',
			population: 'Hvem',
			sample: 'Hvor mange',
			country: 'Hvor'
		},
		notKnown: 'vides ikke',
		citedAs: (year: number) => `Vidensoversigten skriver ${year}`,
		weighted: 'En af de fem oversigter, vidensoversigten lægger mest vægt på.',
		mentions: (count: number) =>
			count === 1 ? 'Nævnt én gang i vidensoversigten' : `Nævnt ${count} gange i vidensoversigten`,
		mentionLines: (lines: string) => `linje ${lines}`,
		interventionsTitle: 'Tiltag, der hviler på studiet',
		interventionsNone: 'Ingen tiltag hviler på studiet.'
	},
	designs: {
		'meta-analysis': { name: 'metaanalyse', meaning: 'Regner tallene fra mange undersøgelser sammen.' },
		'systematic-review': {
			name: 'systematisk oversigt',
			meaning: 'Leder efter al forskning om et spørgsmål efter en fast plan og samler den.'
		},
		review: { name: 'forskningsoversigt', meaning: 'Samler op på, hvad andre har fundet.' },
		'randomised-trial': {
			name: 'lodtrækningsforsøg',
			meaning: 'Lodtrækning afgør, hvem der prøver noget nyt, og hvem der venter.'
		},
		longitudinal: { name: 'fulgt over tid', meaning: 'Spørger de samme ledere flere gange.' },
		intervention: {
			name: 'før og efter',
			meaning: 'Måler før og efter en indsats, så vidt vi ved uden en gruppe at sammenligne med.'
		},
		'cross-sectional': {
			name: 'spørgeskema på ét tidspunkt',
			meaning: 'Viser, hvad der følges ad, men ikke, hvad der kommer først.'
		},
		mixed: { name: 'både tal og fortællinger', meaning: 'Bruger både spørgeskema og ledernes egne ord.' },
		qualitative: {
			name: 'interview og fortællinger',
			meaning: 'Viser, hvordan noget opleves, men ikke, hvor udbredt det er.'
		},
		conceptual: { name: 'fagligt indlæg', meaning: 'Samler og drøfter viden uden nye målinger.' },
		unknown: { name: 'ukendt', meaning: 'Vi har ikke kunnet finde ud af, hvordan de er lavet.' }
	} satisfies Record<StudyDesign, { name: string; meaning: string }>,
	studies: {
		title: 'Alle studier',
		lead: 'Ordnet efter, hvordan de er lavet. De, der kan vise mest, står øverst.',
		findings: (shown: number, named: number): string =>
			named === 1
				? `${shown === 1 ? 'viser' : 'viser ikke'} den påstand, det er nævnt ved`
				: `viser ${shown} af de ${named} påstande, det er nævnt ved`,
		untitled: 'Titel ikke kendt'
	},
	consequences: {
		title: 'Hvad betyder lederes trivsel for andre?',
		lead: 'Man hører tit, at lederes trivsel er afgørende for medarbejdere, patienter og drift. Her står, hvad vidensoversigten siger, og hvor meget kilderne viser. Det er mindre, end man skulle tro.',
		findingsLead:
			'De sikreste påstande står først i hver gruppe. Pilene viser, om der er mere (↑) eller mindre (↓) af det, der står ved siden af.'
	},
	unknown: {
		factor: {
			title: 'Det forhold kender vi ikke',
			text: 'Adressen passer ikke til noget af det, vi skriver om. Måske er den skrevet forkert eller blevet ændret.'
		},
		intervention: {
			title: 'Det tiltag kender vi ikke',
			text: 'Adressen passer ikke til noget tiltag. Måske er den skrevet forkert, eller tiltaget er blevet lagt sammen med et andet.'
		},
		study: {
			title: 'Det studie kender vi ikke',
			text: 'Adressen passer ikke til noget studie. Måske er den skrevet forkert, eller studiet er blevet taget ud.'
		},
		toFactors: 'Se alle forhold',
		toInterventions: 'Se alle tiltag',
		toStudies: 'Se alle studier'
	}
};

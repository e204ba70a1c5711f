import type { AbsenceVerdict } from '#domain/work-environment/absence-sets.ts';

const number = new Intl.NumberFormat('da', { maximumFractionDigits: 1 });

const leaders = (count: number): string => (count === 1 ? '1 leder' : `${number.format(count)} ledere`);

/** Hvad der ville følge af tallet, sagt uden at regne noget ud for læseren. */
function refusal(verdict: Exclude<AbsenceVerdict, { kind: 'safe' }>): string {
	switch (verdict.kind) {
		case 'too-few':
			return verdict.others === 0
				? `Der er kun ${leaders(verdict.leaders)} i det, du har valgt. Sygefravær for færre end ${verdict.least} er den enkelte leders helbredsoplysninger, og dem tager vi ikke imod. Vælg en større enhed, eller læg flere sammen.`
				: `Af dem, du har valgt, stod kun ${leaders(verdict.leaders)} på jeres liste i Ledertrivsel, før perioden begyndte. De øvrige kan være kommet til siden, så tallet kunne handle om nogle få, og sygefravær for færre end ${verdict.least} er den enkeltes helbredsoplysninger. Vælg en periode, der begynder senere, en større enhed eller flere lagt sammen. Kender Ledertrivsel jer endnu ikke længe nok, så skriv i vurderingen nedenfor, hvad jeres egne opgørelser viser for hele arbejdspladsen.`;
		case 'gives-away':
			return `Tallet kan ikke gemmes. Sammen med det, der er tastet ind før, kunne man regne sygefraværet ud for ${verdict.leaders === 0 ? 'nogle få, der er kommet til' : leaders(verdict.leaders)}, og det er den enkeltes helbredsoplysninger. Vælg de samme enheder som sidst, eller enheder, der slet ikke overlapper dem.`;
		case 'too-entangled':
			return 'De valgte enheder overlapper så mange andre, at vi ikke kan stå inde for, at ingen kan regnes ud. Derfor gemmer vi ikke tallet. Vælg enheder, der ikke overlapper.';
	}
}

/** APV: de fire elementer, udvalgets medvirken, treårsfristen og dokumentet. */
export const apv = {
	title: 'APV',
	longTitle: 'Arbejdspladsvurdering (APV)',
	lead: 'APV’en samler det, loven beder om: en kortlægning med vurdering af risici, sygefraværet, en skriftlig handlingsplan og retningslinjer for opfølgning. Meget af den skriver sig selv ud fra målingen og planerne. Resten skriver I.',
	whoCanSee: 'Programledere og arbejdsmiljøudvalget kan åbne denne side',
	begin: 'Begynd en APV',
	beginLead: 'Den begynder med teksterne fra den sidste, hvis der er en. Tal og planer er altid de nyeste.',
	nameLabel: 'Hvad skal den hedde?',
	nameHint: 'For eksempel »APV 2026«.',
	roundLabel: 'Hvilken måling skal den bygge på?',
	noRound: 'Ingen måling endnu',
	none: 'Der er ingen APV endnu.',
	noneText: 'Når I har begyndt en, står den her. Tallene fra målingen og planerne er allerede i den.',
	noneTextReader: 'Programlederen begynder den. Så kan I læse med her og skrive jeres bemærkninger.',
	list: 'Alle APV’er',
	draft: 'kladde',
	final: 'afsluttet',
	beganLine: (day: string, who: string) => `Begyndt ${day} af ${who}.`,
	finalLine: (day: string, who: string) => `Afsluttet ${day} af ${who}.`,
	open: 'Åbn',
	clock: {
		title: 'Hvornår skal den næste være klar?',
		never: 'Vi kender ingen tidligere APV. Loven kræver, at I har en skriftlig APV.',
		'in-time': (last: string, latest: string) =>
			`Den sidste er fra ${last}. Den næste skal være klar senest ${latest}.`,
		soon: (last: string, latest: string, days: number) =>
			`Den sidste er fra ${last}. Den næste skal være klar senest ${latest}. Det er om ${days === 1 ? '1 dag' : `${number.format(days)} dage`}.`,
		overdue: (last: string, latest: string) =>
			`Den sidste er fra ${last}, og den næste skulle have været klar senest ${latest}. Fristen er overskredet.`,
		changes:
			'APV’en skal også tages op, når der sker ændringer i arbejdet, arbejdsmetoderne eller arbejdsprocesserne, som har betydning for arbejdsmiljøet, og senest hvert tredje år.',
		earlierLabel: 'Har I en APV fra før Ledertrivsel? Skriv datoen',
		earlierSave: 'Gem datoen',
		earlierSaved: 'Datoen er gemt.',
		earlierLine: (day: string) => `Tidligere APV: ${day}.`
	},
	steps: {
		title: 'APV’ens dele',
		mapping: 'Kortlægning og risikovurdering',
		absence: 'Sygefravær',
		'action-plan': 'Skriftlig handlingsplan',
		'follow-up': 'Retningslinjer for opfølgning',
		participation: 'Udvalgets medvirken',
		finish: 'Gennemse og afslut',
		savesOnTheWay: 'Når du skifter del, gemmer vi det, du har skrevet.'
	},
	leave: {
		title: 'Noget er ikke gemt endnu',
		text: 'Ret det, der er markeret, og gå videre igen. Eller lad det ligge.',
		anyway: 'Gå videre uden at gemme det'
	},
	saved: 'Det er gemt.',
	save: 'Gem',
	saveAndNext: 'Gem og gå videre',
	lastSaved: (moment: string, who: string) => `Sidst gemt ${moment} af ${who}.`,
	readOnly:
		'APV’en er afsluttet. Den ændres ikke mere. Skal noget være anderledes, så begynd en ny. Den begynder med teksterne herfra. Det er dokumentet, der gælder: sygefravær, log og planer på siderne her kan være nyere.',
	committeeReads:
		'Programlederen skriver APV’en. Du kan læse med, skrive bemærkninger og føre log over udvalgets medvirken.',
	conflictTitle: (who: string, moment: string) => `${who} har gemt noget her ${moment}, mens du skrev`,
	conflict:
		'Din tekst står stadig i felterne og er ikke gemt. Det, der er gemt, står herunder. Saml de to, som I vil have det, og gem igen.',
	conflictTheirs: 'Det, der er gemt',
	problems: {
		'title-missing': 'Giv APV’en et navn.',
		'title-too-long': 'Navnet må højst være 200 tegn.',
		'round-unknown': 'Vælg en måling, der er frigivet.',
		'text-too-long': 'Teksten må højst være 4.000 tegn.',
		'day-missing': 'Skriv en dato.',
		'day-in-future': 'Datoen ligger ude i fremtiden.',
		'what-missing': 'Skriv, hvad udvalget var med til.',
		'who-missing': 'Skriv, hvem der var med. Skriv roller og ikke navne.',
		'set-missing': 'Vælg mindst én enhed.',
		'days-missing': 'Skriv antallet af sygedage som et tal, for eksempel 84.',
		'days-too-many': 'Det er flere sygedage, end der er dage i perioden.',
		'from-missing': 'Skriv den første dag i perioden.',
		'to-missing': 'Skriv den sidste dag i perioden.',
		'period-backwards': 'Perioden slutter, før den begynder.',
		'period-not-quarters':
			'Vælg hele kvartaler, for eksempel 1. januar til 31. marts eller 1. januar til 31. december.',
		'remark-missing': 'Skriv din bemærkning.',
		'unknown-entry': 'Linjen findes ikke mere.'
	},
	mapping: {
		lead: 'Her står hvert forhold fra målingen med en vurdering efter en fast regel. I kan se anderledes på det end reglen. Så skriv det under »Bemærkninger til de enkelte forhold«.',
		noRelease:
			'Der er ikke valgt en måling, der er frigivet. Uden den er der ingen tal at vurdere ud fra. I kan stadig skrive.',
		roundSave: 'Brug denne måling',
		tableCaption: 'Forholdene i hele organisationen, de alvorligste først',
		factor: 'Forhold',
		points: 'Tal (0–100)',
		interval: 'Usikkerhed',
		share: 'Belastede',
		seriousness: 'Vurdering',
		heavyIn: 'Hvor det især fylder',
		heavyInNone: 'Ingen enhed skiller sig ud',
		notShown: 'Vises ikke',
		atMost: (text: string) => `højst ${text}`,
		atLeast: (text: string) => `mindst ${text}`,
		between: (low: string, high: string) => `${low} til ${high}`,
		direction: { strain: 'Højere er tungere', resource: 'Højere er bedre' },
		levels: {
			serious: 'Alvorligt',
			considerable: 'Betydeligt',
			watch: 'Skal følges',
			low: 'Lavt',
			'cannot-tell': 'Kan ikke vurderes'
		},
		ruleTitle: 'Sådan er der vurderet',
		rule: [
			'Alvorligt: hele usikkerheden ligger dér, hvor vi taler om belastning (62,5 eller mere ud af 100; 37,5 eller mindre for det, der bærer), eller mindst halvdelen af lederne er belastede.',
			'Betydeligt: tallet selv ligger dér, eller mindst en tredjedel er belastede.',
			'Skal følges: tallet ligger på den tunge side af midten, eller det er tydeligt tungere end i organisationen som helhed.',
			'Lavt: ingen af delene.',
			'Kan ikke vurderes: tallet vises ikke, fordi der er for få svar, eller fordi det ville sige noget om andre.'
		],
		ruleNote:
			'Reglen siger noget om arbejdsforhold og intet om sygdom. Grænserne er en aftale og ikke en norm. Udvalget kan vurdere anderledes og skriver hvorfor.',
		remarksTitle: 'Bemærkninger til de enkelte forhold',
		remarkLabel: (factor: string) => `Jeres bemærkning om ${factor.toLowerCase()}`,
		methodLabel: 'Hvordan har I ellers kortlagt?',
		methodHint: 'For eksempel dialogmøder, runderinger eller samtaler. Målingen står der allerede.',
		otherLabel: 'Andre forhold i arbejdsmiljøet',
		otherHint: 'Fysiske, kemiske eller ergonomiske forhold, ulykker, indeklima – eller hvor de er vurderet.',
		conclusionLabel: 'Jeres samlede vurdering af risici',
		conclusionHint: 'Hvad er problemet, hvor alvorligt og hvor udbredt er det, og hvor ligger årsagen?'
	},
	absence: {
		lead: (least: number) =>
			`Loven beder om, at sygefraværet tages med, så I kan vurdere, om noget i arbejdsmiljøet kan medvirke til det. Sygefravær for få ledere er den enkeltes helbredsoplysninger. Derfor tager vi kun imod tal for mindst ${least} ledere og hele kvartaler, og kun når ingen kan regnes ud af flere tal tilsammen.`,
		tableCaption: 'Indtastet sygefravær',
		none: 'Der er ikke tastet sygefravær ind.',
		set: 'Hvem',
		leaders: 'Ledere',
		period: 'Periode',
		days: 'Sygedage pr. leder',
		fromTo: (from: string, to: string) => `${from} til ${to}`,
		atMost: (days: string) => `højst ${days}`,
		atLeast: (days: string) => `mindst ${days}`,
		addTitle: 'Tast sygefravær ind',
		correctTitle: (name: string) => `Ret tallet for ${name}`,
		addLead:
			'Vælg en enhed med alle under den, en gruppe fra målingen, eller flere, der lægges sammen. Tallet bliver rundet af til halve dage pr. leder, og det samlede antal bliver ikke gemt.',
		branch: 'Du ser',
		below: 'Gå ned i',
		setLabel: 'Hvem gælder tallet?',
		/** Som listen er i dag; i perioden kan det have været andre. */
		choice: (name: string, count: number) => `${name} (${leaders(count)} i dag)`,
		corrected: (name: string, count: number) => `${name} (${leaders(count)})`,
		tooFewChoice: 'for få til sig selv',
		chosenElsewhere: 'valgt et andet sted i organisationen',
		wholeUnit: (name: string) => `${name} med alle enheder under`,
		group: (name: string) => `Målingens gruppe ${name}`,
		groupsLabel: 'Grupper fra den seneste måling',
		setHint: 'Kun ledere, der stod på jeres liste i Ledertrivsel, før perioden begyndte, tæller med.',
		periodHint:
			'Hele kvartaler, for eksempel 1. januar til 31. december. Loven beder om et overblik, og et kort tidsrum ville vise, hvem der var syg hvornår.',
		daysLabel: 'Sygedage i alt for dem, du har valgt',
		daysHint: 'Kun for ledere, der var der, da perioden begyndte. Er nogen kommet til siden, så tæl deres dage fra.',
		fromLabel: 'Første dag',
		toLabel: 'Sidste dag',
		add: 'Gem sygefraværet',
		correct: 'Ret',
		withdraw: 'Tag tilbage',
		added: 'Sygefraværet er gemt.',
		withdrawn:
			'Tallet er taget tilbage og vises ikke mere. Det tæller stadig med, når vi undersøger, om nogen kan regnes ud, for nogen kan have set det.',
		refusal,
		assessmentLabel: 'Kan noget i arbejdsmiljøet medvirke til sygefraværet?',
		assessmentHint: 'Skriv, hvad I har drøftet, også hvis I ikke kan se en sammenhæng, eller hvis der ingen tal er.'
	},
	plan: {
		lead: 'Handlingsplanen er de planer, der er besluttet i Ledertrivsel, med ansvarlig og frist. Her prioriterer I dem.',
		none: 'Der er ingen planer endnu. Loven kræver en skriftlig plan for de problemer, der ikke bliver løst med det samme.',
		tableCaption: (level: string) => `Skridt: ${level.toLowerCase()}`,
		step: 'Hvad',
		planName: 'Plan og gruppe',
		owner: 'Ansvarlig',
		due: 'Frist',
		state: 'Stand',
		stepState: { done: 'gjort', late: 'over fristen', open: 'i gang' },
		planAndGroup: (plan: string, group: string) => `${plan} (${group})`,
		proposalsTitle: 'Forslag, der venter på svar',
		proposalsCaption: 'Forslag til et niveau højere oppe, som ingen har sagt ja eller nej til endnu',
		proposal: 'Forslag',
		receiver: 'Hos',
		since: 'Siden',
		onlyIndividual: (count: number) =>
			count === 1
				? 'Én plan har kun skridt for den enkelte leder. Ligger årsagen i organisationen, bliver den liggende dér.'
				: `${number.format(count)} planer har kun skridt for den enkelte leder. Ligger årsagen i organisationen, bliver den liggende dér.`,
		priorityLabel: 'Hvad kommer først, og hvorfor?',
		priorityHint: 'Skriv også, hvis noget er løst med det samme, eller hvis noget må vente.',
		more: (count: number) =>
			`Her står de første 12. Hele handlingsplanen er på ${number.format(count)} skridt og kommer med i dokumentet.`
	},
	followUp: {
		lead: 'Loven beder om retningslinjer for, hvordan I følger op. Skriv det, så en ny i udvalget ville vide, hvad der skal ske.',
		whoLabel: 'Hvem holder øje med, at planen bliver gennemført?',
		whoHint: 'Skriv roller, for eksempel »programlederen« eller »arbejdsmiljøgruppen i hver afdeling«.',
		whenLabel: 'Hvornår og hvordan kontrollerer I, om løsningerne virker?',
		whenHint: 'For eksempel hver tredje måned på udvalgets møde og med en kort opfølgende måling efter et halvt år.',
		lateLabel: 'Hvad sker der, når noget er forsinket eller ikke virker?',
		lateHint: 'Hvem tager det op, og hvem kan skære igennem?',
		involvementLabel: 'Hvordan er lederne og deres repræsentanter med undervejs?'
	},
	remarks: {
		title: 'Udvalgets bemærkninger',
		none: 'Ingen bemærkninger til denne del.',
		label: 'Skriv en bemærkning til denne del',
		add: 'Gem bemærkningen',
		added: 'Bemærkningen er gemt.',
		by: (who: string, role: string, moment: string) => `${who}, ${role}, ${moment}`,
		roles: {
			'programme-lead': 'programleder',
			committee: 'arbejdsmiljøudvalget',
			system: 'systemet'
		}
	},
	log: {
		title: 'Arbejdsmiljøorganisationens medvirken',
		lead: 'Loven kræver, at arbejdsmiljøorganisationen er med i planlægning, tilrettelæggelse, gennemførelse og opfølgning. Skriv her, hvornår og hvordan. En linje bliver aldrig slettet. Er noget forkert, så skriv en ny, der retter den.',
		caption: 'Log over medvirken',
		none: 'Loggen er tom.',
		heldOn: 'Dato',
		what: 'Hvad',
		who: 'Hvem',
		writtenBy: 'Skrevet',
		heldOnLabel: 'Hvornår var det?',
		whatLabel: 'Hvad var udvalget med til?',
		whatHint: 'For eksempel »Drøftede målingens resultat og prioriterede tre forhold«.',
		whoLabel: 'Hvem var med?',
		whoHint: 'Skriv roller, for eksempel »arbejdsmiljørepræsentant, arbejdsleder, HR«.',
		addTitle: 'Ny linje',
		correctTitle: (day: string) => `Ret linjen fra ${day}`,
		add: 'Skriv i loggen',
		correct: 'Ret',
		added: 'Linjen er skrevet i loggen.',
		correctedBy: (day: string) => `Rettet af en senere linje fra ${day}`,
		corrects: 'Retter en tidligere linje',
		sinceLast: (count: number) =>
			count === 0
				? 'Der er ingen linjer endnu siden den sidste APV.'
				: count === 1
					? 'Der er 1 linje siden den sidste APV.'
					: `Der er ${number.format(count)} linjer siden den sidste APV.`
	},
	finish: {
		lead: 'Når APV’en er afsluttet, bliver den gemt ord for ord og ændres ikke mere. Så begynder treårsfristen forfra.',
		missingTitle: 'Det mangler, før den kan afsluttes',
		ready: 'Alt, hvad loven beder om, er skrevet.',
		missing: {
			'mapping.conclusion': 'Skriv jeres samlede vurdering af risici.',
			'absence.assessment': 'Skriv, om noget i arbejdsmiljøet kan medvirke til sygefraværet.',
			'action-plan.priority': 'Skriv, hvad der kommer først i handlingsplanen.',
			'follow-up.who': 'Skriv, hvem der holder øje med planen.',
			'follow-up.when': 'Skriv, hvornår og hvordan I kontrollerer, om løsningerne virker.',
			'follow-up.late': 'Skriv, hvad der sker, når noget er forsinket.',
			participation: 'Skriv mindst én linje om udvalgets medvirken.'
		},
		button: 'Afslut APV’en',
		done: 'APV’en er afsluttet.',
		preview: 'Se kladden, som den er nu',
		pdf: 'Hent som PDF',
		docx: 'Hent som Word-dokument',
		pdfEnglish: 'Hent som PDF på engelsk',
		hash: (hash: string) => `Dokumentets fingeraftryk (SHA-256): ${hash}`,
		tampered:
			'Advarsel: Dokumentet i databasen passer ikke til sit fingeraftryk. Det er ændret uden om Ledertrivsel. Hent en ældre sikkerhedskopi.',
		basedOn: 'Begynd en ny ud fra denne'
	},
	document: {
		subtitle: (organisation: string) => `Ledernes arbejdsmiljø i ${organisation}`,
		draftMark: 'Kladde – ikke afsluttet',
		facts: {
			organisation: 'Organisation',
			leaders: 'Omfatter',
			round: 'Måling',
			state: 'Stand',
			previous: 'Forrige APV',
			next: 'Næste APV senest',
			editor: 'Udarbejdet af'
		},
		leadersValue: (count: number) => `${leaders(count)} efter listen over organisationen`,
		roundValue: (name: string, day: string, answers: string) => `${name}, frigivet ${day}: ${answers}`,
		previousValue: {
			never: 'Ledertrivsel kender ingen tidligere APV',
			'in-time': (last: string, latest: string) => `${last}. Denne APV skal være klar senest ${latest}`,
			overdue: (last: string, latest: string) =>
				`${last}. Denne APV skulle have været klar senest ${latest}, og fristen på tre år er overskredet`
		},
		noRound: 'Ingen måling',
		finalValue: (day: string, who: string) => `Afsluttet ${day} af ${who}`,
		aboutTitle: 'Om denne arbejdspladsvurdering',
		about:
			'Arbejdspladsvurderingen er udarbejdet efter arbejdsmiljølovens § 15 a og bekendtgørelsen om systematisk arbejdsmiljøarbejde. Den gælder ledernes psykiske arbejdsmiljø og de andre forhold, der er nævnt. Den skal være tilgængelig for ledelsen, de ansatte og Arbejdstilsynet.',
		chapters: {
			mapping: '1 Kortlægning og risikovurdering',
			absence: '2 Inddragelse af sygefravær',
			plan: '3 Skriftlig handlingsplan',
			followUp: '4 Retningslinjer for opfølgning',
			participation: '5 Arbejdsmiljøorganisationens medvirken'
		},
		howTitle: 'Sådan er der kortlagt',
		how: (instrument: string, round: string, answers: string) =>
			`Lederne har svaret på spørgeskemaet ${instrument} i målingen ${round}: ${answers}. Svarene er fortrolige: grupper med for få svar er lagt sammen, og intet tal siger noget om en enkelt leder.`,
		noRoundText: 'APV’en bygger ikke på en måling.',
		assessmentTitle: 'Vurdering af forholdene',
		factorWithDirection: (factor: string, direction: string) => `${factor} (${direction.toLowerCase()})`,
		columnsNote:
			'Tal er gennemsnittet for dem, der har svaret. Det ligger med 95\u00A0% sikkerhed mellem de to tal under Usikkerhed. Belastede er den del af lederne, hvis eget tal er 62,5 eller mere, eller 37,5 eller mindre for det, der bærer.',
		factorsTitle: 'Forhold for forhold',
		whatItIs: (points: string, direction: string) => `Tallet er ${points} ud af 100. ${direction}.`,
		heavyLine: (facts: { group: string; seriousness: string; points: string; share: string | null }) =>
			`${facts.group}: ${facts.seriousness.toLowerCase()} (${facts.points} ud af 100${facts.share === null ? '' : `, ${facts.share} af lederne er belastede`})`,
		described: (text: string) => `Sådan er forholdet beskrevet for lederne: »${text}«`,
		heavyTitle: 'Det fylder især her:',
		committeeSays: (text: string) => `Udvalgets bemærkning: ${text}`,
		others: (names: string) => `Vurderet som lavt: ${names}.`,
		untold: (names: string) => `Kan ikke vurderes ud fra tallene: ${names}.`,
		otherTitle: 'Andre forhold i arbejdsmiljøet',
		otherNone: 'Andre forhold er ikke beskrevet i denne APV.',
		conclusionTitle: 'Samlet vurdering af risici',
		absenceRule:
			'Tallene gælder mindst 5 ledere ad gangen og er undersøgt samlet, så sygefraværet for en enkelt eller nogle få ledere ikke kan regnes ud. De er rundet af til halve dage.',
		absenceAssessmentTitle: 'Vurdering',
		priorityTitle: 'Prioritering',
		lookedAt: (day: string) => `Planerne er vist, som de så ud ${day}.`,
		followUp: {
			who: 'Hvem holder øje',
			when: 'Hvornår og hvordan der kontrolleres',
			late: 'Når noget er forsinket eller ikke virker',
			involvement: 'Inddragelse undervejs',
			revision: 'Revision'
		},
		revision: (latest: string) =>
			`APV’en tages op igen, når arbejdet ændrer sig, så det har betydning for arbejdsmiljøet, og senest ${latest}.`,
		revisionDraft:
			'APV’en tages op igen, når arbejdet ændrer sig, så det har betydning for arbejdsmiljøet, og senest tre år efter, at den er afsluttet.',
		notWritten: 'Ikke skrevet endnu.',
		remarksTitle: 'Bemærkninger til APV’en',
		remark: (part: string, who: string, role: string, day: string, text: string) =>
			`${part} – ${who}, ${role}, ${day}: ${text}`,
		correctedNote: (text: string) => `${text} (retter en tidligere linje)`
	},
	mail: {
		subject: { soon: 'APV’en skal snart laves om', overdue: 'Fristen for APV’en er overskredet' },
		soon: (organisation: string, last: string, latest: string) =>
			`Den sidste APV i ${organisation} er fra ${last}. Den næste skal være klar senest ${latest}. Loven siger hvert tredje år, og det tager tid at få udvalget med.`,
		overdue: (organisation: string, last: string, latest: string) =>
			`Den sidste APV i ${organisation} er fra ${last}. Den næste skulle have været klar senest ${latest}.`,
		action: 'Åbn APV',
		why: 'Du får mailen, fordi du er programleder i Ledertrivsel. Den bliver sendt én gang for hver frist.'
	},
	notFoundTitle: 'APV’en findes ikke',
	notFound: 'Enten er der ingen APV på adressen, eller også hører den til en anden organisation.'
};

/** Planer: hvem gør hvad hvornår. */
export const plans = {
	title: 'Planer',
	none: 'Der er ingen planer endnu.',
	noneText: 'En plan begynder på gruppens resultatside, hvor forslagene står.',
	lead: 'Hvem gør hvad hvornår. Det, der venter på dig, står øverst.',
	forYouTitle: 'Venter på dig',
	forYouNone: 'Intet venter på dig lige nu.',
	forYou: {
		takeOver: (plan: string) => `»${plan}« står uden ansvarlig. Du kan overtage den.`,
		withoutOwner: (plan: string) => `»${plan}« står uden ansvarlig. Find en, der har mandatet.`,
		late: (plan: string, count: number) =>
			count === 1 ? `Et skridt i »${plan}« er forsinket.` : `${count} skridt i »${plan}« er forsinkede.`,
		stuck: (plan: string, step: string) => `»${step}« i planen »${plan}« sidder fast.`,
		answer: (title: string, days: number) =>
			days === 0
				? `Forslaget »${title}« venter på dit svar.`
				: `Forslaget »${title}« har ventet ${dayCount(days)} på dit svar.`,
		reply: (title: string) => `Der er spurgt til dit forslag »${title}«. Det kommer ikke videre uden dit svar.`,
		overdue: (title: string, days: number) => `Forslaget »${title}« har ventet ${dayCount(days)} på svar.`,
		nobody: (title: string) => `Ingen kan svare på forslaget »${title}« mere. Svar selv, eller send det videre.`
	},
	statusTitle: {
		late: 'Forsinkede',
		waiting: 'Venter på svar fra andre',
		'under-way': 'I gang',
		planned: 'Ikke begyndt',
		done: 'Gennemført',
		ended: 'Stoppet'
	},
	nextStep: (step: string, day: string) => `Næste skridt senest ${day}: ${step}`,
	lateStep: (step: string, day: string) => `Skulle være gjort ${day}: ${step}`,
	ownerOf: (name: string) => `Ansvarlig: ${name}`,
	withoutOwnerShort: 'uden ansvarlig',
	stuckShort: 'sidder fast',
	seeProposals: 'Se forslag opad',
	newTitle: 'Lav en plan',
	newLead: (group: string) => `Planen er for ${group}.`,
	nameLabel: 'Hvad skal planen hedde?',
	factorLabel: 'Hvad skal den gøre noget ved?',
	planOwnerLabel: 'Hvem står for planen?',
	planOwnerHint: 'Vælg den, der kan bestemme, at det sker. Står vedkommende ikke på listen, så vælg »En anden«.',
	ownerChoice: (name: string, unit: string) => `${name}, ${unit}`,
	ownerChoiceAbove: (name: string, unit: string) => `${name}, ${unit} (leder over gruppen)`,
	otherOwner: 'En anden – skriv hvem herunder',
	otherOwnerLabel: 'Navn, hvis det er en anden',
	otherOwnerHint: 'For eksempel HR.',
	otherOwnerEmailLabel: 'E-mail til den anden',
	planLevelLabel: 'Hvor ligger årsagen?',
	resourcesLabel: 'Hvad kræver det?',
	resourcesHint: 'Tid, penge, lokaler, beslutninger.',
	signsLabel: 'Hvordan kan I se, at det virker?',
	signsHint: 'Ét tegn på hver linje.',
	signsOffered: 'Tegn, som forskningen bruger',
	involvedLabel: 'Hvem har været med til at lave planen?',
	involvedHint: 'For eksempel lederne selv og arbejdsmiljørepræsentanten.',
	followUpLabel: 'Hvornår ser I på, om det hjalp?',
	moreTitle: 'Mere om planen',
	ownerHint: 'Et navn eller en rolle. Vi foreslår navne, mens du skriver.',
	ownerEmailLabel: 'E-mail, hvis personen ikke står på listen over ledere',
	ownerEmailHint: 'Så spørger vi, hvordan det går, kort før fristen.',
	moreAboutStep: 'Mere om skridtet: e-mail og tiltag',
	editTitle: 'Ret planen',
	edit: 'Ret planen',
	saveChanges: 'Gem ændringerne',
	cancel: 'Fortryd',
	removeHint: 'Tøm feltet »Hvad skal der ske?«, hvis et skridt skal væk.',
	conflict: {
		title: (who: string, when: string) => `${who} har rettet planen imens${when === '' ? '' : ` (${when})`}.`,
		someone: 'En anden',
		text: 'Dine ord står i felterne herunder, og intet er tabt. Hvor I begge har rettet, ser du begge udgaver her. Ret til, og gem igen.',
		caption: 'Steder, hvor I begge har rettet',
		field: 'Felt',
		yours: 'Din udgave (står i feltet)',
		theirs: 'Den andens udgave',
		takenOver: 'Dette har kun den anden rettet, og det er taget med:',
		none: 'I har ikke rettet de samme steder. Begges rettelser står i felterne.'
	},
	fields: {
		title: 'Navn',
		targetFactor: 'Skal gøre noget ved',
		level: 'Niveau',
		owner: 'Ansvarlig',
		resources: 'Kræver',
		signs: 'Tegn på, at det virker',
		involved: 'Har været med',
		followUpOn: 'I ser på det igen',
		description: 'Skridt',
		dueOn: 'Frist',
		interventionId: 'Tiltag'
	},
	stepField: (field: string) => `Et skridt: ${field.toLowerCase()}`,
	empty: 'tomt',
	stepTitle: (number: number) => `Skridt ${number}`,
	stepHint: 'Skriv det, så alle kan se, hvornår det er gjort. Tomme skridt bliver ikke gemt.',
	stepLabel: 'Hvad skal der ske?',
	levelLabel: 'På hvilket niveau?',
	ownerLabel: 'Hvem har ansvaret – og mandatet?',
	dueLabel: 'Hvornår skal det være gjort?',
	fromIntervention: 'Tiltag',
	noIntervention: 'Intet bestemt tiltag',
	save: 'Beslut planen',
	onlyIndividual:
		'Planen har kun skridt for den enkelte leder. Ligger årsagen i organisationen, kan den enkelte ikke fjerne den. Overvej et skridt, som organisationen eller ledergruppen kan tage.',
	onlyIndividualShort: 'kun skridt for den enkelte',
	problems: {
		'title-missing': 'Giv planen et navn.',
		'title-too-long': 'Navnet må højst være 200 tegn.',
		'factor-unknown': 'Vælg, hvad planen skal gøre noget ved.',
		'no-steps': 'Skriv mindst ét skridt.',
		'step-too-long': 'Et skridt må højst være 1.000 tegn.',
		'level-unknown': 'Vælg niveau for skridtet.',
		'owner-missing': 'Skriv, hvem der har ansvaret for skridtet.',
		'owner-too-long': 'Navnet på den ansvarlige må højst være 200 tegn.',
		'due-not-a-day': 'Skriv en dato for skridtet.',
		'plan-owner-missing': 'Vælg, hvem der står for planen – eller skriv navnet.',
		'plan-owner-too-long': 'Navnet på den, der står for planen, må højst være 200 tegn.',
		'plan-owner-email': 'Skriv en e-mailadresse som navn@eksempel.dk.',
		'plan-level-unknown': 'Vælg niveau fra listen.',
		'resources-too-long': 'Det, planen kræver, må højst være 2.000 tegn.',
		'signs-too-long': 'Tegnene må højst være 2.000 tegn i alt.',
		'involved-too-long': 'Hvem der har været med, må højst være 1.000 tegn.',
		'follow-up-not-a-day': 'Skriv en dato for, hvornår I ser på det igen.',
		'owner-email': 'Skriv en e-mailadresse som navn@eksempel.dk.',
		'unknown-group':
			'Vi kan ikke finde gruppen i et frigivet resultat, du har adgang til. Begynd igen fra gruppens resultatside.',
		'newer-round': 'Gruppen er målt igen siden. Lav planen fra gruppens nyeste resultat.',
		'not-in-line': 'Gruppen ledes af andre nu. Det er dem, der leder den i dag, der laver planer for den.'
	},
	status: {
		planned: 'ikke begyndt',
		'under-way': 'i gang',
		late: 'forsinket',
		waiting: 'venter på svar',
		done: 'gennemført',
		ended: 'stoppet'
	},
	decided: (day: string, who: string) => `Besluttet ${day} af ${who}.`,
	target: (factor: string) => `Skal gøre noget ved: ${factor}`,
	steps: 'Skridt',
	owner: 'Ansvarlig',
	due: 'Frist',
	level: 'Niveau',
	done: (day: string) => `Gjort ${day}`,
	markDone: 'Markér som gjort',
	markNotDone: 'Fortryd',
	group: 'Gruppe',
	saved: 'Planen er besluttet og gemt.',
	changed: 'Ændringerne er gemt.',
	takenOver: 'Du står nu for planen.',
	hasOwner: 'Planen har allerede en ansvarlig.',
	isEnded: 'Planen er stoppet, så den kan ikke ændres.',
	place: {
		same: (unit: string) => `Planen hører til ${unit}.`,
		renamed: (before: string, today: string) => `${before} hedder nu ${today}. Planen er fulgt med.`,
		moved: (_before: string, today: string) =>
			`${today} ligger et andet sted i organisationen nu. Planen er fulgt med.`,
		merged: (before: string, today: string) =>
			`${before} er lagt sammen med ${today} eller leder ikke længere ledere selv. Planen er fulgt med de fleste af lederne til ${today}.`,
		closed: (before: string, today: string) =>
			`${before} findes ikke mere, og lederne er rejst. Planen ligger nu hos ${today}.`,
		lost: (before: string) =>
			`${before} findes ikke mere, og vi kan ikke se, hvem der har overtaget. Planen er ikke tabt: programlederen kan give den en ny ansvarlig.`
	},
	ownerStates: {
		left: (name: string) => `${name}, som stod for planen, er her ikke mere.`,
		moved: (name: string) => `${name}, som stod for planen, har andet arbejde nu.`,
		none: 'Ingen står for planen endnu.'
	},
	successor: (name: string) => `${name} leder gruppen nu og kan overtage den.`,
	takeOver: 'Overtag planen',
	reports: {
		done: (who: string, day: string) => `${who} svarede ${day}: gjort`,
		'on-track': (who: string, day: string) => `${who} svarede ${day}: på vej`,
		stuck: (who: string, day: string) => `${who} svarede ${day}: sidder fast`
	},
	asked: (who: string, day: string) => `${who} blev spurgt ${day} og har ikke svaret endnu.`,
	effectTitle: 'Har det hjulpet?',
	proposalsTitle: 'Forslag opad',
	proposalsText:
		'Ligger en årsag over gruppen, kan du sende den til den, der har mandatet. Så skal den besvares: ja, nej med en begrundelse, eller et spørgsmål.',
	propose: 'Send et forslag opad',
	historyTitle: 'Hvad der er sket med planen',
	history: {
		decided: 'Planen blev besluttet.',
		changed: 'Planen blev rettet.',
		'step-done': (step: string) => `Gjort: ${step}`,
		'step-reopened': (step: string) => `Ikke gjort alligevel: ${step}`,
		'checked-in': {
			done: 'gjort',
			'on-track': 'på vej',
			stuck: 'sidder fast',
			'taken-back': 'taget tilbage, fordi to svar blev åbnet lige efter hinanden'
		},
		checkedIn: (step: string, answer: string) => `Svar på mail: ${answer} – ${step}`,
		'taken-over': 'Overtog planen.',
		moved: 'Organisationen blev ændret.',
		ended: (reason: string) => `Stoppede planen: ${reason}`,
		proposed: (title: string) => `Sendte et forslag opad: ${title}`,
		accepted: (title: string) => `Sagde ja til forslaget: ${title}`,
		declined: (title: string, reason: string) => `Sagde nej til forslaget: ${title}. ${reason}`
	},
	system: 'Systemet',
	fromTo: (field: string, before: string, after: string) => `${field}: fra »${before}« til »${after}«`,
	endTitle: 'Stop planen før tid',
	endHint: 'Skriv hvorfor. Begrundelsen bliver stående ved planen.',
	endLabel: 'Hvorfor stopper I?',
	end: 'Stop planen',
	endProblems: {
		'reason-missing': 'Skriv, hvorfor planen stopper.',
		'reason-too-long': 'Begrundelsen må højst være 1.000 tegn.'
	},
	endedOn: (day: string, reason: string) => `Planen blev stoppet ${day}: ${reason}`,
	touched: {
		title: 'Planer, som ændringen berører',
		text: 'Ingen plan går tabt. Åbne planer følger med derhen, hvor lederne er.',
		owner: {
			left: (name: string) => `${name} står for planen og er ikke i filen mere.`,
			moved: (name: string) => `${name} står for planen, men leder ikke længere gruppen eller over den.`,
			none: (_name: string) => 'Ingen står for planen.'
		},
		newManager: (unit: string) => `${unit} får en ny leder.`,
		successor: (name: string) => `${name} kan overtage den.`,
		nobody: 'Programlederen må finde en, der kan overtage den.'
	},
	notFoundTitle: 'Planen findes ikke',
	notFound: 'Enten er der ingen plan på adressen, eller også har du ikke adgang til den.'
};

function dayCount(days: number): string {
	return days === 1 ? '1 dag' : `${days} dage`;
}

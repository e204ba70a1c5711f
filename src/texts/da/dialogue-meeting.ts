const number = new Intl.NumberFormat('da');

/** Mødet omkring dialogen: uret, noterne, planlægningen og oversigten. */
export const dialogueMeeting = {
	timer: {
		title: 'Ur',
		start: 'Start uret',
		pause: 'Hold pause',
		goOn: 'Fortsæt',
		next: 'Næste trin',
		previous: 'Forrige trin',
		restart: 'Begynd trinet forfra',
		/** {step} og {time} bliver sat ind af uret. */
		now: 'Trin {step}: {time} tilbage',
		over: 'Trin {step}: {time} over tiden',
		startsSaid: '{title}. {minutes}.',
		oneLeftSaid: 'Et minut tilbage af {title}.',
		timeUpSaid: 'Tiden er gået for {title}. Gå videre, når I er klar.',
		pausedSaid: 'Uret står stille.',
		doneSaid: 'Det var det sidste trin.',
		hint: 'Uret skifter ikke selv trin. Det gør I, når I er klar.'
	},
	notesTitle: 'Det har vi besluttet',
	notesLead: 'Skriv det, mens alle ser på. Det kan gemmes flere gange, og to kan skrive på samme tid.',
	notesWarning:
		'Skriv ikke navne på, hvem der har svaret eller sagt hvad. Noterne kan læses af alle, der kan åbne siden.',
	themesLabel: 'Hvad har I valgt?',
	themesHint: 'Højst to.',
	agreementLabel: 'Hvad er I enige om?',
	ownerLabel: 'Hvem står for det og kan bestemme, at det sker?',
	ownerHint: 'Skriv funktionen, for eksempel »Afdelingslederen«.',
	upwardLabel: 'Hvad skal videre opad som et forslag?',
	followUpLabel: 'Hvornår ser I på det igen?',
	saveNotes: 'Gem noterne',
	notesSaved: 'Noterne er gemt.',
	notesBy: (who: string, when: string) => `Sidst gemt af ${who} ${when}.`,
	noNotes: 'Der er ikke skrevet noget endnu.',
	conflictTitle: 'En anden har gemt imens',
	conflictText: (who: string, when: string) =>
		`${who} gemte ${when}, mens du skrev. Dit står stadig i felterne herunder, og intet er gået tabt. Her er det, den anden gemte. Saml det i felterne, og gem igen.`,
	othersVersion: 'Det, der er gemt nu',
	problems: {
		'too-many-themes': 'Vælg højst to. Så er der en chance for, at de bliver til noget.',
		'theme-unknown': 'Vælg blandt forholdene på listen.',
		'text-too-long': 'Et felt må højst være 4.000 tegn.',
		'follow-up-not-a-day': 'Skriv datoen for opfølgningen som en dag, der findes.',
		'when-missing': 'Skriv en dag og et klokkeslæt, der findes.',
		'when-past': 'Mødet skal ligge ude i fremtiden.',
		'place-too-long': 'Stedet må højst være 200 tegn.',
		'minutes-unknown': 'Vælg, hvor længe mødet varer.',
		'held-on-not-a-day': 'Skriv den dag, mødet blev holdt.',
		'held-on-future': 'Mødet kan ikke være holdt på en dag, der ikke er kommet endnu.',
		'held-before-release': 'Mødet kan ikke være holdt, før resultatet blev frigivet.',
		'took-part-not-a-number': 'Skriv, hvor mange der var med, som et helt tal.',
		'roles-too-long': 'Hvem der var med, må højst fylde 500 tegn.',
		'representative-unknown': 'Svar på, om arbejdsmiljørepræsentanten var med.',
		'not-a-facilitator': 'Vælg en fra listen. Rollen som mødeleder gives af programlederen.',
		changed: 'En anden har ændret mødet imens. Se, hvad der står nu, og gem igen, hvis det stadig skal ændres.'
	},
	toPlan: 'Lav en plan ud fra det, I har valgt',
	toPlanByManager: 'Gruppens leder laver planen og sender forslaget opad. Det, I har skrevet, står klar til det.',
	toPlanText: 'En plan har skridt, en ansvarlig med mandat og en frist.',
	toProposal: (plan: string) => `Send et forslag opad ud fra »${plan}«`,
	toProposalText:
		'Ligger årsagen over jer, skal den, der har mandatet, svare. Lav planen først: Fra den sender I et forslag opad.',
	nextTitle: 'Gør det til en plan',
	heldTitle: 'Mødet er holdt',
	heldLead: 'Så kan programlederen se, at I har talt om resultatet. Skriv hvor mange, ikke hvem.',
	heldOnLabel: 'Hvilken dag?',
	tookPartLabel: 'Hvor mange var med?',
	rolesLabel: 'Hvem var med? Skriv roller, ikke navne.',
	rolesHint: 'For eksempel »afsnitsledere og afdelingsleder«.',
	representativeLabel: 'Var arbejdsmiljørepræsentanten med?',
	yes: 'Ja',
	no: 'Nej',
	markHeld: 'Mødet er holdt',
	changeHeld: 'Ret det',
	undoHeld: 'Mødet er ikke holdt alligevel',
	heldSaved: 'Det er noteret, at mødet er holdt.',
	heldUndone: 'Det er slettet, at mødet er holdt.',
	heldSentence: (facts: { day: string; count: number; roles: string; hasRepresentative: boolean }) =>
		`Holdt ${facts.day} med ${facts.count === 1 ? 'én deltager' : `${number.format(facts.count)} deltagere`}${facts.roles === '' ? '' : ` (${facts.roles})`}. Arbejdsmiljørepræsentanten var ${facts.hasRepresentative ? '' : 'ikke '}med.`,
	planTitle: 'Planlæg mødet',
	planLead: 'Gruppens ledere, deres leder og mødelederen får en mail med mødet til kalenderen.',
	dayLabel: 'Dag',
	timeLabel: 'Klokken',
	timeHint: 'Dansk tid, for eksempel 13:30.',
	placeLabel: 'Hvor?',
	placeHint: 'Et lokale eller et link.',
	plan: 'Planlæg, og send invitationer',
	change: 'Flyt mødet, og send ny tid',
	callOff: 'Aflys mødet',
	callOffNote: 'Alle, der er inviteret, får besked, og mødet forsvinder fra deres kalender.',
	planned: (when: string, place: string) => `Mødet er ${when}${place === '' ? '' : `, ${place}`}.`,
	plannedSaved: (count: number) =>
		count === 1
			? 'Mødet er planlagt, og én er inviteret.'
			: `Mødet er planlagt, og ${number.format(count)} er inviteret.`,
	calledOff: 'Mødet er aflyst, og alle har fået besked.',
	addToCalendar: 'Hent mødet til kalenderen (.ics)',
	withoutAddress: (count: number) =>
		count === 1
			? 'Én leder har ingen mailadresse og skal have besked på en anden måde.'
			: `${number.format(count)} ledere har ingen mailadresse og skal have besked på en anden måde.`,
	facilitatorTitle: 'Mødeleder',
	facilitatorLead:
		'En mødeleder ser kun resultatet og dialogen for de grupper, vedkommende er sat på. Vælg gerne en, der ikke selv er leder for gruppen.',
	facilitatorNone: 'Der er ikke valgt nogen. Så leder gruppens egen leder mødet.',
	facilitatorNobody: 'Ingen i organisationen har rollen som mødeleder endnu. Programlederen kan give den.',
	facilitatorLabel: 'Vælg mødeleder',
	assign: 'Sæt på som mødeleder',
	remove: 'Tag af igen',
	assigned: 'Mødelederen er sat på og har fået besked.',
	removed: 'Mødelederen kan ikke længere åbne gruppen.',
	state: { 'not-planned': 'ikke planlagt', planned: 'planlagt', held: 'holdt' },
	overdue: 'mangler',
	listTitle: 'Dialogmøder',
	listLead:
		'Resultatet skal tales igennem i hver ledergruppe. Her kan du se, hvor langt de er. Efter seks uger uden møde får gruppens leder én venlig påmindelse.',
	listCount: (held: number, planned: number, all: number) =>
		`${number.format(held)} af ${number.format(all)} har holdt mødet, og ${number.format(planned)} har planlagt det.`,
	listOverdue: (count: number) =>
		count === 1
			? 'Én gruppe mangler, selv om der er gået mere end seks uger.'
			: `${number.format(count)} grupper mangler, selv om der er gået mere end seks uger.`,
	listNone: 'Der er ingen grupper at vise.',
	notReleased: 'Målingen er ikke frigivet endnu, så der er ikke noget at tale om.',
	ownTitle: 'Dine dialogmøder',
	ownLead: 'Her er de grupper, du er mødeleder for. Du kan åbne deres resultat, dagsordenen, arket og slides.',
	ownNone: 'Du er ikke mødeleder for nogen grupper lige nu',
	ownNoneText: 'Du får en mail, når du bliver sat på et møde.',
	columns: { round: 'Måling', group: 'Gruppe', state: 'Hvor langt', when: 'Hvornår', facilitator: 'Mødeleder' },
	open: 'Se det'
};

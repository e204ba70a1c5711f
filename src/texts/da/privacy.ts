/** Dine oplysninger: hvad vi har, hvad ingen kan finde, hvor længe det gemmes, og hvad man kan bede om. */
export const privacy = {
	title: 'Dine oplysninger',
	lead: 'Her står, hvad systemet ved om dig, hvad det ikke kan vide, og hvad du kan bede om.',
	held: {
		heading: 'Det har vi om dig',
		points: [
			'Er du leder: navn, mailadresse, enhed, nærmeste leder og det, personalesystemet ellers har sendt.',
			'At du er inviteret til en måling. Mens målingen er åben også, om dit link er brugt. Det bliver ikke vist til nogen, og det glemmes, når målingen lukker.',
			'De mails, systemet har sendt til dig: emne og tidspunkt. Ikke teksten.',
			'Planer, du står for eller har et skridt i, og møder, du er indkaldt til.',
			'Har du en rolle: hvilke sider du har åbnet, og hvad du har ændret. Aldrig et svar.'
		]
	},
	unfindable: {
		heading: 'Det kan ingen finde',
		points: [
			'Dine svar. De ligger uden navn, tid og adresse. Hverken vi, din leder eller den, der driver systemet, kan se, hvilke der er dine.',
			'Derfor kan vi heller ikke vise dig dem, rette dem eller slette dem for dig alene. De bliver slettet sammen med alle andres.',
			'Har du gemt en profil, ligger den låst. Kun du har nøglen, og kun du kan fjerne den. Det gør du på profilens side.'
		]
	},
	rights: {
		heading: 'Det kan du bede om',
		points: [
			'At se det, vi har om dig. Log ind, så står det på siden herunder. Har du ikke adgang, så spørg programlederen.',
			'At få rettet en fejl. Navn og enhed rettes i personalesystemet og kommer med næste gang, listen læses ind.',
			'At blive slettet, når du ikke længere er leder her.',
			'Du kan klage til Datatilsynet.'
		]
	},
	links: {
		heading: 'Læs mere',
		mine: 'Se det, vi har om dig',
		retention: 'Hvor længe vi gemmer hvad',
		people: 'Udlever eller slet en persons oplysninger',
		visibility: 'Hvem der kan se hvad',
		drafts: 'Udkast til jeres dokumenter',
		dpia: 'Konsekvensanalyse (DPIA)',
		record: 'Fortegnelse over behandling',
		accessibility: 'Tilgængelighedserklæring'
	},
	back: 'Til dine oplysninger',
	notInDemonstration: 'I demonstrationen kan det ikke ændres.',
	noStatement: {
		title: 'Tilgængelighed',
		paragraphs: (organisation: string) => [
			`${organisation} har ikke lavet sin tilgængelighedserklæring for Ledertrivsel endnu. Når den er lavet, bliver den lagt ud sammen med deres øvrige erklæringer.`,
			`Er der noget her, du ikke kan bruge, så skriv til dem, der står for Ledertrivsel i ${organisation}. Det er dem, der har sendt dig linket eller givet dig adgang. De kan give dig indholdet på en anden måde.`,
			'Får du ikke et svar, du kan bruge, kan du klage til Digitaliseringsstyrelsen, som fører tilsyn.'
		]
	},
	mine: {
		title: 'Det, vi har om dig',
		lead: (day: string) => `Alt, hvad systemet har med dit navn eller din adresse på, den ${day}.`,
		json: 'Hent som fil (JSON)',
		none: 'Vi har ikke fundet noget.',
		more: (count: number) => `${count} linjer mere står i filen.`,
		signIn: 'Log ind for at se det, vi har om dig.',
		demonstration: 'I prøveudgaven er alle personer fundet på.'
	},
	people: {
		title: 'En persons oplysninger',
		lead: 'Når en person beder om at se eller få slettet sine oplysninger. Vær sikker på, at det er personen selv, der beder.',
		person: 'Mailadresse eller id i lederlisten',
		look: 'Find',
		unknown: 'Vi kender ingen med den adresse eller det id.',
		found: (person: string) => `Det, vi har om ${person}`,
		deleteHeading: 'Slet personen',
		deleteLead:
			'Navn, adresse, roller, konto og mails slettes. I planer, deres historie, forslag og dialoger bliver navnet taget ud, men planen bliver.',
		deleteKept:
			'Det bliver: loggen over hvem der har set og ændret hvad, til den er gammel nok, og APV-dokumenter, som loven siger skal gemmes. Ved indtastet sygefravær står, hvilke ledere tallet gælder, men ikke længere, hvem de er. Svar kan ikke findes. Det, andre selv har skrevet, bliver heller ikke ændret: Listen over det står her på siden, både før og efter.',
		deleteBackups:
			'Databasens filer kan rumme personen, til systemet rydder op den følgende nat, og sikkerhedskopier, til de bliver slettet. Læser I en gammel kopi ind, skal personen slettes igen.',
		confirm: 'Jeg har set det igennem og vil slette personen',
		delete: 'Slet personen',
		outcomes: {
			deleted: (rows: number) => `Personen er slettet. ${rows} steder er ændret.`,
			kept: (tables: string) => `Personen står stadig i: ${tables}.`,
			'in-roster': 'Personen står i lederlisten i dag. Tag personen ud med næste liste, og prøv igen.',
			'open-round': 'Personen er inviteret til en måling, der ikke er lukket. Prøv igen, når den er lukket.',
			'last-programme-lead': 'Personen er den eneste programleder. Giv rollen til en anden først.',
			'not-confirmed': 'Sæt kryds ved, at du vil slette personen.',
			'unknown-person': 'Vi kender ingen med den adresse eller det id.'
		}
	},
	/** Hvor andre har skrevet en persons navn eller adresse. */
	mentions: {
		title: 'Hvor andre har skrevet navnet',
		none: 'Vi har ikke fundet navnet eller adressen i det, andre har skrevet.',
		lead: {
			before: 'Det her ændrer sig ikke, når personen bliver slettet. Ret det, der kan rettes.',
			after:
				'Det her står der stadig. Gem eller udskriv listen nu: Navnet er slettet, så vi kan ikke finde det frem igen.'
		},
		limits:
			'Vi leder efter for- og efternavn sammen og efter mailadressen, som hele ord. Vi finder ikke et fornavn alene, et kaldenavn, initialer eller en stavefejl. Hedder en anden det samme, kommer det også med.',
		handling: {
			edit: 'Kan rettes',
			fixed: 'Kan ikke rettes på siderne',
			'by-itself': 'Bliver slettet af sig selv',
			'kept-by-law': 'Skal gemmes efter loven'
		},
		whatToDo: {
			edit: 'Åbn siden, og skriv for eksempel en rolle i stedet for navnet. En plans historie gemmer det, der stod før.',
			fixed:
				'Det er en del af det, der er sagt og besluttet, eller af noget, der er slut. Skal navnet væk her, skal den, der driver systemet, gøre det i databasen.',
			'by-itself': 'Mails bliver slettet, når de er gamle nok.',
			'kept-by-law':
				'APV og det, der hører til den, skal kunne vises frem, som det var. Skriv i jeres svar til personen, at det bliver, og hvorfor.'
		},
		places: {
			round: 'En målings navn',
			plan: 'En plan',
			'plan-history': 'En plans historie',
			'check-in': 'En bemærkning til et skridt i en plan',
			proposal: 'Et forslag opad',
			dialogue: 'Noter fra et dialogmøde',
			assessment: 'En APV',
			'assessment-document': 'En færdig APV',
			'assessment-remark': 'En bemærkning til en APV',
			participation: 'Loggen over, hvem der har været med i APV',
			absence: 'Et navn på et sæt ledere ved sygefravær',
			evidence: 'En begrundelse for en rettelse i videngrundlaget',
			mail: 'Emnet på en mail'
		}
	},
	retention: {
		title: 'Hvor længe vi gemmer hvad',
		lead: 'Systemet sletter selv, en gang i døgnet. Et tomt felt betyder, at det aldrig bliver slettet af sig selv.',
		defaults: 'I har ikke valgt endnu. Derfor gælder det, der står i felterne.',
		chosen: 'I har selv valgt.',
		months: (label: string) => `${label}: slettes efter (måneder)`,
		keptFor: (count: number | null) =>
			count === null ? 'bliver ikke slettet af sig selv' : `slettes efter ${count} måneder`,
		kinds: {
			responses: {
				label: 'Svar',
				reason:
					'Regnet fra frigivelsen. To år rækker til næste måling. Det frigivne bliver, og kan stadig kontrolleres. Er svarene læst ind fra et kort spørgeskema, kan vi bagefter ikke se, om den samme fil bliver læst ind igen.'
			},
			mails: {
				label: 'Mails',
				reason: 'Hvem der fik hvilken mail hvornår. Et halvt år rækker, når en mail er blevet væk.'
			},
			imports: {
				label: 'Personalefiler',
				reason: 'Hvad en fil ændrede i lederlisten. Et år rækker til at finde en fejl.'
			},
			events: { label: 'Log', reason: 'Hvem der har set og ændret hvad. To år gør det muligt at undersøge en klage.' },
			'left-leaders': {
				label: 'Fratrådte ledere',
				reason: 'Navn, adresse og det, personalesystemet har sendt. Et år giver tid til at give planer videre.'
			}
		},
		others: {
			heading: 'Det, der ikke har en frist her',
			points: [
				'Gemte profiler: de har ingen dato og ingen ejer, så ingen kan se, hvor gamle de er. Lederen fjerner selv sin.',
				'Links til at logge ind, og at nogen er logget ind: slettes dagen efter, at det er udløbet.',
				'Planer, dialogmøder og APV: hører til jeres arbejde og bliver. De kan ikke slettes her.',
				'Indtastet sygefravær: tal for mindst fem ledere ad gangen bliver, også når de er taget tilbage. Ellers kan vi ikke kontrollere, om et nyt tal sammen med et gammelt ville røbe nogen.'
			]
		},
		save: 'Gem',
		saved: 'Gemt. Det gælder fra næste gang, systemet rydder op.',
		notMonths: (label: string) => `${label}: skriv et helt tal fra 1 til 120, eller lad feltet stå tomt.`,
		previewHeading: 'Det sker næste gang',
		previewCaption: 'Slettes, hvis systemet ryddede op nu',
		kind: 'Hvad',
		count: 'Antal',
		units: {
			responses: 'målinger, hvis svar slettes',
			mails: 'mails',
			imports: 'personalefiler',
			events: 'linjer i loggen',
			'left-leaders': 'fratrådte ledere'
		},
		roundsHeading: 'Målinger',
		noRounds: 'Ingen målinger er frigivet endnu.',
		round: 'Måling',
		released: 'Frigivet',
		goes: 'Svar slettes',
		gone: (day: string) => `slettet ${day}`,
		never: 'ikke af sig selv',
		runsHeading: 'Seneste oprydninger',
		noRuns: 'Systemet har ikke ryddet op endnu.',
		nothing: 'intet at slette',
		run: (day: string, what: string) => `${day}: ${what}`,
		places:
			'Slettede rækker forsvinder fra databasens filer, når systemet rydder op, og lykkes det ikke, prøver det igen næste nat. Sikkerhedskopier og logfiler fra en databaseserver kan rumme dem længere.'
	},
	draft: { word: 'Hent som Word (.docx)', print: 'Siden kan skrives ud, som den er.' },
	tables: {
		leaders: 'Lederlisten',
		invitations: 'Invitationer',
		leadership_groups: 'Grupper som leder',
		memberships: 'Roller',
		mails: 'Mails',
		mail_preferences: 'Ønsker om mails',
		unreachable_addresses: 'Adresser, mails kom tilbage fra',
		letters_written: 'Breve, der er skrevet (uden adresse og tekst)',
		plans: 'Planer',
		plan_steps: 'Skridt i planer',
		plan_events: 'Planers historie',
		plan_proposals: 'Forslag',
		proposal_messages: 'Beskeder om forslag',
		check_ins: 'Opfølgninger',
		dialogues: 'Dialoger',
		dialogue_facilitators: 'Dialogmøder som mødeleder',
		organisation_fit_answers: 'Svar om, hvad der passer her',
		group_fit_answers: 'Gruppers svar om, hvad der passer',
		group_practices: 'Det, grupper allerede gør',
		organisation_imports: 'Indlæste personalefiler',
		retention_rules: 'Frister',
		second_factor_rules: 'Regler for to trin',
		audit_events: 'Log: hvad der er set og ændret',
		workplace_assessments: 'APV',
		workplace_assessment_parts: 'APV, dele',
		workplace_assessment_remarks: 'APV, bemærkninger',
		participations: 'Arbejdsmiljøorganisationens deltagelse',
		absence_entries: 'Indtastet sygefravær',
		earlier_assessments: 'Tidligere APV',
		evidence_revisions: 'Rettelser i videnbasen',
		evidence_publications: 'Udgivelser af videnbasen',
		identity_users: 'Konto',
		identity_second_factors: 'To trin',
		sign_in_links: 'Links til at logge ind'
	} as Readonly<Record<string, string>>,
	columns: {
		name: 'navn',
		email: 'mail',
		key: 'medarbejdernummer',
		unit_id: 'enhed',
		level: 'niveau',
		profession: 'faggruppe',
		span: 'antal medarbejdere',
		left_at: 'fratrådt',
		known_since: 'kendt siden',
		set_name: 'enheder',
		from_on: 'fra',
		to_on: 'til',
		entered_at: 'tastet ind',
		round_id: 'måling',
		group_id: 'gruppe',
		role: 'rolle',
		granted_at: 'givet',
		suspended_at: 'hviler siden',
		kind: 'slags',
		subject: 'emne',
		intended_at: 'skrevet',
		sent_at: 'sendt',
		failure: 'fejl',
		bounced_at: 'kom tilbage',
		language: 'sprog',
		title: 'titel',
		description: 'indhold',
		decided_at: 'besluttet',
		due_on: 'frist',
		done_at: 'gjort',
		happened_at: 'tidspunkt',
		at: 'tidspunkt',
		action: 'handling',
		outcome: 'udfald',
		created_at: 'oprettet',
		changed_at: 'ændret',
		uploaded_at: 'læst ind',
		file_name: 'fil',
		assigned_at: 'givet',
		answered_at: 'svaret',
		written_at: 'skrevet',
		saved_at: 'gemt',
		held_on: 'holdt',
		target_factor: 'faktor',
		ended_at: 'afsluttet',
		reason: 'grund',
		issued_at: 'sendt',
		required_at: 'krævet',
		confirmed_at: 'bekræftet',
		refused_kinds: 'fravalgt',
		expires_at: 'udløber',
		used_at: 'brugt',
		answer: 'svar',
		content: 'tekst',
		remark: 'bemærkning'
	} as Readonly<Record<string, string>>
};

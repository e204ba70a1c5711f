import type { RecordKind } from '#domain/evidence/apply-revisions.ts';
import type { Language } from '#domain/language/localised.ts';

/** Siderne, hvor redaktører retter i videnbasen. */
export const evidenceEditing = {
	start: {
		title: 'Ret i videnbasen',
		lead: 'Det, du gemmer, er en kladde. Læserne ser det først, når I udgiver det, og alt kan føres tilbage igen.',
		findTitle: 'Find det, du vil rette',
		found: (count: number) => (count === 0 ? 'Intet passer til det, du søger.' : `Der er ${count}, der passer.`),
		showRest: (count: number) => `Vis ${count} til`,
		browse: 'Eller se dem på en liste:',
		browseKind: (kind: string, count: number) => `${kind} (${count})`,
		addTitle: 'Skriv noget nyt',
		draftsTitle: 'Kladder',
		toDrafts: 'Se kladderne, og udgiv',
		toConflicts: 'Vælg',
		moreTitle: 'Historik og filer',
		drafts: (count: number) =>
			count === 0
				? 'Ingen kladder venter'
				: count === 1
					? 'Én kladde venter på at blive udgivet'
					: `${count} kladder venter på at blive udgivet`,
		conflicts: (count: number) =>
			count === 1
				? 'Én rettelse passer ikke længere med det, der følger med programmet. Vælg, hvad der skal gælde.'
				: `${count} rettelser passer ikke længere med det, der følger med programmet. Vælg, hvad der skal gælde.`,
		history: 'Hvad er ændret, og af hvem?',
		export: 'Hent videnbasen med kladder (zip)',
		editors: 'Hvem er redaktør?'
	},
	kinds: {
		finding: {
			many: 'Påstande',
			one: 'Påstand',
			add: 'Skriv en ny påstand',
			none: 'Ingen påstande passer til det, du søger.'
		},
		study: {
			many: 'Studier',
			one: 'Studie',
			add: 'Tilføj et studie',
			none: 'Ingen studier passer til det, du søger.'
		},
		intervention: {
			many: 'Tiltag',
			one: 'Tiltag',
			add: 'Skriv et nyt tiltag',
			none: 'Ingen tiltag passer til det, du søger.'
		}
	} satisfies Record<RecordKind, { many: string; one: string; add: string; none: string }>,

	list: {
		lead: 'Vælg den, du vil rette.',
		searchHint: 'Et eller flere ord på dansk eller engelsk',
		searchButton: 'Find',
		shown: (found: number, all: number) => (found === all ? `${all} i alt.` : `${found} af ${all}.`),
		showAll: 'Vis alle',
		origins: { shipped: 'som leveret', edited: 'rettet', added: 'tilføjet' },
		draft: 'kladde',
		conflict: 'vælg'
	},

	form: {
		editTitle: 'Ret',
		contentsTitle: 'Felterne',
		saveTitle: 'Gem',
		toConflict: 'Vælg, hvad der skal gælde',
		danish: 'Dansk',
		english: 'Engelsk',
		readersSee: 'Se, hvad læserne ser nu',
		history: 'Se, hvad der er ændret',
		isDraft: 'Der er en kladde, som ikke er udgivet. Det er den, du retter i her.',
		isTakenOut: 'Den er taget ud. Herunder står det, den sagde sidst. Gemmer du, kommer den ind igen.',
		isAdded: 'I har selv tilføjet den. Den følger ikke med programmet.',
		version: (version: number) => `Version ${version}`,
		idLabel: 'Navn i adressen',
		idHint:
			'Små bogstaver, tal og bindestreger, for eksempel »hansen-2026«. Det kan ikke laves om bagefter, for andre kan have henvist til det.',
		reasonLabel: 'Hvorfor retter du?',
		reasonHint: 'Skriv det, så en kollega forstår det om et år. Læserne ser det ikke.',
		preview: 'Se forhåndsvisning',
		previewAgain: 'Se forhåndsvisning igen',
		save: 'Gem som kladde',
		saved: 'Kladden er gemt. Læserne ser det nuværende, indtil I udgiver.',
		nextClaim: 'Sæt nu studiet på den påstand, det viser. Først da kan det udgives.',
		findClaim: 'Find påstanden',
		undone: 'Den er ført tilbage, og det er gemt som en kladde.',
		settled: 'Valget er gemt som en kladde.',
		toDrafts: 'Se kladderne, og udgiv',
		unchanged: 'Der er ikke ændret noget, så der er ikke gemt noget.',
		notKnown: 'vides ikke',
		notStated: 'ikke skrevet',
		yes: 'ja',
		no: 'nej',
		none: 'Intet valgt',
		notCited: 'er ikke nævnt',
		chooseMore: (count: number) => `Vælg blandt ${count} andre`,
		wholeFactor: (factor: string) => `${factor}: det hele`,
		fromGroups: { factor: 'Forhold', intervention: 'Tiltag', outcome: 'Udfald', research: 'Forskningen selv' },
		anyIntervention: 'Tiltag i det hele taget',
		research: 'Hvordan forskningen er lavet',
		lineByLine: 'Én på hver linje, lige mange på dansk og engelsk.',
		confidence: 'Hvor ved vi det fra?'
	},

	newer: {
		title: (name: string, when: string) => `${name} gemte, mens du skrev (${when})`,
		reason: 'Begrundelsen var:',
		text: 'Intet er gemt endnu, og intet af dit er væk. Formularen herunder er den andens udgave med dine ændringer lagt oveni. Se dem efter, og gem igen.',
		changes: 'Dine ændringer i forhold til den andens udgave',
		sides: { before: 'Den andens', after: 'Dit' },
		noChanges: 'Du har ikke skrevet andet, end hvad der allerede er gemt.',
		upgraded: {
			title: 'Programmet blev opgraderet, mens du skrev',
			text: 'Opgraderingen har ændret det, du retter i. Intet er gemt endnu, og intet af dit er væk. Formularen herunder er den nye udgave med dine ændringer lagt oveni. Se dem efter, og gem igen.',
			changes: 'Dine ændringer i forhold til den nye udgave',
			sides: { before: 'Nu', after: 'Dit' }
		},
		takenOut: {
			title: (name: string, when: string) => `${name} tog den ud, mens du skrev (${when})`,
			text: 'Intet er gemt endnu, og det, du har skrevet, står i formularen herunder. Gemmer du igen, kommer den ind igen.'
		}
	},

	preview: {
		title: 'Sådan bliver det',
		lead: 'Der er ikke gemt noget endnu.',
		readNow: 'Det ser læserne nu',
		readThen: 'Det kommer læserne til at se',
		certaintyTitle: 'Sikkerhed',
		certaintySame: 'Sikkerheden er uændret:',
		certaintyNew: 'Sikkerheden bliver:',
		certaintyWas: 'Før:',
		certaintyBecomes: 'Efter:',
		othersTitle: 'Andet, der ændrer sig',
		certaintyOthers: 'Det her bliver mere eller mindre sikkert, når alle kladder er udgivet:',
		changesTitle: 'Det, der ændrer sig for læserne',
		changesNone: 'Intet ændrer sig for læserne.',
		problemsTitle: (count: number) => (count === 1 ? 'Én regel er brudt' : `Reglerne er brudt ${count} steder`),
		problemsText: 'Du kan godt gemme kladden, men den kan ikke udgives, før det er rettet.',
		problemsNone: 'Alle regler er overholdt.',
		nextClaim: 'Gem studiet, og sæt det så på den påstand, det viser. Først da kan det udgives.',
		filledTitle: 'Det, du har skrevet',
		oneLanguage: {
			da: 'Du har kun rettet den danske tekst. Passer den engelske stadig?',
			en: 'Du har kun rettet den engelske tekst. Passer den danske stadig?'
		} satisfies Record<Language, string>
	},

	changes: {
		before: 'Før',
		after: 'Efter',
		nothing: 'står tomt'
	},

	history: {
		title: 'Hvad er ændret?',
		titleOf: (label: string) => `Ændringer: ${label}`,
		lead: 'Det nyeste står øverst. Intet bliver slettet: Når noget føres tilbage, er det en ny ændring.',
		none: 'Der er ikke ændret noget.',
		savedBy: (name: string, when: string) => `${name}, ${when}`,
		revision: (revision: number) => `Rettelse ${revision}`,
		reason: 'Hvorfor',
		showChanges: (count: number) =>
			count === 1 ? 'Se, hvad der blev ændret (1 felt)' : `Se, hvad der blev ændret (${count} felter)`,
		revisionsTitle: 'Rettelser',
		allBackTitle: 'Helt tilbage',
		backToShipped: 'Ført tilbage til det, der følger med programmet',
		published: (numbers: string) => `Udgivet (${numbers})`,
		notPublished: 'Ikke udgivet',
		noChanges: 'Samme indhold som før.',
		publicationsTitle: 'Udgivelser',
		publication: (publication: number) => `Udgivelse ${publication}`,
		records: (count: number) => (count === 1 ? '1 post' : `${count} poster`),
		undo: 'Før tilbage til denne',
		undoShipped: 'Før tilbage til det, der følger med programmet',
		takeOut: 'Tag den ud igen',
		undoReason: 'Hvorfor?',
		undoButton: 'Før tilbage',
		takeOutButton: 'Tag ud',
		newer: 'Der er gemt noget nyt, siden du åbnede siden. Intet er ført tilbage. Se listen igennem igen.',
		unchanged: 'Det er allerede sådan, det er.',
		edit: 'Ret'
	},

	drafts: {
		title: 'Kladder',
		lead: 'Det her er gemt, men læserne ser det ikke endnu. Alle kladder bliver udgivet på én gang.',
		none: 'Der er ingen kladder. Læserne ser det hele.',
		changes: { added: 'ny', edited: 'rettet', removed: 'tages ud' },
		certaintyTitle: 'Bliver mere eller mindre sikkert',
		certaintyColumns: { what: 'Hvad', before: 'Før', after: 'Efter' },
		problemsTitle: 'Det her skal rettes først',
		conflictsTitle: 'Opgraderingen og jeres rettelser siger hver sit',
		conflictsText: 'Indtil I har valgt, gælder jeres egen rettelse.',
		publishTitle: 'Udgiv',
		publishText: (count: number) =>
			count === 1
				? 'Så ser alle læsere kladden med det samme, og den får et nyt versionsnummer.'
				: `Så ser alle læsere de ${count} kladder med det samme, og de får nye versionsnumre.`,
		noteLabel: 'Hvad er nyt?',
		noteHint: 'Én eller to sætninger til historikken.',
		publish: 'Udgiv kladderne',
		published: (publication: number) => `Udgivelse ${publication} er ude. Læserne ser den nu.`,
		newer:
			'Der er kommet en kladde til eller en ny ændring, siden du åbnede siden. Intet er udgivet. Se listen igennem, og udgiv igen.',
		nothing: 'Der var ikke noget at udgive.',
		rulesBroken: 'Intet er udgivet, fordi en regel er brudt. Ret det, der står herunder, og prøv igen.',
		edit: 'Ret',
		oneLanguage: {
			da: 'Kun den danske tekst er rettet. Passer den engelske stadig?',
			en: 'Kun den engelske tekst er rettet. Passer den danske stadig?'
		} satisfies Record<Language, string>
	},

	conflict: {
		title: 'Vælg, hvad der skal gælde',
		lead: 'En opgradering har ændret det samme, som I har rettet. Begge dele er gemt. Vælg for hvert felt; indtil da gælder jeres.',
		before: 'Da I rettede',
		shipped: 'Opgraderingen siger',
		ours: 'I har skrevet',
		question: 'Hvad skal gælde?',
		keepOurs: 'Behold vores',
		takeShipped: 'Brug opgraderingens',
		gone: 'Den følger ikke længere med programmet, men I har rettet i den.',
		keepOwn: 'Behold den som vores egen',
		takeOut: 'Tag den ud',
		addedTwice: 'I har selv tilføjet den, og nu følger en anden udgave af den med programmet.',
		doesNotFit:
			'Jeres rettelse passer ikke længere: Et felt er kommet til, eller noget, den henviser til, er væk. Læserne ser det, der følger med programmet, indtil I har rettet den igen eller ført den tilbage.',
		doesNotFitOwn:
			'Det, I selv har tilføjet, passer ikke længere: Et felt er kommet til, eller noget, den henviser til, er væk. Læserne ser den ikke, før I har rettet den.',
		reasonLabel: 'Hvorfor vælger du sådan?',
		button: 'Gem valget',
		newer: 'Der er gemt noget nyt, siden du åbnede siden. Dit valg er ikke gemt. Se felterne igennem igen.',
		none: 'Der er ikke længere noget at vælge.'
	},

	editors: {
		title: 'Redaktører',
		link: 'Hvem må rette i videnbasen?',
		lead: 'Redaktører kan rette i videnbasen og udgive rettelserne. Det giver dem ikke adgang til svar eller resultater.',
		whoCanSee: 'Programledere kan åbne denne side',
		none: 'Der er ingen redaktører endnu.',
		since: (day: string) => `Redaktør siden ${day}`,
		remove: 'Fjern',
		removeOf: (email: string) => `Fjern ${email}`,
		addTitle: 'Gør en kollega til redaktør',
		email: 'Mailadresse',
		emailHint: 'Kollegaen logger ind med adressen og får et link med mail. Der bliver ikke sendt noget nu.',
		add: 'Gør til redaktør',
		granted: (email: string) => `${email} er nu redaktør og kan logge ind med adressen.`,
		removed: 'Kollegaen kan ikke længere rette i videnbasen. Det, der er gemt, er der stadig.',
		unknown: 'Kollegaen var ikke redaktør.',
		notAnAddress: 'Det ligner ikke en mailadresse.',
		knownElsewhere: 'Adressen hører til i en anden organisation her. Brug en anden adresse.'
	},

	correctThis: 'Ret denne'
};

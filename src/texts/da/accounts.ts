/** Konti: adgangsnøgler, bekræftelse i to trin, roller og adgang. */
const roleNames: Readonly<Record<string, string>> = {
	'programme-lead': 'Programleder',
	manager: 'Leder af ledere',
	committee: 'Arbejdsmiljøudvalg',
	facilitator: 'Mødeleder',
	'evidence-editor': 'Redaktør af videnbasen',
	operator: 'Driftsansvarlig'
};

const waitOf = (minutes: number) =>
	minutes === 1 ? '1 minut' : minutes < 120 ? `${minutes} minutter` : `${Math.ceil(minutes / 60)} timer`;

export const accounts = {
	roleNames,
	/** Hvad en rolle må, i én sætning. */
	roleTexts: {
		'programme-lead': 'Planlægger målinger, ser alle frigivne resultater og giver roller.',
		committee: 'Ser alle frigivne resultater og planer, men ændrer intet.',
		facilitator: 'Ser kun de grupper, vedkommende er mødeleder for.',
		operator: 'Ser drift, udbakke og hændelser, men ingen resultater.'
	},
	signIn: {
		or: 'Eller',
		passkey: 'Log ind med adgangsnøgle',
		passkeyHint: 'Med fingeraftryk, ansigt eller kode på din enhed. Du laver en adgangsnøgle på siden »Din konto«.',
		passkeyWaiting: 'Følg det, din enhed beder om …',
		singleSignOn: (name: string) => `Log ind med ${name}`,
		problems: {
			cancelled: 'Du blev ikke logget ind. Prøv igen, eller få et link på mail.',
			refused: 'Adgangsnøglen passer ikke til en konto her. Måske er den fjernet. Få et link på mail i stedet.',
			'no-access':
				'Adgangsnøglen er rigtig, men din adresse har ikke længere adgang her. Spørg programlederen i din organisation.',
			'too-many': 'Der er prøvet mange gange herfra på kort tid. Vent lidt, højst et kvarter, og prøv igen.',
			offline: 'Der er ingen forbindelse. Prøv igen om lidt.'
		},
		singleSignOnProblems: {
			cancelled: 'Du sagde nej undervejs, så du er ikke logget ind. Prøv igen, eller få et link på mail.',
			expired:
				'Det tog for lang tid, eller det blev begyndt i en anden browser. Prøv igen, så er du inde på et øjeblik.',
			refused:
				'Svaret fra jeres login kunne ikke bekræftes, så du er ikke logget ind. Prøv igen, eller få et link på mail.',
			unreachable: 'Jeres login svarer ikke lige nu. Få et link på mail i stedet, eller prøv igen om lidt.',
			'unverified-address':
				'Jeres login siger ikke god for din mailadresse. Bed dem, der driver det, om at bekræfte den, eller få et link på mail.',
			'no-address': 'Jeres login fortæller os ikke din mailadresse. Få et link på mail i stedet.',
			'unknown-person':
				'Du er den, du siger, men ingen her har din mailadresse. Spørg programlederen, om den står rigtigt i organisationen.',
			'not-set': 'Her kan man ikke logge ind på den måde. Få et link på mail i stedet.',
			'too-many': 'Der er prøvet mange gange herfra på kort tid. Vent lidt, højst et kvarter, og prøv igen.'
		}
	},
	passkeyElsewhere: (url: string) =>
		`En adgangsnøgle hører til én adresse. Åbn siden på ${url}, så kan du bruge den der.`,
	passkeyImpossible: (url: string) =>
		`Adgangsnøgler kræver, at siden har et navn og https. Den har nu adressen ${url}. Det kan dem, der driver systemet, ændre.`,
	passkeyNotHere: 'Din browser kan ikke bruge adgangsnøgler. Prøv en nyere browser.',
	passkeyNoScript: 'Adgangsnøgler kræver, at browseren må køre scripts. Linket på mail virker uden.',
	secondStep: {
		title: 'Bekræft, at det er dig',
		codeIntro: 'Skriv koden fra din app. Har du ikke din telefon, kan du bruge en af dine gendannelseskoder.',
		code: 'Kode',
		codeHint: 'Seks cifre fra appen, eller en gendannelseskode som abcde-fghjk',
		confirm: 'Bekræft',
		passkeyIntro: 'Du har en adgangsnøgle, og din rolle kræver den. Log ind med den på den enhed, den ligger på.',
		lost: 'Har du mistet det hele? En anden programleder kan nulstille det for dig under »Adgang og roller«, og den, der driver systemet, kan gøre det fra kommandolinjen.',
		setUpTitle: 'Sæt en app op',
		required:
			'Din rolle kræver, at du bekræfter, hvem du er, med mere end din mail. Det tager to minutter, og kun denne ene gang.',
		optional: 'Med en app på telefonen er din mailadresse ikke længere nok til at logge ind som dig.',
		steps: [
			'Åbn en app til engangskoder på din telefon. Har du ingen, så spørg jeres it, hvilken I bruger.',
			'Scan billedet, eller skriv nøglen ind i appen.',
			'Skriv de seks cifre, appen viser.'
		],
		picture: 'QR-kode til appen',
		secret: 'Nøgle',
		setUp: 'Sæt op',
		wrong: 'Koden passer ikke. Se, om telefonens ur går rigtigt, og skriv den kode, der vises lige nu.',
		used: 'Koden er brugt. Vent, til appen viser en ny, højst et halvt minut.',
		locked: (minutes: number) => `Der er skrevet forkert for mange gange. Vent ${waitOf(minutes)}, og prøv igen.`,
		expired: 'Du er ikke længere ved at logge ind. Begynd forfra.',
		begin: 'Begynd forfra',
		codesTitle: 'Gem dine gendannelseskoder',
		codesIntro:
			'Hver kode virker én gang i stedet for appen. Skriv dem ned, eller print dem, og læg dem et sikkert sted. De bliver ikke vist igen.',
		codesDone: 'Jeg har gemt dem',
		recoveryLeft: (count: number) =>
			count === 1
				? 'Du er logget ind med en gendannelseskode. Der er 1 tilbage.'
				: `Du er logget ind med en gendannelseskode. Der er ${count} tilbage.`,
		goOn: 'Gå videre'
	},
	account: {
		title: 'Din konto',
		whoCanSee: 'Kun du ser denne side.',
		facts: { name: 'Navn', email: 'Mailadresse', organisation: 'Organisation', roles: 'Roller' },
		noRoles: 'Ingen',
		passkeysTitle: 'Adgangsnøgler',
		passkeysIntro:
			'Med en adgangsnøgle logger du ind med fingeraftryk, ansigt eller kode på din enhed. Den kan ikke gættes, og ingen kan lokke den ud af dig.',
		noPasskeys: 'Du har ingen endnu.',
		unnamed: 'Uden navn',
		added: (day: string) => `Lavet ${day}`,
		synchronised: 'følger med til dine andre enheder',
		name: 'Navn',
		nameHint: 'For eksempel arbejdstelefon. Kun du ser det.',
		add: 'Lav en adgangsnøgle',
		rename: 'Gem navn',
		renameOf: (name: string) => `Gem navnet på ${name}`,
		remove: 'Fjern',
		removeOf: (name: string) => `Fjern ${name}`,
		changeName: 'Nyt navn',
		told: {
			added: 'Adgangsnøglen er lavet. Næste gang kan du logge ind med den.',
			renamed: 'Navnet er gemt.',
			removed: 'Adgangsnøglen er fjernet og virker ikke mere. Enheden kan stadig foreslå den; slet den også der.',
			'app-removed': 'Appen er fjernet.',
			'app-added': 'Appen er sat op. Du er nu logget ind med begge dele.'
		},
		problems: {
			'no-name': 'Skriv et navn',
			'unknown-passkey': 'Adgangsnøglen findes ikke mere.',
			refused: 'Adgangsnøglen blev ikke gemt. Enheden skal spørge efter finger, ansigt eller kode. Prøv igen.',
			cancelled: 'Der blev ikke lavet en adgangsnøgle. Prøv igen, når du er klar.',
			exists: 'Denne enhed har allerede en adgangsnøgle til dig.',
			'too-many': 'Du har mange adgangsnøgler. Fjern en, du ikke bruger, og prøv igen.',
			offline: 'Der er ingen forbindelse. Prøv igen om lidt.'
		},
		appTitle: 'Bekræftelse i to trin',
		hasApp: (codes: number) =>
			codes === 1
				? 'Du har en app til engangskoder. Du har 1 gendannelseskode tilbage.'
				: `Du har en app til engangskoder. Du har ${codes} gendannelseskoder tilbage.`,
		noApp:
			'Du har ingen app til engangskoder. Uden den, og uden en adgangsnøgle, er din mail nok til at logge ind som dig.',
		appRequired: 'Din rolle kræver app eller adgangsnøgle.',
		setUpApp: 'Sæt en app op',
		removeApp: 'Fjern appen',
		removeAppCode: 'Kode fra appen',
		removeAppHint: 'Vil du have en ny telefon på, så fjern appen her, og sæt den op igen.',
		eventsTitle: 'Det er noteret om dig',
		eventsIntro:
			'Systemet noterer, hvad der bliver set og ændret af dem, der er logget ind. Aldrig svar, aldrig det, du skriver, og aldrig, hvad du læser i videnbasen.',
		noEvents: 'Intet endnu.',
		eventsMore: (count: number) => `De nyeste er vist. I alt er der noteret ${count}.`
	},
	access: {
		title: 'Adgang og roller',
		whoCanSee: 'Programlederne i din organisation ser og ændrer denne side. Hver ændring bliver noteret.',
		lead: 'En leder ser sin egen gruppe, fordi vedkommende står i organisationen. De andre roller giver du her.',
		peopleTitle: 'Hvem har hvilken rolle?',
		since: (day: string) => `siden ${day}`,
		resting: (day: string) => `hviler siden ${day}, fordi adressen ikke længere hører til en leder`,
		again: 'Giv igen',
		againTo: (role: string, email: string) => `Giv ${email} rollen ${role} igen`,
		take: 'Tag tilbage',
		takeFrom: (role: string, email: string) => `Tag rollen ${role} fra ${email}`,
		you: 'dig',
		strong: 'Har app eller adgangsnøgle',
		weak: 'Kun mail',
		reset: 'Nulstil to trin',
		resetOf: (email: string) => `Nulstil bekræftelse i to trin for ${email}`,
		addTitle: 'Giv en rolle',
		email: 'Mailadresse',
		emailHint: 'Den adresse, personen får mail på fra sin arbejdsplads',
		role: 'Rolle',
		add: 'Giv rollen',
		editors: 'Redaktører af videnbasen har deres egen side',
		rulesTitle: 'Hvem skal bekræfte i to trin?',
		rulesRoles: 'Roller, der skal have en app eller en adgangsnøgle',
		rulesHint: 'Gælder fra den næste side, de åbner.',
		rulesSave: 'Gem',
		eventsLink: 'Se, hvem der har set og ændret hvad',
		told: {
			granted: (email: string, role: string) => `${email} har nu rollen ${role}.`,
			taken: (email: string, role: string) => `${email} har ikke længere rollen ${role} og er logget ud overalt.`,
			rules: 'Det er gemt.',
			reset: (email: string) => `${email} kan begynde forfra, er logget ud overalt og har fået en mail om det.`
		},
		problems: {
			'not-an-address': 'Skriv en mailadresse, for eksempel navn@region.dk. Den kan ikke indeholde æ, ø eller å.',
			'unknown-role': 'Vælg en rolle',
			'known-elsewhere': 'Adressen hører til en anden organisation i systemet og kan ikke få en rolle her.',
			'not-granted': 'Personen har ikke rollen. Måske er den lige taget tilbage.',
			'last-programme-lead': 'Det er den eneste programleder. Giv rollen til en anden, før du tager den tilbage.',
			'nothing-to-reset': 'Personen har hverken app eller adgangsnøgle.',
			yourself: 'Du kan ikke nulstille dig selv. Bed en anden programleder om det.',
			'unknown-person': 'Ingen her har den adresse.'
		},
		closed: (count: number) =>
			count === 1
				? '1 rolle hviler nu, fordi adressen ikke længere hører til en leder.'
				: `${count} roller hviler nu, fordi adresserne ikke længere hører til en leder.`,
		closedSee: 'Se hvilke, og giv dem igen, hvis de skal beholdes'
	},
	events: {
		title: 'Hvem har set og ændret hvad?',
		whoCanSee:
			'Programlederne og de driftsansvarlige i din organisation. Hver person ser det, der er noteret om vedkommende, på sin konto.',
		lead: 'Her står, hvad der er set og ændret af dem, der er logget ind. Aldrig svar, aldrig hvem der har svaret, og aldrig, hvad nogen læser i videnbasen.',
		person: 'Mailadresse',
		day: 'Dag',
		subject: 'Måling, gruppe, plan eller person',
		subjectHint: 'Kopiér id’et fra listen',
		filter: 'Vis',
		all: 'Vis alle',
		notADay: 'Skriv en dag, for eksempel 2026-03-02',
		columns: { at: 'Tid', actor: 'Hvem', action: 'Hvad', subject: 'Om', outcome: 'Gik det?' },
		system: 'Systemet',
		none: 'Intet passer.',
		total: (count: number) => (count === 1 ? '1 hændelse' : `${count} hændelser`),
		caption: 'Hændelser, nyeste først',
		outcomes: { done: 'Ja', refused: 'Afvist', 'not-found': 'Fandtes ikke', failed: 'Fejlede' },
		subjects: {
			round: 'Måling',
			group: 'Gruppe',
			plan: 'Plan',
			proposal: 'Forslag',
			dialogue: 'Dialog',
			record: 'Post i videnbasen',
			person: 'Person'
		} as Readonly<Record<string, string>>
	},
	letters: {
		hello: 'Hej',
		subjects: {
			'passkey-added': 'Der er lavet en adgangsnøgle til din konto i Ledertrivsel',
			'passkey-removed': 'En adgangsnøgle er fjernet fra din konto i Ledertrivsel',
			'app-added': 'Der er sat en app til engangskoder op på din konto i Ledertrivsel',
			'app-removed': 'Appen til engangskoder er fjernet fra din konto i Ledertrivsel',
			'factors-reset': 'Bekræftelse i to trin er nulstillet for din konto i Ledertrivsel',
			'codes-locked': 'Der er skrevet forkerte koder til din konto i Ledertrivsel'
		},
		/** Hvad der skete, hvor emnet ikke siger det hele. */
		more: {
			'codes-locked':
				'Nogen er kommet til koden fra appen, for eksempel med et link fra din mail, og har skrevet den forkert fem gange. Ingen er kommet ind. Der kan ikke prøves igen før om et kvarter, og hver gang det sker, varer det dobbelt så længe, højst et døgn.'
		},
		/** Hvad læseren gør, hvis en anden har fået en nøgle eller prøver. */
		intruder:
			'Var det ikke dig? Så kan en anden læse din mail eller bruge din computer. Gør to ting med det samme: Bed programlederen i din organisation om at nulstille bekræftelse i to trin for dig; det logger alle ud og fjerner apps og adgangsnøgler. Og skift adgangskoden til din mail.',
		notYou:
			'Var det ikke dig, der gjorde det eller bad om det? Så skriv til programlederen i din organisation med det samme.',
		see: 'Se din konto'
	}
};

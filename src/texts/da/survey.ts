/** Spørgeskemaet, som lederen møder det på telefonen. */
export const survey = {
	title: 'Hvordan er det at være leder hos jer?',
	documentTitle: 'Svar på spørgeskemaet',
	whoCanSee: 'Ingen får vist dine svar',
	intro: (minutes: number) =>
		`Det tager cirka ${minutes} minutter. Når du har sendt, ser du din egen profil med det samme.`,
	pooled: (threshold: number) =>
		`Dine svar bliver lagt sammen med svar fra mindst ${threshold - 1} andre ledere, før nogen ser et tal.`,
	facts: [
		'Hverken din leder, HR eller vi, der driver siden, får vist, hvad du har svaret.',
		'Du kan springe spørgsmål over og holde pause. Svarene bliver gemt i din browser undervejs.'
	],
	kioskFacts: [
		'Hverken din leder, HR eller vi, der driver siden, får vist, hvad du har svaret.',
		'Du kan springe spørgsmål over. Skærmen gemmer ingenting: når du har sendt, eller hvis du går fra den, er alt væk.'
	],
	kioskIntro: (minutes: number) =>
		`Det tager cirka ${minutes} minutter. På en fælles skærm får du ikke din egen profil at se.`,
	group: {
		title: 'Din gruppe',
		together: 'Du svarer sammen med:',
		invited: (count: string) => `${count} ledere er inviteret.`,
		units: 'De kommer fra',
		whyShown: 'Ser gruppen forkert eller for lille ud, så send ikke dine svar, men spørg dem, der står for målingen.',
		compare: 'Sammenlign med kontroltallet i dit brev, og send kun dine svar, hvis det begynder sådan:'
	},
	visibilityLink: 'Se, hvad din leder kan se',
	deadline: (day: string) => `Du kan svare til og med ${day}.`,
	begin: 'Begynd',
	continueThere: 'Har du åbnet linket på en anden telefon eller computer før, så fortsæt dér.',
	next: 'Næste',
	back: 'Tilbage',
	toReview: 'Gå til sidste side',
	progress: (page: number, pages: number) => `${page} af ${pages}`,
	reviewTitle: 'Klar til at sende?',
	reviewComplete: 'Du har svaret på alle spørgsmål.',
	reviewMissing: (count: string) =>
		`Du har sprunget ${count} spørgsmål over. Det er helt i orden, men jo flere svar, jo bedre passer din profil:`,
	reviewFinal: 'Når du har sendt, kan du ikke ændre svarene.',
	send: 'Send mine svar',
	sending: 'Sender …',
	noScript: 'Du kan læse og udfylde siden, men du kan kun sende svarene, når JavaScript er slået til i din browser.',
	noInvitation:
		'Linket mangler din personlige del, eller noget af den. Tryk på linket i den mail, du har fået, eller scan koden i dit brev igen.',
	notValidated: 'Om spørgeskemaet',
	messages: {
		offline: 'Der er ingen forbindelse lige nu. Dine svar ligger her i browseren, og vi prøver igen om lidt.',
		stored: 'Tak. Dine svar er sendt.',
		used: 'Der er allerede sendt svar med dette link, og de kan ikke ændres. De første svar tæller.',
		alreadyCollected:
			'Linket er brugt på en anden telefon eller computer, eller i en anden browser. Åbn siden dér, og send derfra, eller vælg »Fortsæt på en anden telefon eller computer« dér, og kom tilbage hertil. Kan du ikke det, så sig det til dem, der står for målingen. De kan ikke give dig et nyt link, for ingen kan se, hvilket svar der er dit, og så kunne du svare to gange.',
		unknownInvitation:
			'Vi kender ikke linket. Prøv at åbne det igen fra mailen eller brevet. Dine svar ligger stadig her.',
		notOpen: 'Spørgeskemaet er ikke åbnet endnu. Dine svar bliver liggende her.',
		closed: 'Spørgeskemaet er lukket, så der kan ikke sendes flere svar.',
		notAccepted: 'Svarene blev ikke taget imod. Genindlæs siden, og prøv igen. Dine svar ligger stadig her.',
		notSigned:
			'Serveren gav dig ikke en gyldig stemmeseddel, så vi har ikke sendt noget. Prøv igen om lidt. Bliver det ved, så sig det til dem, der står for målingen. Dine svar ligger stadig her.',
		nothingAnswered: 'Du har ikke svaret på noget endnu. Svar på mindst ét spørgsmål, før du sender.',
		notSaved:
			'Din browser vil ikke gemme noget. Du kan godt svare og sende, men luk ikke siden undervejs. Din profil kan du kun se, hvis browseren må gemme.',
		noCrypto:
			'Din browser kan ikke låse svarene på denne adresse, og vi sender dem ikke uden lås. Åbn siden i en nyere browser, og se efter, at adressen begynder med https.',
		broken: 'Noget gik galt hos os. Dine svar ligger her i browseren, og vi prøver igen om lidt.',
		failed:
			'Noget gik galt her på siden. Dine svar ligger stadig her. Prøv igen, og genindlæs siden først, hvis det bliver ved.',
		declined:
			'Vi har ikke brugt det, der fulgte med linket. Du kan svare her. Har du fået linket af en anden, så sig det til arbejdsmiljøudvalget.',
		arrived: 'Dine svar er kommet med hertil. Du kan gå videre her.',
		transferBroken:
			'Linket fra din anden telefon eller computer er ikke kommet helt med. Prøv igen derfra. Der er ikke ændret noget her.'
	},
	manifestProblems: {
		'hash-differs': 'Listen over grupper er ikke den, dit link er lavet til, eller ikke den samme som før.',
		'other-round': 'Listen over grupper hører til en anden måling.',
		'other-instrument': 'Spørgeskemaet her på siden er ikke det, målingen blev åbnet med.',
		'other-rules':
			'Listen over grupper har andre regler for, hvor små grupper må være, end dem, der står her på siden.',
		'rules-too-loose': 'Reglerne på listen lader grupperne være så små, at de ikke beskytter nogen.',
		'group-missing': 'Din gruppe står ikke på listen over grupper.',
		'group-named-twice': 'To grupper på listen hedder det samme, så du kan ikke vide, hvilken der er din.',
		'groups-alike': 'To grupper på listen er fra de samme steder, så den ene kunne være lavet til én person.',
		'name-mixes-alphabets': 'Et navn på listen blander bogstaver fra flere alfabeter, så det kan ligne et andet.',
		'key-shared-by-groups': 'To grupper på listen deler nøgle, så svar kunne blive talt med det forkerte sted.',
		'group-too-small': 'En gruppe på listen er mindre, end reglerne for målingen tillader.',
		'key-malformed': 'En nøgle på listen over grupper har ikke den rigtige form.',
		'key-weak': 'Din gruppes nøgle er ikke stærk nok.',
		'not-readable': 'Listen over grupper kan ikke læses.'
	},
	manifestRefusal:
		'Derfor sender vi ikke noget, for ellers kunne nogen måske finde ud af, hvilke svar der er dine. Sig det til arbejdsmiljøudvalget. Har du svaret på noget, ligger det stadig her.',
	otherDevice: {
		title: 'Fortsæt på en anden telefon eller computer',
		text: 'Hold den anden telefons kamera hen over koden, eller kopiér linket. Svarene følger med, uden at de bliver sendt til os. Du kan bruge begge bagefter, men dit svar tæller kun én gang.',
		careful: 'Vis ikke koden eller linket til andre. Den, der har det, kan se dine svar og svare for dig.',
		make: 'Vis koden',
		picture: 'Kode, som den anden telefons kamera kan læse',
		link: 'Link til den anden telefon eller computer',
		copy: 'Kopiér linket',
		ready: 'Koden er klar.',
		copied: 'Linket er kopieret.',
		notCopied: 'Linket blev ikke kopieret. Markér det i feltet, og kopiér det selv.'
	},
	confirm: {
		title: 'Kommer du selv fra din anden telefon eller computer?',
		text: 'Linket har svar med, som er givet et andet sted, og måske en stemmeseddel. Sig kun ja, hvis du selv lige har lavet linket: Har en anden lavet det, kan vedkommende måske genkende dit svar.',
		yes: 'Ja, jeg har selv lavet linket',
		no: 'Nej, eller jeg er ikke sikker'
	},
	choose: {
		title: 'Hvilke svar vil du gå videre med?',
		text: 'Der ligger allerede svar her, og de er ikke de samme som dem, du har med fra den anden telefon eller computer.',
		arrived: 'Dem, jeg har med',
		here: 'Dem, der ligger her'
	},
	changes: {
		label: 'Lad mit svar tælle med i, om det går bedre eller dårligere end sidst',
		text: 'Sætter du kryds, sammenligner din browser dine svar med dem, du gav sidst. Den lægger kun »bedre«, »uændret« eller »dårligere« ved for hvert område, ikke dine gamle svar. Det bliver kun vist som andele for store grupper.',
		compared: 'Sammenlignet med den profil, der er gemt fra',
		whose:
			'Deler du computeren med en anden leder, så se efter, at nøglen her i browseren er din. Ellers fjern krydset.',
		nothing: 'Der er ikke noget at sammenligne med endnu.'
	},
	kiosk: {
		doneTitle: 'Tak – giv skærmen videre',
		done: 'Dine svar er sendt, og der ligger ikke noget tilbage på skærmen.',
		next: 'Klar til den næste',
		stillThere: 'Er du her stadig? Om et halvt minut bliver dine svar slettet fra skærmen.',
		stay: 'Ja, jeg er her'
	},
	closedProfile: 'Din egen profil kan du stadig se.',
	alreadySentTitle: 'Tak for dine svar',
	alreadySent: 'Du har sendt dine svar fra denne telefon eller computer.',
	seeProfile: 'Se din profil',
	unknownRoundTitle: 'Vi kan ikke finde spørgeskemaet',
	unknownRound: 'Måske er kun en del af adressen kommet med. Åbn linket igen fra mailen.',
	notOpenTitle: 'Spørgeskemaet er ikke åbnet endnu',
	notOpen: (day: string) => `Det åbner ${day}. Du får en mail, når det er klar.`,
	closedTitle: 'Spørgeskemaet er lukket',
	closed: 'Tak til alle, der svarede. Har du svaret fra denne telefon eller computer, ligger din profil her stadig.'
};

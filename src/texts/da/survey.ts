/** Spørgeskemaet, som lederen møder det på telefonen. */
export const survey = {
	title: 'Hvordan er det at være leder hos jer?',
	documentTitle: 'Svar på spørgeskemaet',
	whoCanSee: 'Ingen får vist dine svar',
	intro: 'Det tager cirka 8 minutter. Når du har sendt, ser du din egen profil med det samme.',
	pooled: (threshold: number) =>
		`Dine svar bliver lagt sammen med svar fra mindst ${threshold - 1} andre ledere, før nogen ser et tal.`,
	facts: [
		'Hverken din leder, HR eller vi, der driver siden, får vist, hvad du har svaret.',
		'Du kan springe spørgsmål over og holde pause. Svarene bliver gemt i din browser undervejs.'
	],
	visibilityLink: 'Se, hvad din leder kan se',
	deadline: (day: string) => `Du kan svare til og med ${day}.`,
	begin: 'Begynd',
	next: 'Næste',
	back: 'Tilbage',
	toReview: 'Gå til sidste side',
	progress: (page: number, pages: number) => `${page} af ${pages}`,
	reviewTitle: 'Klar til at sende?',
	reviewComplete: 'Du har svaret på alle spørgsmål.',
	reviewMissing:
		'Du har sprunget nogle spørgsmål over. Det er helt i orden, men jo flere svar, jo bedre passer din profil:',
	reviewFinal: 'Når du har sendt, kan du ikke ændre svarene.',
	send: 'Send mine svar',
	sending: 'Sender …',
	noScript: 'Du kan læse og udfylde siden, men du kan kun sende svarene, når JavaScript er slået til i din browser.',
	noInvitation: 'Linket mangler din personlige del. Åbn siden ved at trykke på linket i den mail, du har fået.',
	notValidated: 'Om spørgeskemaet',
	messages: {
		offline: 'Der er ingen forbindelse lige nu. Dine svar ligger her i browseren, og vi prøver igen om lidt.',
		stored: 'Tak. Dine svar er sendt.',
		used: 'Der er allerede sendt svar med dette link, og de kan ikke ændres.',
		alreadyCollected:
			'Linket er brugt på en anden telefon eller computer, eller i en anden browser. Åbn siden dér, og send derfra. Var det ikke dig, så sig det til dem, der står for målingen.',
		unknownInvitation: 'Vi kender ikke linket. Prøv at åbne det igen fra mailen. Dine svar ligger stadig her.',
		closed: 'Spørgeskemaet er lukket, så der kan ikke sendes flere svar. Din egen profil kan du stadig se.',
		notAccepted: 'Et af svarene kunne ikke læses. Genindlæs siden, og prøv igen. Dine svar ligger stadig her.',
		nothingAnswered: 'Du har ikke svaret på noget endnu. Svar på mindst ét spørgsmål, før du sender.',
		notSaved: 'Din browser vil ikke gemme svarene. Du kan godt svare og sende, men luk ikke siden undervejs.',
		broken: 'Noget gik galt hos os. Dine svar ligger her i browseren, og vi prøver igen om lidt.'
	},
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

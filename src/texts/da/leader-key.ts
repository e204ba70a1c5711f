/** Lederens nøgle: gem profilen låst, åbn den igen, og se, hvad der har ændret sig. */
export const leaderKey = {
	title: 'Gem din profil, så kun du kan åbne den',
	intro:
		'Browseren låser profilen med en nøgle, som kun du har, og sender den låste profil til os. Så kan du åbne den på en anden telefon eller computer, og næste gang kan du se, hvad der har ændret sig.',
	warning:
		'Nøglen er 12 ord, som du skriver ned. Mister du ordene, kan ingen – heller ikke vi – åbne profilen. Dit svar tæller stadig.',
	make: 'Gem min profil',
	haveWords: 'Jeg har 12 ord fra en tidligere måling',
	cannot:
		'Din browser kan ikke låse profilen. Det kan skyldes, at den er gammel, eller at adressen ikke begynder med https.',
	foundTitle: 'Der ligger en nøgle i browseren',
	found: 'Nøglen er lavet her tidligere. Deler du computer eller telefon med en anden leder, kan den være en andens.',
	foundFirstWord: (word: string) => `Nøglens første ord er »${word}«.`,
	useFound: 'Det er min nøgle. Gem profilen med den',
	notMine: 'Det er ikke min nøgle',
	notMineText:
		'Brug dine egne ord, eller lav en ny nøgle. Browseren gemmer kun én nøgle og glemmer den andens. Den anden kan stadig åbne sin profil med sine ord.',
	makeNew: 'Lav en ny nøgle',
	useWords: 'Skriv mine ord',
	words: {
		title: 'Dine 12 ord',
		text: 'Skriv ordene ned i den rækkefølge, de står, og gem dem et sted, hvor kun du kommer. Ordene er engelske, for de kommer fra en international liste. Send dem ikke i en mail, og giv dem ikke til nogen, heller ikke til os.',
		print: 'Print ordene',
		written: 'Jeg har skrevet de 12 ord ned',
		notWritten: 'Skriv ordene ned, og sæt kryds, før du gemmer. Uden dem kan profilen ikke åbnes et andet sted.',
		save: 'Gem profilen',
		show: 'Vis mine 12 ord',
		hide: 'Skjul ordene'
	},
	enter: {
		label: 'Dine 12 ord',
		hint: 'I den rækkefølge, du skrev dem ned, med mellemrum imellem.',
		remember: 'Husk nøglen i denne browser',
		rememberHint: 'Gør det kun på din egen telefon eller computer.',
		open: 'Åbn min profil',
		save: 'Gem profilen med mine ord',
		nothing: 'Skriv dine 12 ord.',
		unknownWord: (position: number, word: string) =>
			`Ord nummer ${position}, »${word}«, er ikke på listen. Se efter, om det er stavet rigtigt.`,
		unknownWordMeant: (position: number, word: string, meant: string) =>
			`Ord nummer ${position}, »${word}«, er ikke på listen. Mente du »${meant}«?`,
		wrongCount: (count: number) =>
			count === 1 ? 'Du har skrevet 1 ord. Der skal være 12.' : `Du har skrevet ${count} ord. Der skal være 12.`,
		notTogether:
			'Ordene er rigtige hver for sig, men de passer ikke sammen. Måske er et ord blevet til et andet, eller to har byttet plads.'
	},
	open: {
		title: 'Har du gemt din profil?',
		text: 'Har du 12 ord til din profil, kan du åbne den her.',
		withKey: 'Åbn min gemte profil',
		withKeyText: 'Der ligger en nøgle i denne browser.',
		unknown: 'Der ligger ingen profil fra denne måling under din nøgle.',
		unknownEarlier: 'Måske er den fra en anden måling:',
		damaged: 'Der ligger noget under din nøgle, men det kan ikke åbnes. Sig det til dem, der står for målingen.'
	},
	saved: {
		title: 'Din profil er gemt, så kun du kan åbne den',
		text: 'Vil du åbne den på en anden telefon eller computer, så gå til denne side, og skriv dine 12 ord.',
		address: 'Sidens adresse er',
		remove: 'Slet min gemte profil',
		removeConfirm:
			'Skal den gemte profil slettes? Du kan ikke få den igen, og den kan ikke bruges til at sammenligne næste gang. Dit svar tæller stadig.',
		removed: 'Din gemte profil er slettet. Dit svar tæller stadig.',
		forget: 'Glem nøglen i denne browser',
		forgetConfirm:
			'Skal browseren glemme nøglen? Din gemte profil kan så kun åbnes med dine 12 ord. Har du dem ikke, er den tabt.',
		forgotten: 'Browseren har glemt nøglen. Med dine 12 ord kan du stadig åbne profilen.'
	},
	passkey: {
		title: 'Lås nøglen i denne browser',
		text: 'Telefonen eller computeren kan låse nøglen, så den kun åbner med fingeraftryk, ansigt eller pinkode. Så kan en anden, der låner den, ikke åbne profilen. De 12 ord virker stadig.',
		lock: 'Lås med fingeraftryk, ansigt eller pinkode',
		name: 'Ledertrivsel, min profil',
		locked: 'Nøglen i denne browser er låst og åbner med fingeraftryk, ansigt eller pinkode.',
		refused: 'Nøglen blev ikke låst. Den ligger i browseren som før.',
		withoutPrf: 'Din telefon eller computer kan ikke låse nøglen på den måde. Den ligger i browseren som før.',
		notOpened: 'Nøglen blev ikke låst op. Prøv igen, eller brug dine 12 ord.'
	},
	problems: {
		unreachable: 'Der er ingen forbindelse lige nu. Prøv igen om lidt. Intet er gået tabt.',
		otherAnswers:
			'Under nøglen ligger der allerede en profil fra denne måling med andre svar. Så er nøglen nok en andens. Der er ikke ændret noget. Brug dine egne ord, eller lav en ny nøgle.',
		tooLong: 'Profilen er for lang til at blive gemt på denne måde. Du kan printe den.',
		full: 'Der er ikke plads til flere profiler lige nu. Sig det til dem, der står for målingen.',
		notRemembered: 'Browseren vil ikke gemme nøglen. Profilen er gemt, og du kan åbne den med dine 12 ord.'
	},
	working: 'Et øjeblik …',
	comparison: {
		title: 'Hvad har ændret sig?',
		text: 'Har du gemt en profil fra en tidligere måling med den samme nøgle, kan browseren sammenligne dem her. Ingen andre ser det.',
		compare: 'Sammenlign med min tidligere profil',
		caption: (round: string) => `Din profil nu og i ${round}`,
		explained:
			'Bedre og dårligere betyder, at forskellen er større, end spørgeskemaets egen usikkerhed kan forklare. Det siger ikke, hvorfor noget har ændret sig.',
		none: 'Der ligger ingen tidligere profil under din nøgle, som kan sammenlignes med denne.',
		scale: 'Område',
		beforeAndNow: 'Før → nu',
		change: 'Ændring',
		better: 'bedre',
		unchanged: 'uændret',
		worse: 'dårligere',
		cannotSay: 'kan ikke siges',
		notAnswered: 'for få svar'
	}
};

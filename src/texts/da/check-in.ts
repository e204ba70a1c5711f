/** Siden bag linket i mailen: hvordan går det med skridtet. */
export const checkIn = {
	title: 'Hvordan går det?',
	lead: (plan: string, day: string) => `Skridt i planen »${plan}«. Frist: ${day}.`,
	sending: 'Vi gemmer dit svar …',
	withoutScript:
		'Din browser kører ikke det lille program, der skal til for at svare med ét tryk. Brug linket nederst i mailen i stedet – så kan du svare med en knap.',
	noLink: 'Åbn siden med et af linkene i mailen. Så ved vi, hvilket skridt det handler om.',
	answers: { done: 'Det er gjort', 'on-track': 'Det er på vej', stuck: 'Det sidder fast' },
	recorded: {
		done: 'Tak. Skridtet er markeret som gjort.',
		'on-track': 'Tak. Vi har noteret, at det er på vej.',
		stuck: 'Tak, fordi du siger det. Den, der står for planen, og programlederen kan nu se, at skridtet sidder fast.'
	},
	choose: 'Hvad vil du svare?',
	/** Hvorfor siden denne gang vil have et tryk til. */
	toPress: {
		'just-sent':
			'Mailen er lige sendt, og nogle mailprogrammer åbner selv links i en ny mail. Tryk her, så ved vi, at svaret er dit.',
		'two-links':
			'To forskellige svar fra mailen blev åbnet lige efter hinanden, måske af et mailprogram. Derfor har vi ikke gemt noget. Tryk på det, du mener.',
		'said-before': (before: string) => `Du har svaret før: »${before}«. Tryk her, hvis det skal være anderledes nu.`,
		'done-before': 'Skridtet er allerede markeret som gjort. Tryk her, hvis det skal være anderledes nu.'
	},
	changeTitle: 'Skriv et ord, eller ret dit svar',
	answerLabel: 'Dit svar',
	remarkLabel: 'Vil du tilføje noget?',
	remarkHint: 'De, der kan se planen, kan læse det. Skriv ikke om enkelte personers helbred.',
	save: 'Gem',
	expiredTitle: 'Linket virker ikke mere',
	expired: 'Det er for gammelt, eller planen er stoppet eller lavet om. Sig det til den, der står for planen.',
	unknownTitle: 'Vi kender ikke linket',
	unknown: 'Se efter, om hele linket fra mailen er kommet med. Intet er ændret.',
	problems: { 'answer-missing': 'Vælg et svar.', 'remark-too-long': 'Det må højst være 1.000 tegn.' },
	only: 'Linket gælder kun dette ene skridt. Du er ikke logget ind.'
};

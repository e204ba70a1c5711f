const number = new Intl.NumberFormat('da');

/** Målingens nøgle: hvor den ligger, ordene på papir, og åbningen af kassen med svar. */
export const roundKey = {
	title: 'Målingens nøgle',
	opened: (invited: number) =>
		`Målingen er åben, og ${number.format(invited)} invitationer er på vej. Skriv først ordene herunder ned.`,
	preparing: 'Målingen er ved at blive åbnet. Skriv ordene herunder ned, mens du venter.',
	explain:
		'Svarene ligger låst, indtil målingen lukker. Kun målingens nøgle kan åbne dem, og den ligger i en fil på serveren, uden for databasen. Går filen tabt, er disse 24 ord den eneste vej til svarene.',
	splitExplain:
		'Svarene ligger låst, indtil målingen lukker. Nøglen er delt i to, og ingen af delene siger noget alene. Programlederen har den ene halvdel, og arbejdsmiljøudvalget har den anden. Når I begge har skrevet jeres ord ind igen, sletter serveren nøglen, og målingen åbner.',
	halfTitle: 'Din halvdel: 24 ord',
	halfBack:
		'Skriv ordene ind fra papiret, så vi ved, at de er skrevet rigtigt af. Mister I den ene halvdel, kan svarene aldrig læses.',
	halfLabel: 'Dine 24 ord',
	confirmHalf: 'Jeg har ordene på papir',
	halfConfirmed: 'Din halvdel er på plads.',
	waitsFor: {
		first: 'Målingen venter på, at programlederen skriver sin halvdel ned. Det sker på siden »Målingens nøgle«.',
		second:
			'Målingen venter på, at en fra arbejdsmiljøudvalget logger ind og skriver sin halvdel ned. Det sker på siden »Målingens nøgle«.'
	},
	listRefused:
		'Ledernes browsere ville afvise listen over grupper, så målingen er ikke åbnet. Se efter, om to enheder hedder næsten det samme, eller om et navn blander bogstaver fra flere alfabeter, og ret det i organisationen.',
	noCommittee:
		'Nøglen kan kun deles, når en fra arbejdsmiljøudvalget kan logge ind her. Giv først en fra udvalget adgang, eller lad nøglen ligge i en fil.',
	shred:
		'Svarene er åbnet og blandet. Makulér papiret med ordene nu: Sammen med en gammel sikkerhedskopi kunne de åbne svarene igen.',
	suspiciousTitle: 'Mange svar kan ikke læses',
	suspicious: (count: number) =>
		`${number.format(count)} svar kan ikke læses. Det er så mange, at noget er galt. Kassen er stadig lukket, og intet er tabt. Spørg den, der driver systemet, om spørgeskemaet eller databasen er ændret, siden målingen åbnede.`,
	acceptUnreadable: 'Åbn kassen alligevel. De svar, der ikke kan læses, går tabt.',
	boxStillShut: 'Kassen er stadig lukket.',
	wordsTitle: 'De 24 ord',
	print:
		'Print siden, eller skriv ordene af i samme rækkefølge. Læg papiret et sted, hvor I finder det igen, og hvor ingen andre kommer. Ordene er engelske, for de kommer fra en international liste.',
	continue: 'Jeg har skrevet ordene ned',
	back: 'Tilbage til målingen',
	inFile: 'Nøglen ligger i sin fil på serveren. Den bliver kontrolleret hver dag.',
	split: 'Nøglen er delt mellem programlederen og arbejdsmiljøudvalget. Serveren har den ikke.',
	none: 'Målingen har ingen nøgle nu. Den bliver lavet, når målingen åbner, og slettet, når den lukker.',
	missingTitle: 'Nøglen mangler',
	missing:
		'Filen med nøglen ligger ikke, hvor den skal. Lederne kan stadig svare, og intet er tabt endnu. Skriv de 24 ord fra papiret, så kommer nøglen tilbage.',
	wordsLabel: 'De 24 ord i rækkefølge',
	wordsHint: 'Med mellemrum imellem. Store eller små bogstaver er lige meget.',
	firstHalf: 'Den ene halvdel (24 ord)',
	secondHalf: 'Den anden halvdel (24 ord)',
	restore: 'Læg nøglen tilbage',
	restored: 'Nøglen ligger, hvor den skal.',
	problems: {
		'not-words': 'Ordene passer ikke sammen. Et af dem er skrevet forkert, mangler eller står på en forkert plads.',
		'other-round': 'Ordene hører til en anden måling.',
		'other-words': 'Det er rigtige ord, men ikke din halvdel af denne nøgle.',
		'words-wrong': 'Ordene åbner ikke denne måling. Kontrollér, at de er skrevet rigtigt, og at de hører til målingen.'
	},
	custodyLabel: 'Hvor skal målingens nøgle ligge?',
	custodyHint: 'Svarene ligger låst, indtil målingen lukker. Kun nøglen kan åbne dem.',
	custody: {
		file: {
			label: 'I en fil på serveren',
			hint: 'Kassen med svar åbner af sig selv, når målingen er lukket. Du får 24 ord, som du skriver ned som reserve.'
		},
		split: {
			label: 'Delt mellem programlederen og arbejdsmiljøudvalget',
			hint: 'Serveren har ingen nøgle. Kassen med svar kan kun åbnes, når I begge skriver jeres 24 ord. Mister I den ene halvdel, er svarene tabt.'
		}
	},
	closingTitle: 'Målingen lukker',
	closingUntil: (time: string) =>
		`Ingen kan hente spørgeskemaet længere. De, der var ved at sende, kan nå det til kl. ${time}. Så åbner kassen med svar af sig selv.`,
	closingSplit: (time: string) =>
		`Ingen kan hente spørgeskemaet længere. De, der var ved at sende, kan nå det til kl. ${time}. Derefter kan I åbne kassen med svar, når I begge skriver jeres ord.`,
	openBoxTitle: 'Åbn kassen med svar',
	openBoxSplit: 'Svarene er låst med en nøgle, der er delt i to. Skriv begge halvdele.',
	openBoxMissing: 'Nøglen ligger ikke i sin fil. Skriv de 24 ord, som du skrev ned, da målingen åbnede.',
	openBox: 'Åbn kassen',
	stuffed:
		'Der er kommet flere svar fra nogle grupper, end der er udleveret stemmesedler til. Nogen har lagt falske svar i kassen. Resultatet kan ikke frigives. Det gælder:',
	unreadable: (count: number) =>
		count === 1
			? 'Ét svar kunne ikke læses og er ikke talt med.'
			: `${number.format(count)} svar kunne ikke læses og er ikke talt med.`,
	preparingTitle: 'Målingen er ved at blive åbnet',
	preparingKeys: (made: number, total: number) =>
		`Hver gruppe får sin egen nøgle. ${number.format(made)} af ${number.format(total)} er lavet.`,
	preparingWait: 'Du kan roligt gå fra siden. Invitationerne bliver sendt, når alle nøgler er lavet.',
	link: 'Målingens nøgle'
};

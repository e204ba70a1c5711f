/** At logge ind med et link, og at sætte en organisation op første gang. */
export const signIn = {
	title: 'Log ind',
	intro: 'Skriv din mailadresse, så sender vi dig et link. Du behøver ikke huske en adgangskode.',
	email: 'Mailadresse',
	emailHint: 'Den adresse, du får mail på fra din arbejdsplads',
	send: 'Send mig et link',
	asked: {
		title: 'Kig i din indbakke',
		text: (minutes: number) =>
			`Hvis vi kender adressen, ligger der om lidt en mail med et link. Det virker én gang og i ${minutes} minutter.`,
		notThere:
			'Er der ingen mail? Kig i mappen med uønsket post, og se, om adressen er den, din arbejdsplads har til dig. Har du bedt om flere links, virker de alle.',
		again: 'Skriv en anden adresse'
	},
	noMailServer:
		'Der er ikke sat en mailserver op. Linket bliver lagt som en fil i mappen "outbox" i datamappen på den maskine, systemet kører på.',
	notAnAddress: 'Skriv en mailadresse, for eksempel navn@region.dk. Den kan ikke indeholde æ, ø eller å.',
	tooManyAsks: 'Der er bedt om mange links herfra på kort tid. Vent lidt, højst et kvarter, og prøv igen.',
	tooManyForAddress:
		'Der er bedt om mange links til den adresse på kort tid. Brug et af dem, der ligger i indbakken, eller vent lidt, højst et kvarter, og prøv igen.',
	confirm: {
		title: 'Næsten inde',
		intro: 'Tryk på knappen, så er du logget ind. Linket bliver først brugt, når du trykker.',
		button: 'Log ind',
		newLink: 'Få et nyt link',
		failedTitle: 'Du blev ikke logget ind'
	},
	wrong:
		'Linket passer ikke til noget, vi har sendt. Måske er der kun kommet en del af det med. Prøv at trykke på det i mailen igen, eller få et nyt.',
	used: 'Linket er allerede brugt, og det virker kun én gang. Få et nyt, så er du inde på et øjeblik.',
	old: (minutes: number) =>
		`Linket er for gammelt. Det virker i ${minutes} minutter. Få et nyt, så er du inde på et øjeblik.`,
	tooManyTries:
		'Der er prøvet mange links, som ikke virker, herfra. Vent lidt, højst et kvarter, før du prøver et af dem igen. Et nyt link fra din mail virker med det samme.',
	setUp: {
		title: 'Sæt jeres organisation op',
		intro:
			'Du er den første her. Bagefter er du logget ind som programleder og som den, der står for driften, og du kan læse jeres enheder og ledere ind.',
		organisationName: 'Organisationens navn',
		organisationNameHint: 'Sådan som lederne kender den, for eksempel Region Nord',
		name: 'Dit navn',
		email: 'Din mailadresse',
		emailHint: 'Den logger du ind med næste gang',
		button: 'Sæt op, og log ind',
		problems: {
			organisationName: 'Skriv organisationens navn, højst 200 tegn',
			name: 'Skriv dit navn, højst 200 tegn',
			email: 'Skriv en mailadresse, for eksempel navn@region.dk. Den kan ikke indeholde æ, ø eller å.'
		},
		failedTitle: 'Linket kan ikke bruges',
		wrong:
			'Linket passer ikke. Er systemet startet igen, siden det blev skrevet? Så gælder kun det nyeste, som står i det vindue, hvor systemet blev startet.',
		used: 'Linket er brugt, og organisationen er sat op. Log ind med den mailadresse, der blev skrevet dengang.',
		tooMany: 'Der er prøvet mange links, som ikke virker, herfra. Vent lidt, højst et kvarter, og prøv igen.'
	}
};

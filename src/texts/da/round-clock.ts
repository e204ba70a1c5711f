/** Det, en måling gør af sig selv, og hvordan det går med dens mails. */
export const roundClock = {
	title: 'Det sker af sig selv',
	noReminders: 'Der kommer ikke flere påmindelser af sig selv.',
	reminders: (days: readonly string[]) =>
		`Påmindelse til dem, der ikke har hentet spørgeskemaet: ${new Intl.ListFormat('da', { type: 'conjunction' }).format(days)}, om formiddagen. Ingen får at vide, hvem der får den.`,
	sent: (count: number) => (count === 1 ? 'Der er sendt én påmindelse.' : `Der er sendt ${count} påmindelser.`),
	closes: (day: string) => `Målingen lukker, når ${day} er slut.`,
	closesByHand: 'Målingen lukker ikke af sig selv. Du lukker den med knappen herunder.',
	overByHand: (day: string) => `Den sidste dag var ${day}. Målingen er stadig åben, til du lukker den.`,
	later: (day: string) => `I brevene står der, at man kan svare til og med ${day}. Nu er der længere tid.`,
	change: {
		title: 'Flyt eller slå fra',
		reminder: (number: number) => `${number}. påmindelse`,
		reminderHint: 'Tomt felt: ingen påmindelse.',
		closes: 'Luk målingen af sig selv',
		lastDay: 'Sidste dag at svare',
		lastDayHint: (told: string) => `Tidligst ${told}, for det har lederne fået at vide.`,
		button: 'Gem'
	},
	changed: 'Gemt. Sådan bliver det.',
	problems: {
		'wrong-reminder-days':
			'En påmindelse skal ligge efter i dag, senest på den sidste dag, og der kan højst være tre på hver sin dag.',
		'closes-too-early': 'Den sidste dag kan ikke ligge før den dag, lederne har fået at vide, eller før i dag.'
	},
	mails: {
		title: 'Er invitationerne nået frem?',
		allSent: 'Alle invitationer er sendt, og ingen er kommet tilbage.',
		waiting: (count: number) =>
			count === 1 ? 'Én invitation venter på at blive sendt.' : `${count} invitationer venter på at blive sendt.`,
		quiet: (moment: string) =>
			`Mails sendes ikke om aftenen, om natten, i weekenden eller på helligdage. De går ${moment}.`,
		notReached: (count: number) =>
			count === 1
				? 'Én er ikke nået med en invitation: Mailen kunne ikke leveres.'
				: `${count} er ikke nået med en invitation: Mailen kunne ikke leveres.`,
		uncertain: (count: number) =>
			count === 1 ? 'Én invitation er måske ikke nået frem.' : `${count} invitationer er måske ikke nået frem.`,
		whatToDo: 'Se i udbakken, hvem det er, og hvad du kan gøre'
	}
};

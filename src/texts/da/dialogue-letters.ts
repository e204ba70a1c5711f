type MeetingFacts = {
	readonly group: string;
	readonly round: string;
	/** Skrevet ud: "3. maj 2026 kl. 13.30". */
	readonly when: string;
	readonly place: string;
};

/** Brevene om dialogmødet. */
export const dialogueLetters = {
	footer: ['Mailen er sendt af Ledertrivsel. Den siger ikke noget om, hvad nogen har svaret.'],
	invitation: (facts: MeetingFacts) => ({
		subject: `Dialogmøde ${facts.when}: ${facts.group}`,
		paragraphs: [
			'Hej',
			`Vi skal tale om resultatet af »${facts.round}« for ${facts.group}. Mødet er ${facts.when}${facts.place === '' ? '' : `, ${facts.place}`}.`,
			'Vi ser på, hvad der belaster og bærer, hvad der ligger bag, og vælger én eller to ting at gøre noget ved. Ingen behøver at sige, hvad de selv har svaret.'
		]
	}),
	changed: (facts: MeetingFacts) => ({
		subject: `Ændret: dialogmøde ${facts.when}: ${facts.group}`,
		paragraphs: [
			'Hej',
			`Dialogmødet om »${facts.round}« for ${facts.group} er ændret. Det er nu ${facts.when}${facts.place === '' ? '' : `, ${facts.place}`}.`,
			'Kalenderfilen i mailen retter mødet i din kalender.'
		]
	}),
	calledOff: (facts: MeetingFacts) => ({
		subject: `Aflyst: dialogmøde ${facts.when}: ${facts.group}`,
		paragraphs: [
			'Hej',
			`Dialogmødet om »${facts.round}« for ${facts.group} ${facts.when} er aflyst.`,
			'Du får besked, når der er en ny tid.'
		]
	}),
	/** Til den, der ikke længere er indkaldt; mødet står ved magt. */
	released: (facts: MeetingFacts) => ({
		subject: `Du skal ikke med alligevel: dialogmøde ${facts.when}: ${facts.group}`,
		paragraphs: [
			'Hej',
			`Du er ikke længere indkaldt til dialogmødet om »${facts.round}« for ${facts.group} ${facts.when}. Mødet bliver holdt, men du behøver ikke at komme.`,
			'Kalenderfilen i mailen tager mødet ud af din kalender.'
		]
	}),
	assigned: (facts: { group: string; round: string }) => ({
		subject: `Du er mødeleder for ${facts.group}`,
		paragraphs: [
			'Hej',
			`Du er valgt som mødeleder for dialogmødet om »${facts.round}« i ${facts.group}. Du kan åbne gruppens resultat, dagsordenen, arket til deltagerne og slides.`,
			'Det, du ser, er kun til mødet.'
		]
	}),
	/** `releasedOn`: skrevet ud, "3. maj 2026". */
	reminder: (facts: { group: string; round: string; releasedOn: string }) => ({
		subject: `Har I talt om resultatet? ${facts.group}`,
		paragraphs: [
			'Hej',
			`Resultatet af »${facts.round}« blev frigivet den ${facts.releasedOn}, og der er endnu ikke noteret et dialogmøde for ${facts.group}.`,
			'Har I allerede holdt det, så notér det på siden. Ellers ligger dagsordenen klar, og en time er nok.',
			'Du får kun denne ene påmindelse.'
		]
	}),
	openPack: 'Åbn dialogmødet',
	calendarSummary: (group: string) => `Dialogmøde om resultatet: ${group}`,
	calendarText: 'Vi går fra resultat til beslutning. Ingen behøver at sige, hvad de selv har svaret.'
};

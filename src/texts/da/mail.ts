import { writeLetter, type LetterPart } from '#texts/letter.ts';

type RoundFacts = {
	readonly organisation: string;
	readonly round: string;
	/** Modtageren. */
	readonly name: string;
	readonly link: string;
	readonly visibilityLink: string;
	/** Listens kontroltal: 64 tegn i grupper af fire. */
	readonly manifestHash: string;
	readonly manifestLink: string;
	/** Skrevet ud: "3. maj 2026". */
	readonly lastDay: string;
	/** Hvor længe det cirka tager at svare. */
	readonly minutes: number;
	/** Hvem man kan spørge; uden den henvises til organisationen. */
	readonly contact?: string;
};

/** De breve, systemet sender. */
export const mail = {
	/** Nederst i breve, man selv kan sige nej til. */
	choiceFooter: (link: string): LetterPart[] => [
		'Du bestemmer selv, om du vil have mails som denne, og på hvilket sprog.',
		{ link, label: 'Vælg dine mails' }
	],
	invitation: (facts: RoundFacts) =>
		writeLetter({
			language: 'da',
			subject: `${facts.organisation}: Hvordan er det at være leder hos jer?`,
			parts: [
				`Kære ${facts.name}`,
				`${facts.organisation} vil gerne vide, hvad der slider på jer, der er ledere, og hvad der bærer jer. Målingen hedder »${facts.round}«. Den handler om arbejdet, ikke om, hvor god en leder du er.`,
				`Det tager cirka ${facts.minutes} minutter, og du kan gøre det på telefonen. Når du har sendt, ser du din egen profil med det samme.`,
				{ link: facts.link, label: 'Svar på spørgeskemaet', isMain: true },
				`Linket er dit personlige, så send det ikke videre. Du kan svare til og med ${facts.lastDay}.`,
				'Det er fortroligt. Din leder får aldrig vist, hvad du har svaret, men kan se et samlet resultat for en gruppe ledere, når nok har svaret.',
				{ link: facts.visibilityLink, label: 'Se præcis, hvad din leder kan se' },
				question(facts),
				...witness(facts)
			]
		}),
	reminder: (facts: RoundFacts & { readonly nextReminder: string | null }) =>
		writeLetter({
			language: 'da',
			subject: `Du kan nå det endnu: ${facts.round}`,
			parts: [
				`Kære ${facts.name}`,
				`Dit spørgeskema fra ${facts.organisation} ligger her stadig. Vi ved godt, at dagene er fulde, og derfor får du linket igen.`,
				{ link: facts.link, label: 'Svar på spørgeskemaet', isMain: true },
				`Det tager cirka ${facts.minutes} minutter. Du kan svare til og med ${facts.lastDay}.`,
				'Systemet har noteret, at dit spørgeskema ikke er hentet endnu, og ikke andet. Derfor får du denne mail. Ingen får vist, hvad du svarer.',
				facts.nextReminder === null
					? 'Dette er den sidste påmindelse.'
					: `Der kommer en påmindelse mere den ${facts.nextReminder}, hvis det ikke er hentet inden da.`,
				{ link: facts.visibilityLink, label: 'Se præcis, hvad din leder kan se' },
				question(facts),
				...witness(facts)
			]
		}),
	signIn: (facts: { readonly link: string; readonly minutes: number }) =>
		writeLetter({
			language: 'da',
			subject: 'Log ind på Ledertrivsel',
			parts: [
				'Hej',
				'Her er det link, du bad om.',
				{ link: facts.link, label: 'Log ind', isMain: true },
				`Det virker én gang og i ${facts.minutes} minutter. Send det ikke videre: den, der har linket, kan logge ind som dig.`,
				'Har du ikke bedt om det, kan du roligt slette mailen. Så sker der ikke mere.'
			]
		}),
	roundKeyMissing: (facts: { readonly round: string; readonly link: string }) =>
		writeLetter({
			language: 'da',
			subject: `Nøglen til målingen mangler: ${facts.round}`,
			parts: [
				'Hej',
				`Serveren kan ikke længere finde den nøgle, der åbner svarene i målingen »${facts.round}«. Lederne kan stadig svare, og intet er tabt endnu. Men uden nøglen kan svarene aldrig læses.`,
				'Find de ord frem, som du skrev ned, da målingen blev åbnet, og skriv dem ind. Så kommer nøglen tilbage.',
				{ link: facts.link, label: 'Skriv ordene ind', isMain: true },
				'Har du ikke ordene, så sig det med det samme til den, der driver systemet. Måske ligger filen i en sikkerhedskopi.'
			]
		}),
	released: (facts: {
		readonly organisation: string;
		readonly round: string;
		readonly name: string;
		readonly link: string;
	}) =>
		writeLetter({
			language: 'da',
			subject: `Resultatet er klar: ${facts.round}`,
			parts: [
				`Kære ${facts.name}`,
				`Målingen »${facts.round}« i ${facts.organisation} er lukket og regnet ud. Nu kan du se resultatet sammen med de tiltag, som forskningen peger på.`,
				{ link: facts.link, label: 'Se resultatet', isMain: true },
				'Du skal logge ind først. Der står kun tal for grupper, aldrig for en enkelt person.'
			]
		})
};

function witness(facts: RoundFacts): LetterPart[] {
	return [
		`Det her behøver du ikke gøre noget ved: Da målingen åbnede, blev listen over alle grupper låst. Listens kontroltal er ${facts.manifestHash}. Alle i målingen har fået det samme tal, og din browser holder selv øje med, at det passer.`,
		{ link: facts.manifestLink, label: 'Se listen' }
	];
}

function question(facts: RoundFacts): string {
	return `Er du i tvivl om noget? Spørg ${facts.contact ?? `dem, der står for målingen i ${facts.organisation}`}.`;
}

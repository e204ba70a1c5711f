const kinds: Readonly<Record<string, string>> = {
	invitation: 'Invitationer',
	reminder: 'Påmindelser',
	'sign-in': 'Links til at logge ind',
	released: 'Beskeder om et resultat',
	account: 'Beskeder om adgang',
	'round-key-missing': 'Advarsler om en manglende nøgle',
	'check-in': 'Spørgsmål om, hvordan det går med en plan',
	booster: 'Genopfriskninger',
	proposal: 'Forslag opad',
	'proposal-answer': 'Svar på forslag',
	plan: 'Breve om planer',
	dialogue: 'Breve om dialogmøder',
	apv: 'Påmindelser om APV'
};

const troubles: Readonly<Record<string, string>> = {
	'server-unreachable': 'Mailserveren svarer ikke.',
	'server-timeout': 'Mailserveren svarede for sent.',
	'server-refused': 'Mailserveren tager ikke imod lige nu.',
	'server-insecure': 'Der kunne ikke laves en sikker forbindelse til mailserveren.',
	'server-refused-sign-in': 'Mailserveren afviste brugernavn eller adgangskode i SMTP_URL.',
	'server-folder': 'Der kan ikke skrives i datamappen. Er disken fuld?',
	'mail-deferred': 'Mailserveren bad os om at vente med denne mail.',
	'mail-refused': 'Mailserveren afviste adressen eller mailen.',
	'mail-unreachable': 'Mails til adressen er kommet tilbage før, så den blev ikke prøvet.',
	'mail-expired': 'Linket nåede at blive for gammelt, før mailen kunne sendes.'
};

/** Udbakken: hvad der venter, er sendt, gik galt eller er usikkert. */
export const outbox = {
	title: 'Udbakke',
	whoCanSee: 'Programledere og driften kan åbne denne side',
	kind: (kind: string) => kinds[kind] ?? kind,
	trouble: (code: string) => troubles[code] ?? code,
	serverSays: (words: string) => `Mailserveren skrev: ${words}`,
	/** Hvorfor en mail kom tilbage, ud fra den anden mailservers kode. */
	bounce: (code: string): string => {
		if (/^5\.1\.|^5\.4\.4$/.test(code)) return 'Adressen findes ikke.';
		if (code === '5.2.1') return 'Postkassen er lukket.';
		if (/^[45]\.2\.2$/.test(code)) return 'Postkassen er fuld.';
		if (/^5\.7\./.test(code)) return 'Modtagerens mailserver ville ikke tage imod den. Spørg jeres it-afdeling.';
		return 'Den kunne ikke afleveres.';
	},
	sentence: (counts: {
		readonly waiting: number;
		readonly failed: number;
		readonly uncertain: number;
		readonly bounced: number;
	}) => {
		const parts = [];
		if (counts.waiting > 0) parts.push(`${mails(counts.waiting)} venter på at blive sendt`);
		if (counts.failed > 0) parts.push(`${mails(counts.failed)} kunne ikke sendes`);
		if (counts.bounced > 0) parts.push(`${mails(counts.bounced)} er kommet tilbage`);
		if (counts.uncertain > 0) parts.push(`${mails(counts.uncertain)} er måske sendt`);
		return parts.length === 0
			? 'Ingen mails venter, og ingen er gået galt.'
			: `Lige nu: ${new Intl.ListFormat('da', { type: 'conjunction' }).format(parts)}.`;
	},
	noServer: {
		title: 'Der er ikke sat en mailserver op',
		text: 'Ingen mails forlader maskinen. De ligger i datamappen i "outbox", og invitationer kan læses nederst her. Links til at logge ind bliver ikke vist, for med dem kunne man logge ind som en anden. Det samme gælder mails, hvor man med et link svarer om en plan eller vælger mails fra i en andens navn. Påmindelser bliver heller ikke vist, for de fortæller, hvem der ikke har hentet spørgeskemaet.',
		howTo: 'Sæt SMTP_URL og MAIL_FROM, og start systemet igen, så bliver nye mails sendt.'
	},
	demonstration: {
		title: 'Det er en demonstration',
		text: 'Ingen mails forlader maskinen. Personerne er opdigtede.'
	},
	waiting: {
		title: 'Venter',
		none: 'Ingen mails venter.',
		caption: 'Mails, der venter på at blive sendt',
		retryAt: (moment: string) => `Prøves igen ${moment}`,
		soon: 'Sendes om lidt',
		quietAt: (moment: string) => `Sendes ${moment}`,
		quiet:
			'Mails går ikke ud om aftenen, om natten, i weekenden eller på helligdage. Kun det, der ikke kan vente, sendes nu.'
	},
	failed: {
		title: 'Kunne ikke sendes',
		text: 'De bliver ikke prøvet igen af sig selv. Prøver du igen, går de til den samme adresse. Er den forkert, så ret den i organisationen: Påmindelsen går til den nye. Påmindelser, der ikke kunne sendes, står her ikke, for de fortæller, hvem der ikke har hentet spørgeskemaet.',
		caption: 'Mails, der ikke kunne sendes',
		again: 'Prøv alle igen'
	},
	bounced: {
		title: 'Kom tilbage',
		text: 'De blev sendt, men kunne ikke afleveres. Er adressen forkert, så ret den i HR’s fil, og læs filen ind igen. Tryk så på knappen: Invitationer til en åben måling bliver sendt til den nye adresse. Andre mails bliver ikke sendt igen, men de næste går til den nye. Findes en adresse ikke, skriver systemet ikke til den igen af sig selv.',
		caption: 'Mails, der kom tilbage',
		again: 'Adresserne er rettet: Send igen'
	},
	uncertain: {
		title: 'Måske sendt',
		text: 'Forbindelsen blev afbrudt, lige da de blev sendt, så ingen ved, om de kom frem. De bliver ikke sendt igen af sig selv, for så kunne nogen få den samme mail to gange.',
		caption: 'Mails, der måske er sendt',
		again: 'Send dem alle igen'
	},
	sent: {
		title: 'Sendt',
		inFolder: 'Lagt i datamappen',
		none: 'Der er ikke sendt noget endnu.',
		caption: 'Sendte mails efter dag og slags'
	},
	columns: {
		kind: 'Slags',
		count: 'Antal',
		status: 'Status',
		recipient: 'Til',
		subject: 'Emne',
		reason: 'Hvad der skete',
		at: 'Hvornår',
		day: 'Dag'
	},
	queued: (count: number) =>
		count === 0 ? 'Der var ingen mails, som kunne sendes igen.' : `Lagt i kø og bliver sendt om lidt: ${mails(count)}.`,
	letters: {
		title: 'Læs mails i datamappen',
		text: 'Hver invitation har et personligt link. Åbn dem kun, når det er dig, der deler dem ud.',
		search: 'Find en adresse',
		searchButton: 'Søg',
		newest: (count: number) => `De ${count} nyeste`,
		none: 'Ingen mails passer.',
		caption: 'Mails i datamappen',
		read: (recipient: string) => `Læs mailen til ${recipient}`
	},
	letter: {
		title: 'En mail i datamappen',
		to: 'Til',
		subject: 'Emne',
		at: 'Lagt i mappen',
		back: 'Tilbage til udbakken',
		unknown: 'Mailen findes ikke, eller den kan ikke vises her.'
	}
};

function mails(count: number): string {
	return count === 1 ? 'én mail' : `${count} mails`;
}

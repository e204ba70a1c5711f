import { formatList } from '#texts/format.ts';

/** `keyCustody` null: siden gælder ingen bestemt måling. */
export type VisibilityFacts = {
	readonly threshold: number;
	readonly minimumInvited: number;
	readonly keyCustody: 'file' | 'split' | null;
	/** Uden den ligger brevene, så programlederne kan læse dem. */
	readonly hasMailServer: boolean;
};

/** Hvad kan din leder se? Skrevet til at blive læst på et minut. */
export const visibility = {
	title: 'Hvad kan din leder se?',
	roundTitle: (round: string) => `Hvad kan din leder se fra »${round}«?`,
	whoCanSee: 'Alle kan åbne denne side, også før de svarer',
	lead: 'Din leder kan se et samlet tal for en gruppe ledere, når nok har svaret. Ingen får vist, hvad netop du har svaret.',
	shortTitle: 'Det korte svar',
	short: (threshold: number) => [
		`Et tal bliver først vist, når mindst ${threshold} i gruppen har svaret.`,
		'Serveren giver dig en stemmeseddel, som den ikke selv kan genkende. Når svaret kommer, kan den kun se, at det er fra én i gruppen.',
		'Svarene ligger låst, til målingen er lukket. Ingen ser resultater før.',
		'Bagefter står der kun gruppe på svarene: ikke navn, ikke tidspunkt og ikke rækkefølge.'
	],
	otherCollection:
		'Svarene i denne måling er samlet ind et andet sted eller er opdigtede. Det, der står her om at hente og sende svar, gælder derfor ikke for dem. Reglerne for, hvad der bliver vist, gælder.',
	whenTitle: 'Hvornår?',
	closes: (day: string) => `Sidste dag at svare er ${day}.`,
	grace: (minutes: number) =>
		`Når målingen bliver lukket, kan de, der har hentet deres spørgeskema, sende svarene i ${minutes} minutter endnu. Så bliver svarene låst op og blandet, og de nøgler, der blev brugt, bliver slettet.`,
	noGrace:
		'Når målingen bliver lukket, bliver svarene låst op og blandet med det samme, og de nøgler, der blev brugt, bliver slettet.',
	closed: 'Målingen er lukket. Svarene er låst op og blandet, og de nøgler, der blev brugt, er slettet.',
	ownGroupTitle: 'Din gruppe',
	exampleTitle: 'En gruppe fra målingen som eksempel',
	group: 'Gruppe',
	place: 'Hører under',
	units: 'Ledere i',
	invited: 'Inviterede',
	inCommon: (attributes: Readonly<Record<string, string>>) => {
		const names: Readonly<Record<string, string>> = { level: 'lederniveau', profession: 'faggruppe' };
		return Object.entries(attributes).map(([name, value]) => ({ name: `Samme ${names[name] ?? name}`, value }));
	},
	inCommonMeans:
		'Det, alle i gruppen har til fælles, kan også give et samlet tal, for eksempel for alle ledere i faggruppen.',
	added: (invited: number | null, isOwn: boolean) =>
		invited === null
			? 'Svarene i gruppen bliver lagt sammen til ét tal.'
			: isOwn
				? `I er ${invited}, og jeres svar bliver lagt sammen til ét tal.`
				: `Der er ${invited} i gruppen, og deres svar bliver lagt sammen til ét tal.`,
	seenBy: (units: readonly string[]) =>
		`Det tal kan ses af ${units.length === 0 ? 'de ledere, som hele gruppen hører under' : `${headOf(units)} og af ledere, som hele gruppen hører under`}. Programlederne og arbejdsmiljøudvalget ser alle grupper.`,
	tooFew: (threshold: number) =>
		`Svarer færre end ${threshold}, bliver gruppen lagt sammen med en nabo, før nogen ser et tal. Alle kan se, hvem den er lagt sammen med.`,
	pooling: (minimum: number) =>
		`En gruppe er de ledere, der har den samme leder. Er de færre end ${minimum}, er de lagt sammen med naboer, før målingen åbnede.`,
	keptTogether: (attribute: 'level' | 'profession') =>
		`Ledere ${attribute === 'level' ? 'på samme niveau' : 'fra samme faggruppe'} er holdt sammen, hvor grupperne blev store nok til det.`,
	findOwn: 'Find din egen gruppe på listen',
	seeList: 'Se listen over alle grupper',
	listNote:
		'Listen blev låst, da målingen åbnede. Alle har fået det samme kontroltal, så I kan sammenligne. Din browser sammenligner kun med dit eget brev.',
	peopleTitle: 'Hvem kan se hvad?',
	sees: 'Ser',
	cannotSee: 'Ser ikke',
	remains: 'Det kan vi ikke fjerne',
	people: ({ threshold, keyCustody, hasMailServer }: VisibilityFacts) => [
		{
			id: 'manager',
			who: 'Din leder',
			sees: `Gennemsnit for gruppen, når mindst ${threshold} har svaret, og det samme for enhederne under sig og enheden over. Har mindst 20 svaret, også hvor forskelligt de svarer, og hvor stor en del det belaster.`,
			cannotSee: 'Hvad du har svaret, eller hvornår. Heller ikke om du har svaret, medmindre alle i gruppen har.',
			remains:
				'Svarer alle i en gruppe næsten ens, siger gennemsnittet noget om hver enkelt. Derfor viser vi de yderste tal grovere. Din leder kan også bede om at se din profil. Det kan intet system forhindre, men du kan sige nej.'
		},
		{
			id: 'colleague',
			who: 'En kollega i gruppen',
			sees: 'Listen over grupper, som alle kan se. Ikke resultatet, medmindre kollegaen selv er leder for ledere.',
			cannotSee: 'Hvad du har svaret, og om du har svaret.',
			remains: `Den, der selv har svaret, kender ét af svarene i gruppens tal. Derfor skal der mindst ${threshold} til.`
		},
		{
			id: 'programme-lead',
			who: 'HR og programlederne',
			sees: 'Tallene for alle grupper, når de er frigivet. Undervejs kun, hvor mange i alt der har hentet spørgeskemaet, og hvor mange svar der er kommet.',
			cannotSee: 'Hvem der har svaret, og hvad de har svaret.',
			remains: `${
				hasMailServer
					? 'Den, der printer breve med koder, har linkene i hånden og kan svare i en andens sted. Så får du at vide, at dit link er brugt.'
					: 'Den, der printer breve med koder, har linkene i hånden og kan svare i en andens sted. Her er heller ingen mailserver, så programlederne kan åbne invitationerne. Er dit link brugt af en anden, får du det at vide.'
			} ${whoHasTheWords[keyCustody ?? 'unknown']}`
		},
		{
			id: 'database',
			who: 'Den, der passer databasen',
			sees: 'Om dit spørgeskema er hentet: ja eller nej, uden tidspunkt. Svar efter gruppe, låste til målingen er lukket.',
			cannotSee: 'Hvilke svar der er dine. Det står ingen steder.',
			remains: whoHoldsTheKey[keyCustody ?? 'unknown']
		},
		{
			id: 'host',
			who: 'Firmaet, der driver serveren',
			sees: 'At nogen åbner siden, og hvornår. Ellers det samme som den, der passer databasen.',
			cannotSee: 'Hvem der har svaret hvad, ud fra det, der er gemt.',
			remains:
				'Den, der overvåger serveren eller nettet, mens du henter og sender, kan sammenholde tidspunkterne og se, hvilket låst svar der er dit – og med nøglen også, hvad der står i det. Og sender serveren dig en falsk side, kan den få alt at vide, hvad du skriver på den.'
		},
		{
			id: 'court',
			who: 'En dommer, der kræver alt udleveret',
			sees: 'Det, der er gemt: om spørgeskemaet er hentet, svar efter gruppe og låste profiler.',
			cannotSee: 'Hvad du har svaret. Ingen kan udlevere det, der ikke findes.',
			remains:
				'Kommer kravet, mens målingen er åben, kan det også gælde nøglen, eller at serveren bliver overvåget. Så kan dommeren se det samme som firmaet selv.'
		},
		{
			id: 'thief',
			who: 'Den, der tager din telefon',
			sees: 'Kan den låses op: det, du er ved at svare, og din profil.',
			cannotSee: 'Hvad andre har svaret.',
			remains:
				'Svar og profil ligger i browseren, til du sletter dem. Har du også gemt profilen på serveren, ligger den låst dér, men den, der har telefonen eller de ord, du skrev ned, kan åbne den.'
		},
		{
			id: 'mail',
			who: 'Den, der læser din mail eller åbner dit brev',
			sees: 'Dit link, og at du har fået en påmindelse, hvis du har. Den går kun til dem, der ikke har hentet spørgeskemaet.',
			cannotSee: 'Hvad du har svaret.',
			remains: 'Har du ikke brugt linket, kan en anden svare i dit sted. Så får du at vide, at det er brugt.'
		}
	],
	unknown: 'Vi kender ikke målingen, men reglerne her gælder for alle målinger.'
};

const whoHasTheWords = {
	file: 'Programlederne har også nøglen til svarene som ord på papir. Den åbner intet uden en kopi af databasen.',
	split:
		'Programlederne har også den ene halvdel af nøglen til svarene. Den åbner intet uden den anden halvdel og en kopi af databasen.',
	unknown:
		'Programlederne har også nøglen til svarene, hel eller halv, som ord på papir. Den åbner intet uden en kopi af databasen.'
};

const whoHoldsTheKey = {
	file: 'Nøglen til svarene ligger i en fil på serveren. Den, der har både filen og kopier af databasen fra hver dag, kan læse svarene efter gruppe, før målingen lukker, og se, hvilken dag de kom.',
	split:
		'Nøglen til svarene er delt mellem to personer og ligger ikke på serveren. Lægger de to delene sammen og har kopier af databasen fra hver dag, kan de læse svarene efter gruppe, før målingen lukker, og se, hvilken dag de kom.',
	unknown:
		'Nøglen til svarene ligger i en fil på serveren eller er delt mellem to personer. Den, der har hele nøglen og kopier af databasen fra hver dag, kan læse svarene efter gruppe, før målingen lukker, og se, hvilken dag de kom.'
};

function headOf(units: readonly string[]): string {
	return units.length === 1 ? `den, der leder ${units[0] ?? ''},` : `dem, der leder ${formatList('da', units)},`;
}

/** Forslag opad: en årsag, som gruppen ikke selv kan gøre noget ved, lægges hos den, der har mandatet. */
export const proposals = {
	title: 'Forslag opad',
	lead: (days: number) =>
		`Når en årsag ligger over gruppen, skal den derhen, hvor nogen kan bestemme. Her kan I se, hvem der skylder et svar. Efter ${days} dage uden svar bliver forslaget markeret, og vi minder om det én gang om ugen.`,
	none: 'Der er ingen forslag endnu.',
	noneText: 'Et forslag begynder på en plan: Åbn planen, og tryk »Send et forslag opad«.',
	openTitle: 'Uden svar endnu',
	openNone: 'Alle forslag er besvaret.',
	answeredTitle: 'Besvaret',
	newTitle: 'Send et forslag opad',
	newLead: (plan: string) => `Forslaget hører til planen »${plan}«.`,
	titleLabel: 'Hvad skal der ske?',
	titleHint: 'Kort, så den, der får det, kan se, hvad et ja betyder.',
	reasonLabel: 'Hvorfor kan gruppen ikke selv gøre det?',
	reasonHint: 'Skriv om forhold i arbejdet, ikke om enkelte personer.',
	receiverLabel: 'Hvem har mandatet?',
	receiverHint: 'Den nærmeste leder over gruppen står først.',
	receiverNobody: (hasCommittee: boolean) =>
		`Der er ingen leder over gruppen. Vælg programlederen${hasCommittee ? ' eller arbejdsmiljøudvalget' : ''}.`,
	receiverChoice: (name: string, unit: string) => `${name}, ${unit}`,
	roles: { 'programme-lead': 'Programlederen', committee: 'Arbejdsmiljøudvalget' },
	send: 'Send forslaget',
	sent: 'Forslaget er sendt.',
	sentUnheard: 'Forslaget er gemt. Men modtageren har ikke fået brev om det.',
	problems: {
		'title-missing': 'Skriv, hvad der skal ske.',
		'title-too-long': 'Det må højst være 200 tegn.',
		'reason-missing': 'Skriv, hvorfor gruppen ikke selv kan gøre det.',
		'reason-too-long': 'Begrundelsen må højst være 2.000 tegn.',
		'receiver-unknown': 'Vælg, hvem der har mandatet.',
		'text-missing': 'Skriv, hvad du vil svare.',
		'text-too-long': 'Det må højst være 2.000 tegn.',
		'due-not-a-day': 'Skriv en dato, hvor det skal være gjort.',
		'plan-unknown': 'Vi kan ikke finde den plan. Vælg en anden, eller lav en ny.',
		'plan-not-chosen': 'Vælg, om det skal stå i den plan, der er, eller i en plan for sig.',
		'answer-missing': 'Vælg, hvad du svarer.'
	},
	states: { waiting: 'venter på svar', asked: 'der er spurgt', accepted: 'ja', declined: 'nej' },
	overdue: (days: number) => `har ventet ${days} dage`,
	from: (who: string, day: string) => `Fra ${who}, ${day}`,
	to: (who: string) => `Til ${who}`,
	waitsFor: (who: string) => `Venter på ${who}`,
	sender: 'afsenderen',
	succeeded: (before: string, now: string) => `${before} er ikke leder der mere. Det er ${now}, som nu skal svare.`,
	nobody: (before: string) =>
		`${before} er ikke leder der mere, og der er ingen ny endnu. Programlederen svarer eller sender det videre.`,
	/** Ingen, der kan svare, har kunnet få brev. */
	unheard: {
		leader:
			'Modtageren har ingen e-mail i listen over ledere og får derfor ingen mail om det. Programlederen har fået besked. Sig det gerne selv.',
		committee:
			'Ingen har rollen som arbejdsmiljøudvalg, så ingen får mail om det. Programlederen har fået besked og kan sende det videre.'
	},
	aboutPlan: 'Planen',
	aboutGroup: 'Gruppe',
	thread: 'Det, der er sagt',
	messages: {
		question: (who: string, day: string) => `${who} spurgte ${day}:`,
		reply: (who: string, day: string) => `${who} svarede ${day}:`,
		forwarded: (who: string, to: string, day: string) => `${who} sendte det videre til ${to} ${day}.`
	},
	accepted: (who: string, day: string) => `${who} sagde ja ${day}.`,
	declined: (who: string, day: string) => `${who} sagde nej ${day}:`,
	becamePlan: 'Det står nu i en plan',
	answerTitle: 'Dit svar',
	answerLabel: 'Hvad svarer du?',
	answers: {
		accept: 'Ja – jeg sørger for det',
		decline: 'Nej – og her er hvorfor',
		ask: 'Jeg vil vide mere først'
	},
	textLabel: 'Din begrundelse, dit spørgsmål eller et ord med',
	textHint: 'Skal skrives ved nej og ved spørgsmål.',
	acceptTitle: 'Hvis du siger ja',
	dueLabel: 'Hvornår skal det være gjort?',
	planLabel: 'Hvor skal det stå?',
	newPlan: 'I en ny plan, som du står for',
	newPlanHint: 'Gruppen får så to planer om det samme. Ændringen i gruppens tal tæller stadig kun én gang.',
	/** Planer for samme gruppe og samme forhold. */
	sameAim: (count: number) =>
		`${count === 1 ? 'Gruppen har allerede en plan' : `Gruppen har allerede ${count} planer`} om det samme. Vælg, om dit ja skal stå der, eller om det skal være en plan for sig.`,
	joinPlan: (title: string) => `I planen »${title}«`,
	joinHint: (owner: string | null) => (owner === null ? 'Ingen står for den endnu.' : `${owner} står for den.`),
	dueHint: 'Med en dato bliver det et skridt, som du står for. Uden en dato bliver planen, som den er.',
	answer: 'Send svaret',
	saved: {
		accepted: 'Du har sagt ja. Forslaget står nu i en plan.',
		declined: 'Dit nej er sendt.',
		asked: 'Dit spørgsmål er sendt.',
		replied: 'Dit svar er sendt.',
		forwarded: 'Forslaget er sendt videre.'
	},
	alreadyAnswered: 'Forslaget er besvaret i mellemtiden.',
	replyTitle: 'Svar på spørgsmålet',
	replyLabel: 'Dit svar',
	reply: 'Send svaret',
	forwardTitle: 'Send videre',
	forwardHint: 'Brug det, hvis modtageren er rejst, eller mandatet ligger et andet sted.',
	forward: 'Send videre',
	notFound: 'Enten er der intet forslag på adressen, eller også har du ikke adgang til det.'
};

import { writeLetter } from '#texts/letter.ts';

type StepFacts = {
	readonly name: string;
	readonly plan: string;
	readonly step: string;
	/** Skrevet ud: "3. maj 2026". */
	readonly due: string;
	readonly links: { readonly done: string; readonly onTrack: string; readonly stuck: string; readonly plain: string };
	/** Hvis brevet går til planens ansvarlige, fordi skridtets er rejst: den, der er rejst. */
	readonly insteadOf: string | null;
};

/** Breve om planer: hvordan går det, og hvad skal der ske med et forslag. */
export const planMail = {
	checkInSoon: (facts: StepFacts) =>
		writeLetter({
			language: 'da',
			subject: `Hvordan går det? Frist ${facts.due}: ${short(facts.step)}`,
			parts: [
				`Kære ${facts.name}`,
				...insteadOf(facts),
				about(facts),
				facts.step,
				`Fristen er ${facts.due}. Hvordan går det? Ét tryk er nok.`,
				...choices(facts)
			],
			footer: footer(facts)
		}),
	checkInLate: (facts: StepFacts) =>
		writeLetter({
			language: 'da',
			subject: `Fristen er gået: ${short(facts.step)}`,
			parts: [
				`Kære ${facts.name}`,
				...insteadOf(facts),
				about(facts),
				facts.step,
				`Fristen var ${facts.due}, og skridtet står stadig åbent. Er det gjort, er det på vej, eller sidder det fast? Det er i orden at sige, at det sidder fast – så kan andre hjælpe.`,
				...choices(facts)
			],
			footer: footer(facts)
		}),
	newOwner: (facts: {
		readonly name: string;
		/** Hvem der gjorde det; null, hvis det var systemet. */
		readonly who: string | null;
		readonly plan: string;
		/** Null, hvis læseren ikke kan åbne planen. */
		readonly link: string | null;
	}) =>
		writeLetter({
			language: 'da',
			subject: `Du er blevet ansvarlig for en plan: ${short(facts.plan)}`,
			parts: [
				`Kære ${facts.name}`,
				facts.who === null
					? `Du står nu som ansvarlig for planen »${facts.plan}«.`
					: `${facts.who} har skrevet dig på som ansvarlig for planen »${facts.plan}«.`,
				'Den ansvarlige holder øje med, at skridtene bliver til noget, og siger til, når noget sidder fast. Er det ikke aftalt med dig, eller passer det ikke, så sig det til den, der har skrevet dig på.',
				...(facts.link === null ? [] : [{ link: facts.link, label: 'Se planen', isMain: true }])
			]
		}),
	proposal: (facts: {
		readonly name: string;
		readonly sender: string;
		readonly title: string;
		readonly reason: string;
		readonly days: number;
		readonly link: string;
		/** Den, forslaget blev sendt til, hvis modtageren er en efterfølger. */
		readonly insteadOf: string | null;
	}) =>
		writeLetter({
			language: 'da',
			subject: `Et forslag til dig fra ${facts.sender}: ${short(facts.title)}`,
			parts: [
				`Kære ${facts.name}`,
				...(facts.insteadOf === null
					? []
					: [`Forslaget blev sendt til ${facts.insteadOf}. Du har opgaven nu, så det er kommet til dig.`]),
				`${facts.sender} har fundet en årsag, som gruppen ikke selv kan gøre noget ved. Mandatet ligger hos dig.`,
				facts.title,
				facts.reason,
				`Du kan sige ja, sige nej med en begrundelse eller spørge. Svar gerne inden for ${facts.days} dage; derefter minder vi dig om det én gang om ugen.`,
				{ link: facts.link, label: 'Svar på forslaget', isMain: true }
			]
		}),
	proposalReminder: (facts: {
		readonly name: string;
		readonly sender: string;
		readonly title: string;
		readonly waitingDays: number;
		readonly link: string;
	}) =>
		writeLetter({
			language: 'da',
			subject: `Venter på dit svar: ${short(facts.title)}`,
			parts: [
				`Kære ${facts.name}`,
				`Forslaget »${facts.title}« fra ${facts.sender} har ventet på dig i ${facts.waitingDays} dage. Et nej med en begrundelse er også et svar, og det er bedre end ingenting.`,
				{ link: facts.link, label: 'Svar på forslaget', isMain: true }
			]
		}),
	/** Til programlederen, når ingen, der kan svare, kan få brev. */
	proposalUnheard: (facts: {
		readonly name: string;
		readonly sender: string;
		/** Den, der skal svare; null for arbejdsmiljøudvalget. */
		readonly receiver: string | null;
		readonly title: string;
		readonly reason: string;
		/** Null i det første brev. */
		readonly waitingDays: number | null;
		readonly link: string;
	}) =>
		writeLetter({
			language: 'da',
			subject: `Et forslag, som ingen har fået brev om: ${short(facts.title)}`,
			parts: [
				`Kære ${facts.name}`,
				facts.receiver === null
					? `${facts.sender} har sendt et forslag til arbejdsmiljøudvalget. Men ingen har rollen som arbejdsmiljøudvalg, så vi har ikke kunnet skrive til nogen om det.`
					: `${facts.sender} har sendt et forslag til ${facts.receiver}. Men ${facts.receiver} har ingen e-mail i listen over ledere, så vi har ikke kunnet skrive om det.`,
				...(facts.waitingDays === null ? [] : [`Forslaget har ventet i ${facts.waitingDays} dage.`]),
				facts.title,
				facts.reason,
				facts.receiver === null
					? 'Giv nogen rollen, eller send forslaget videre til en, der har mandatet.'
					: 'Sig det til modtageren, få e-mailen ind i listen, eller send forslaget videre til en, der har mandatet.',
				{ link: facts.link, label: 'Se forslaget', isMain: true }
			]
		}),
	proposalAnswer: (facts: {
		readonly name: string;
		readonly who: string;
		readonly title: string;
		readonly kind: 'accepted' | 'declined' | 'question' | 'reply' | 'question-reminder';
		readonly text: string;
		readonly link: string;
		/** Null, når læseren selv har sendt forslaget. `insteadOf`: den, der sendte det, hvis vi har et navn. */
		readonly standIn: {
			readonly as: 'owner' | 'manager' | 'programme-lead';
			readonly insteadOf: string | null;
		} | null;
	}) =>
		writeLetter({
			language: 'da',
			subject: `${(facts.standIn === null ? answerSubjects : standInSubjects)[facts.kind]}: ${short(facts.title)}`,
			parts: [
				`Kære ${facts.name}`,
				...(facts.standIn === null ? [] : [standInSentence(facts.standIn)]),
				answerSentences[facts.kind](facts.who, facts.title),
				...(facts.text === '' ? [] : [facts.text]),
				...nextStep(facts),
				{ link: facts.link, label: canReply(facts) ? 'Svar på spørgsmålet' : 'Se forslaget', isMain: true }
			]
		}),
	/** Hvor et brev skrives til en rolle. */
	roleNames: { 'programme-lead': 'programleder', committee: 'arbejdsmiljøudvalg' }
};

const answerSubjects = {
	accepted: 'Dit forslag er taget imod',
	declined: 'Svar på dit forslag',
	question: 'Et spørgsmål til dit forslag',
	reply: 'Svar på spørgsmålet',
	'question-reminder': 'Dit forslag venter på dig'
} as const;

const standInSubjects = {
	...answerSubjects,
	accepted: 'Et forslag er taget imod',
	declined: 'Svar på et forslag',
	question: 'Et spørgsmål til et forslag',
	'question-reminder': 'Et forslag venter på dig'
} as const;

type AnswerFacts = Parameters<(typeof planMail)['proposalAnswer']>[0];

function standInSentence({ as, insteadOf }: NonNullable<AnswerFacts['standIn']>): string {
	const before =
		insteadOf === null
			? 'Den, der sendte forslaget, har ikke opgaven mere.'
			: `${insteadOf} sendte forslaget, men har ikke opgaven mere.`;
	const why = {
		owner: 'Du står for planen i dag, og derfor får du brevet.',
		manager: 'Du leder gruppen i dag, og derfor får du brevet.',
		'programme-lead': 'Ingen står for planen i dag, og derfor får du brevet som programleder.'
	};
	return `${before} ${why[as]}`;
}

function isQuestion({ kind }: AnswerFacts): boolean {
	return kind === 'question' || kind === 'question-reminder';
}

/** Den, der står for planen eller leder gruppen, kan svare; programlederen kan sende videre. */
function canReply(facts: AnswerFacts): boolean {
	return isQuestion(facts) && facts.standIn?.as !== 'programme-lead';
}

function nextStep(facts: AnswerFacts): string[] {
	if (!isQuestion(facts)) return [];
	if (!canReply(facts)) return ['Find en, der kan stå for planen og svare, eller send forslaget videre.'];
	return facts.kind === 'question-reminder' ? ['Forslaget kommer ikke videre uden dit svar.'] : [];
}

const answerSentences = {
	accepted: (who: string, title: string) => `${who} har sagt ja til forslaget »${title}«. Det står nu i en plan.`,
	declined: (who: string, title: string) => `${who} har sagt nej til forslaget »${title}« og begrunder det sådan:`,
	question: (who: string, title: string) => `${who} vil gerne vide mere om forslaget »${title}«, før der kommer svar:`,
	reply: (who: string, title: string) => `${who} har svaret på spørgsmålet om forslaget »${title}«:`,
	'question-reminder': (who: string, title: string) =>
		`${who} har spurgt til forslaget »${title}«, og spørgsmålet er ikke besvaret endnu:`
} as const;

function choices({ links }: StepFacts) {
	return [
		{ link: links.done, label: 'Det er gjort', isMain: true },
		{ link: links.onTrack, label: 'Det er på vej' },
		{ link: links.stuck, label: 'Det sidder fast' }
	];
}

/** Står læseren kun for planen, er skridtet en andens. */
function about({ plan, insteadOf: before }: StepFacts): string {
	return before === null
		? `I planen »${plan}« står du for dette skridt:`
		: `I planen »${plan}« gælder det dette skridt:`;
}

function insteadOf(facts: StepFacts): string[] {
	return facts.insteadOf === null
		? []
		: [`${facts.insteadOf} stod for skridtet, men er her ikke mere. Du står for planen, og derfor spørger vi dig.`];
}

function footer({ links }: StepFacts) {
	return [
		'Linkene gælder kun dette skridt og virker i 60 dage. Du kan ændre dit svar på den side, der åbner.',
		{ link: links.plain, label: 'Sker der ikke noget, når du trykker? Brug dette link i stedet' }
	];
}

function short(text: string): string {
	const line = text.replace(/\s+/g, ' ').trim();
	return line.length <= 60 ? line : `${line.slice(0, 59).trimEnd()}…`;
}

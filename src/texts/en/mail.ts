import { writeLetter, type LetterPart } from '#texts/letter.ts';

/** The letters that the system sends. */
export const mail: typeof import('#texts/da/mail.ts').mail = {
	choiceFooter: (link) => [
		'It is up to you whether you get e-mails like this one, and in which language.',
		{ link, label: 'Choose your e-mails' }
	],
	invitation: (facts) =>
		writeLetter({
			language: 'en',
			subject: `${facts.organisation}: What is it like to lead where you work?`,
			parts: [
				`Dear ${facts.name}`,
				`${facts.organisation} would like to know what wears on you who lead, and what carries you. The round is called "${facts.round}". It is about the work, not about how good a leader you are.`,
				`It takes about ${facts.minutes} minutes, and you can do it on your phone. As soon as you have sent your answers, you see your own profile.`,
				{ link: facts.link, label: 'Answer the questionnaire', isMain: true },
				`The link is yours alone, so please do not pass it on. You can answer until the end of ${facts.lastDay}.`,
				'It is confidential. Your manager is never shown what you answered, but can see a combined result for a group of leaders once enough have answered.',
				{ link: facts.visibilityLink, label: 'See exactly what your manager can see' },
				question(facts),
				...witness(facts)
			]
		}),
	reminder: (facts) =>
		writeLetter({
			language: 'en',
			subject: `There is still time: ${facts.round}`,
			parts: [
				`Dear ${facts.name}`,
				`Your questionnaire from ${facts.organisation} is still here. We know that your days are full, so here is the link again.`,
				{ link: facts.link, label: 'Answer the questionnaire', isMain: true },
				`It takes about ${facts.minutes} minutes. You can answer until the end of ${facts.lastDay}.`,
				'The system has noted that your questionnaire has not been collected yet, and nothing more. That is why you get this e-mail. Nobody is shown what you answer.',
				facts.nextReminder === null
					? 'This is the last reminder.'
					: `One more reminder comes on ${facts.nextReminder}, if it has not been collected by then.`,
				{ link: facts.visibilityLink, label: 'See exactly what your manager can see' },
				question(facts),
				...witness(facts)
			]
		}),
	signIn: (facts) =>
		writeLetter({
			language: 'en',
			subject: 'Sign in to Ledertrivsel',
			parts: [
				'Hello',
				'Here is the link you asked for.',
				{ link: facts.link, label: 'Sign in', isMain: true },
				`It works once, within ${facts.minutes} minutes. Do not pass it on: whoever has the link can sign in as you.`,
				'If you did not ask for it, simply delete this e-mail. Nothing more will happen.'
			]
		}),
	roundKeyMissing: (facts) =>
		writeLetter({
			language: 'en',
			subject: `The key of the round is missing: ${facts.round}`,
			parts: [
				'Hello',
				`The server can no longer find the key that opens the answers of the round "${facts.round}". Leaders can still answer, and nothing is lost yet. But without the key the answers can never be read.`,
				'Find the words that you wrote down when the round was opened, and type them in. Then the key is back.',
				{ link: facts.link, label: 'Type in the words', isMain: true },
				'If you do not have the words, tell whoever runs the system at once. The file may be in a backup.'
			]
		}),
	released: (facts) =>
		writeLetter({
			language: 'en',
			subject: `The result is ready: ${facts.round}`,
			parts: [
				`Dear ${facts.name}`,
				`The round "${facts.round}" in ${facts.organisation} is closed and its figures are worked out. You can now see the result together with the interventions that research points to.`,
				{ link: facts.link, label: 'See the result', isMain: true },
				'You need to sign in first. There are figures for groups only, never for one person.'
			]
		})
};

function witness(facts: { readonly manifestHash: string; readonly manifestLink: string }): LetterPart[] {
	return [
		`You need not do anything about this: when the round opened, the list of all groups was locked. The list's check number is ${facts.manifestHash}. Everybody in the round has been sent the same number, and your browser checks by itself that it fits.`,
		{ link: facts.manifestLink, label: 'See the list' }
	];
}

function question(facts: { readonly organisation: string; readonly contact?: string }): string {
	return `Not sure about something? Ask ${facts.contact ?? `those who run the round at ${facts.organisation}`}.`;
}

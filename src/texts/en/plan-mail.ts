import type { planMail as danish } from '#texts/da/plan-mail.ts';
import { writeLetter } from '#texts/letter.ts';

type StepFacts = Parameters<typeof danish.checkInSoon>[0];

export const planMail: typeof danish = {
	checkInSoon: (facts) =>
		writeLetter({
			language: 'en',
			subject: `How is it going? Due ${facts.due}: ${short(facts.step)}`,
			parts: [
				`Dear ${facts.name}`,
				...insteadOf(facts),
				about(facts),
				facts.step,
				`It is due on ${facts.due}. How is it going? One press is enough.`,
				...choices(facts)
			],
			footer: footer(facts)
		}),
	checkInLate: (facts) =>
		writeLetter({
			language: 'en',
			subject: `Past its date: ${short(facts.step)}`,
			parts: [
				`Dear ${facts.name}`,
				...insteadOf(facts),
				about(facts),
				facts.step,
				`It was due on ${facts.due} and is still open. Is it done, on track or stuck? It is all right to say that it is stuck: then others can help.`,
				...choices(facts)
			],
			footer: footer(facts)
		}),
	newOwner: (facts) =>
		writeLetter({
			language: 'en',
			subject: `A plan is yours to answer for: ${short(facts.plan)}`,
			parts: [
				`Dear ${facts.name}`,
				facts.who === null
					? `You now stand as the owner of the plan “${facts.plan}”.`
					: `${facts.who} has named you as the owner of the plan “${facts.plan}”.`,
				'The owner sees to it that the steps come to something, and says so when something is stuck. If this was not agreed with you, or does not suit you, tell whoever named you.',
				...(facts.link === null ? [] : [{ link: facts.link, label: 'See the plan', isMain: true }])
			]
		}),
	proposal: (facts) =>
		writeLetter({
			language: 'en',
			subject: `A proposal to you from ${facts.sender}: ${short(facts.title)}`,
			parts: [
				`Dear ${facts.name}`,
				...(facts.insteadOf === null
					? []
					: [`The proposal was sent to ${facts.insteadOf}. The task is yours now, so it has come to you.`]),
				`${facts.sender} has found a cause that the group cannot do anything about. The mandate is yours.`,
				facts.title,
				facts.reason,
				`You can say yes, say no with a reason, or ask. Please answer within ${facts.days} days; after that we remind you once a week.`,
				{ link: facts.link, label: 'Answer the proposal', isMain: true }
			]
		}),
	proposalReminder: (facts) =>
		writeLetter({
			language: 'en',
			subject: `Waiting for your answer: ${short(facts.title)}`,
			parts: [
				`Dear ${facts.name}`,
				`The proposal “${facts.title}” from ${facts.sender} has been waiting for you for ${facts.waitingDays} days. A no with a reason is an answer too, and better than none.`,
				{ link: facts.link, label: 'Answer the proposal', isMain: true }
			]
		}),
	proposalUnheard: (facts) =>
		writeLetter({
			language: 'en',
			subject: `A proposal of which nobody has heard: ${short(facts.title)}`,
			parts: [
				`Dear ${facts.name}`,
				facts.receiver === null
					? `${facts.sender} has sent a proposal to the work-environment committee. But nobody has the role of work-environment committee, so we could not write to anybody about it.`
					: `${facts.sender} has sent a proposal to ${facts.receiver}. But ${facts.receiver} has no e-mail address in the list of leaders, so we could not write about it.`,
				...(facts.waitingDays === null ? [] : [`The proposal has been waiting for ${facts.waitingDays} days.`]),
				facts.title,
				facts.reason,
				facts.receiver === null
					? 'Give somebody the role, or send the proposal on to somebody who has the mandate.'
					: 'Tell the receiver, have the address put into the list, or send the proposal on to somebody who has the mandate.',
				{ link: facts.link, label: 'See the proposal', isMain: true }
			]
		}),
	proposalAnswer: (facts) =>
		writeLetter({
			language: 'en',
			subject: `${(facts.standIn === null ? answerSubjects : standInSubjects)[facts.kind]}: ${short(facts.title)}`,
			parts: [
				`Dear ${facts.name}`,
				...(facts.standIn === null ? [] : [standInSentence(facts.standIn)]),
				answerSentences[facts.kind](facts.who, facts.title),
				...(facts.text === '' ? [] : [facts.text]),
				...nextStep(facts),
				{ link: facts.link, label: canReply(facts) ? 'Answer the question' : 'See the proposal', isMain: true }
			]
		}),
	roleNames: { 'programme-lead': 'programme lead', committee: 'work-environment committee' }
};

const answerSubjects = {
	accepted: 'Your proposal was accepted',
	declined: 'An answer to your proposal',
	question: 'A question about your proposal',
	reply: 'An answer to the question',
	'question-reminder': 'Your proposal is waiting for you'
} as const;

const standInSubjects = {
	...answerSubjects,
	accepted: 'A proposal was accepted',
	declined: 'An answer to a proposal',
	question: 'A question about a proposal',
	'question-reminder': 'A proposal is waiting for you'
} as const;

type AnswerFacts = Parameters<typeof danish.proposalAnswer>[0];

function standInSentence({ as, insteadOf: before }: NonNullable<AnswerFacts['standIn']>): string {
	const why = {
		owner: 'You answer for the plan today, so this letter comes to you.',
		manager: 'You lead the group today, so this letter comes to you.',
		'programme-lead': 'Nobody answers for the plan today, so this letter comes to you as programme lead.'
	};
	return `${before ?? 'Whoever'} sent the proposal${before === null ? '' : ' but'} no longer has the task. ${why[as]}`;
}

function isQuestion({ kind }: AnswerFacts): boolean {
	return kind === 'question' || kind === 'question-reminder';
}

/** Whoever answers for the plan or leads the group can reply; a programme lead can send it on. */
function canReply(facts: AnswerFacts): boolean {
	return isQuestion(facts) && facts.standIn?.as !== 'programme-lead';
}

function nextStep(facts: AnswerFacts): string[] {
	if (!isQuestion(facts)) return [];
	if (!canReply(facts)) return ['Find somebody to answer for the plan and reply, or send the proposal on.'];
	return facts.kind === 'question-reminder' ? ['The proposal does not move without your answer.'] : [];
}

const answerSentences = {
	accepted: (who: string, title: string) => `${who} has said yes to the proposal “${title}”. It stands in a plan now.`,
	declined: (who: string, title: string) => `${who} has said no to the proposal “${title}”, for this reason:`,
	question: (who: string, title: string) => `${who} wants to know more about the proposal “${title}” before answering:`,
	reply: (who: string, title: string) => `${who} has answered the question about the proposal “${title}”:`,
	'question-reminder': (who: string, title: string) =>
		`${who} has asked about the proposal “${title}”, and the question has no answer yet:`
} as const;

function choices({ links }: StepFacts) {
	return [
		{ link: links.done, label: 'It is done', isMain: true },
		{ link: links.onTrack, label: 'It is on track' },
		{ link: links.stuck, label: 'It is stuck' }
	];
}

/** Of a reader who only answers for the plan the step is not theirs. */
function about({ plan, insteadOf: before }: StepFacts): string {
	return before === null ? `In the plan “${plan}” this step is yours:` : `In the plan “${plan}” it is about this step:`;
}

function insteadOf(facts: StepFacts): string[] {
	return facts.insteadOf === null
		? []
		: [`${facts.insteadOf} owned this step and is no longer here. You own the plan, so we ask you.`];
}

function footer({ links }: StepFacts) {
	return [
		'The links are for this step only and work for 60 days. You can change your answer on the page that opens.',
		{ link: links.plain, label: 'Nothing happens when you press? Use this link instead' }
	];
}

function short(text: string): string {
	const line = text.replace(/\s+/g, ' ').trim();
	return line.length <= 60 ? line : `${line.slice(0, 59).trimEnd()}…`;
}

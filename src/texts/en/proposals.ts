/** Proposals upward: a cause that the group cannot do anything about is put to whoever has the mandate. */
export const proposals: typeof import('#texts/da/proposals.ts').proposals = {
	title: 'Proposals upward',
	lead: (days) =>
		`When a cause lies above the group, it belongs where somebody can decide. Here you can see who owes an answer. After ${days} days without one the proposal is marked, and we remind once a week.`,
	none: 'There are no proposals yet.',
	noneText: 'A proposal begins with a plan: open the plan and press “Send a proposal upward”.',
	openTitle: 'Without an answer yet',
	openNone: 'Every proposal has an answer.',
	answeredTitle: 'Answered',
	newTitle: 'Send a proposal upward',
	newLead: (plan) => `The proposal belongs to the plan “${plan}”.`,
	titleLabel: 'What is to happen?',
	titleHint: 'Short, so that whoever gets it can see what a yes means.',
	reasonLabel: 'Why can the group not do it itself?',
	reasonHint: 'Write about conditions at work, not about single persons.',
	receiverLabel: 'Who has the mandate?',
	receiverHint: 'The nearest manager above the group comes first.',
	receiverNobody: (hasCommittee) =>
		`There is no manager above the group. Choose the programme lead${hasCommittee ? ' or the committee' : ''}.`,
	receiverChoice: (name, unit) => `${name}, ${unit}`,
	roles: { 'programme-lead': 'The programme lead', committee: 'The work-environment committee' },
	send: 'Send the proposal',
	sent: 'The proposal has been sent.',
	sentUnheard: 'The proposal is saved. But its receiver has had no letter about it.',
	problems: {
		'title-missing': 'Write what is to happen.',
		'title-too-long': 'It may be at most 200 characters.',
		'reason-missing': 'Write why the group cannot do it itself.',
		'reason-too-long': 'The reason may be at most 2,000 characters.',
		'receiver-unknown': 'Choose who has the mandate.',
		'text-missing': 'Write what you want to answer.',
		'text-too-long': 'It may be at most 2,000 characters.',
		'due-not-a-day': 'Write a date by which it is to be done.',
		'plan-unknown': 'We cannot find that plan. Choose another, or make a new one.',
		'plan-not-chosen': 'Choose whether it is to stand in the plan that is there or in one of its own.',
		'answer-missing': 'Choose your answer.'
	},
	states: { waiting: 'waiting for an answer', asked: 'a question was asked', accepted: 'yes', declined: 'no' },
	overdue: (days) => `has waited ${days} days`,
	from: (who, day) => `From ${who}, ${day}`,
	to: (who) => `To ${who}`,
	waitsFor: (who) => `Waiting for ${who}`,
	sender: 'the sender',
	succeeded: (before, now) => `${before} is no longer the leader there. ${now} is, and is the one to answer.`,
	nobody: (before) =>
		`${before} is no longer the leader there, and there is no new one yet. The programme lead answers or sends it on.`,
	unheard: {
		leader:
			'The receiver has no e-mail in the list of leaders and gets no mail about it. The programme lead has been told. Please tell them yourself too.',
		committee:
			'Nobody has the role of work-environment committee, so nobody gets mail about it. The programme lead has been told and can send it on.'
	},
	aboutPlan: 'The plan',
	aboutGroup: 'Group',
	thread: 'What was said',
	messages: {
		question: (who, day) => `${who} asked on ${day}:`,
		reply: (who, day) => `${who} answered on ${day}:`,
		forwarded: (who, to, day) => `${who} sent it on to ${to} on ${day}.`
	},
	accepted: (who, day) => `${who} said yes on ${day}.`,
	declined: (who, day) => `${who} said no on ${day}:`,
	becamePlan: 'It stands in a plan now',
	answerTitle: 'Your answer',
	answerLabel: 'What do you answer?',
	answers: {
		accept: 'Yes – I will see to it',
		decline: 'No – and here is why',
		ask: 'I want to know more first'
	},
	textLabel: 'Your reason, your question, or a word with it',
	textHint: 'Needed with a no and with a question.',
	acceptTitle: 'If you say yes',
	dueLabel: 'When is it to be done?',
	planLabel: 'Where is it to stand?',
	newPlan: 'In a new plan that you own',
	newPlanHint: 'The group then has two plans about the same. The change in its figures still counts once.',
	sameAim: (count) =>
		`The group already has ${count === 1 ? 'a plan' : `${count} plans`} about the same. Choose whether your yes is to stand there, or to be a plan of its own.`,
	joinPlan: (title) => `In the plan “${title}”`,
	joinHint: (owner) => (owner === null ? 'Nobody owns it yet.' : `${owner} owns it.`),
	dueHint: 'With a date it becomes a step of yours. Without one the plan stays as it is.',
	answer: 'Send the answer',
	saved: {
		accepted: 'You have said yes. The proposal stands in a plan now.',
		declined: 'Your no has been sent.',
		asked: 'Your question has been sent.',
		replied: 'Your answer has been sent.',
		forwarded: 'The proposal has been sent on.'
	},
	alreadyAnswered: 'The proposal was answered in the meantime.',
	replyTitle: 'Answer the question',
	replyLabel: 'Your answer',
	reply: 'Send the answer',
	forwardTitle: 'Send it on',
	forwardHint: 'For when the receiver has left, or the mandate lies elsewhere.',
	forward: 'Send it on',
	notFound: 'Either there is no proposal at this address, or you do not have access to it.'
};

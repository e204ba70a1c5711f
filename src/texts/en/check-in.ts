/** The page behind the link in the mail: how is the step going. */
export const checkIn: typeof import('#texts/da/check-in.ts').checkIn = {
	title: 'How is it going?',
	lead: (plan, day) => `A step in the plan “${plan}”. Due: ${day}.`,
	sending: 'Saving your answer …',
	withoutScript:
		'Your browser does not run the small program that answers with one press. Use the link at the foot of the mail instead – there you answer with a button.',
	noLink: 'Open this page with one of the links in the mail. Then we know which step it is about.',
	answers: { done: 'It is done', 'on-track': 'It is on track', stuck: 'It is stuck' },
	recorded: {
		done: 'Thank you. The step is marked as done.',
		'on-track': 'Thank you. We have noted that it is on track.',
		stuck: 'Thank you for saying so. Whoever owns the plan and the programme lead can now see that the step is stuck.'
	},
	choose: 'What do you answer?',
	toPress: {
		'just-sent':
			'The mail has just been sent, and some mail programs open the links of a new mail by themselves. Press here, so that we know the answer is yours.',
		'two-links':
			'Two different answers of the mail were opened one right after the other, perhaps by a mail program. So we have saved nothing. Press what you mean.',
		'said-before': (before) => `You have answered before: “${before}”. Press here if it should be different now.`,
		'done-before': 'The step is marked as done already. Press here if it should be different now.'
	},
	changeTitle: 'Add a word, or change your answer',
	answerLabel: 'Your answer',
	remarkLabel: 'Do you want to add something?',
	remarkHint: 'Whoever sees the plan can read it. Do not write about the health of single persons.',
	save: 'Save',
	expiredTitle: 'The link no longer works',
	expired: 'It is too old, or the plan was ended or changed. Tell whoever owns the plan.',
	unknownTitle: 'We do not know this link',
	unknown: 'See whether the whole link from the mail came along. Nothing has been changed.',
	problems: { 'answer-missing': 'Choose an answer.', 'remark-too-long': 'It may be at most 1,000 characters.' },
	only: 'The link is for this one step only. You are not signed in.'
};

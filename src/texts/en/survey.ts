/** The questionnaire as a leader meets it on the phone. */
export const survey: typeof import('#texts/da/survey.ts').survey = {
	title: 'What is it like to lead where you work?',
	documentTitle: 'Answer the questionnaire',
	whoCanSee: 'Only you can see your answers',
	intro: 'It takes about 8 minutes. You see your own profile as soon as you have sent.',
	pooled: (threshold) =>
		`Your answers are added to those of at least ${threshold - 1} other leaders before anybody sees a number.`,
	facts: [
		'Neither your manager, HR nor we who run the site are shown what you answered.',
		'You can skip a question. Your answers are kept on your phone along the way.'
	],
	visibilityLink: 'See what your manager can see',
	deadline: (day) => `You can answer until and including ${day}.`,
	begin: 'Begin',
	next: 'Next',
	back: 'Back',
	toReview: 'Go to the end',
	progress: (page, pages) => `${page} of ${pages}`,
	reviewTitle: 'Ready to send?',
	reviewComplete: 'You have answered every question.',
	reviewMissing: 'You skipped these. That is fine, but the more you answer, the better your profile fits:',
	reviewFinal: 'Once sent, your answers cannot be changed.',
	send: 'Send my answers',
	sending: 'Sending …',
	noScript:
		'You can read and fill in this page, but answers can only be sent with JavaScript switched on in your browser.',
	noInvitation: 'The link lacks your personal part. Open the page from the link in the mail you received.',
	notValidated: 'About the questionnaire',
	messages: {
		offline: 'There is no connection right now. Your answers are on your phone, and we will try again shortly.',
		stored: 'Thank you. Your answers have been sent.',
		used: 'Answers have already been sent with this link, and they cannot be changed.',
		alreadyCollected: 'The link was used on another phone or computer. Open the page there and send from it.',
		unknownInvitation:
			'The link does not fit a questionnaire. Try opening it from the mail again. Your answers are still here.',
		closed: 'The questionnaire has closed, so no more answers can be sent. You can still see your own profile.',
		notAccepted: 'One of the answers could not be read. Reload the page and try again. Your answers are still here.',
		nothingAnswered: 'You have not answered anything yet. Answer at least one question before you send.',
		notSaved:
			'Your browser will not keep the answers on the phone. You can answer and send, but do not close the page.',
		broken: 'Something went wrong on our side. Your answers are on your phone, and we will try again shortly.'
	},
	alreadySentTitle: 'Thank you for your answers',
	alreadySent: 'You have sent your answers from this phone or computer.',
	seeProfile: 'See your profile',
	unknownRoundTitle: 'We cannot find the questionnaire',
	unknownRound: 'The address does not fit a questionnaire we know. Open the link from the mail again.',
	notOpenTitle: 'The questionnaire has not opened yet',
	notOpen: (day) => `It opens on ${day}. You will get a mail when it is ready.`,
	closedTitle: 'The questionnaire has closed',
	closed: 'Thank you to everybody who answered. If you answered from this phone, your profile is still here.'
};

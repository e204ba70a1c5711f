/** The questionnaire as a leader meets it on the phone. */
export const survey: typeof import('#texts/da/survey.ts').survey = {
	title: 'What is it like to lead where you work?',
	documentTitle: 'Answer the questionnaire',
	whoCanSee: 'Nobody is shown your answers',
	intro: 'It takes about 8 minutes. As soon as you have sent your answers, you see your own profile.',
	pooled: (threshold) =>
		`Your answers are added up with those of at least ${threshold - 1} other leaders before anybody sees a figure.`,
	facts: [
		'Neither your manager, nor HR, nor we who run the site are shown what you answered.',
		'You can skip questions and take a break. Your answers are kept in your browser along the way.'
	],
	visibilityLink: 'See what your manager can see',
	deadline: (day) => `You can answer until and including ${day}.`,
	begin: 'Begin',
	next: 'Next',
	back: 'Back',
	toReview: 'Go to the last page',
	progress: (page, pages) => `${page} of ${pages}`,
	reviewTitle: 'Ready to send?',
	reviewComplete: 'You have answered every question.',
	reviewMissing: 'You skipped some questions. That is fine, but the more you answer, the better your profile fits:',
	reviewFinal: 'Once you have sent your answers, you cannot change them.',
	send: 'Send my answers',
	sending: 'Sending …',
	noScript:
		'You can read and fill in this page, but you can only send your answers with JavaScript switched on in your browser.',
	noInvitation: 'Your personal part of the link is missing. Open the page from the link in the e-mail you received.',
	notValidated: 'About the questionnaire',
	messages: {
		offline: 'There is no connection right now. Your answers are here in the browser, and we will try again shortly.',
		stored: 'Thank you. Your answers have been sent.',
		used: 'Answers have already been sent with this link, and they cannot be changed.',
		alreadyCollected:
			'The link has been used on another phone or computer, or in another browser. Open the page there and send from there. If that was not you, tell those who run the round.',
		unknownInvitation: 'We do not know the link. Try opening it from the e-mail again. Your answers are still here.',
		closed: 'The questionnaire has closed, so no more answers can be sent. You can still see your own profile.',
		notAccepted: 'One of the answers could not be read. Reload the page and try again. Your answers are still here.',
		nothingAnswered: 'You have not answered anything yet. Answer at least one question before you send.',
		notSaved: 'Your browser will not keep the answers. You can answer and send, but do not close the page on the way.',
		broken: 'Something went wrong on our side. Your answers are here in the browser, and we will try again shortly.'
	},
	alreadySentTitle: 'Thank you for your answers',
	alreadySent: 'You have sent your answers from this phone or computer.',
	seeProfile: 'See your profile',
	unknownRoundTitle: 'We cannot find the questionnaire',
	unknownRound: 'Perhaps only part of the address came along. Open the link from the e-mail again.',
	notOpenTitle: 'The questionnaire has not opened yet',
	notOpen: (day) => `It opens on ${day}. You will get an e-mail when it is ready.`,
	closedTitle: 'The questionnaire has closed',
	closed:
		'Thank you to everybody who answered. If you answered from this phone or computer, your profile is still here.'
};

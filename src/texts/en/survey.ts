/** The questionnaire as a leader meets it on the phone. */
export const survey: typeof import('#texts/da/survey.ts').survey = {
	title: 'What is it like to lead where you work?',
	documentTitle: 'Answer the questionnaire',
	whoCanSee: 'Nobody is shown your answers',
	intro: (minutes) =>
		`It takes about ${minutes} minutes. As soon as you have sent your answers, you see your own profile.`,
	pooled: (threshold) =>
		`Your answers are added up with those of at least ${threshold - 1} other leaders before anybody sees a figure.`,
	facts: [
		'Neither your manager, nor HR, nor we who run the site are shown what you answered.',
		'You can skip questions and take a break. Your answers are kept in your browser along the way.'
	],
	kioskFacts: [
		'Neither your manager, nor HR, nor we who run the site are shown what you answered.',
		'You can skip questions. The screen keeps nothing: once you have sent, or if you walk away, everything is gone.'
	],
	kioskIntro: (minutes) => `It takes about ${minutes} minutes. On a shared screen you are not shown your own profile.`,
	group: {
		title: 'Your group',
		together: 'You answer together with:',
		invited: (count) => `${count} leaders are invited.`,
		units: 'They come from',
		whyShown: 'If the group looks wrong or too small, do not send your answers, but ask those who run the round.',
		compare: 'Compare with the check number in your letter, and send your answers only if it begins like this:'
	},
	visibilityLink: 'See what your manager can see',
	deadline: (day) => `You can answer until and including ${day}.`,
	begin: 'Begin',
	continueThere: 'If you have opened the link on another phone or computer before, continue there.',
	next: 'Next',
	back: 'Back',
	toReview: 'Go to the last page',
	progress: (page, pages) => `${page} of ${pages}`,
	reviewTitle: 'Ready to send?',
	reviewComplete: 'You have answered every question.',
	reviewMissing: (count) =>
		`You skipped ${count} of the questions. That is fine, but the more you answer, the better your profile fits:`,
	reviewFinal: 'Once you have sent your answers, you cannot change them.',
	send: 'Send my answers',
	sending: 'Sending …',
	noScript:
		'You can read and fill in this page, but you can only send your answers with JavaScript switched on in your browser.',
	noInvitation:
		'Your personal part of the link is missing, or some of it. Open the link in the e-mail you received, or scan the code in your letter again.',
	notValidated: 'About the questionnaire',
	messages: {
		offline: 'There is no connection right now. Your answers are here in the browser, and we will try again shortly.',
		stored: 'Thank you. Your answers have been sent.',
		used: 'Answers have already been sent with this link, and they cannot be changed. The first answers count.',
		alreadyCollected:
			'The link has been used on another phone or computer, or in another browser. Open the page there and send from there, or choose “Continue on another device” there and come back here. If you cannot, tell those who run the round. They cannot give you a new link: nobody can see which response is yours, so you could answer twice.',
		unknownInvitation:
			'We do not know the link. Try opening it from the e-mail or the letter again. Your answers are still here.',
		notOpen: 'The questionnaire has not opened yet. Your answers stay here.',
		closed: 'The questionnaire has closed, so no more answers can be sent.',
		notAccepted: 'Your answers were not accepted. Reload the page and try again. Your answers are still here.',
		notSigned:
			'The server did not give you a valid ballot, so nothing was sent. Try again shortly. If it goes on, tell those who run the round. Your answers are still here.',
		nothingAnswered: 'You have not answered anything yet. Answer at least one question before you send.',
		notSaved:
			'Your browser will not keep anything. You can answer and send, but do not close the page on the way. You can see your profile only if the browser may keep it.',
		noCrypto:
			'Your browser cannot lock the answers at this address, and we do not send them unlocked. Open the page in a newer browser, and check that the address begins with https.',
		broken: 'Something went wrong on our side. Your answers are here in the browser, and we will try again shortly.',
		failed:
			'Something went wrong on this page. Your answers are still here. Try again, and reload the page first if it goes on.',
		declined:
			'We have not used what came with the link. You can answer here. If somebody else gave you the link, tell the work environment committee.',
		arrived: 'Your answers have come along. You can go on here.',
		transferBroken:
			'The link from your other device did not come along whole. Try again from the other device. Nothing was changed here.'
	},
	manifestProblems: {
		'hash-differs': 'The list of groups is not the one your link was made for, or not the same as before.',
		'other-round': 'The list of groups belongs to another round.',
		'other-instrument': 'The questionnaire on this page is not the one the round was opened with.',
		'other-rules': 'The list of groups has other rules for how small groups may be than those this page tells.',
		'rules-too-loose': 'The rules on the list let groups be so small that they protect nobody.',
		'group-missing': 'Your group is not on the list of groups.',
		'group-named-twice': 'Two groups on the list have the same name, so you cannot know which one is yours.',
		'groups-alike': 'Two groups on the list come from the same places, so one of them could be made for one person.',
		'name-mixes-alphabets': 'A name on the list mixes letters of several alphabets, so it can look like another one.',
		'key-shared-by-groups': 'Two groups on the list share a key, so answers could be counted in the wrong place.',
		'group-too-small': 'A group on the list is smaller than the rules of the round allow.',
		'key-malformed': 'A key on the list of groups does not have the right form.',
		'key-weak': 'Your group’s key is not strong enough.',
		'not-readable': 'The list of groups cannot be read.'
	},
	manifestRefusal:
		'So nothing is sent, because somebody might otherwise find out which answers are yours. Tell the work environment committee. Anything you have answered is still here.',
	otherDevice: {
		title: 'Continue on another device',
		text: 'Hold the other device’s camera over the code, or copy the link. Your answers come along without being sent to us. You can use both devices afterwards, but your response counts only once.',
		careful: 'Do not show the code or the link to others. Whoever has it can see your answers and answer for you.',
		make: 'Show the code',
		picture: 'A code that the other device’s camera can read',
		link: 'Link for the other device',
		copy: 'Copy the link',
		ready: 'The code is ready.',
		copied: 'The link has been copied.',
		notCopied: 'The link was not copied. Select it in the field and copy it yourself.'
	},
	confirm: {
		title: 'Do you come from your own other phone or computer?',
		text: 'The link brings answers that were given somewhere else, and perhaps a ballot. Say yes only if you have just made the link yourself: if somebody else made it, that person may be able to recognise your response.',
		yes: 'Yes, I made the link myself',
		no: 'No, or I am not sure'
	},
	choose: {
		title: 'Which answers do you want to go on with?',
		text: 'There are answers here already, and they are not the same as those you bring from the other device.',
		arrived: 'Those I bring',
		here: 'Those that are here'
	},
	changes: {
		label: 'Let my response count towards whether things are better or worse than last time',
		text: 'If you tick this, your browser compares your answers with those you gave last time. It adds only “better”, “unchanged” or “worse” for each area, not your old answers. It is shown only as shares for large groups.',
		compared: 'Compared with the profile that was kept from',
		whose:
			'If you share this computer with another leader, make sure that the key in this browser is yours. Otherwise untick the box.',
		nothing: 'There is nothing to compare with yet.'
	},
	kiosk: {
		doneTitle: 'Thank you – pass the screen on',
		done: 'Your answers have been sent, and nothing is left on the screen.',
		next: 'Ready for the next',
		stillThere: 'Are you still here? In half a minute your answers will be removed from the screen.',
		stay: 'Yes, I am here'
	},
	closedProfile: 'You can still see your own profile.',
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

/** The leader’s own profile, which lies in the browser only. */
export const profile: typeof import('#texts/da/profile.ts').profile = {
	title: 'Your profile',
	whoCanSee: 'Kept only in your own browser',
	whoCanSeeKept: 'Only you can open it',
	loading: 'Fetching your answers from this browser …',
	noScript: 'Your profile is computed in your own browser. That needs JavaScript to be switched on.',
	emptyTitle: 'There are no answers in this browser',
	empty:
		'Your profile is where you answered. Open the page on the same phone or computer and in the same browser. If you have kept the profile, you can open it below.',
	sent: 'Thank you. Your answers have been sent.',
	notSent: 'You have not sent your answers yet.',
	continueAnswering: 'Continue the questionnaire',
	unknownRoundTitle: 'We cannot find the round',
	unknownRound: 'Perhaps only part of the address came along. Open the link from the e-mail again.',
	strainSentence: (factors) => `What weighs heaviest on you right now is ${inSentence(factors)}.`,
	lackSentence: (factors) => `What carries least is ${inSentence(factors)}.`,
	noStrainSentence: 'None of the factors weighs particularly heavily on you right now.',
	carrySentence: (factors) => `What carries most is ${inSentence(factors)}.`,
	notANorm:
		'The figures go from 0 to 100 and are means of your answers. They are about your work and no verdict on you. Nobody has yet examined how precisely the questionnaire measures, so use them as a place to begin a conversation.',
	you: 'you',
	outcomesTitle: 'How you are',
	outcomesText: 'This often goes with the factors above. 0 is lowest, 100 is highest.',
	higherIsBetter: 'higher is better',
	higherIsWorse: 'higher is more strain',
	safetyTitle: 'Safety in speaking up',
	notAnswered: 'too few answers',
	scale: 'Area',
	score: 'Your figure',
	careTitle: 'Are you having a hard time?',
	care: 'Talk to somebody you feel safe with: your manager, a fellow leader, your work-environment representative or your doctor. You need not wait for the group’s result.',
	whatTitle: (factor) => `${factor}: what can be done?`,
	organisationTitle: 'Only the organisation can change this',
	managerTitle: 'You can raise this with your manager',
	ownTitle: 'You can begin with this yourself',
	suggestionsTitle: 'Interventions that research points to',
	because: (factor) => `Because your answers point to ${factor.toLowerCase()}.`,
	readMore: 'Read what research says',
	keepTitle: 'Where is my profile?',
	keep: {
		browser:
			'Your profile is in this browser and nowhere else. Whoever can unlock the phone or computer can see it. The answers you sent are also in the round, without your name. If you delete the profile or clear the browser’s data, the profile is gone, but the answers you sent still count.',
		both: 'Your profile is in this browser, and it is kept by us under a lock that only your key opens. Whoever can unlock the phone or computer can see it. The answers you sent are also in the round, without your name. If you delete the profile from the browser, you can still open it with your 12 words.',
		kept: 'Your profile is kept by us under a lock that only your key opens. Close the page when you have finished: whoever can unlock the phone or computer can otherwise see it. The answers you sent are also in the round, without your name.'
	},
	remove: 'Delete the profile from this browser',
	removeConfirm: 'Delete the profile from this browser? It cannot be brought back.',
	removeConfirmKept: 'Delete the profile from this browser? You can still open the kept profile with your key.',
	removed: 'The profile has been deleted from this browser.',
	print: 'Print the profile'
};

/** Factor names begin with a capital letter; here they stand inside a sentence. */
function inSentence(factors: string): string {
	return factors.charAt(0).toLowerCase() + factors.slice(1);
}

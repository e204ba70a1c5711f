/** The leader’s key: keep the profile locked, open it again, and see what has changed. */
export const leaderKey: typeof import('#texts/da/leader-key.ts').leaderKey = {
	title: 'Keep your profile so that only you can open it',
	intro:
		'The browser locks the profile with a key that only you have, and sends the locked profile to us. You can then open it on another phone or computer, and next time you can see what has changed.',
	warning:
		'The key is 12 words that you write down. If you lose the words, nobody – not even we – can open the profile. Your response still counts.',
	make: 'Keep my profile',
	haveWords: 'I have 12 words from an earlier round',
	cannot: 'Your browser cannot lock the profile. It may be old, or the address may not begin with https.',
	foundTitle: 'There is a key in the browser',
	found:
		'The key was made here earlier. If you share the computer or phone with another leader, it may be somebody else’s.',
	foundFirstWord: (word) => `The first word of the key is “${word}”.`,
	useFound: 'It is my key. Keep the profile with it',
	notMine: 'It is not my key',
	notMineText:
		'Use your own words, or make a new key. The browser keeps one key only and forgets the other person’s, who can still open their profile with their words.',
	makeNew: 'Make a new key',
	useWords: 'Enter my words',
	words: {
		title: 'Your 12 words',
		text: 'Write the words down in the order they stand, and keep them where only you can get at them. Do not send them by e-mail, and give them to nobody, not even to us.',
		print: 'Print the words',
		written: 'I have written the 12 words down',
		notWritten:
			'Write the words down and tick the box before you save. Without them the profile cannot be opened anywhere else.',
		save: 'Save the profile',
		show: 'Show my 12 words',
		hide: 'Hide the words'
	},
	enter: {
		label: 'Your 12 words',
		hint: 'In the order you wrote them down, with spaces between.',
		remember: 'Remember the key in this browser',
		rememberHint: 'Only on your own phone or computer.',
		open: 'Open my profile',
		save: 'Keep the profile with my words',
		nothing: 'Enter your 12 words.',
		unknownWord: (position, word) =>
			`Word number ${position}, “${word}”, is not on the list. Please check how it is spelt.`,
		unknownWordMeant: (position, word, meant) =>
			`Word number ${position}, “${word}”, is not on the list. Did you mean “${meant}”?`,
		wrongCount: (count) =>
			count === 1
				? 'You have entered 1 word. There should be 12.'
				: `You have entered ${count} words. There should be 12.`,
		notTogether:
			'Each word is right, but they do not belong together. Perhaps one word has become another, or two have changed places.'
	},
	open: {
		title: 'Have you kept your profile?',
		text: 'If you have 12 words for your profile, you can open it here.',
		withKey: 'Open my kept profile',
		withKeyText: 'There is a key in this browser.',
		unknown: 'There is no profile from this round under your key.',
		unknownEarlier: 'Perhaps it is from another round:',
		damaged: 'There is something under your key, but it cannot be opened. Please tell those who run the round.'
	},
	saved: {
		title: 'Your profile is kept so that only you can open it',
		text: 'To open it on another phone or computer, go to this page and enter your 12 words.',
		address: 'The address of this page is',
		remove: 'Delete my kept profile',
		removeConfirm:
			'Delete the kept profile? You cannot get it back, and it cannot be used to compare next time. Your response still counts.',
		removed: 'Your kept profile has been deleted. Your response still counts.',
		forget: 'Forget the key in this browser',
		forgetConfirm:
			'Shall the browser forget the key? Your kept profile can then be opened with your 12 words only. Without them it is lost.',
		forgotten: 'The browser has forgotten the key. You can still open the profile with your 12 words.'
	},
	passkey: {
		title: 'Lock the key in this browser',
		text: 'The phone or computer can lock the key, so that it opens only with a fingerprint, a face or a PIN. Somebody who borrows it can then not open the profile. The 12 words still work.',
		lock: 'Lock with fingerprint, face or PIN',
		name: 'Ledertrivsel, my profile',
		locked: 'The key in this browser is locked and opens with fingerprint, face or PIN.',
		refused: 'The key was not locked. It is in the browser as before.',
		withoutPrf: 'Your phone or computer cannot lock the key in this way. It is in the browser as before.',
		notOpened: 'The key was not unlocked. Try again, or use your 12 words.'
	},
	problems: {
		unreachable: 'There is no connection right now. Try again in a moment. Nothing has been lost.',
		otherAnswers:
			'Under this key there is already a profile from this round with other answers, so the key is probably somebody else’s. Nothing has been changed. Use your own words, or make a new key.',
		tooLong: 'The profile is too long to be kept in this way. You can print it.',
		full: 'There is no room for more profiles right now. Please tell those who run the round.',
		notRemembered: 'The browser will not keep the key. The profile is kept, and you can open it with your 12 words.'
	},
	working: 'One moment …',
	comparison: {
		title: 'What has changed?',
		text: 'If you have kept a profile from an earlier round with the same key, the browser can compare them here. Nobody else sees it.',
		compare: 'Compare with my earlier profile',
		caption: (round) => `Your profile now and in ${round}`,
		explained:
			'Better and worse mean that the difference is larger than the questionnaire’s own uncertainty can explain. They do not say why something has changed.',
		none: 'There is no earlier profile under your key that can be compared with this one.',
		scale: 'Area',
		beforeAndNow: 'Before → now',
		change: 'Change',
		better: 'better',
		unchanged: 'unchanged',
		worse: 'worse',
		cannotSay: 'cannot be said',
		notAnswered: 'too few answers'
	}
};

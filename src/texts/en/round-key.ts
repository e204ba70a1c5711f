const number = new Intl.NumberFormat('en');

/** The key of a round: where it lies, the words on paper, and opening the ballot box. */
export const roundKey: typeof import('#texts/da/round-key.ts').roundKey = {
	title: 'The key of the round',
	opened: (invited) =>
		`The round is open, and ${number.format(invited)} invitations are on their way. Write down the words below first.`,
	preparing: 'The round is being opened. Write down the words below while you wait.',
	explain:
		'The answers stay locked until the round is closed. Only the key of the round opens them, and it lies in a file on the server, outside the database. Should the file be lost, these 24 words are the only way to the answers.',
	splitExplain:
		'The answers stay locked until the round is closed. The key is split in two, and neither half tells anything alone. The programme lead has one half, and the work environment committee has the other. When both of you have typed your words back, the server destroys the key, and the round opens.',
	halfTitle: 'Your half: 24 words',
	halfBack:
		'Type the words from the paper, so that we know they were copied right. If either half is lost, the answers can never be read.',
	halfLabel: 'Your 24 words',
	confirmHalf: 'I have the words on paper',
	halfConfirmed: 'Your half is in place.',
	waitsFor: {
		first:
			'The round waits for the programme lead to write down the first half. That is done on the page “The key of the round”.',
		second:
			'The round waits for somebody of the work environment committee to sign in and write down the other half. That is done on the page “The key of the round”.'
	},
	listRefused:
		'The leaders’ browsers would refuse the list of groups, so the round was not opened. See whether two units have almost the same name, or whether a name mixes letters of several alphabets, and correct it in the organisation.',
	noCommittee:
		'The key can only be split when somebody of the work environment committee can sign in here. Give somebody of the committee access first, or let the key lie in a file.',
	shred:
		'The answers are opened and shuffled. Shred the paper with the words now: together with an old backup they could open the answers again.',
	suspiciousTitle: 'Many answers cannot be read',
	suspicious: (count) =>
		`${number.format(count)} responses cannot be read. That is so many that something is wrong. The box is still shut, and nothing is lost. Ask whoever runs the system whether the questionnaire or the database was changed after the round opened.`,
	acceptUnreadable: 'Open the box all the same. Responses that cannot be read are lost.',
	boxStillShut: 'The box is still shut.',
	wordsTitle: 'The 24 words',
	print:
		'Print the page, or copy the words in the same order. Keep the paper where you will find it again, and where nobody else comes.',
	continue: 'I have written the words down',
	back: 'Back to the round',
	inFile: 'The key lies in its file on the server. It is checked every day.',
	split: 'The key is split between the programme lead and the work environment committee. The server does not have it.',
	none: 'The round has no key now. It is made when the round opens, and destroyed when it closes.',
	missingTitle: 'The key is missing',
	missing:
		'The file with the key is not where it should be. Leaders can still answer, and nothing is lost yet. Type in the 24 words from the paper, and the key is back.',
	wordsLabel: 'The 24 words in order',
	wordsHint: 'With spaces between. Capital letters do not matter.',
	firstHalf: 'One half (24 words)',
	secondHalf: 'The other half (24 words)',
	restore: 'Put the key back',
	restored: 'The key is where it should be.',
	problems: {
		'not-words': 'The words do not fit together. One of them is misspelt, missing or in the wrong place.',
		'other-round': 'The words belong to another round.',
		'other-words': 'These are real words, but not your half of this key.',
		'words-wrong':
			'The words do not open this round. Check that they are spelt right, and that they belong to the round.'
	},
	custodyLabel: 'Where shall the key of the round lie?',
	custodyHint: 'The answers stay locked until the round is closed. Only the key opens them.',
	custody: {
		file: {
			label: 'In a file on the server',
			hint: 'The ballot box opens by itself when the round is closed. You get 24 words to write down as a spare.'
		},
		split: {
			label: 'Split between the programme lead and the work environment committee',
			hint: 'The server has no key. The ballot box can only be opened when both of you type your 24 words. If either half is lost, so are the answers.'
		}
	},
	closingTitle: 'The round is closing',
	closingUntil: (time) =>
		`Nobody can collect the questionnaire any more. Those who were just sending have until ${time}. Then the box opens by itself.`,
	closingSplit: (time) =>
		`Nobody can collect the questionnaire any more. Those who were just sending have until ${time}. After that you can open the ballot box, when both of you type your words.`,
	openBoxTitle: 'Open the ballot box',
	openBoxSplit: 'The answers are locked with a key that is split in two. Type both halves.',
	openBoxMissing: 'The key is not in its file. Type the 24 words that you wrote down when the round opened.',
	openBox: 'Open the box',
	stuffed:
		'More answers came from some groups than ballots were handed out to. Somebody has put false answers in the box. The result cannot be released. It concerns:',
	unreadable: (count) =>
		count === 1
			? 'One response could not be read and is not counted.'
			: `${number.format(count)} responses could not be read and are not counted.`,
	preparingTitle: 'The round is being opened',
	preparingKeys: (made, total) =>
		`Each group gets a key of its own. ${number.format(made)} of ${number.format(total)} are made.`,
	preparingWait: 'You may leave the page. The invitations are sent when all keys are made.',
	link: 'The key of the round'
};

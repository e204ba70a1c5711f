const number = new Intl.NumberFormat('en-GB');

/** Codes on paper: the page that prints them, the letter, and the page where a code is typed. */
export const codes: typeof import('#texts/da/codes.ts').codes = {
	title: 'Letters with codes',
	whoCanSee: 'Only programme leads can open this page',
	lead: 'For leaders who get no e-mail. The letter has a code to type on the site and a QR code to scan with a phone.',
	careTitle: 'Whoever prints the letters holds the links',
	care: [
		'With a code one can answer in the leader’s place. Print only those that are needed.',
		'Put each letter into a sealed envelope with the name on it, and leave none in the printer.',
		'The code is the same as the link in the e-mail. A leader who gets both can still answer only once, and the questionnaire counts as collected whichever way the leader came in.',
		'The page does not know who has answered, and the letters are the same before and after.'
	],
	forWhom: 'Who is to get a letter?',
	withoutEmail: (count) => `Leaders without an e-mail address (${number.format(count)})`,
	everybody: (count) => `Everybody who is invited (${number.format(count)})`,
	oneUnit: 'Everybody in one unit and the units below it',
	unit: 'Which unit?',
	unitHint: 'Only if you have chosen one unit.',
	unitOption: (facts) =>
		`${facts.name}${facts.parent === '' ? '' : `, ${facts.parent}`} (${number.format(facts.letters)})`,
	show: 'Make the letters',
	chooseUnit: 'Choose the unit the letters are for.',
	none: 'There is nobody to write to. Choose something else.',
	noneWithoutEmail: 'Everybody who is invited has an e-mail address and has got the link by e-mail.',
	tooMany: (letters, most) =>
		`That makes ${number.format(letters)} letters. A browser can print ${number.format(most)} at a time. Choose a smaller unit.`,
	notOpenTitle: 'There are no codes now',
	notOpen: 'The codes are made when the round opens, and stop working when it is closed.',
	ready: (letters) =>
		letters === 1 ? 'One letter is ready.' : `${number.format(letters)} letters are ready, one on each page.`,
	howToPrint: 'Print with Ctrl + P, or ⌘ + P on a Mac. This text is not printed.',
	letter: {
		heading: 'What is it like to be a leader where you work?',
		intro: (facts) =>
			`${facts.organisation} would like to know what wears its leaders down and what holds them up. The round is called “${facts.round}”, and answering takes about ${facts.minutes} minutes.`,
		scan: 'Scan the code with the camera of your phone. The questionnaire opens.',
		qr: (name) => `QR code with the link for ${name}`,
		or: 'Or type the address into a browser, and then the code:',
		address: 'The address',
		code: 'Your code',
		personal: (day) => `The code is personal, so do not pass it on. You can answer until and including ${day}.`,
		canSee: (threshold) =>
			`It is confidential. Nobody is shown what you answered. Your manager can see a joint figure for a group of leaders when at least ${threshold} have answered. The answers stay locked until the round is closed.`,
		canSeeMore: 'Read exactly who can see what:',
		hashTitle: 'Check number',
		hash: 'Everybody in the round has got the same number. If you scan the code, your browser itself checks that it fits. If you type the code, the site shows how the number begins. If it is another one than here, do not answer, and tell the work environment committee. Everybody can see the list it belongs to here:'
	},
	entry: {
		title: 'Type your code',
		lead: 'The code stands in the letter you have got. It has 16 characters.',
		label: 'Code',
		hint: 'With or without dashes, capital or small letters. For example 7F3K-9QWD-2MPX-B4TN.',
		go: 'Go to the questionnaire',
		notACode:
			'That is not a whole code. It has 16 characters, four times four. See whether one is missing or one too many.',
		unknownCode:
			'We do not know that code. Compare it with the letter, character by character. What you typed is still here.',
		closed: 'The code is right, but the round is closed, so nobody can answer any more.',
		tooMany:
			'We do not know that code, and many wrong ones have been typed from here. Compare it with the letter. A right code still works.',
		notKept: 'The code is not kept on this page. You are told who can see what before you answer.',
		lost: 'Is the letter lost? Ask those who run the round. They can make it again.',
		kioskTitle: 'Shared screen',
		kiosk: (minutes) =>
			`You are answering on a shared screen. It keeps neither your code nor your answers, and it forgets everything when you are done or walk away. The field below is emptied again after ${minutes} minutes.`
	},
	print: 'Print',
	printOf: (round) => ` letters with codes for “${round}”`
};

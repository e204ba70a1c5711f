/** Signing in with a link, and setting an organisation up for the first time. */
export const signIn: typeof import('#texts/da/sign-in.ts').signIn = {
	title: 'Sign in',
	intro: 'Write your e-mail address, and we will send you a link. There is no password to remember.',
	email: 'E-mail address',
	emailHint: 'The address where your workplace writes to you',
	send: 'Send me a link',
	asked: {
		title: 'Look in your inbox',
		text: (minutes) =>
			`If we know the address, there will soon be an e-mail with a link. It works once, within ${minutes} minutes.`,
		notThere:
			'No e-mail? Look in your junk folder, and check that the address is the one your workplace has for you. If you asked for several links, they all work.',
		again: 'Write another address'
	},
	noMailServer:
		'No mail server is set up. The link is put as a file in the folder "outbox" of the data directory on the machine that the system runs on.',
	notAnAddress: 'Write an e-mail address, such as name@region.dk. It cannot contain æ, ø or å.',
	tooManyAsks:
		'Many links were asked for from here in a short time. Wait a little, a quarter of an hour at most, and try again.',
	tooManyForAddress:
		'Many links to that address were asked for in a short time. Use one of those in the inbox, or wait a little, a quarter of an hour at most, and try again.',
	confirm: {
		title: 'Almost there',
		intro: 'Press the button and you are signed in. The link is not used until you press.',
		button: 'Sign in',
		newLink: 'Get a new link',
		failedTitle: 'You were not signed in'
	},
	wrong:
		'The link does not match anything we have sent. Perhaps only a part of it came along. Press it in the e-mail again, or get a new one.',
	used: 'The link has been used already, and it works only once. Get a new one and you are in within a moment.',
	old: (minutes) =>
		`The link is too old. It works for ${minutes} minutes. Get a new one and you are in within a moment.`,
	tooManyTries:
		'Many links that do not work were tried from here. Wait a little, a quarter of an hour at most, before you try one of them again. A new link from your e-mail works at once.',
	setUp: {
		title: 'Set up your organisation',
		intro:
			'You are the first one here. Afterwards you are signed in as programme lead and operator and can import your units and leaders.',
		organisationName: 'Name of the organisation',
		organisationNameHint: 'As its leaders know it, such as Region North',
		name: 'Your name',
		email: 'Your e-mail address',
		emailHint: 'You sign in with it next time',
		button: 'Set up and sign in',
		problems: {
			organisationName: 'Write the name of the organisation, at most 200 characters',
			name: 'Write your name, at most 200 characters',
			email: 'Write an e-mail address, such as name@region.dk. It cannot contain æ, ø or å.'
		},
		failedTitle: 'The link cannot be used',
		wrong:
			'The link does not match. Has the system been started again since the link was written? Then only the newest works: it stands in the window where the system was started.',
		used: 'The link has been used, and the organisation is set up. Sign in with the e-mail address that was written then.',
		tooMany:
			'Many links that do not work were tried from here. Wait a little, a quarter of an hour at most, and try again.'
	}
};

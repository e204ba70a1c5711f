/** Accounts: passkeys, two steps, roles and access. */
const roleNames: Readonly<Record<string, string>> = {
	'programme-lead': 'Programme lead',
	manager: 'Manager of leaders',
	committee: 'Work environment committee',
	facilitator: 'Facilitator',
	'evidence-editor': 'Evidence editor',
	operator: 'Operator'
};

const waitOf = (minutes: number) =>
	minutes === 1 ? '1 minute' : minutes < 120 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;

export const accounts = {
	roleNames,
	/** What a role may do, in one sentence. */
	roleTexts: {
		'programme-lead': 'Plans rounds, sees all released results and gives roles.',
		committee: 'Sees all released results and plans, and changes nothing.',
		facilitator: 'Sees only the groups that they were assigned to for a dialogue.',
		operator: 'Sees operation, outbox and events, and no results.'
	},
	signIn: {
		or: 'Or',
		passkey: 'Sign in with a passkey',
		passkeyHint: 'With the fingerprint, face or code of your device. You make a passkey on the page “Your account”.',
		passkeyWaiting: 'Do what your device asks for …',
		singleSignOn: (name: string) => `Sign in with ${name}`,
		problems: {
			cancelled: 'You were not signed in. Try again, or get a link by mail.',
			refused: 'The passkey fits no account here. It may have been removed. Get a link by mail instead.',
			'no-access':
				'The passkey is right, but your address no longer has access here. Ask the programme lead of your organisation.',
			'too-many':
				'There were many attempts from here in a short time. Wait a little, a quarter of an hour at most, and try again.',
			offline: 'There is no connection. Try again in a moment.'
		},
		singleSignOnProblems: {
			cancelled: 'You said no on the way, so you are not signed in. Try again, or get a link by mail.',
			expired: 'It took too long, or was begun in another browser. Try again, and you are in within a moment.',
			refused:
				'The answer of your organisation’s sign-in could not be verified, so you are not signed in. Try again, or get a link by mail.',
			unreachable:
				'Your organisation’s sign-in does not answer just now. Get a link by mail instead, or try again in a moment.',
			'unverified-address':
				'Your organisation’s sign-in does not vouch for your e-mail address. Ask those who run it to verify it, or get a link by mail.',
			'no-address': 'Your organisation’s sign-in does not tell us your e-mail address. Get a link by mail instead.',
			'unknown-person':
				'You are who you say, but nobody here has your e-mail address. Ask the programme lead whether it is right in the organisation.',
			'not-set': 'One cannot sign in that way here. Get a link by mail instead.',
			'too-many':
				'There were many attempts from here in a short time. Wait a little, a quarter of an hour at most, and try again.'
		}
	},
	passkeyElsewhere: (url: string) =>
		`A passkey belongs to one address. Open the page at ${url}, and you can use it there.`,
	passkeyImpossible: (url: string) =>
		`Passkeys need a page with a name and https. Its address is now ${url}. Those who run the system can change that.`,
	passkeyNotHere: 'Your browser cannot use passkeys. Try a newer browser.',
	passkeyNoScript: 'Passkeys need a browser that may run scripts. The link by mail works without.',
	secondStep: {
		title: 'Confirm that it is you',
		codeIntro: 'Write the code from your app. Without your phone you can use one of your recovery codes.',
		code: 'Code',
		codeHint: 'Six digits from the app, or a recovery code such as abcde-fghjk',
		confirm: 'Confirm',
		passkeyIntro: 'You have a passkey, and your role requires it. Sign in with it on the device that holds it.',
		lost: 'Have you lost all of it? Another programme lead can reset it for you under “Access and roles”, and whoever runs the system can do so from the command line.',
		setUpTitle: 'Set up an app',
		required:
			'Your role requires that you show who you are with more than your mail. It takes two minutes, and only this once.',
		optional: 'With an app on your phone, your e-mail address is no longer enough to sign in as you.',
		steps: [
			'Open an app for one-time codes on your phone. If you have none, ask your IT which one you use.',
			'Scan the picture, or type the key into the app.',
			'Write the six digits that the app shows.'
		],
		picture: 'QR code for the app',
		secret: 'Key',
		setUp: 'Set up',
		wrong:
			'The code does not fit. See whether the clock of the phone is right, and write the code that is shown just now.',
		used: 'The code has been used. Wait until the app shows a new one, half a minute at most.',
		locked: (minutes: number) => `There were too many wrong codes. Wait ${waitOf(minutes)}, and try again.`,
		expired: 'You are no longer signing in. Begin anew.',
		begin: 'Begin anew',
		codesTitle: 'Keep your recovery codes',
		codesIntro:
			'Each code works once in place of the app. Write them down or print them, and put them in a safe place. They are not shown again.',
		codesDone: 'I have kept them',
		recoveryLeft: (count: number) =>
			count === 1
				? 'You are signed in with a recovery code. There is 1 left.'
				: `You are signed in with a recovery code. There are ${count} left.`,
		goOn: 'Go on'
	},
	account: {
		title: 'Your account',
		whoCanSee: 'Only you see this page.',
		facts: { name: 'Name', email: 'E-mail address', organisation: 'Organisation', roles: 'Roles' },
		noRoles: 'None',
		passkeysTitle: 'Passkeys',
		passkeysIntro:
			'With a passkey you sign in with the fingerprint, face or code of your device. It cannot be guessed, and nobody can talk you out of it.',
		noPasskeys: 'You have none yet.',
		unnamed: 'Without a name',
		added: (day: string) => `Made ${day}`,
		synchronised: 'goes along to your other devices',
		name: 'Name',
		nameHint: 'For example work phone. Only you see it.',
		add: 'Make a passkey',
		rename: 'Save name',
		renameOf: (name: string) => `Save the name of ${name}`,
		remove: 'Remove',
		removeOf: (name: string) => `Remove ${name}`,
		changeName: 'New name',
		told: {
			added: 'The passkey is made. Next time you can sign in with it.',
			renamed: 'The name is saved.',
			removed: 'The passkey is removed and does not work any more. The device may still offer it; delete it there too.',
			'app-removed': 'The app is removed.',
			'app-added': 'The app is set up. You are now signed in with both.'
		},
		problems: {
			'no-name': 'Write a name',
			'unknown-passkey': 'The passkey does not exist any more.',
			refused: 'The passkey was not saved. The device must ask for finger, face or code. Try again.',
			cancelled: 'No passkey was made. Try again when you are ready.',
			exists: 'This device already has a passkey for you.',
			'too-many': 'You have many passkeys. Remove one that you do not use, and try again.',
			offline: 'There is no connection. Try again in a moment.'
		},
		appTitle: 'Two steps',
		hasApp: (codes: number) =>
			codes === 1
				? 'You have an app for one-time codes. You have 1 recovery code left.'
				: `You have an app for one-time codes. You have ${codes} recovery codes left.`,
		noApp:
			'You have no app for one-time codes. Without it, and without a passkey, your mail is enough to sign in as you.',
		appRequired: 'Your role requires an app or a passkey.',
		setUpApp: 'Set up an app',
		removeApp: 'Remove the app',
		removeAppCode: 'Code from the app',
		removeAppHint: 'For another phone, remove the app here and set it up again.',
		eventsTitle: 'What is recorded of you',
		eventsIntro:
			'The system records what is seen and changed by those who are signed in. Never answers, never what you write, and never what you read in the knowledge base.',
		noEvents: 'Nothing yet.',
		eventsMore: (count: number) => `The newest are shown. In all, ${count} are recorded.`
	},
	access: {
		title: 'Access and roles',
		whoCanSee: 'The programme leads of your organisation see and change this page. Every change is recorded.',
		lead: 'A leader sees the own group because they stand in the organisation. The other roles are given here.',
		peopleTitle: 'Who has which role?',
		since: (day: string) => `since ${day}`,
		resting: (day: string) => `rests since ${day}, because the address no longer belongs to a leader`,
		again: 'Give again',
		againTo: (role: string, email: string) => `Give ${email} the role ${role} again`,
		take: 'Take back',
		takeFrom: (role: string, email: string) => `Take the role ${role} from ${email}`,
		you: 'you',
		strong: 'Has an app or a passkey',
		weak: 'Mail only',
		reset: 'Reset two steps',
		resetOf: (email: string) => `Reset two steps for ${email}`,
		addTitle: 'Give a role',
		email: 'E-mail address',
		emailHint: 'The address at which the person gets mail from their workplace',
		role: 'Role',
		add: 'Give the role',
		editors: 'Evidence editors have a page of their own',
		rulesTitle: 'Who must confirm in two steps?',
		rulesRoles: 'Roles that need an app or a passkey',
		rulesHint: 'From the next page that they open.',
		rulesSave: 'Save',
		eventsLink: 'See who has seen and changed what',
		told: {
			granted: (email: string, role: string) => `${email} now has the role ${role}.`,
			taken: (email: string, role: string) => `${email} no longer has the role ${role} and is signed out everywhere.`,
			rules: 'It is saved.',
			reset: (email: string) => `${email} can begin anew, is signed out everywhere and has been sent a mail about it.`
		},
		problems: {
			'not-an-address': 'Write an e-mail address, for example name@region.dk. It cannot have æ, ø or å.',
			'unknown-role': 'Choose a role',
			'known-elsewhere': 'The address belongs to another organisation in the system and cannot have a role here.',
			'not-granted': 'The person does not have the role. It may just have been taken back.',
			'last-programme-lead': 'This is the only programme lead. Give the role to somebody else before you take it back.',
			'nothing-to-reset': 'The person has neither an app nor a passkey.',
			yourself: 'You cannot reset your own. Ask another programme lead to do it.',
			'unknown-person': 'Nobody here has that address.'
		},
		closed: (count: number) =>
			count === 1
				? '1 role now rests, because its address no longer belongs to a leader.'
				: `${count} roles now rest, because their addresses no longer belong to a leader.`,
		closedSee: 'See which, and give them again where they should be kept'
	},
	events: {
		title: 'Who has seen and changed what?',
		whoCanSee:
			'The programme leads and operators of your organisation. Each person sees what is recorded of them on their account.',
		lead: 'This is what was seen and changed by those who are signed in. Never answers, never who has answered, and never what anybody reads in the knowledge base.',
		person: 'E-mail address',
		day: 'Day',
		subject: 'Round, group, plan or person',
		subjectHint: 'Copy the id from the list',
		filter: 'Show',
		all: 'Show all',
		notADay: 'Write a day, for example 2026-03-02',
		columns: { at: 'Time', actor: 'Who', action: 'What', subject: 'About', outcome: 'Did it work?' },
		system: 'The system',
		none: 'Nothing fits.',
		total: (count: number) => (count === 1 ? '1 event' : `${count} events`),
		caption: 'Events, newest first',
		outcomes: { done: 'Yes', refused: 'Refused', 'not-found': 'Did not exist', failed: 'Failed' },
		subjects: {
			round: 'Round',
			group: 'Group',
			plan: 'Plan',
			proposal: 'Proposal',
			dialogue: 'Dialogue',
			record: 'Evidence record',
			person: 'Person'
		} as Readonly<Record<string, string>>
	},
	letters: {
		hello: 'Hello',
		subjects: {
			'passkey-added': 'A passkey was made for your account in Ledertrivsel',
			'passkey-removed': 'A passkey was removed from your account in Ledertrivsel',
			'app-added': 'An app for one-time codes was set up on your account in Ledertrivsel',
			'app-removed': 'The app for one-time codes was removed from your account in Ledertrivsel',
			'factors-reset': 'Two steps were reset for your account in Ledertrivsel',
			'codes-locked': 'Wrong codes were written for your account in Ledertrivsel'
		},
		/** What happened, where the subject does not say all of it. */
		more: {
			'codes-locked':
				'Somebody got as far as the code of your app, for example with a link from your mail, and wrote it wrong five times. Nobody got in. It cannot be tried again for a quarter of an hour, and each time this happens it lasts twice as long, a day at most.'
		},
		/** What the reader does where somebody else got a key, or tries to. */
		intruder:
			'Was it not you? Then somebody else can read your mail or use your computer. Do two things at once: ask the programme lead of your organisation to reset two steps for you, which signs everybody out and removes apps and passkeys. And change the password of your mail.',
		notYou: 'Was it not you who did it or asked for it? Then write to the programme lead of your organisation at once.',
		see: 'See your account'
	}
};

/** Words that return on every page: the menu, the first page and the error page. */
export const site: typeof import('#texts/da/site.ts').site = {
	tagline: 'What wears on leaders in health care, what carries them – and what research says can be done about it.',
	menu: {
		programme: 'Overview',
		results: 'Results',
		dialogues: 'Dialogue meetings',
		proposals: 'Proposals upward',
		effects: 'Has it helped?',
		assessments: 'Assessment (APV)',
		access: 'Access',
		retention: 'Retention',
		people: 'Personal data',
		events: 'Events',
		rounds: 'Rounds',
		organisation: 'Organisation',
		plans: 'Plans',
		knowledge: 'Knowledge',
		visibility: 'Who sees what?',
		outbox: 'Outbox',
		evidence: 'Evidence base',
		operation: 'Operation'
	},
	languageNames: { da: 'Dansk', en: 'English' },
	signIn: 'Sign in',
	signOut: 'Sign out',
	leaveDemonstration: 'Leave the demonstration',
	changeView: 'Change role',
	footer: {
		about: 'Ledertrivsel is free software under the EUPL-1.2.',
		methods: 'How we calculate',
		visibility: 'Who can see what?',
		privacy: 'Your data',
		accessibility: 'Accessibility',
		knowledge: 'Knowledge about leaders’ well-being'
	},
	home: {
		tryTitle: 'Try the demonstration',
		tryText:
			'A made-up region of about 1,500 leaders, with two finished rounds, plans between them and one that is open. See it from four sides:',
		roles: {
			'programme-lead': 'Programme lead',
			manager: 'Manager of leaders',
			leader: 'Leader',
			committee: 'Work-environment committee'
		},
		roleTexts: {
			'programme-lead': 'Import the organisation, open a round and see it through.',
			manager: 'See the leadership group’s result and decide on a plan.',
			leader: 'Answer on your phone and see your own profile.',
			committee: 'See what strains where, and what has been decided.'
		},
		seeAs: (role) => `See it as ${role.toLowerCase()}`,
		firstTime: 'The first time, it takes some seconds to build the region.',
		setUpTitle: 'Set up your own organisation',
		setUpText: 'The link for the first administrator is in the window where the system was started. It works once.',
		signInTitle: 'Do you already have an organisation?',
		signInText: 'Write your e-mail address, and we will send you a link to sign in with.',
		knowledgeTitle: 'Read what research says',
		knowledgeText:
			'Twelve factors that strain or carry leaders, and the interventions that can make a difference. Each claim shows its studies and how certain it is.'
	},
	errors: {
		title: 'Something went wrong',
		forbiddenTitle: 'You cannot open this page',
		notFoundTitle: 'There is no such page',
		forbidden: 'It is for others than you. Are you signed in with the right e-mail address?',
		notFound: 'Perhaps the address was mistyped, or the page has moved.',
		broken: 'The fault is ours. Try again shortly. What you saved is still there.',
		unrecorded:
			'The file is not handed out, because that cannot be noted in the log right now. The fault is ours. Try again shortly.',
		tooLarge: (megabytes) => `The file is too large. It may be at most ${megabytes} MB. Nothing has changed.`,
		home: 'Go to the first page',
		origin: 'The form was not sent from this site, so it was refused. Reload the page and try again.'
	}
};

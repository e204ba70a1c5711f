const number = new Intl.NumberFormat('en-GB');

/** Rounds: from plan to release. */
export const rounds: typeof import('#texts/da/rounds.ts').rounds = {
	title: 'Rounds',
	lead: 'A round is one questionnaire to certain leaders in a certain period.',
	create: 'Plan a round',
	none: 'There are no rounds yet.',
	noneText: 'When the organisation has been imported, you can plan the first one.',
	columns: { name: 'Name', period: 'Period', state: 'State' },
	period: (from, to) => `${from} to ${to}`,
	states: {
		planned: 'planned',
		preparing: 'opening',
		open: 'open',
		closing: 'closing',
		closed: 'closed',
		released: 'released'
	},
	newTitle: 'Plan a round',
	shortName: (whole) => `${whole}, short follow-up`,
	nameLabel: 'What is the round called?',
	nameHint: 'Leaders see the name in the e-mail. For example “Autumn 2026”.',
	instrumentLabel: 'Questionnaire',
	scopeLabel: 'Who is to be asked?',
	everybody: 'All leaders in the organisation',
	opensLabel: 'First day',
	closesLabel: 'Last day',
	plan: 'Save and see the groups',
	problems: {
		'name-missing': 'Give the round a name.',
		'name-too-long': 'The name may be at most 200 characters.',
		'unknown-instrument': 'Choose a questionnaire.',
		'unknown-unit': 'The unit is not in the organisation.',
		'opens-on-not-a-day': 'Give the date of the first day.',
		'closes-on-not-a-day': 'Give the date of the last day.',
		'closes-before-it-opens': 'The last day lies before the first.',
		'closes-in-the-past': 'The last day has already passed.'
	},
	previewTitle: 'How the answers will be added up',
	previewLead: (invited, groups) =>
		`${number.format(invited)} leaders will be asked. Their answers will be added up in ${number.format(groups)} ${groups === 1 ? 'group' : 'groups'}.`,
	previewRule: (minimum, threshold) =>
		`A leadership group is the leaders who have the same manager. If it is smaller than ${minimum}, it is pooled with neighbours, and the group’s name says with whom. A figure is shown only when at least ${threshold} have answered.`,
	tooFew: (leaders, minimum) =>
		`There are ${leaders} leaders where you chose to ask. There must be at least ${minimum}, or answers could be traced to single leaders. Choose a larger unit.`,
	withoutEmail: (count) =>
		count === 1
			? 'One leader has no e-mail address. Once the round is open, you can print a letter with a code:'
			: `${count} leaders have no e-mail address. Once the round is open, you can print letters with codes:`,
	groupColumns: { group: 'Group', place: 'Belongs to', invited: 'Invited', seenBy: 'Seen by' },
	pooledOf: (count) => `${count} leadership groups pooled`,
	open: 'Open the round and send invitations',
	openNote:
		'When you open the round, the invitations are sent, and the groups are fixed, even if the organisation changes afterwards. This cannot be undone.',
	openTitle: 'The round is open',
	counts: 'How many have answered',
	countsNote: 'We show how many, not who: rounded down to the nearest five, and never that nearly all have answered.',
	countsHidden: 'This round asks fewer than 20 leaders. So we do not show how many have answered until it is closed.',
	remind: 'Send one reminder',
	remindNote:
		'The reminder goes to those who have not collected the questionnaire yet. It comes on top of those that are sent by themselves, and you can send it only once. If the next one is less than a day and a half away, that one is skipped.',
	remindQuiet: (when) =>
		`It is a time of rest now. If you ask for the reminder now, the letters go ${when}, to those who are missing then.`,
	reminderWaits: (when) =>
		`The reminder has been asked for. The letters go ${when}, to those who have not fetched the questionnaire by then. Until then there is no list of who that is.`,
	reminded: (when) => `The reminder was sent ${when}.`,
	close: 'Close the round',
	closeNote:
		'Once the round is closed, the links stop working, and nobody can collect the questionnaire any more. The ballot box is opened, and the answers are shuffled. This cannot be undone.',
	closedTitle: 'The round is closed',
	closedText: (responses) => `${number.format(responses)} responses came in. Nobody has seen the result yet.`,
	release: 'Release the result',
	releaseNote:
		'The figures are worked out once. First the system itself tries to work out single leaders’ answers. If that fails, the figures are shown to those who may see them. This cannot be undone.',
	releasedTitle: 'The result is released',
	seeResult: 'See the result',
	groupsTitle: 'The groups of the round',
	outcomes: {
		opened: (invited) => `The round is open, and ${number.format(invited)} invitations are on their way.`,
		'already-open': 'The round was open already. Nothing was sent again.',
		reminded: 'The reminder is on its way.',
		'reminder-waits': 'The reminder has been asked for. It is sent when the time of rest is over.',
		'reminder-too-late':
			'No reminder has been asked for: the last day to answer is over before letters are sent again.',
		'already-reminded': 'The reminder was sent before. It will not be sent again.',
		closed: 'The round is closed.',
		'already-closed': 'The round was closed already.',
		'not-open': 'The round is not open.',
		released: 'The result is released.',
		'already-released': 'The result was released already.',
		'not-closed': 'The round must be closed before the result can be released.',
		'too-few': (responses, threshold) =>
			`There are only ${responses} responses in all. At least ${threshold} are needed before anything can be shown. The answers are kept.`,
		releasedBefore:
			'The same answers, or some of them, were imported and released before. Two versions of the same answers can together give away single leaders’ answers, so nothing was released.',
		stuffed:
			'More answers came from some groups than ballots were handed out to. Somebody has put false answers in the box, so nothing was released.',
		breach:
			'The check found a way to work out single leaders’ answers, so nothing was released. The answers are kept. The fault is ours: tell whoever runs the system.'
	},
	notFoundTitle: 'There is no such round',
	notFound: 'Either there is no round at this address, or you do not have access to it.'
};

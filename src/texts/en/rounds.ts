/** Rounds: from plan to release. */
export const rounds: typeof import('#texts/da/rounds.ts').rounds = {
	title: 'Rounds',
	lead: 'A round is one questionnaire to a given circle of leaders in a given period.',
	create: 'Plan a round',
	none: 'There are no rounds yet.',
	noneText: 'When the organisation has been imported, you can plan the first one.',
	columns: { name: 'Name', period: 'Period', state: 'State' },
	period: (from, to) => `${from} to ${to}`,
	states: { planned: 'planned', open: 'open', closed: 'closed', released: 'released' },
	newTitle: 'Plan a round',
	nameLabel: 'What is the round called?',
	nameHint: 'Leaders see the name in the mail. For example “Autumn 2026”.',
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
		'opens-on-not-a-day': 'Write the first day as a date.',
		'closes-on-not-a-day': 'Write the last day as a date.',
		'closes-before-it-opens': 'The last day lies before the first.',
		'closes-in-the-past': 'The last day has already passed.'
	},
	previewTitle: 'How the answers will be added up',
	previewLead: (invited, groups) =>
		`${invited} leaders will be asked. Their answers will be added up in ${groups} ${groups === 1 ? 'group' : 'groups'}.`,
	previewRule: (minimum, threshold) =>
		`A group is the leaders who have the same manager. If it is smaller than ${minimum}, it is added up with neighbours, and the name says with whom. A number is shown only when at least ${threshold} have answered.`,
	tooFew: (leaders, minimum) =>
		`There are ${leaders} leaders with an e-mail address in the circle you chose. There must be at least ${minimum}, or answers could be traced to single leaders.`,
	withoutEmail: (count) =>
		count === 1
			? 'One leader has no e-mail address and will not be asked:'
			: `${count} leaders have no e-mail address and will not be asked:`,
	groupColumns: { group: 'Group', place: 'Belongs to', invited: 'Invited', seenBy: 'Seen by' },
	pooledOf: (count) => `${count} leadership groups added up`,
	open: 'Open the round and send invitations',
	openNote: 'Once the round is open, the groups are fixed, even if the organisation changes afterwards.',
	openTitle: 'The round is open',
	counts: 'How many have answered',
	countsNote:
		'We show numbers only. Who has collected the questionnaire, and who has answered, is not shown to anybody.',
	remind: 'Send one reminder',
	remindNote: 'It goes to those who have not collected the questionnaire yet. It can be sent once only.',
	reminded: (when) => `The reminder was sent ${when}.`,
	close: 'Close the round',
	closeNote: 'After this nobody can answer. The answers are shuffled and the links stop working. It cannot be undone.',
	closedTitle: 'The round is closed',
	closedText: (responses) => `${responses} responses came in. Nobody has seen a number yet.`,
	release: 'Release the result',
	releaseNote:
		'The numbers are computed once, tested against attempts to work out single leaders, and then shown to those who may see them.',
	releasedTitle: 'The result is released',
	seeResult: 'See the result',
	groupsTitle: 'The groups of the round',
	outcomes: {
		opened: (invited) => `The round is open, and ${invited} invitations are on their way.`,
		'already-open': 'The round was open already. Nothing was sent again.',
		reminded: 'The reminder is on its way.',
		'already-reminded': 'The reminder was sent before. It will not be sent again.',
		closed: 'The round is closed.',
		'already-closed': 'The round was closed already.',
		'not-open': 'The round is not open.',
		released: 'The result is released.',
		'already-released': 'The result was released already.',
		'not-closed': 'The round must be closed before the result can be released.',
		'too-few': (responses, threshold) =>
			`There are only ${responses} responses in all. At least ${threshold} are needed before anything can be shown.`,
		breach:
			'The check found a way to a single leader’s answers, so nothing was released. That is an error of ours: tell whoever runs the system.'
	},
	notFoundTitle: 'There is no such round',
	notFound: 'There is no round here that you can see.',
	visibility: {
		title: 'What can your manager see?',
		roundTitle: (round) => `What can your manager see from “${round}”?`,
		whoCanSee: 'Anybody can open this page, also before answering',
		lead: 'Nobody sees your answers. What others can see are means for groups of leaders, and only when the group is large enough.',
		canSeeTitle: 'This can be seen',
		cannotSeeTitle: 'This cannot be seen',
		canSee: (threshold) => [
			`Means for groups in which at least ${threshold} have answered.`,
			'How many in a group were invited and how many answered.',
			'The same for departments, hospitals and the whole organisation.'
		],
		cannotSee: [
			'What you answered. Nor can your manager, HR or whoever runs the system see it on a screen.',
			'Whether you answered. The system only knows whether your link was used, and shows that to nobody.',
			'When you answered. It is not stored.',
			'Numbers that can be subtracted to leave a small group. We try that ourselves before anything is shown.'
		],
		pooling: (minimum) =>
			`Your leadership group is the leaders who have the same manager as you. If you are fewer than ${minimum}, you are added up with a neighbouring group, and everybody sees with whom. Your manager sees the joint number only.`,
		limitsTitle: 'What we do not protect against',
		limits: [
			'If everybody in a group answers almost alike, the mean says something about each. The outermost numbers are therefore shown more coarsely.',
			'Your profile lies in the browser you answered from. Whoever can unlock your phone can see it. You can delete it.',
			'Somebody who runs the server and breaks the rules can, in this version, see which answers a group gave – and, by watching the server while people answer, also who gave them.'
		],
		groupsTitle: 'The groups of this round',
		groupsLead: 'This is what each group looks like. The number is how many were invited.',
		unknown: 'We do not know that round, but the rules above hold for every round.'
	}
};

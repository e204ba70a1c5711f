const number = new Intl.NumberFormat('en-GB');

/** The report of our own attack on a round. */
export const audit: typeof import('#texts/da/audit.ts').audit = {
	title: 'Our own attack on the figures',
	leadReleased:
		'Here we have tried to work back to single leaders’ answers from everything that was released. The attack was run again, just now, on the stored figures.',
	leadCandidate:
		'Here we have tried to work back to single leaders’ answers from what would be shown if the round were released now. Nothing has been released.',
	notClosed: 'The round is not closed yet, so there are no figures to attack.',
	tooFew: (responses, threshold) =>
		`The round has ${number.format(responses)} responses, and at least ${number.format(threshold)} are needed. There is nothing to show, and so nothing to attack.`,
	findingsTitle: 'What we found',
	holds: 'Nothing. No small group can be worked out, and nobody’s answer can be narrowed down too far.',
	breachReleased: 'The attack succeeded. The released figures say too much of the people below.',
	breachCandidate: 'The attack succeeded, and so the round was not released. Nothing has been shown to anybody.',
	whatNow:
		'This should not be possible: the program makes the figures so that they hold. Send this page to those who run the system. It names groups and counts, but no answers.',
	more: (count) => `And ${number.format(count)} more.`,
	columns: { what: 'What', group: 'Group', scale: 'Subject', people: 'People' },
	kinds: {
		'small-set': 'The figure of too small a group is shown or can be worked out',
		insider: 'Somebody who has answered can subtract the own answer and see that of one or two others',
		pinned: 'Single answers can be narrowed down too far',
		settled: 'A share settles for everybody in a group where they belong',
		'extreme-share': 'A share of 0 or 100 %',
		overlap: 'Groups overlap, so that safety cannot be proved',
		counts: 'The count does not fit who has answered',
		contradiction: 'The figures cannot all be true'
	},
	statistics: {
		mean: 'mean',
		sd: 'standard deviation',
		share: 'share strained',
		better: 'share better',
		worse: 'share worse',
		alpha: 'alpha',
		omega: 'omega',
		icc1: 'ICC(1)',
		icc2: 'ICC(2)',
		rwgj: 'rwg(j)'
	},
	triedTitle: 'What we tried',
	tried: {
		cells: (cells, groups) =>
			`${number.format(cells)} figures of ${number.format(groups)} groups, each by itself and all together.`,
		sets: (sets) =>
			`Everything that can be added and subtracted: it boils down to ${number.format(sets)} sets of people, and none may be too small.`,
		nested:
			'How narrowly each answer can be guessed: worked out exactly, because groups lie within or beside each other.',
		programmes: (programmes) =>
			`How narrowly each answer can be guessed where groups overlap: ${number.format(programmes)} linear programmes solved.`,
		together: (releases) => `${number.format(releases)} releases of the same round, attacked as one.`,
		time: (seconds) => `It took ${seconds} seconds.`
	},
	attackTitle: 'How we attack',
	attackLead:
		'We pretend that everybody who can read results joins forces. They know the staff list, know how many have answered in each group, and have all the figures.',
	attacks: [
		'We add and subtract all shown figures in every way. Nothing may follow for fewer people than the threshold; shares and spread need at least 20.',
		'We work out the highest and lowest that each answer can be. That must span at least half of the scale.',
		'We let somebody who has answered subtract the own answer. Those of the others must still span at least a fifth.',
		'Everything released earlier of the same answers is part of the same sum.',
		'The attack shares no code with what makes the figures.'
	],
	limitsTitle: 'What the attack does not show',
	limits: [
		'What somebody knows beforehand. The more answers one knows, the more one knows of the rest.',
		'What can be guessed by comparing two rounds. If one leader joins, and one guesses that everybody else answers as before, the difference says something of that one. So we never add the answers of two rounds into one figure. The page on effect puts released figures side by side and tells no more than they do. But we cannot keep anybody from guessing.',
		'That a group where everybody answers alike is hidden. Where it says 50, and all answered 50, that is one possibility of many.',
		'That one can see that something is not shown. It tells that a group is small, or that answers lie near an end.'
	],
	commandLine: 'The same from the command line:',
	command: (round) => `ledertrivsel release audit ${round}`
};

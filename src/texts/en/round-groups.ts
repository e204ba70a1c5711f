const number = new Intl.NumberFormat('en-GB');

const leaders = (count: number) => (count === 1 ? 'one leader' : `${number.format(count)} leaders`);
const groups = (count: number) => (count === 1 ? 'one group' : `${number.format(count)} groups`);

/** The groups of a round before it is opened. */
export const roundGroups: typeof import('#texts/da/round-groups.ts').roundGroups = {
	title: 'The groups of the round',
	link: 'See the groups and pool more of them',
	lead: (invited, count) =>
		`The answers of ${leaders(invited)} are added up in ${groups(count)}. You can change the groups until you open the round.`,
	rule: (minimum) =>
		`A group is one or several leadership groups: leaders who have the same manager. Where there are fewer than ${minimum}, they are pooled with neighbours in the organisation. You can pool more, but not divide a group: then figures could be traced to a few leaders.`,
	tooFew: (count, minimum) =>
		`There ${count === 1 ? 'is' : 'are'} only ${leaders(count)} where you chose to ask. There must be at least ${minimum}. Choose a larger part of the organisation.`,
	alreadyOpen: 'The round has been opened, so the groups are fixed.',
	alike: {
		title: 'Should some be kept together?',
		label: 'When small leadership groups are pooled',
		hint: 'Only where there are enough. A leadership group is never divided, and no department loses its own figure because of it.',
		none: 'Pool neighbours',
		level: 'Rather pool leaders of the same level',
		profession: 'Rather pool leaders of the same profession',
		known: (known, all) =>
			known === 0
				? 'It is not in the file that the organisation was imported from.'
				: `It is known of ${number.format(known)} of ${number.format(all)} leaders.`,
		save: 'Save and make the groups again'
	},
	moved: {
		title: (round) => `What is different from “${round}”?`,
		none: 'No leader changes group.',
		some: (count) =>
			`${count === 1 ? 'One leader changes' : `${number.format(count)} leaders change`} group, because the organisation has changed. Their figures cannot be followed from one round to the other.`,
		unknown: 'Leadership groups stay in their former groups where possible. We do not know who was in them then.',
		columns: { unit: 'Unit', leaders: 'Leaders', from: 'Group before', to: 'Group now' }
	},
	table: {
		title: 'Groups',
		titleOf: (unit) => `Groups in ${unit}`,
		columns: { group: 'Group', place: 'Belongs to', invited: 'Invited', chance: 'Enough answers', alike: 'In common' },
		chanceNote: (threshold, percent) =>
			`“Enough answers” is the chance that at least ${threshold} answer if ${percent} of leaders do. “In common” is what everybody in the group shares.`,
		over: (percent) => `over ${percent}`,
		level: (value) => `Level: ${value}`,
		profession: (value) => `Profession: ${value}`,
		merged: 'Pooled by you',
		arrived: (count) =>
			count === 1
				? 'One leader was in another group last time'
				: `${number.format(count)} leaders were in another group last time`
	},
	merge: {
		button: 'Pool the chosen groups',
		hint: 'Tick groups in the same part of the organisation, for example two departments of one hospital.',
		undo: 'Separate again',
		outdated: {
			title: 'Groups that could not be pooled',
			'unknown-groups': 'Some of the groups you pooled no longer exist, because the organisation has changed.',
			'not-neighbours': 'Some of the groups you pooled are no longer next to each other.',
			forget: 'Forget them'
		}
	},
	withoutResult: {
		title: (count) =>
			count === 1
				? 'One unit does not get its own figure'
				: `${number.format(count)} units do not get their own figure`,
		text: 'They have enough leaders, but a group reaches out of them. They see the figure of that group or of the unit above.'
	},
	branch: {
		navigation: 'Part of the organisation',
		below: 'More groups further down',
		count: groups
	},
	done: {
		merged: 'The groups are pooled.',
		undone: 'The groups are separated again.',
		chosen: 'The groups have been made again.'
	},
	problems: {
		'too-few-chosen': 'Tick at least two groups.',
		'not-neighbours':
			'Those groups lie in different parts of the organisation. Choose groups that belong directly to the same unit.',
		'unknown-group': 'The groups have changed since the page was shown. Look them through and choose again.',
		'nothing-to-undo': 'There was nothing to separate.',
		'unknown-attribute': 'Choose one of the three.'
	}
};

/** What the figures of a small group can bear, and what they cannot. */
export const smallGroups: typeof import('#texts/da/small-groups.ts').smallGroups = {
	title: 'How much do the group’s figures tell?',
	titleOfRound: 'How much do the groups’ figures tell?',
	howToRead: 'The big figure is an estimate. The dot and “measured” show the mean of the answers that came in.',
	estimate: (whole) =>
		`With few answers a mean can swing widely, so each estimate is drawn part of the way towards the mean of ${whole}. The fewer the answers, and the more alike the groups, the further.`,
	lead: {
		tells:
			'Leaders in one group answer more alike than leaders across groups. The group’s figure tells something about the group and can be held against those of others.',
		hints:
			'Groups differ, but the figure of a single small group is uncertain. Take it as a hint, not for putting groups in an order.',
		'hardly-tells':
			'Leaders in one group answer almost as differently as leaders across groups. The group’s figure tells next to nothing about the group; use it for conversation, not for comparison.',
		unknown: 'The round is too small to settle how much the groups’ figures tell.'
	},
	estimateOf: (group) => `${group} (estimate)`,
	all: 'This holds for all scales.',
	most: 'This holds for most scales.',
	these: (scales) => `This holds for ${scales}.`,
	disagree: (scales) =>
		`Within the groups, answers differ widely on ${scales}. The mean covers several experiences, so ask who is doing how.`,
	estimateColumn: 'Estimate',
	measuredColumn: 'Measured mean',
	showFigures: 'Show the figures behind this',
	caption: 'How much the groups’ figures tell, scale by scale',
	scale: 'Scale',
	verdict: 'The group’s figure',
	within: 'Answers in one group',
	icc1: 'ICC(1)',
	icc2: 'ICC(2)',
	rwgj: 'rwg(j)',
	weight: 'The group’s own answers weigh',
	whole: (name) => `Mean of ${name}`,
	difference: {
		tells: 'tells something',
		hints: 'a hint',
		'hardly-tells': 'tells next to nothing',
		unknown: 'cannot be settled'
	},
	agreement: {
		strong: 'very much alike',
		moderate: 'fairly alike',
		weak: 'rather different',
		lacking: 'very different',
		unknown: 'not computed'
	},
	explain: [
		'ICC(1) is the part of the differences between leaders that lies between groups. From 0.05 on we take groups to differ.',
		'ICC(2) is how surely the groups’ means tell them apart. From 0.70 on they can be held against each other.',
		'rwg(j) is how alike the leaders of a group answer, on average over groups: very much alike from 0.71, fairly alike from 0.51, rather different from 0.31. It is never shown for a single group, since it could give away what each person answered.'
	],
	source: 'The cut-offs are a convention, not a law of nature:',
	sources: 'LeBreton and Senter 2008; Bliese 2000'
};

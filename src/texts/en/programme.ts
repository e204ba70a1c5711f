const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

const groups = (count: number): string => (count === 1 ? '1 group' : `${number.format(count)} groups`);
const days = (count: number): string => (count === 1 ? '1 day' : `${number.format(count)} days`);
const plans = (count: number): string => (count === 1 ? '1 plan' : `${number.format(count)} plans`);

/** The overview for top management and the committee: where it strains, what is shared, what is done, and what helped. */
export const programme: typeof import('#texts/da/programme.ts').programme = {
	title: 'Overview',
	documentTitle: 'Overview of leaders’ well-being',
	lead: 'One look over the whole organisation: where it strains, which causes many groups share, what has been set going, and whether it helped.',
	whoCanSee: 'Programme leads and the work environment committee can open this page',
	subtitle: (organisation, round) => `${organisation}, round ${round}`,
	subtitleUnmeasured: (organisation) => organisation,
	chooseRound: 'Round',
	show: 'Show',
	pdf: 'Download as PDF',
	nothing: 'No round has been released yet',
	nothingText: 'When a round is released, this page says where it strains. Plans and proposals are shown already.',
	nothingLink: 'See how far the rounds have come',
	basis: (round, day, answers) => `${round}, released on ${day}. ${answers}.`,
	facts: { organisation: 'Organisation', round: 'Round', day: 'Date', answers: 'Answers' },
	noRound: 'No round is released',
	weighs: {
		title: 'What weighs most',
		none: 'By the rule, no factor strains in the organisation as a whole.',
		line: (factor, seriousness, points, direction) =>
			`${factor}: ${seriousness.toLowerCase()}. The score is ${points} of 100 (${direction.toLowerCase()}).`,
		whereTitle: 'Where it strains',
		where: (group, factors) => `${group}: ${factors}`,
		whereNone: 'No unit right below the top has factors that are serious or considerable.'
	},
	heat: {
		whole: (name) => `All of ${name}`,
		title: 'Unit by unit',
		caption: 'Means from 0 to 100 for each unit and factor',
		unit: 'Unit',
		note: 'Orange: the darker, the more it strains. Teal: the darker, the more it carries. The figures are released means: groups with too few answers were pooled, and no figure tells of a single leader.'
	},
	causes: {
		title: 'Causes that many groups share',
		lead: 'Where the same thing weighs clearly in many groups, its cause seldom lies in the single group. It has to be taken up above.',
		caption: 'In how many of the groups shown each factor weighs clearly',
		factor: 'Factor',
		count: 'Groups in which it weighs clearly',
		told: 'Out of',
		what: 'What only the organisation can change',
		sentence: (factor, clear, told) =>
			`${factor} weighs clearly in ${number.format(clear)} of the ${groups(told)} in which it can be told.`,
		none: 'No factor weighs clearly in any group.',
		cannotTell: 'It cannot be told in this round: there is too little to estimate the small groups from.',
		rule: 'A factor weighs clearly where all of the uncertainty of the group’s figure lies on the heavy side of the middle. Groups in which it cannot be told are not counted.'
	},
	span: {
		title: 'Span of control and workload',
		lead: 'How many people the leaders of each group lead on average, by the list of the organisation, beside the group’s released score for workload.',
		caption: 'Each dot is a group: further right means more people per leader, higher up means a larger workload',
		tableCaption: 'The groups behind the dots, the largest span first',
		largest: (shown, all) =>
			`These are the ${number.format(shown)} groups with the largest span of ${number.format(all)}. The others stand on the page.`,
		group: 'Group',
		span: 'People per leader',
		workload: 'Workload (0–100)',
		answers: 'Answers',
		alternative: (verdict, count, from, to) =>
			`A chart of ${groups(count)}. The span of control goes from ${from} to ${to} people per leader. ${verdict}`,
		'cannot-tell': (count) =>
			`It cannot be told whether the two go together: only ${groups(count)} have both a score and a known span, and it takes at least 10.`,
		'more-with-larger': (r, low, high, count) =>
			`Groups whose leaders lead more people tell of a larger workload. On a scale from −1 to 1, where 0 is none, the correlation is ${r} (95 % interval from ${low} to ${high}) for ${groups(count)}.`,
		'less-with-larger': (r, low, high, count) =>
			`Groups whose leaders lead more people tell of a smaller workload. On a scale from −1 to 1, where 0 is none, the correlation is ${r} (95 % interval from ${low} to ${high}) for ${groups(count)}.`,
		'no-clear-link': (r, low, high, count) =>
			`The figures show no clear link. On a scale from −1 to 1, where 0 is none, it is ${r} (95 % interval from ${low} to ${high}) for ${groups(count)}. That does not rule one out.`,
		caution:
			'That two things go together does not say that one causes the other. It speaks of groups and not of the single leader.',
		leftOut: (count) =>
			`${groups(count)} are left out, because the score is not shown, is known as a limit only, or because the span is missing in the list.`,
		noData:
			'The list of the organisation does not say how many people the leaders lead. Take the column along at the next import.'
	},
	plans: {
		title: 'Plans',
		lead: 'What was decided, at which level, and how far it is.',
		none: 'There are no plans yet.',
		caption: 'Steps of the plans by level and state',
		level: 'Level',
		state: { done: 'Done', open: 'Under way', late: 'Past the date' },
		all: 'All',
		count: plans,
		onlyIndividual: (count) =>
			`${plans(count)} with steps for the single leader only. If the cause lies in the organisation, the single leader cannot remove it:`,
		onlyIndividualNone: 'No open plan makes do with steps for the single leader.',
		planLine: (plan, group) => `${plan} (${group})`
	},
	proposals: {
		title: 'Proposals that wait for an answer',
		none: 'No proposal waits for an answer.',
		caption: 'Those that have waited longest come first',
		proposal: 'Proposal',
		receiver: 'Lies with',
		waiting: 'Has waited',
		days
	},
	dialogues: {
		title: 'Dialogue meetings',
		line: (held, all) => `${number.format(held)} of ${groups(all)} have held their meeting about the result.`,
		planned: (count) => `${groups(count)} have agreed on one.`,
		overdue: (count) => `${groups(count)} have neither held nor agreed on one six weeks after the release.`,
		none: 'There are no groups to hold a meeting with yet.'
	},
	helped: {
		title: 'What helped?',
		lead: 'These are your own figures: groups with plans beside groups without, before and after. “Cannot tell” is an answer too.',
		none: 'No plan has been measured again yet. Make a follow-up round when the plans have worked for a while.',
		plansLine: (counts) =>
			`Plan by plan: ${counts.improved} better, ${counts.same} without a clear change, ${counts.worse} worse, ${counts.unknown} cannot be told.`,
		caption: 'All plans together, factor by factor',
		factor: 'Factor',
		rounds: 'Rounds',
		verdict: 'Verdict',
		effect: 'Difference from what was expected',
		groups: 'Groups with / without a plan',
		between: (before, after) => `${before} to ${after}`,
		effectValue: (inWords, spreads) => `${inWords}. In standard deviations: ${spreads}`,
		groupsValue: (acting, others) => `${number.format(acting)} / ${number.format(others)}`,
		notTold: 'Cannot be computed',
		unit: 'Points are on the scale from 0 to 100. In standard deviations the difference is set against how differently leaders answer: above zero is better, and 0.5 is the least that is usually held to matter.',
		researchTitle: 'What does research say of the interventions?',
		researchLead: 'These are studies of others, and they do not enter the figures above.',
		research: (intervention, certainty) => `${intervention}: ${certainty}`
	},
	trend: {
		title: 'Change over the rounds',
		caption: 'Means of the whole organisation (0–100) in each round',
		one: 'Only one round can be compared so far. Next time you will see which way it goes.',
		factor: 'Factor',
		direction: 'Direction',
		note: 'Rounds with another questionnaire or of another part of the organisation are left out. Small differences may be chance.'
	},
	notShown: 'Not shown'
};

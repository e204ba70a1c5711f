const number = new Intl.NumberFormat('en-GB');

function dimensionName(dimension: string): string {
	if (dimension === 'level') return 'Level';
	return dimension === 'profession' ? 'Profession' : dimension;
}

/** Results: the overview, a group's page and what can be done. */
export const results: typeof import('#texts/da/results.ts').results = {
	title: 'Results',
	chooseRound: 'Round',
	noneYet: 'No round has been released yet.',
	noneYetText: 'When a round has been closed and released, you can see its result here.',
	overviewLead: (round, released) => `${round}, released ${released}.`,
	whoCanSeeOverview: 'Programme leads and the work-environment committee see all groups',
	whoCanSeeManager: 'You see the group that your leaders are in, the units below you and the whole organisation',
	whoCanSeeGroup: 'The managers above the group, programme leads and the work-environment committee can open this page',
	wholeOrganisation: 'The whole organisation',
	heatMapTitle: 'Unit by unit',
	show: 'Show',
	heatMapLead: 'Each row is a unit, each column a factor. Press a unit to see what weighs there and what can be done.',
	leadershipGroup: (unit) => `${unit} (leadership group)`,
	showDeeper: 'Show the units below them too',
	showLess: 'Show only the uppermost units',
	heatMapCaption: 'Means from 0 to 100 for each unit and each factor',
	factorsTitle: 'What strains and what carries',
	responses: (responses, invited, share) =>
		invited === null
			? `${number.format(responses)} responses`
			: `${number.format(responses)} of ${number.format(invited)} have answered (${share})`,
	pooled: (names) =>
		`The result covers several leadership groups together: ${names}. They are pooled because some of them are too small to be shown alone.`,
	releasedOnce: 'The figures were worked out once, when the round was released, and do not change.',
	strainSentence: (factor) => `${factor} weighs heaviest on you right now.`,
	strainSentenceMany: (factors) => `${factors} weigh heaviest on you right now.`,
	lackSentence: (factors) => `What carries least is ${inSentence(factors)}.`,
	carrySentence: (factor) => `What carries most is ${inSentence(factor)}.`,
	noStrainSentence: 'None of the factors weighs particularly heavily on you right now.',
	maybeChance: 'The difference from the organisation as a whole is small or may be chance.',
	clearDifference: 'It clearly strains more here than in the organisation as a whole.',
	referenceOrganisation: 'all leaders in the organisation',
	outcomesTitle: 'How the leaders are',
	outcomesText: 'This often goes with the factors above. Figures go from 0 to 100.',
	safetyTitle: 'Safety in speaking up',
	dimensionsTitle: 'Across the units',
	dimensionsLead:
		'Leaders who share a level or a profession. Only leadership groups where everybody does are counted, and the figures follow from those already shown for the groups.',
	dimensionName,
	dimension: (dimension, category) => `${dimensionName(dimension)}: ${category}`,
	dimensionGroup: (name, unit) => `${name} – ${unit}`,
	dimensionText: (groups) =>
		`The result is worked out from ${number.format(groups)} leadership ${groups === 1 ? 'group' : 'groups'} where all leaders have this in common. Leaders in mixed groups are not in it.`,
	sharesTitle: 'How many it concerns',
	sharesText:
		'Shares are shown only where at least 20 have answered, and are rounded to 5 %. Better and worse are of the leaders who let their own browser compare with last time and chose to tell.',
	strained: 'Strained',
	better: 'Better than last time',
	worse: 'Worse than last time',
	told: 'Have told',
	unitsTitle: 'The units below',
	recommendationsTitle: 'What can be done?',
	recommendationsLead:
		'The suggestions follow from your figures, what research points to, and what you have answered about what fits. They begin with the organisation, because that is where most causes lie.',
	levelTitle: {
		organisation: 'The organisation',
		group: 'The leadership group',
		leadership: 'Leader and manager',
		individual: 'The individual leader'
	},
	because: (facts) =>
		`Because ${facts.factor.toLowerCase()} is ${facts.score} out of 100 here${facts.isRisk ? '' : ' (higher is better)'}, and the suggestion rests on ${facts.studies}.`,
	studiesInWords: (studies, reviews) => {
		const all = studies === 1 ? 'one study' : `${studies} studies`;
		if (reviews === 0) return all;
		if (studies === 1) return 'one research review';
		if (reviews === studies) return `${studies} research reviews`;
		return `${all}, ${reviews === 1 ? 'one of them a review' : `${reviews} of them reviews`}`;
	},
	noStudies: 'the overview alone, since no studies carry it yet',
	decideTitle: 'Decide on a plan',
	decideText: 'Choose one or two suggestions, preferably with the group, and write who does what, and by when.',
	decide: 'Make a plan',
	decideInNewer: (round) => `The group has been asked again since, in “${round}”. New plans are made from there.`,
	seeNewer: 'See that round',
	addToPlan: 'Use in a plan',
	plansCounted: (count: number) => (count === 1 ? 'The group’s plan' : `The group’s ${count} plans`),
	onThisPage: 'On this page',
	existingPlans: 'Plans for the group',
	notFoundTitle: 'The group is not included',
	notFound:
		'Either no result has been released for the group in this round, or you do not have access to it. Go back to the results and choose another group.',
	scaleDirection: { resource: 'higher is better', strain: 'lower is better' },
	boundText:
		'Where it says “at least” or “at most”, only a limit is shown. The figure lies at the end of the scale where the exact one could tell what a single person has answered. That is why no uncertainty is given.',
	imported: 'The answers were collected elsewhere and imported here.',
	importedScales: 'Scales of the questionnaire',
	importedScalesText: 'The mean of each scale in the imported questionnaire.',
	scale: 'Scale',
	value: 'Mean',
	interval: 'Uncertainty',
	organisationValue: 'The organisation',
	answers: 'Responses',
	statisticsTitle: 'How well does the questionnaire measure?',
	statisticsText: 'Figures for those who want to check the questionnaire. They cover the whole organisation.',
	statistics: {
		sd: 'Standard deviation',
		share: 'Share strained',
		alpha: 'Alpha',
		omega: 'Omega',
		icc1: 'ICC(1)',
		icc2: 'ICC(2)',
		rwgj: 'rwg(j)'
	}
};

/** Factor names begin with a capital letter; here they stand inside a sentence. */
function inSentence(factors: string): string {
	return factors.charAt(0).toLowerCase() + factors.slice(1);
}

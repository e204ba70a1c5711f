/** Results: the overview, a group's page and what can be done. */
export const results: typeof import('#texts/da/results.ts').results = {
	title: 'Results',
	chooseRound: 'Round',
	noneYet: 'No round has been released yet.',
	noneYetText: 'When a round has been closed and released, you can see its result here.',
	overviewLead: (round, released) => `${round}, released ${released}.`,
	whoCanSeeOverview: 'The programme leads and the work-environment committee can open this page',
	whoCanSeeManager: 'You see the groups you lead, and the organisation as a whole',
	whoCanSeeGroup:
		'The manager above the group, the programme leads and the work-environment committee can open this page',
	wholeOrganisation: 'The whole organisation',
	heatMapTitle: 'Unit by unit',
	show: 'Show',
	heatMapLead:
		'Each row is a unit, each column a condition. Open a unit to see what weighs there and what can be done.',
	heatMapCaption: 'Means from 0 to 100 for each unit and each condition',
	factorsTitle: 'What strains and what carries',
	responses: (responses, invited, share) =>
		invited === null ? `${responses} responses` : `${responses} of ${invited} have answered (${share})`,
	pooled: (names) =>
		`The result covers several leadership groups together: ${names}. They are added up because each of them is too small to be shown alone.`,
	releasedOnce: 'The numbers were computed once, when the round was released, and do not change.',
	strainSentence: (factor) => `${factor} weighs heaviest on you right now.`,
	strainSentenceMany: (factors) => `${factors} weigh heaviest on you right now.`,
	lackSentence: (factors) => `${factors} is what you have least of.`,
	carrySentence: (factor) => `${factor} carries most.`,
	noStrainSentence: 'Nothing stands out as a strain on you right now.',
	maybeChance: 'The difference from the rest of the organisation is small and may be chance.',
	clearDifference: 'That is clearly more than in the rest of the organisation.',
	reference: (name) => `The tick is ${name}.`,
	referenceOrganisation: 'all leaders in the organisation',
	intervalNote:
		'The thin line shows how far the number may swing because not everybody answered and because answers vary.',
	outcomesTitle: 'How the leaders are',
	outcomesText: 'This is what the conditions above can lead to. Numbers go from 0 to 100.',
	safetyTitle: 'Safety in speaking up',
	unitsTitle: 'The units below',
	withinTitle: 'Part of',
	recommendationsTitle: 'What can be done?',
	recommendationsLead:
		'The suggestions follow from your numbers and what research points to. They begin with the organisation, because that is where most causes lie.',
	levelTitle: {
		organisation: 'The organisation',
		group: 'The leadership group',
		leadership: 'The leader and the own manager',
		individual: 'The individual leader'
	},
	because: (facts) =>
		`Because ${facts.factor.toLowerCase()} is ${facts.score} out of 100 here, and ${facts.studies} point to measures like this one.`,
	studiesInWords: (studies, reviews) => {
		const all = studies === 1 ? 'one study' : `${studies} studies`;
		if (reviews === 0) return all;
		if (studies === 1) return 'one research review';
		return `${all}, ${reviews === 1 ? 'one of them a review' : `${reviews} of them reviews`},`;
	},
	noStudies: 'no studies yet',
	decideTitle: 'Decide on a plan',
	decideText: 'Choose one or two suggestions, preferably with the group, and write who does what by when.',
	decide: 'Make a plan',
	addToPlan: 'Use in a plan',
	existingPlans: 'Plans for the group',
	download: 'Download the numbers (JSON)',
	print: 'The page can be printed as it is.',
	notFoundTitle: 'The group is not included',
	notFound: 'We have no released result for that group in this round, or you do not have access to it.',
	scaleNotRisk: 'higher is better',
	simulated: 'The answers are invented.',
	imported: 'The answers were imported from a survey made elsewhere.',
	importedScales: 'Scales of the questionnaire',
	importedScalesText: 'The mean of each scale in the imported questionnaire.',
	scale: 'Scale',
	value: 'Mean',
	interval: 'Uncertainty',
	organisationValue: 'The organisation',
	answers: 'Responses',
	statisticsTitle: 'How well does the questionnaire measure?',
	statisticsText: 'Figures for those who want to check the measurement. They cover the whole organisation.',
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

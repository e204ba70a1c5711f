const number = new Intl.NumberFormat('en');

/** The meeting about a group's result: from figures to a decision. */
export const dialogue: typeof import('#texts/da/dialogue.ts').dialogue = {
	title: 'Dialogue meeting',
	titleOf: (group) => `Dialogue meeting: ${group}`,
	link: 'Hold a dialogue meeting about the result',
	linkTitle: 'Talk about it first',
	linkText:
		'A result only becomes something when the group has talked about it. Here is an agenda to follow minute by minute, a sheet to hand out, and slides.',
	lead: 'The meeting goes from figures to a decision: what you answered, what lies behind it, and what you will do about it. Follow the steps from the top.',
	subtitle: (round) => `From result to decision. ${round}.`,
	minutes: (minutes) => `${number.format(minutes)} min`,
	minutesLong: (minutes) => (minutes === 1 ? '1 minute' : `${number.format(minutes)} minutes`),
	from: (clock) => `from ${clock}`,
	lengthTitle: 'Length of the meeting',
	length: { 60: 'One hour', 90: 'An hour and a half' },
	lengthShown: (minutes) => `The agenda is laid out for ${number.format(minutes)} minutes.`,
	agendaTitle: 'Agenda',
	materialTitle: 'For the meeting',
	handout: 'Download the handout (PDF, two pages)',
	slides: 'Download slides (PowerPoint)',
	facilitatorSays: 'For whoever leads the meeting',
	whoCanSee:
		'The managers above the group, the facilitator, programme leads and the work environment committee can open this page',
	handoutFile: 'dialogue-handout',
	slidesFile: 'dialogue-slides',
	calendarFile: 'dialogue-meeting',
	rulesTitle: 'Ground rules',
	rules: [
		'Nobody needs to say what they answered.',
		'Nobody guesses who answered what. Not afterwards either.',
		'We talk about how the work is arranged before we talk about the individual.',
		'What is told stays in the room. What we decide is written down.',
		'Everybody may pass.'
	],
	step: {
		welcome: {
			title: 'Welcome and ground rules',
			question: 'What does it take for us to talk openly today?',
			facilitator: [
				'Say where the meeting is to end: we choose one or two things and agree who does what.',
				'Read the ground rules aloud, and ask whether one is missing.'
			]
		},
		answered: {
			title: 'What we answered',
			question: 'What do you recognise from your working day?',
			facilitator: [
				'Give two quiet minutes for reading. Then go round: What do you recognise? What makes you wonder?',
				'The figures go from 0 to 100. A thin line shows the uncertainty: the true figure may lie anywhere on it.'
			]
		},
		surprises: {
			title: 'What surprises',
			question: 'What had we not expected, and what may it have to do with?',
			facilitator: ['If somebody begins to guess who answered what, stop it kindly: that is not what we are here for.']
		},
		weighs: {
			title: 'What strains and what carries',
			question: 'When do we feel it most? And what keeps us going?',
			facilitator: [
				'Ask for examples from the last two weeks. A concrete example is worth more than an explanation.',
				'Take what carries, too: that is what to look after when you change something.'
			]
		},
		causes: {
			title: 'Causes',
			question: 'What in the way work is organised makes it so?',
			facilitator: [
				'Stay with the organisation for at least half of the time: tasks, staffing, meetings, systems and agreements.',
				'Ask: When does it go well, and what is different then?',
				'Ask: Who has the mandate to change it? We, the level above us, or somebody else?',
				'Only at the end: What can we do differently ourselves as a leadership group?'
			]
		},
		choose: {
			title: 'Choose one or two things',
			question: 'What would make the greatest difference if it worked?',
			facilitator: [
				'Let everybody set two marks. Choose what most point at, and what somebody has the mandate to change.',
				'Two at most. The rest will not run away.'
			]
		},
		decide: {
			title: 'Decide',
			question: 'Who does what, and when is it done?',
			facilitator: [
				'Write the decision down while everybody looks on, and read it aloud.',
				'If nobody in the room has the mandate, the decision is a proposal upward. Agree who makes it.'
			]
		},
		close: {
			title: 'Follow-up',
			question: 'When do we look at it again?',
			facilitator: ['Find the date now, while everybody has the calendar at hand.', 'Say thank you, and end on time.']
		}
	},
	answeredOf: (responses, invited) =>
		invited === null
			? `${number.format(responses)} have answered.`
			: `${number.format(responses)} of ${number.format(invited)} have answered.`,
	noFigures: 'There are no figures to show for the group. Take what fills the working days.',
	far: ({ name, here, there, reference, isStrain, isHeavier }) => {
		const verdict = isStrain
			? isHeavier
				? 'It clearly strains more here.'
				: 'It clearly strains less here.'
			: isHeavier
				? 'It clearly carries less here.'
				: 'It clearly carries more here.';
		return `${name}: ${here} here, ${there} in ${reference}. ${verdict}`;
	},
	wholeOrganisation: 'the whole organisation',
	apart: (name) =>
		`${name}: The answers lie further apart here than in the rest of the organisation. Do not ask who. Ask when and where it differs.`,
	surprisesAreClear: 'What stands here is so clear that chance hardly explains it.',
	noSurprises:
		'No figure stands out so much that it could not be chance. That is an answer, too. Take what fills your working day instead.',
	strainsMost: (names) => `Strains most: ${names}.`,
	carriesLeast: (names) => `Carries too little: ${names}.`,
	carriesMost: (names) => `Carries most: ${names}.`,
	nothingWeighs: 'None of the factors shown lies on the heavy side of the middle.',
	orderUnsure: 'The difference between the first ones is small, so their order may be chance.',
	withPoints: (name, points) => `${name} (${points})`,
	organisationOnly: (name, text) => `${name}: ${text}`,
	noCauses: 'Begin with what the group itself names. Ask first about tasks, staffing, meetings and agreements.',
	suggestion: ({ name, level, factor }) => `${name} (${level.toLowerCase()}; ${factor.toLowerCase()})`,
	suggestionsTitle: 'Among what research points to',
	noSuggestions: 'Choose among what you have found yourselves.',
	decideLines: [
		'Who takes it on? Can that person decide that it happens?',
		'What is the first step, and when is it taken?',
		'What is to show that it worked?',
		'What lies above us and goes upward as a proposal?'
	],
	closeLines: ['Set a date six to eight weeks from now.', 'Agree who tells those who were not here today.'],
	cautionsTitle: 'Before you begin',
	pooledTitle: 'The figures cover several leadership groups',
	pooled: (names) =>
		`The result covers ${names} as one. Nobody can see which group a figure comes from, and nobody should try. Ask instead: does it fit us? If you meet separately, the figures are an occasion in common, not a verdict on anybody.`,
	estimatedTitle: 'There are few answers',
	estimated: (responses) =>
		`Only ${number.format(responses)} have answered. The figures are therefore drawn towards the larger unit, and the uncertainty is great. Use them to begin the talk, not to end it.`,
	leaningTitle: 'The figures are estimates',
	leaning:
		'Each figure is drawn a little towards the larger unit, since a mean always varies somewhat. The more answers, the less.',
	withheldTitle: 'Some figures are not shown',
	withheldAll:
		'No figures are shown for the group, because they might point at who answered. Hold the meeting all the same: begin with what fills your working day.',
	withheld: (count, all) =>
		`${number.format(count)} of ${number.format(all)} factors are not shown, because the figure might point at who answered. That a figure is missing says nothing about how things are.`,
	scaleNote: (isOfFew) =>
		`The numbers go from 0 to 100.${isOfFew ? ' They are estimates, since few have answered.' : ''}`,
	chartAlt: (group) => `Bars from 0 to 100 for each factor in ${group}. The figures also stand in the text.`,
	chartRow: ({ name, here, there }) =>
		there === null ? `${name}: ${here}` : `${name}: ${here} (the organisation ${there})`,
	strainsTitle: 'What strains',
	strainsNote: 'High figures are heavy',
	carriesTitle: 'What carries',
	carriesNote: 'High figures are good',
	here: 'Here',
	wholeShort: 'The organisation',
	notShown: 'not shown',
	slide: {
		agenda: 'What we are going to do',
		figures: 'What we answered',
		talk: 'Talk about it',
		decide: 'Decide, and follow up'
	},
	sourceOf: (day) => `The figures are from the result released ${day}.`,
	safe: 'The figures are of the group as a whole. Nobody can see what one person answered.',
	keyInterval: 'How far the figure may swing',
	handoutPage: (page, all) => `Page ${page} of ${all}`,
	notFoundTitle: 'The group is not there',
	notFound: 'Either no result has been released for the group, or you do not have access to it.'
};

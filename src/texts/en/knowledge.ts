import type { knowledge as danish } from '#texts/da/knowledge.ts';

/** The library: factors, interventions and studies, and how sure it is. */
export const knowledge: typeof danish = {
	title: 'What is known about leaders’ well-being',
	shortTitle: 'Knowledge',
	lead: 'What research knows about what wears on leaders in health care, what carries them and what can be done about it, and how sure it is.',
	onThisPage: 'On this page',
	twoMinutesTitle: 'Two minutes?',
	twoMinutesLink: 'Choose what you know from your own working day.',
	twoMinutes: 'You get a sentence to take to your manager.',
	anHourTitle: 'An hour?',
	anHour: 'Every claim shows its sources, its cautions, and why it is as sure or unsure as it is.',
	anHourMethods: 'Read how we calculate',
	strainsTitle: 'What strains',
	strainsNote: 'Six things that wear on a leader when there is much of them.',
	carriesTitle: 'What carries',
	carriesNote: 'Six things that hold a leader up.',
	factorLines: {
		workload: 'The day is too short for all that is on the desk, and there are too many employees for one leader.',
		'role-conflict': 'You are pulled several ways, and nobody says what comes first.',
		'performance-pressure': 'The goals are higher than hands and money allow.',
		isolation: 'You stand alone with the responsibility and have nobody to talk it over with.',
		'emotional-demands': 'Other people’s grief, anger and conflicts draw on your strength.',
		'work-life-balance': 'Work comes home with you and stays.',
		'role-clarity': 'You know what you are responsible for, and when something is good enough.',
		support: 'There is somebody to lean on, above you and beside you.',
		influence: 'You are heard before things are decided, and can put things right yourself.',
		development: 'You are equipped to lead and keep learning.',
		coping: 'You have something to turn to when things come to a head.',
		flexibility: 'You can arrange your time and close the door on work again.',
		'psychological-safety': 'Hard things can be said at the meeting, not only in the corridor afterwards.'
	},
	interventionsTitle: 'What can be done',
	interventionsLead:
		'The list begins with the organisation, because causes should be met where they arise before anybody is asked to cope with more.',
	levelLines: {
		organisation: 'What management and committees can decide for everybody.',
		group: 'What leaders who work together can do for each other.',
		leadership: 'What concerns leading itself and the work with one’s own manager.',
		individual: 'What one can practise oneself. It cannot stand alone.'
	},
	consequencesTitle: 'What does it mean for others?',
	certaintyTitle: 'What does certainty mean here?',
	certaintyCount: (findings) => (findings === 1 ? '1 claim' : `${findings} claims`),
	certaintyHonest: (facts) =>
		`${facts.veryLow} of ${facts.all} claims are very uncertain. ${facts.notShown} of them stand in the overview, but none of the sources that we have been able to look up shows them. The others rest on too little, such as a single questionnaire or a few interviews. That does not make them wrong. We show them, so that you can see why for yourself.`,
	certaintyMore: 'See the rule step by step',
	groundTitle: 'It all rests on',
	ground: {
		studies: 'studies',
		findings: 'claims',
		interventions: 'interventions'
	},
	groundDetails: (facts) =>
		`${facts.inHealthCare} of the studies are about leaders in health care, ${facts.nordic} are Nordic, and ${facts.reviews} sum up several studies. ${facts.verified} of ${facts.studies} have been looked up; the rest are marked and do not count.`,
	source: (version) =>
		`The starting point is the Danish knowledge overview “Vidensoversigt om lederes trivsel”, made for the effort TAL in the Region of Southern Denmark. The words are our own. Version ${version}.`,
	editorLink: 'State of the evidence base (for editors)',

	finding: {
		basedOn: 'Rests on',
		standing: {
			counts: 'counts',
			'shows-less': 'does not show it',
			contradicts: 'points the other way',
			'not-verified': 'not verified'
		},
		noneCounts: 'None of the sources shows it',
		alsoCited: 'Named, but does not count',
		moderator: 'What makes a difference',
		note: 'Caution',
		review: 'review',
		up: 'more',
		down: 'less',
		mixed: 'changed',
		alsoSaid: 'The overview, line',
		kinds: {
			strains: 'something that strains',
			protects: 'something that carries leaders',
			moderates: 'something that changes a link',
			mediates: 'something that works through something else',
			'intervention-effect': 'effect of an intervention',
			prevalence: 'how common it is'
		}
	},
	outcomeGroups: {
		leaders: 'For the leaders themselves',
		employees: 'For employees',
		organisation: 'For the work and the organisation'
	},
	andOthers: 'et al.',

	factor: {
		kinds: {
			risk: 'What strains',
			resource: 'What carries',
			context: 'The setting of it all'
		},
		findingsTitle: 'What it goes with',
		findingsLead:
			'The surest claims come first. When one thing goes with another they occur together; that does not in itself say what comes from what. The arrows show whether there is more (↑) or less (↓) of what stands beside them.',
		interventionsTitle: 'What can be done',
		interventionsLead: 'Begin at the top. What the organisation can change comes before what one person can practise.',
		managerTitle: 'Raise it with your manager',
		managerLead: 'You could begin like this:',
		organisationTitle: 'What only the organisation can change',
		ownTitle: 'A small step you can take yourself',
		ownLead: 'It does not replace what stands above.',
		sourceTitle: 'The source',
		source: (lines) =>
			`“Vidensoversigt om lederes trivsel” (in Danish), lines ${lines} of the text version. The words here are our own.`,
		othersTitle: 'The other factors'
	},

	intervention: {
		mandate: 'Who can decide it?',
		effort: 'What does it take?',
		factors: 'What does it aim at?',
		stepsTitle: 'How it can be done',
		stepsNote: 'The steps are practical advice of ours. Research seldom tells how an intervention was carried out.',
		print: 'The page can be printed. Each step then has a box to tick.',
		followUpTitle: 'Afterwards',
		followUpNone: 'The research behind it says nothing of follow-up. Set a day aside to look at whether it has helped.',
		certaintyIs: (name) => `It has ${name}`,
		thinTitle: 'Little is known here',
		thin: 'Do try it if it fits in. But promise nobody that it works, and agree beforehand how it would be felt.',
		lowTitle: 'Something points to it',
		low: 'There is reason to believe that it helps, but it has not been shown. Agree beforehand how one would notice whether it makes a difference.',
		lowMeasured:
			'It has been tried, but not so thoroughly that one can count on the same elsewhere. Agree beforehand how one would notice whether it makes a difference.',
		findingsTitle: 'The claims behind it',
		findingsLead: 'The surest come first.',
		studiesTitle: 'The studies behind it',
		studiesLead: 'The studies on which the intervention rests, and what they found.',
		namedTitle: 'Named, but does not count',
		namedLead:
			'The overview refers to these as well. What we have seen of them shows something else, or we have not been able to look them up.',
		othersTitle: 'Other interventions at the same level',
		source: (lines) => `The overview, lines ${lines}.`
	},

	study: {
		openSource: 'Open the original',
		noLink: 'We do not link to the original, because we have not been able to check its address.',
		recalledTitle: 'Not verified',
		recalled:
			'The details were written down without being looked up. So there is no link, and the study does not count when we say how sure a claim is.',
		unknownTitle: 'Not found',
		unknown:
			'We have not been able to find the study and know only name and year. It does not count when we say how sure a claim is. If you know it, please tell the editors.',
		mainFindingTitle: 'What the study found',
		mainFindingUnknown: 'That is not known to us.',
		cautionsTitle: 'Read it with caution',
		factsTitle: 'How the study was done',
		fields: {
			design: 'Kind',
			population: 'Who',
			sample: 'How many',
			country: 'Where'
		},
		notKnown: 'not known',
		citedAs: (year) => `The overview says ${year}`,
		weighted: 'One of the five reviews to which the overview gives most weight.',
		mentions: (count) => (count === 1 ? 'Named once in the overview' : `Named ${count} times in the overview`),
		mentionLines: (lines) => `lines ${lines}`,
		interventionsTitle: 'Interventions that rest on the study',
		interventionsNone: 'No intervention rests on the study.'
	},
	designs: {
		'meta-analysis': { name: 'meta-analysis', meaning: 'Combines the figures of many studies.' },
		'systematic-review': {
			name: 'systematic review',
			meaning: 'Searches for all research on a question by a fixed plan and brings it together.'
		},
		review: { name: 'research review', meaning: 'Sums up what others have found.' },
		'randomised-trial': {
			name: 'randomised trial',
			meaning: 'Lots are drawn on who tries something new and who waits.'
		},
		longitudinal: { name: 'followed over time', meaning: 'Asks the same leaders several times.' },
		intervention: {
			name: 'before and after',
			meaning: 'Measures before and after an effort, as far as we know without a group to compare with.'
		},
		'cross-sectional': {
			name: 'questionnaire at one time',
			meaning: 'Shows what occurs together, but not what comes first.'
		},
		mixed: { name: 'both figures and stories', meaning: 'Uses both a questionnaire and leaders’ own words.' },
		qualitative: {
			name: 'interviews and stories',
			meaning: 'Shows how something is experienced, but not how common it is.'
		},
		conceptual: { name: 'expert discussion', meaning: 'Gathers and discusses knowledge without new measurements.' },
		unknown: { name: 'unknown', meaning: 'We have not been able to find out how they were done.' }
	},
	studies: {
		title: 'All studies',
		lead: 'Ordered by how they were done. Those that can show most come first.',
		findings: (shown, named) =>
			named === 1
				? `${shown === 1 ? 'shows' : 'does not show'} the claim it is named for`
				: `shows ${shown} of the ${named} claims it is named for`,
		untitled: 'Title not known'
	},
	consequences: {
		title: 'What does leaders’ well-being mean for others?',
		lead: 'It is often said that leaders’ well-being is decisive for employees, patients and operations. Here is what the overview says, and how much the sources show. It is less than one might think.',
		findingsLead:
			'The surest claims come first in each group. The arrows show whether there is more (↑) or less (↓) of what stands beside them.'
	},
	unknown: {
		factor: {
			title: 'We do not know that factor',
			text: 'The address fits nothing that we write about. Perhaps it was copied wrongly or has changed.'
		},
		intervention: {
			title: 'We do not know that intervention',
			text: 'The address fits no intervention. Perhaps it was copied wrongly, or the intervention has been merged with another.'
		},
		study: {
			title: 'We do not know that study',
			text: 'The address fits no study. Perhaps it was copied wrongly, or the study has been taken out.'
		},
		toFactors: 'See all factors',
		toInterventions: 'See all interventions',
		toStudies: 'See all studies'
	}
};

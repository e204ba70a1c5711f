import type { library as danish } from '#texts/da/library.ts';

/** The library's pages on one claim, one outcome and “why is it suggested?”, and the picture of the whole. */
export const library: typeof danish = {
	finding: {
		label: 'Claim',
		chain: 'What goes with what?',
		from: 'From',
		to: 'To',
		research: 'The research itself',
		anyIntervention: 'Interventions as such',
		noOutcome: 'The claim is about the research and not about an outcome.',
		goesWith: 'goes with',
		followedBy: 'is followed by',
		isAbout: 'is about',
		amounts: { raises: 'more', lowers: 'less', mixed: 'a change in' },
		directions: {
			mixed: 'The studies do not point the same way, or the direction is unclear.',
			none: 'The claim tells how something is, not what occurs together.'
		},
		effects: {
			mixed: 'It does not point one way only.'
		},
		notCause: 'They occur together. That does not in itself say what comes from what.',
		kind: 'Kind of claim',
		population: 'Who was studied?',
		certaintyIs: (name) => `The claim has ${name}`,
		studiesTitle: 'The studies behind it',
		studiesLead: 'They count when we say how sure the claim is.',
		noStudies: 'None of the studies named shows the claim.',
		othersTitle: 'Named, but does not count',
		othersLead: 'The overview refers to these as well. Here is why they do not count.',
		standingReasons: {
			'shows-less': 'What we have seen of the study, mostly its abstract, does not show the claim, or shows less.',
			contradicts: 'The study points the other way and pulls the certainty down.',
			'not-verified': 'The study is not verified: we have not been able to look it up in the original.'
		},
		design: 'How it was done',
		who: 'Who',
		howMany: 'How many',
		where: 'Where',
		found: 'What it found',
		recordIs: 'Its details',
		recordVerified: 'have been looked up',
		recordNotVerified: 'are not verified',
		caution: 'Caution about the study',
		interventionsTitle: 'Interventions that lean on the claim',
		interventionsNone: 'No intervention leans on it.',
		relatedTitle: 'Related claims',
		placeTitle: 'Where does it stand?',
		place: (lines) => `The overview, lines ${lines}`,
		citeTitle: 'Cite the claim',
		cite: (facts) =>
			`Ledertrivsel. “${facts.claim}” (${facts.certainty}${facts.isShown ? '' : '; not shown by any source we have been able to look up'}.) Claim, version ${facts.version}. Evidence base, edition ${facts.base}, ${facts.day}. ${facts.address}`,
		citeNote: 'The address will keep leading to the claim. If the claim changes, its version number is raised.'
	},
	exports: {
		label: 'Download the studies that count, for a reference manager',
		labelOne: 'Download for a reference manager',
		labelOthers: 'Download those that are named but do not count',
		formats: { ris: 'RIS', bibtex: 'BibTeX', 'csl-json': 'CSL-JSON', apa: 'Reference list (APA)' }
	},
	outcome: {
		of: {
			leaders: 'In the leaders themselves',
			employees: 'In employees',
			organisation: 'For the work and the organisation'
		},
		higherIsBetter: 'More is better.',
		lowerIsBetter: 'Less is better.',
		factorsTitle: 'What it goes with',
		factorsLead: 'First what strains, then what carries. The surest claims come first in each group.',
		effectsTitle: 'What interventions have done about it',
		fromOutcomesTitle: 'What it follows from in leaders',
		consequencesTitle: 'What it means for other things',
		none: 'The evidence base has no claims about it yet.',
		othersTitle: 'Other outcomes'
	},
	why: {
		title: (name) => `Why is “${name}” suggested?`,
		lead: 'What the suggestion aims at, whether it helps, and how sure that is.',
		short: {
			factor: (factor, isRisk) =>
				isRisk ? `It is here because “${factor}” weighs.` : `It is here because some “${factor}” is lacking.`,
			measured: 'Whether it helps has been measured.',
			notMeasured: 'Whether it helps has not been measured.'
		},
		back: {
			result: 'Back to the result',
			plan: 'Back to the plan',
			other: 'Back to where you came from'
		},
		factorStep: 'What the suggestion aims at',
		factorText: (factor, isRisk) =>
			isRisk
				? `The suggestion is here because “${factor}” weighs. That is part of what the intervention is made to reduce.`
				: `The suggestion is here because there is too little of “${factor}”. That is part of what the intervention is made to strengthen.`,
		noFactor: 'The intervention aims at several factors at once.',
		alsoFor: 'It also aims at',
		aimsAt: 'It aims at',
		aboutTitle: (factor) => `Why “${factor}” matters`,
		aboutLead: 'This is what is said of the factor, and the intervention leans on it. Each claim tells how sure it is.',
		aboutLeadOther:
			'The intervention leans on no claim about the factor itself. Here is what else is said of it, the surest first.',
		aboutNone: 'We have no claims about the factor yet.',
		effectsTitle: 'Does it help?',
		effectsLead: 'This is said of the effect of the intervention.',
		effectsNone:
			'None of the studies we have has measured whether it works. It is suggested because it aims at something that seems to matter.',
		otherTitle: 'What else it leans on',
		sureTitle: 'How sure is it that the intervention helps?',
		placeTitle: 'Why it stands where it stands',
		placeRule:
			'Suggestions are ordered within their level. What counts first is how much the factors weigh, then how sure research is, and last how many studies carry the intervention. In a group’s result, whether it fits there counts too. The organisation always comes first, because causes should be met where they arise.',
		placeAlone: (position, among) =>
			among === 1
				? 'It is the only suggestion at its level that aims at the factor.'
				: `If only this factor counted, it would be number ${position} of ${among} at its level.`,
		placeMany: 'In a result the other factors count too, so the order there may be another.',
		aheadTitle: 'Ahead of it',
		advantages: {
			surer: 'the research behind it is surer',
			'more-studies': 'just as sure, but more studies',
			none: 'just as sure and as many studies, so the order says nothing'
		},
		readOn: 'See steps, needs and questions before you choose',
		noSecret: 'This page knows nothing of your answers. It shows the same to everybody.'
	},
	map: {
		title: 'The whole in one picture',
		lead: 'On the left what strains. On the right what carries. In the middle what they go with. At the bottom what can be done. Choose a field and read the claims behind it.',
		leadNarrow:
			'First what strains and what carries. Then what they go with, and last what can be done. Choose a field and read the claims behind it. The mark shows how sure the surest claim is; for interventions, how sure it is that they help.',
		lines:
			'The thicker the line, the more claims with support; a dashed line is without. The mark shows how sure the surest claim is; for interventions, how sure it is that they help.',
		outcomesTitle: 'What suffers or gains from it',
		findings: (count, carried) => {
			if (count === 0) return 'no claims';
			const all = count === 1 ? '1 claim' : `${count} claims`;
			return carried === count ? `${all} with support` : `${all}, ${carried === 0 ? 'none' : carried} with support`;
		},
		surest: 'at most',
		helps: 'that it helps:',
		reaches: 'about',
		reachesWhom: { leaders: 'leaders', employees: 'employees', organisation: 'the work' },
		context: 'The setting of it all'
	},
	ways: {
		title: 'Other ways in',
		overviewText: 'The same as one text with its sources, to read or to print.',
		download: 'Download the whole evidence base',
		downloadText: 'A zip file with all records, also for reference managers. The licence is EUPL-1.2.',
		methods: 'How we calculate',
		methodsText: 'The rules for certainty, scores and order.',
		studies: 'All studies',
		studiesText: (verified, not) => `${verified} have been looked up, ${not} are not verified.`,
		consequences: 'What does it mean for others?',
		consequencesText: 'Employees, patients and operations: what the evidence supports.',
		edition: (version, day) => `Edition ${version}, ${day}.`,
		lastSearch: (when) => `Last search for studies: ${when}.`
	},
	intervention: {
		needs: 'What must be in place?',
		duration: 'How long does it take?',
		signsTitle: 'How to tell whether it worked',
		fitTitle: 'Does it fit your place?',
		fitLead: 'The same intervention works in one place and not in another. Take the questions before you choose.',
		fit: {
			intervention: 'The intervention',
			organisation: 'The organisation',
			participants: 'The participants',
			facilitator: 'Who leads it',
			context: 'The situation'
		},
		booster: (months) => `Put a follow-up in the calendar after ${months} months. The effect may fade.`
	},
	study: {
		notVerified: 'not verified',
		criteriaTitle: 'The overview’s four criteria for studies',
		criteriaLead: 'This is how the overview chose studies. Here is whether this one meets the criteria.',
		criteria: {
			isRelevant: 'About leaders in health care',
			hasClearMethod: 'Peer-reviewed and with a clear method',
			isRecent: 'Recent: from 2010 or later',
			isNordic: 'Nordic'
		},
		meets: { yes: 'yes', no: 'no', unknown: 'not known' },
		role: 'Place in the overview',
		roles: {
			included: 'Probably one of the 22 studies that it read closely. It does not say so itself; we have inferred it.',
			additional: 'Named besides the 22 studies that it read closely.'
		},
		international: 'several countries',
		statusTitle: 'What has been looked up?',
		statusLead: 'Each detail of the study, and whether we have seen it in the original or in a register.',
		statuses: {
			verified: 'looked up',
			recalled: 'not verified',
			unknown: 'not known',
			'n/a': 'this publication has none'
		},
		statusFields: {
			author: 'Authors',
			issued: 'Year',
			title: 'Title',
			'container-title': 'Published in',
			volume: 'Volume',
			issue: 'Issue',
			page: 'Pages',
			DOI: 'DOI',
			studyType: 'Kind of study',
			population: 'Who',
			country: 'Where',
			sampleSize: 'How many'
		},
		statusColumns: { field: 'Detail', value: 'What it says', status: 'Has it been looked up?' },
		carriesTitle: 'Claims that the study shows',
		carriesLead: 'The study counts when we say how sure they are.',
		carriesNone: 'The study shows none of the claims.',
		notShownTitle: 'Claims where it is named but does not show',
		notShownLead: 'Each says why the study does not count.',
		ambiguity: 'Doubt about which work is meant'
	},
	onlySaid: {
		title: 'Said, but not shown',
		tag: 'said, but not shown',
		lead: (count) =>
			count === 1
				? 'The overview says so, but none of the sources that we have been able to look up shows it:'
				: 'The overview says the following, but none of the sources that we have been able to look up shows it:'
	},
	themes: {
		whole: 'The factor as a whole',
		parts: 'Its parts'
	},
	printed: (facts) => `The evidence base, edition ${facts.version}, ${facts.day}. ${facts.address}`,
	unknown: {
		finding: {
			title: 'We do not know that claim',
			text: 'The address fits no claim. Perhaps it was copied wrongly, or the claim has been merged with another.'
		},
		outcome: {
			title: 'We do not know that outcome',
			text: 'The address fits no outcome. Perhaps it was copied wrongly or has changed.'
		},
		toMap: 'See the picture of the whole'
	}
};

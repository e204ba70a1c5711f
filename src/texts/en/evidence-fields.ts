import type { evidenceFields as danish } from '#texts/da/evidence-fields.ts';

/** The fields of records in the evidence base as editors fill them in, and what can be wrong with them. */
export const evidenceFields: typeof danish = {
	problems: {
		precisely: 'Precisely',
		rules: {
			schema: 'A field is not filled in the way it has to be.',
			'ids-are-unique': 'Two have the same name in the address.',
			'factors-are-complete': 'There must be six factors that strain and six that carry.',
			'references-resolve': 'It refers to something that is not in the evidence base.',
			'outcomes-are-named': 'The claim must lead to at least one outcome.',
			'claims-have-a-source':
				'There must be at least one study behind it, and if the study is from the overview, at least one line of it too.',
			'factors-have-findings': 'Each factor must have at least two claims.',
			'interventions-cover-levels': 'There must be interventions at all four levels, and at least twenty in all.',
			'factors-can-be-met':
				'Each factor must be met by at least one intervention of the organisation and one of the group or the managers.',
			'languages-are-filled': 'A text is missing in Danish or English.',
			'doi-is-verified': 'A DOI may stand only where it was looked up.',
			'doi-is-unique': 'Two studies have the same DOI.',
			'unknown-claims-nothing': 'A study that was not found can have no title, design or finding.',
			'studies-are-used': 'No claim and no intervention names the study.',
			'lines-are-in-overview': 'The lines are outside the overview, which has 1,490 lines.',
			'lines-name-the-study': 'Lines and studies do not fit: each study must be named on one of the lines.',
			'mentions-are-carried': 'A place where the overview names a study no longer belongs to any claim.',
			'doubts-are-noted': 'Where a study shows less or was not looked up, there must be a caution.',
			'intervention-studies-count': 'A study behind the intervention was not looked up or shows none of its claims.',
			'certainty-follows-the-rule': 'The certainty you expect is not the one that the rule gives.'
		},
		fields: {
			missing: () => 'Fill in the field.',
			'one-language': () => 'The text must stand in both Danish and English.',
			'not-a-number': (detail) => `Write a whole number. “${detail}” cannot be read.`,
			'not-chosen': (detail) => (detail === '' ? 'Choose one.' : `“${detail}” cannot be chosen. Choose another.`),
			'lines-unreadable': (detail) => `“${detail}” is not a line number. Write 375-376, 421, for example.`,
			'line-outside': (detail) => `There is no line ${detail}. The overview has lines 1 to 1490.`,
			'lists-differ': (detail) => `There must be as many lines in Danish as in English. Now there are ${detail}.`,
			'author-unreadable': (detail) => `“${detail}” has no family name. Write “Family name, Given name”.`,
			'country-unreadable': (detail) => `“${detail}” is not a country code. Write two letters, such as DK.`,
			'doi-unreadable': (detail) => `“${detail}” is not a DOI. It begins with 10.`,
			'address-unreadable': (detail) => `“${detail}” is not an address. It begins with https://.`,
			'id-unreadable': () => 'Use only small letters a–z, numbers and hyphens.',
			'id-taken': (detail) => `The name “${detail}” is taken. Choose another.`,
			'too-long': (detail) => `Write ${detail} characters at most.`,
			'too-few': (detail) => `There must be at least ${detail}.`,
			'too-low': (detail) => `The number must be at least ${detail}.`,
			'too-high': (detail) => `The number can be ${detail} at most.`,
			'confidence-missing': (detail) => `Choose at “${detail}” whether it has been looked up.`
		}
	},

	sections: {
		work: 'What is it?',
		method: 'How was it done?',
		sources: 'What was looked up?'
	},

	fields: {
		finding: {
			claim: 'The claim',
			from: 'What is it about?',
			outcomes: 'What does it lead to?',
			kind: 'Kind of claim',
			direction: 'Direction',
			moderator: 'What makes a difference?',
			population: 'Who was studied?',
			studies: 'The studies behind',
			notShownBy: 'Studies that show less',
			contradictedBy: 'Studies that point the other way',
			lines: 'Lines of the overview',
			note: 'Caution',
			certainty: 'The certainty you expect'
		},
		study: {
			status: 'Was the study looked up?',
			authors: 'Authors',
			year: 'Year of publication',
			citedYear: 'Year it is cited under',
			title: 'Title',
			publicationType: 'Kind of publication',
			journal: 'Journal',
			volume: 'Volume',
			issue: 'Issue',
			pages: 'Pages',
			publisher: 'Publisher',
			doi: 'DOI',
			url: 'Address',
			design: 'How it was done',
			population: 'Who was studied?',
			sampleSize: 'How many, in words',
			participants: 'Number who answered or took part',
			mainFinding: 'What the study found',
			cautions: 'Cautions about the study',
			countries: 'Countries',
			isInternational: 'Covers several countries, not one in particular',
			isHealthCare: 'From health care?',
			isAboutLeaders: 'About leaders?',
			isNordic: 'Nordic?',
			isPeerReviewed: 'Peer reviewed?',
			isWeightedReview: 'One of the reviews that the overview leans on most',
			callsOwnEvidenceThin: 'The review itself calls its evidence thin',
			role: 'Place in the overview',
			confidence: 'Was the record looked up?',
			ambiguity: 'Doubt about which work is meant'
		},
		intervention: {
			name: 'Name',
			level: 'Level',
			description: 'What is it?',
			mandate: 'Who can decide it?',
			steps: 'How it can be done',
			effort: 'What does it take?',
			needs: 'What must be in place?',
			duration: 'How long does it take?',
			signs: 'How to tell whether it worked',
			fit: 'Does it fit with you?',
			'fit.intervention': 'Does it fit? The intervention',
			'fit.organisation': 'Does it fit? The organisation',
			'fit.participants': 'Does it fit? The participants',
			'fit.facilitator': 'Does it fit? Whoever leads it',
			'fit.context': 'Does it fit? The situation',
			factors: 'What is it aimed at?',
			findings: 'The claims behind',
			studies: 'The studies behind',
			followUp: 'Afterwards',
			boosterMonths: 'Booster after so many months',
			lines: 'Lines of the overview'
		}
	},

	hints: {
		finding: {
			claim: 'One sentence, as it is to be read. Do not copy from the studies.',
			from: 'What the claim starts from.',
			outcomes: 'At least one, except where it is about the research itself.',
			moderator: 'What takes the edge off or sharpens it.',
			population: 'Never wider than the studies that count.',
			studies: 'A study counts only where it was looked up and itself shows the claim.',
			lines: 'For example 375-376, 421.',
			note: 'What a reader must know before leaning on it.',
			certainty: 'Certainty is computed. If you write one here, you are told when the rule gives another.'
		},
		study: {
			status: 'Only studies that were looked up count.',
			authors: 'One on each line: Family name, Given name.',
			doi: 'Only where it was looked up. Begins with 10.',
			url: 'Begins with https://.',
			participants: 'Empty for reviews, and where it is not known.',
			mainFinding: 'In your own words.',
			countries: 'Country codes of two letters, such as DK, SE.',
			confidence: 'One for each part of the record.',
			ambiguity: 'For editors, in English.'
		},
		intervention: {
			level: 'Where somebody can decide it.',
			description: 'Two or three sentences.',
			steps: 'At least two steps.',
			'fit.intervention': 'One question.',
			'fit.organisation': 'One question.',
			'fit.participants': 'One question.',
			'fit.facilitator': 'One question.',
			'fit.context': 'One question.',
			factors: 'At least one factor.',
			findings: 'At least one.',
			studies: 'Only those that were looked up and show one of the claims.',
			followUp: 'What keeps the effect alive.',
			boosterMonths: 'Only where research says that the effect fades.',
			lines: 'For example 1110-1112.'
		}
	},

	choices: {
		direction: {
			raises: 'more of the one goes with more of the other',
			lowers: 'more of the one goes with less of the other',
			mixed: 'does not point one way only',
			none: 'tells how something is'
		},
		standing: {
			counts: 'shows the claim',
			'shows-less': 'shows less than it is used for',
			contradicts: 'points the other way'
		},
		publicationType: {
			'article-journal': 'journal article',
			report: 'report',
			book: 'book',
			chapter: 'chapter',
			thesis: 'thesis'
		},
		role: { included: 'one of those it read closely', additional: 'named beside them, or not named' },
		confidenceFields: {
			author: 'Authors',
			issued: 'Year',
			title: 'Title',
			'container-title': 'Published in',
			volume: 'Volume',
			issue: 'Issue',
			page: 'Pages',
			DOI: 'DOI',
			studyType: 'How it was done',
			population: 'Who',
			country: 'Where',
			sampleSize: 'How many',
			mainFinding: 'What it found'
		},
		confidences: {
			verified: 'looked up',
			recalled: 'not looked up',
			unknown: 'not known',
			'n/a': 'does not exist for this publication'
		}
	}
};

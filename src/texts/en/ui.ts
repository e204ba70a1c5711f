import type { UiTexts } from '../da/ui.ts';

/** Words that the building blocks of every page use. */
export const ui: UiTexts = {
	brand: 'Ledertrivsel',
	skipToContent: 'Skip to content',
	demoBanner: 'Demonstration – all people and answers are made up',
	navigation: {
		main: 'Main menu',
		footer: 'About this site',
		breadcrumbs: 'You are here',
		languages: 'Language',
		pages: 'Pages'
	},
	account: {
		signedInAs: 'You are signed in as',
		signOut: 'Sign out'
	},
	whoCanSee: {
		label: 'Who can open this page',
		explain: 'Why?'
	},
	form: {
		optional: '(optional)',
		choose: 'Choose',
		error: 'Error',
		errorSummaryTitle: (count) =>
			count === 1 ? 'There is one thing to correct' : `There are ${count} things to correct`
	},
	alert: {
		info: 'For your information',
		success: 'Done',
		warning: 'Please note',
		error: 'Error'
	},
	steps: {
		label: 'Steps',
		position: (current, total) => `Step ${current} of ${total}`,
		done: 'done'
	},
	progress: {
		position: (current, total) => `${current} of ${total}`,
		label: 'How far you have come'
	},
	pagination: {
		previous: 'Previous',
		next: 'Next',
		current: (page, pages) => `Page ${page} of ${pages}`
	},
	value: {
		atMost: (value) => `at most ${value}`,
		atLeast: (value) => `at least ${value}`,
		withheld: 'not shown',
		notAnswered: 'not answered',
		none: 'not worked out',
		range: (from, to) => `${from}–${to}`
	},
	factorPicture: {
		strainTitle: 'What strains',
		strainNote: 'higher figure = more strain',
		carryTitle: 'What carries',
		carryNote: 'higher figure = more to stand on',
		strainMost: 'weighs most',
		carryMost: 'carries most',
		showTable: 'Show as a table',
		factor: 'Factor',
		value: 'Figure',
		reference: 'Compared with',
		interval: 'Uncertainty',
		remark: 'Remark',
		measured: (value) => `measured ${value}`,
		measuredMean: 'Measured mean',
		estimate: 'Estimate',
		keyMeasured: 'the mean as measured',
		key: 'How to read the picture',
		keyInterval: 'how far the figure may swing',
		keyWithheld: 'not shown, so that nobody can work out one person’s answers',
		keyBound: 'here we only show what the figure is at most or at least'
	},
	heatMap: {
		unit: 'Unit',
		strain: 'What strains',
		carry: 'What carries',
		key: 'How to read the map',
		keyStrain: 'hatched: the longer the line, the more strain',
		keyCarry: 'plain: the longer the line, the more to stand on',
		keyWithheld: 'not shown, so that nobody can work out one person’s answers',
		scroll: 'The table can be scrolled sideways'
	},
	evidence: {
		certainty: {
			high: 'high certainty',
			moderate: 'moderate certainty',
			low: 'low certainty',
			'very-low': 'very low certainty'
		},
		level: {
			organisation: 'The organisation',
			group: 'The leadership group',
			leadership: 'Leader and manager',
			individual: 'The individual leader'
		},
		studies: (studies, reviews) => {
			if (studies === 0) return 'No studies yet';
			const all = studies === 1 ? '1 study' : `${studies} studies`;
			if (reviews === 0) return all;
			if (studies === 1) return '1 study, a review';
			if (reviews === studies) return `${all}, all reviews`;
			return `${all}, ${reviews} of them ${reviews === 1 ? 'a review' : 'reviews'}`;
		},
		notVerified: 'not verified',
		notVerifiedLong: 'We have not been able to check this reference against the original',
		review: 'review',
		why: 'Why is it suggested?'
	},
	progressCount: {
		invited: 'invited',
		collected: 'have collected the questionnaire',
		submitted: 'have answered',
		of: (count, total) => `${count} of ${total}`
	}
};

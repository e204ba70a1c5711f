// Small made-up records for the tests of this room; a test names only what it is about.
import type { Finding, Intervention, Study } from '#domain/evidence/evidence.ts';

const text = { da: 'tekst', en: 'text' };

export function sampleStudy(named: Partial<Study> & { readonly id: string }): Study {
	return {
		status: 'verified',
		authors: [{ family: `Author of ${named.id}`.replaceAll(' ', '-'), given: 'A' }],
		year: 2020,
		citedYear: 2020,
		title: 'A study',
		journal: null,
		volume: null,
		issue: null,
		pages: null,
		doi: null,
		url: null,
		design: 'cross-sectional',
		designText: null,
		population: null,
		isHealthCare: true,
		isAboutLeaders: true,
		isNordic: null,
		country: null,
		sampleSize: null,
		participants: 200,
		mainFinding: text,
		confidence: { DOI: 'unknown' },
		cautions: [],
		ambiguity: null,
		isWeightedReview: false,
		mentionCount: 1,
		mentionLines: [400],
		...named
	};
}

export function sampleFinding(named: Partial<Finding> = {}): Finding {
	return {
		id: 'a-finding',
		factor: 'workload',
		outcomes: ['stress'],
		kind: 'strains',
		direction: 'raises',
		claim: text,
		moderator: null,
		studies: [],
		overviewLines: [400],
		note: null,
		...named
	};
}

export function sampleIntervention(named: Partial<Intervention> = {}): Intervention {
	return {
		id: 'an-intervention',
		level: 'organisation',
		name: text,
		description: text,
		mandate: text,
		steps: [text, text],
		effort: text,
		factors: ['workload'],
		findings: ['a-finding'],
		studies: [],
		followUp: null,
		overviewLines: [1110],
		...named
	};
}

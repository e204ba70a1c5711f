// Small made-up records for the tests of this room; a test names only what it is about.
import type { EvidenceBase, Finding, Intervention, Mention, Study } from '#domain/evidence/evidence.ts';

const text = { da: 'tekst', en: 'text' };

export function sampleStudy(named: Partial<Study> & { readonly id: string }): Study {
	return {
		version: 1,
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
		population: null,
		isHealthCare: true,
		isAboutLeaders: true,
		isNordic: null,
		isPeerReviewed: true,
		countries: [],
		isInternational: false,
		sampleSize: null,
		participants: 200,
		mainFinding: text,
		confidence: { DOI: 'unknown' },
		cautions: [],
		ambiguity: null,
		isWeightedReview: false,
		role: 'included',
		publicationType: 'article-journal',
		publisher: null,
		...named
	};
}

export function sampleFinding(named: Partial<Finding> = {}): Finding {
	return {
		id: 'a-finding',
		version: 1,
		from: { kind: 'factor', id: 'workload', subTheme: null },
		outcomes: ['stress'],
		kind: 'strains',
		direction: 'raises',
		claim: text,
		moderator: null,
		population: text,
		studies: [],
		lines: [[400, 400]],
		note: null,
		...named
	};
}

export function sampleIntervention(named: Partial<Intervention> = {}): Intervention {
	return {
		id: 'an-intervention',
		version: 1,
		level: 'organisation',
		name: text,
		description: text,
		mandate: text,
		steps: [text, text],
		effort: text,
		needs: text,
		duration: text,
		signs: [text],
		fit: { intervention: text, organisation: text, participants: text, facilitator: text, context: text },
		factors: ['workload'],
		findings: ['a-finding'],
		studies: [],
		followUp: null,
		boosterMonths: null,
		lines: [[1110, 1110]],
		...named
	};
}

export function sampleMention(named: Partial<Mention> = {}): Mention {
	return { study: 'a', lines: [400, 400], section: 'Results', claim: 'A claim.', ...named };
}

/** A base of the records named and nothing else. */
export function sampleBase(named: Partial<EvidenceBase> = {}): EvidenceBase {
	return {
		version: 'test',
		publishedOn: '2026-01-01',
		lastSearch: { year: 2025, day: null },
		search: { found: 698, readInFull: 100, included: 22 },
		factors: [],
		outcomes: [],
		studies: [],
		findings: [],
		interventions: [],
		mentions: [],
		...named
	};
}

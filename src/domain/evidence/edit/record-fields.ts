// The fields of each kind of record in the order in which an editor meets them, and how each is filled in.
import type { RecordKind } from '#domain/evidence/apply-revisions.ts';
import type { Confidence, Finding, FindingKind, StudyDesign } from '#domain/evidence/evidence.ts';
import { certaintiesInOrder, levelsInOrder } from '#domain/evidence/order.ts';

export const findingKinds: readonly [FindingKind, ...FindingKind[]] = [
	'strains',
	'protects',
	'moderates',
	'mediates',
	'intervention-effect',
	'prevalence'
];
export const directions: readonly [Finding['direction'], ...Finding['direction'][]] = [
	'raises',
	'lowers',
	'mixed',
	'none'
];
export const studyDesigns: readonly [StudyDesign, ...StudyDesign[]] = [
	'meta-analysis',
	'systematic-review',
	'review',
	'randomised-trial',
	'intervention',
	'longitudinal',
	'cross-sectional',
	'qualitative',
	'mixed',
	'conceptual',
	'unknown'
];
export const statuses: readonly [Confidence, ...Confidence[]] = ['verified', 'recalled', 'unknown'];
export const publicationTypes = ['article-journal', 'report', 'book', 'chapter', 'thesis'] as const;
export const studyRoles = ['included', 'additional'] as const;
/** How a cited study stands to a claim. */
export const standings = ['counts', 'shows-less', 'contradicts'] as const;
export const fitQuestions = ['intervention', 'organisation', 'participants', 'facilitator', 'context'] as const;
/** What is said of each part of a study's record: from where it is known. */
export const confidenceFields = [
	'author',
	'issued',
	'title',
	'container-title',
	'volume',
	'issue',
	'page',
	'DOI',
	'studyType',
	'population',
	'country',
	'sampleSize',
	'mainFinding'
] as const;
export const confidences = ['verified', 'recalled', 'unknown', 'n/a'] as const;

export type FieldForm =
	| 'text'
	| 'long-text'
	| 'number'
	| 'flag'
	| 'answer'
	| 'lines'
	| 'list'
	| 'localised'
	| 'localised-list'
	| 'from'
	| 'standings'
	| 'confidence'
	| 'choice'
	| 'outcomes'
	| 'factors'
	| 'findings'
	| 'studies';

export type RecordField = {
	readonly name: string;
	readonly form: FieldForm;
	readonly isOptional?: boolean;
	/** For a choice: what can be chosen. */
	readonly choices?: readonly string[];
};

/** A study has so many fields that they stand in parts: which work it is, how it was done, what was looked up. */
export const studySections = {
	work: [
		{ name: 'authors', form: 'list' },
		{ name: 'year', form: 'number', isOptional: true },
		{ name: 'citedYear', form: 'number' },
		{ name: 'title', form: 'text', isOptional: true },
		{ name: 'publicationType', form: 'choice', choices: publicationTypes, isOptional: true },
		{ name: 'journal', form: 'text', isOptional: true },
		{ name: 'volume', form: 'text', isOptional: true },
		{ name: 'issue', form: 'text', isOptional: true },
		{ name: 'pages', form: 'text', isOptional: true },
		{ name: 'publisher', form: 'text', isOptional: true },
		{ name: 'doi', form: 'text', isOptional: true },
		{ name: 'url', form: 'text', isOptional: true },
		{ name: 'role', form: 'choice', choices: studyRoles }
	],
	method: [
		{ name: 'design', form: 'choice', choices: studyDesigns },
		{ name: 'population', form: 'localised', isOptional: true },
		{ name: 'sampleSize', form: 'localised', isOptional: true },
		{ name: 'participants', form: 'number', isOptional: true },
		{ name: 'mainFinding', form: 'localised', isOptional: true },
		{ name: 'cautions', form: 'localised-list', isOptional: true },
		{ name: 'countries', form: 'text', isOptional: true },
		{ name: 'isInternational', form: 'flag', isOptional: true },
		{ name: 'isHealthCare', form: 'answer' },
		{ name: 'isAboutLeaders', form: 'answer' },
		{ name: 'isNordic', form: 'answer' },
		{ name: 'isPeerReviewed', form: 'answer' },
		{ name: 'isWeightedReview', form: 'flag', isOptional: true },
		{ name: 'callsOwnEvidenceThin', form: 'flag', isOptional: true }
	],
	sources: [
		{ name: 'status', form: 'choice', choices: statuses },
		{ name: 'confidence', form: 'confidence' },
		{ name: 'ambiguity', form: 'long-text', isOptional: true }
	]
} as const satisfies Record<string, readonly RecordField[]>;

export type StudySection = keyof typeof studySections;

export const recordFields = {
	finding: [
		{ name: 'claim', form: 'localised' },
		{ name: 'from', form: 'from' },
		{ name: 'outcomes', form: 'outcomes', isOptional: true },
		{ name: 'kind', form: 'choice', choices: findingKinds },
		{ name: 'direction', form: 'choice', choices: directions },
		{ name: 'moderator', form: 'localised', isOptional: true },
		{ name: 'population', form: 'localised' },
		{ name: 'studies', form: 'standings' },
		{ name: 'lines', form: 'lines', isOptional: true },
		{ name: 'note', form: 'localised', isOptional: true },
		{ name: 'certainty', form: 'choice', choices: certaintiesInOrder, isOptional: true }
	],
	study: [...studySections.work, ...studySections.method, ...studySections.sources],
	intervention: [
		{ name: 'name', form: 'localised' },
		{ name: 'level', form: 'choice', choices: levelsInOrder },
		{ name: 'description', form: 'localised' },
		{ name: 'mandate', form: 'localised' },
		{ name: 'steps', form: 'localised-list' },
		{ name: 'effort', form: 'localised' },
		{ name: 'needs', form: 'localised' },
		{ name: 'duration', form: 'localised' },
		{ name: 'signs', form: 'localised-list' },
		...fitQuestions.map((question): RecordField => ({ name: `fit.${question}`, form: 'localised' })),
		{ name: 'factors', form: 'factors' },
		{ name: 'findings', form: 'findings' },
		{ name: 'studies', form: 'studies' },
		{ name: 'followUp', form: 'localised', isOptional: true },
		{ name: 'boosterMonths', form: 'number', isOptional: true },
		{ name: 'lines', form: 'lines', isOptional: true }
	]
} as const satisfies Record<RecordKind, readonly RecordField[]>;

/** The fields of a kind in the parts of its form, in the order of the page; null where a part needs no heading. Throws nothing. */
export function sectionsOf(
	kind: RecordKind
): readonly { readonly section: StudySection | null; readonly fields: readonly RecordField[] }[] {
	if (kind !== 'study') return [{ section: null, fields: recordFields[kind] }];
	return (['work', 'method', 'sources'] as const).map((section) => ({ section, fields: studySections[section] }));
}

// The shape of the evidence base: what strains and carries leaders, the studies that say so, and what can be done.
import type { Localised } from '#domain/language/localised.ts';

export type FactorId =
	| 'workload' | 'role-conflict' | 'performance-pressure' | 'isolation' | 'emotional-demands' | 'work-life-balance'
	| 'role-clarity' | 'support' | 'influence' | 'development' | 'coping' | 'flexibility'
	| 'psychological-safety';

/** `context` factors are asked about and shown, but belong to neither list of six. */
export type FactorKind = 'risk' | 'resource' | 'context';

export type Factor = {
	readonly id: FactorId;
	readonly kind: FactorKind;
	/** 1-6 within its kind, in the overview's order. */
	readonly order: number;
	readonly name: Localised;
	/** A name that fits a chart label. */
	readonly shortName: Localised;
	/** Two to four plain sentences: what it is and how it shows in a leader's day. */
	readonly description: Localised;
	/** What a leader can say to the own manager about it: one question or opening line. */
	readonly raiseWithManager: Localised;
	/** What only the organisation can change about it. */
	readonly organisationOnly: Localised;
	/** A small thing a leader can do, offered after the organisation and the manager. */
	readonly ownStep: Localised;
	/** First and last line of the overview that describe it. */
	readonly overviewLines: readonly [number, number];
};

export type Outcome = {
	readonly id: string;
	readonly of: 'leaders' | 'employees' | 'organisation';
	readonly name: Localised;
	readonly description: Localised;
	/** True where a higher value is better. */
	readonly higherIsBetter: boolean;
};

export type StudyDesign =
	| 'meta-analysis' | 'systematic-review' | 'review' | 'randomised-trial' | 'intervention' | 'longitudinal'
	| 'cross-sectional' | 'qualitative' | 'mixed' | 'conceptual' | 'unknown';

export type Confidence = 'verified' | 'recalled' | 'unknown';

/** One cited work, with how sure we are of each field of its record. Null means unknown, never "none". */
export type Study = {
	readonly id: string;
	readonly status: Confidence;
	readonly authors: readonly { readonly family: string; readonly given: string | null }[];
	readonly year: number | null;
	readonly citedYear: number;
	readonly title: string | null;
	readonly journal: string | null;
	readonly volume: string | null;
	readonly issue: string | null;
	readonly pages: string | null;
	/** Only where verified. */
	readonly doi: string | null;
	readonly url: string | null;
	readonly design: StudyDesign;
	readonly designText: string | null;
	readonly population: string | null;
	readonly isHealthCare: boolean | null;
	readonly isAboutLeaders: boolean | null;
	readonly isNordic: boolean | null;
	readonly country: string | null;
	readonly sampleSize: string | null;
	/** People who answered or took part; null where unknown and for reviews. Absent is read as null. */
	readonly participants?: number | null;
	readonly mainFinding: Localised | null;
	readonly confidence: Readonly<Record<string, string>>;
	readonly cautions: readonly Localised[];
	readonly ambiguity: string | null;
	readonly isWeightedReview: boolean;
	/** True where a review itself says that its evidence is thin or uncertain. Absent means that it does not. */
	readonly callsOwnEvidenceThin?: boolean;
	readonly mentionCount: number;
	/** First line of each mention in the overview, in order. Absent where the work is not from the overview. */
	readonly mentionLines?: readonly number[];
};

export type FindingKind = 'strains' | 'protects' | 'moderates' | 'mediates' | 'intervention-effect' | 'prevalence';

/** One claim: a factor or an intervention, an outcome, a direction, and the studies behind. */
export type Finding = {
	readonly id: string;
	/** Factor the claim is about; null where it is about an intervention only. */
	readonly factor: FactorId | null;
	readonly outcomes: readonly string[];
	readonly kind: FindingKind;
	/** What the factor or intervention does to the outcome. */
	readonly direction: 'raises' | 'lowers' | 'mixed';
	readonly claim: Localised;
	readonly moderator: Localised | null;
	readonly studies: readonly string[];
	/**
	 * Those of `studies` that the overview cites for the claim although what we have seen of them (mostly the abstract)
	 * does not show it, or says otherwise. They are shown, and count for nothing in the certainty. Absent means none.
	 */
	readonly notShownBy?: readonly string[];
	/** Those of `studies` whose result points the other way. They count for nothing and pull the certainty down. */
	readonly contradictedBy?: readonly string[];
	/** Lines of the overview that make the claim. */
	readonly overviewLines: readonly number[];
	/** What a reader must know before leaning on the claim. */
	readonly note: Localised | null;
};

export type Level = 'organisation' | 'group' | 'leadership' | 'individual';

export type Intervention = {
	readonly id: string;
	readonly level: Level;
	readonly name: Localised;
	/** What it is, in two or three sentences. */
	readonly description: Localised;
	/** Who can decide it. */
	readonly mandate: Localised;
	readonly steps: readonly Localised[];
	readonly effort: Localised;
	readonly factors: readonly FactorId[];
	readonly findings: readonly string[];
	/** Studies that carry it: verified, and shown by at least one of its findings. The rest stand with the findings. */
	readonly studies: readonly string[];
	/** What keeps the effect from fading, or null where research says nothing of it. */
	readonly followUp: Localised | null;
	readonly overviewLines: readonly number[];
};

export type Certainty = 'high' | 'moderate' | 'low' | 'very-low';

export type EvidenceBase = {
	readonly version: string;
	readonly factors: readonly Factor[];
	readonly outcomes: readonly Outcome[];
	readonly studies: readonly Study[];
	readonly findings: readonly Finding[];
	readonly interventions: readonly Intervention[];
};

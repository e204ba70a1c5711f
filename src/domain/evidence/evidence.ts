// The shape of the evidence base: what strains and carries leaders, the studies that say so, and what can be done.
import type { Localised } from '#domain/language/localised.ts';

/** First and last line, both included, of the overview's text version of 1,490 lines. */
export type LineRange = readonly [first: number, last: number];

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
	/** Other words by which people look for it, with commas between. */
	readonly alsoCalled?: Localised;
	/** Two to four plain sentences: what it is and how it shows in a leader's day. */
	readonly description: Localised;
	/** What a leader can say to the own manager about it: one question or opening line. */
	readonly raiseWithManager: Localised;
	/** What only the organisation can change about it. */
	readonly organisationOnly: Localised;
	/** A small thing a leader can do, offered after the organisation and the manager. */
	readonly ownStep: Localised;
	/** Parts of the factor that research looks at by themselves, in the overview's order. */
	readonly subThemes: readonly SubTheme[];
	readonly lines: readonly LineRange[];
};

export type SubTheme = { readonly id: string; readonly name: Localised };

export type Outcome = {
	readonly id: string;
	readonly of: 'leaders' | 'employees' | 'organisation';
	readonly name: Localised;
	/** Other words by which people look for it, with commas between. */
	readonly alsoCalled?: Localised;
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
	/** Raised by one when the record says something else than before. */
	readonly version: number;
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
	readonly population: Localised | null;
	/** The first three, with the design, are the overview's own criteria for choosing works: see `selectionCriteriaOf`. */
	readonly isHealthCare: boolean | null;
	readonly isAboutLeaders: boolean | null;
	readonly isNordic: boolean | null;
	readonly isPeerReviewed: boolean | null;
	/** ISO 3166-1 alpha-2; none where unknown, and none for works without one country (`isInternational`). */
	readonly countries: readonly string[];
	readonly isInternational: boolean;
	readonly sampleSize: Localised | null;
	/** People who answered or took part; null where unknown and for reviews. Absent is read as null. */
	readonly participants?: number | null;
	readonly mainFinding: Localised | null;
	readonly confidence: Readonly<Record<string, string>>;
	readonly cautions: readonly Localised[];
	readonly ambiguity: string | null;
	readonly isWeightedReview: boolean;
	/** True where a review itself says that its evidence is thin or uncertain. Absent means that it does not. */
	readonly callsOwnEvidenceThin?: boolean;
	/** Whether it is taken to be one of the 22 works that the overview read closely (inferred: it does not name them). */
	readonly role: 'included' | 'additional';
	/** The type that reference managers know it by; null where the work was not found. */
	readonly publicationType: 'article-journal' | 'report' | 'book' | 'chapter' | 'thesis' | null;
	readonly publisher: string | null;
};

/** One place where the overview cites one work, with what it says there in our words (English, for editors). */
export type Mention = {
	readonly study: string;
	readonly lines: LineRange;
	/** The overview's headings down to the place. */
	readonly section: string;
	readonly claim: string;
};

export type FindingKind = 'strains' | 'protects' | 'moderates' | 'mediates' | 'intervention-effect' | 'prevalence';

/**
 * What a claim starts from: a factor or a part of it; an intervention, or interventions as such where `id` is null; an
 * outcome of leaders, such as their well-being, where the claim is about what follows from it; or the research itself.
 */
export type FindingFrom =
	| { readonly kind: 'factor'; readonly id: FactorId; readonly subTheme: string | null }
	| { readonly kind: 'intervention'; readonly id: string | null }
	| { readonly kind: 'outcome'; readonly id: string }
	| { readonly kind: 'research' };

/** One claim: what → which outcome, in which direction, and the studies behind. */
export type Finding = {
	readonly id: string;
	/** Raised by one when the record says something else than before. */
	readonly version: number;
	readonly from: FindingFrom;
	/** What it goes to; empty only for a claim about the research. */
	readonly outcomes: readonly string[];
	readonly kind: FindingKind;
	/** What more of `from` goes with; `none` for a claim about how things are. */
	readonly direction: 'raises' | 'lowers' | 'mixed' | 'none';
	readonly claim: Localised;
	/** What takes the edge off or sharpens it. */
	readonly moderator: Localised | null;
	/** Who was studied: what the counted works looked at, never wider. */
	readonly population: Localised;
	readonly studies: readonly string[];
	/**
	 * Those of `studies` that the overview cites for the claim although what we have seen of them (mostly the abstract)
	 * does not show it, or says otherwise. They are shown, and count for nothing in the certainty. Absent means none.
	 */
	readonly notShownBy?: readonly string[];
	/** Those of `studies` whose result points the other way. They count for nothing and pull the certainty down. */
	readonly contradictedBy?: readonly string[];
	/** Where the overview makes the claim. */
	readonly lines: readonly LineRange[];
	/** What a reader must know before leaning on the claim. */
	readonly note: Localised | null;
	/** What its editor expects the rule to give; the check compares. Absent means that the rule alone speaks. */
	readonly certainty?: Certainty;
};

export type Level = 'organisation' | 'group' | 'leadership' | 'individual';

/** What to ask before choosing: does the intervention fit the place? One question each (Andersen et al.). */
export type FitQuestions = {
	readonly intervention: Localised;
	readonly organisation: Localised;
	readonly participants: Localised;
	readonly facilitator: Localised;
	readonly context: Localised;
};

export type Intervention = {
	readonly id: string;
	/** Raised by one when the record says something else than before. */
	readonly version: number;
	readonly level: Level;
	readonly name: Localised;
	/** What it is, in two or three sentences. */
	readonly description: Localised;
	/** Who can decide it. */
	readonly mandate: Localised;
	readonly steps: readonly Localised[];
	/** How much work it is. */
	readonly effort: Localised;
	/** What must be there: people, money, room, decisions. */
	readonly needs: Localised;
	/** From the decision until something can be noticed. */
	readonly duration: Localised;
	/** How to tell whether it worked. */
	readonly signs: readonly Localised[];
	readonly fit: FitQuestions;
	readonly factors: readonly FactorId[];
	readonly findings: readonly string[];
	/** Studies that carry it: verified, and shown by at least one of its findings. The rest stand with the findings. */
	readonly studies: readonly string[];
	/** What keeps the effect from fading, or null where research says nothing of it. */
	readonly followUp: Localised | null;
	/** Months after which a booster is suggested where research says that the effect fades; else null. */
	readonly boosterMonths: number | null;
	readonly lines: readonly LineRange[];
};

export type Certainty = 'high' | 'moderate' | 'low' | 'very-low';

export type EvidenceBase = {
	readonly version: string;
	/** The day on which this version was published: YYYY-MM-DD. */
	readonly publishedOn: string;
	/** The last search for works; `day` (YYYY-MM-DD) is null where the overview tells the year only. */
	readonly lastSearch: { readonly year: number; readonly day: string | null };
	/** Works found, read in full (about), and included, as the overview tells it. */
	readonly search: { readonly found: number; readonly readInFull: number; readonly included: number };
	readonly factors: readonly Factor[];
	readonly outcomes: readonly Outcome[];
	readonly studies: readonly Study[];
	readonly findings: readonly Finding[];
	readonly interventions: readonly Intervention[];
	readonly mentions: readonly Mention[];
};

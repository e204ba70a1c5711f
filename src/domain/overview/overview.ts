// The knowledge overview before it has words of its own: which findings stand where, how sure each is, and what follows
// from all of them. It is the same in every language.
import type {
	Certainty,
	EvidenceBase,
	Factor,
	FactorKind,
	Finding,
	Intervention,
	Level,
	Outcome,
	Study,
	StudyDesign,
	SubTheme
} from '#domain/evidence/evidence.ts';
import type { CertaintyReason } from '#domain/evidence/certainty.ts';
import type { SelectionCriteria } from '#domain/evidence/selection-criteria.ts';
import type { Standing } from '#domain/evidence/standing.ts';

export type ToldWork = { readonly study: Study; readonly standing: Standing };

export type ToldFinding = {
	readonly finding: Finding;
	readonly certainty: Certainty;
	readonly reasons: readonly CertaintyReason[];
	/** Every work that the claim names, in its order. */
	readonly works: readonly ToldWork[];
	/** Designs of the works that count, those that show most first, each once. */
	readonly designs: readonly StudyDesign[];
	/** Whether at least one work counts. A claim that nothing carries is told apart from the others. */
	readonly isCarried: boolean;
};

/** Findings with the same certainty, the surest first; in the base's order within. */
export type CertaintyStep = { readonly certainty: Certainty; readonly findings: readonly ToldFinding[] };

/** Claims on one subject: those that a work carries, by certainty, and those that none does. */
export type ToldSubject = { readonly steps: readonly CertaintyStep[]; readonly uncarried: readonly ToldFinding[] };

/** How many claims there are, and of which certainty; `uncarried` ones are counted there and as very low. */
export type Tally = Readonly<Record<Certainty, number>> & { readonly all: number; readonly uncarried: number };

export type FactorSection = {
	readonly factor: Factor;
	/** The factor as a whole (`theme` null) first, then its parts in the overview's order; empty ones are left out. */
	readonly themes: readonly { readonly theme: SubTheme | null; readonly steps: readonly CertaintyStep[] }[];
	readonly uncarried: readonly ToldFinding[];
	readonly tally: Tally;
};

export type ToldIntervention = {
	readonly intervention: Intervention;
	readonly certainty: Certainty;
	/** Whether a study has tested an effect of it, and the certainty rests on that. */
	readonly isMeasured: boolean;
	readonly factors: readonly Factor[];
};

export type LevelSection = {
	readonly level: Level;
	/** The surest first; in the base's order within. */
	readonly interventions: readonly ToldIntervention[];
	/** What is said of the effects of these interventions. */
	readonly effects: ToldSubject;
};

export type CriterionTally = {
	readonly criterion: keyof SelectionCriteria;
	readonly yes: number;
	readonly no: number;
	readonly unknown: number;
};

export type Conclusion = {
	readonly all: Tally;
	/** Claims about employees or the organisation. */
	readonly others: Tally;
	/** Of the base's factors, in its order. */
	readonly factors: readonly { readonly factor: Factor; readonly tally: Tally }[];
	/** At most three: those with most claims of moderate certainty or more; none where no claim reaches it. */
	readonly surest: readonly { readonly factor: Factor; readonly tally: Tally }[];
	/** Those of which no claim reaches moderate certainty. */
	readonly thin: readonly { readonly factor: Factor; readonly tally: Tally }[];
	readonly levels: readonly {
		readonly level: Level;
		readonly interventions: number;
		readonly measured: number;
		readonly certainties: Readonly<Record<Certainty, number>>;
	}[];
};

export type LeftOut = { readonly finding: Finding; readonly reason: 'unknown-factor' | 'unknown-intervention' };

export type Overview = Pick<EvidenceBase, 'version' | 'publishedOn' | 'lastSearch' | 'search'> & {
	/** What follows from how leaders fare: for the work, for employees, for the leaders themselves. Empty ones are left out. */
	readonly consequences: readonly { readonly of: Outcome['of']; readonly subject: ToldSubject }[];
	/** Factors that are also linked with outcomes of employees or the organisation; those findings stand with the factor. */
	readonly reachingOthers: readonly { readonly factor: Factor; readonly outcomes: readonly Outcome[] }[];
	readonly works: {
		readonly all: number;
		readonly verified: number;
		readonly recalled: number;
		readonly unknown: number;
		readonly cited: number;
		readonly criteria: readonly CriterionTally[];
	};
	/** Claims about the research itself. */
	readonly research: ToldSubject;
	readonly factors: Readonly<Record<FactorKind, readonly FactorSection[]>>;
	/** Claims about interventions as such. */
	readonly generalEffects: ToldSubject;
	readonly levels: readonly LevelSection[];
	/** Claims that the effect of interventions depends on something: they lead to the questions of fit. */
	readonly fit: ToldSubject;
	readonly conclusion: Conclusion;
	/** Every work that a told finding names, once, in the base's order; and no other. */
	readonly references: readonly Study[];
	/** Findings that stand nowhere, and why. */
	readonly leftOut: readonly LeftOut[];
};

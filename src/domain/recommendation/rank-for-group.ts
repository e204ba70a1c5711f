// A group's ranking: need × evidence × fit within each level, with what does not fit and what is already done set apart and
// never hidden. Organisation before individual.
import type { EvidenceBase, Level } from '#domain/evidence/evidence.ts';
import { findingsForIntervention } from '#domain/evidence/look-up.ts';
import { levelsInOrder } from '#domain/evidence/order.ts';
import { fitStrength, hasNo, type FitAnswers, type FitDimension, type KnownFit } from './fit.ts';
import { burdensByFactor, byWeight, candidatesOf, recommendationOf, type Candidate } from './rank-interventions.ts';
import type { FactorBurden, Recommendation } from './rank-interventions.ts';

/** An intervention with what only a group's page shows of it. */
export type GroupCandidate = Candidate & {
	/** Studies that point the other way in the claims it leans on. */
	readonly contradicting: number;
};

export type FitOfIntervention = Readonly<Partial<Record<FitDimension, KnownFit>>>;

/** What a group already does: said by the group, or a step of one of its plans. */
export type Practice =
	{ readonly kind: 'marked' } | { readonly kind: 'planned'; readonly planId: string; readonly planTitle: string };

/** `suggested`: fits as far as anybody has said. `does-not-fit`: a no. `already-done`: whatever the fit. */
export type Shelf = 'suggested' | 'does-not-fit' | 'already-done';

export type GroupRankingInput = {
	readonly burdens: readonly FactorBurden[];
	readonly candidates: readonly GroupCandidate[];
	/** By intervention; one that is missing has no answers. */
	readonly fit: ReadonlyMap<string, FitOfIntervention>;
	/** By intervention; one that is missing is not done. */
	readonly practices: ReadonlyMap<string, Practice>;
};

export type GroupRecommendation = Recommendation & {
	readonly intervention: GroupCandidate;
	readonly shelf: Shelf;
	readonly fit: FitOfIntervention;
	readonly practice: Practice | null;
	/** From 1, within the level: all shelves counted, one after the other. */
	readonly place: number;
	/** The place by need and evidence alone: before anybody said what fits and what is done. */
	readonly placeBefore: number;
	/** How many interventions of the level meet a factor with a score. */
	readonly among: number;
};

/**
 * What a level has to offer. `thin`: suggestions, but the surest has very low certainty. `only-set-aside`: every one was
 * answered no to or is already done. `nothing`: no intervention of the level meets a factor with a score.
 */
export type LevelState = 'suggested' | 'thin' | 'only-set-aside' | 'nothing';

export type RankedGroupLevel = {
	readonly level: Level;
	readonly state: LevelState;
	/** All of the level that meet a factor with a score, in order of place. */
	readonly recommendations: readonly GroupRecommendation[];
};

/** Every intervention of the evidence base, as a group's page sees it. */
export function groupCandidatesOf(evidence: EvidenceBase): readonly GroupCandidate[] {
	const interventions = new Map(evidence.interventions.map((one) => [one.id, one]));
	return candidatesOf(evidence).map((candidate) => {
		const intervention = interventions.get(candidate.id);
		const findings = intervention === undefined ? [] : findingsForIntervention(intervention, evidence);
		return { ...candidate, contradicting: new Set(findings.flatMap((one) => one.contradictedBy ?? [])).size };
	});
}

const shelvesInOrder: readonly Shelf[] = ['suggested', 'does-not-fit', 'already-done'];

/**
 * Ranks the interventions of each level for a group.
 *
 * The weight is need × strength of the evidence, as in `rankInterventions`, × `fitStrength` of the answers that count.
 * Within a level come first those without a no, then those with one, then what the group already does; on each shelf the
 * heavier first, equal ones by studies and id. All four levels, the organisation's first. A convention of ours
 * (docs/methods.md), not an effect size; after the closing point of the overview (Andersen et al. 2021).
 *
 * Missing: without answers and practices the order is that of `rankInterventions`. A better answer never lowers an
 * intervention's place, a heavier burden never its weight. The order of the input does not matter.
 * Throws RangeError for a burden outside 0-100.
 */
export function rankForGroup(input: GroupRankingInput): readonly RankedGroupLevel[] {
	return levelsInOrder.map((level) => rankLevel(input, level));
}

/** One level of `rankForGroup`. */
export function rankLevel(input: GroupRankingInput, level: Level): RankedGroupLevel {
	const burdens = burdensByFactor(input.burdens);
	const plain = input.candidates.flatMap((candidate) => {
		const recommendation = candidate.level === level ? recommendationOf(candidate, burdens) : null;
		return recommendation === null ? [] : [{ ...recommendation, intervention: candidate }];
	});
	const placesBefore = new Map(plain.toSorted(byWeight).map((one, index) => [one.intervention.id, index + 1]));
	const recommendations = plain
		.map((one) => withFit(one, input))
		.sort((a, b) => shelvesInOrder.indexOf(a.shelf) - shelvesInOrder.indexOf(b.shelf) || byWeight(a, b))
		.map((one, index) => ({
			...one,
			place: index + 1,
			placeBefore: placesBefore.get(one.intervention.id) ?? index + 1,
			among: plain.length
		}));
	return { level, state: stateOf(recommendations), recommendations };
}

/**
 * One list across levels, the first to consider first: shelf by shelf, and on each shelf the organisation's before the
 * group's, the leadership's and the individual's, at most `perLevel` of a level.
 *
 * So an individual suggestion never stands before one of the organisation's, unless the group has answered no to that one
 * or already does it. Throws nothing.
 */
export function firstChoices(levels: readonly RankedGroupLevel[], perLevel: number): readonly GroupRecommendation[] {
	return shelvesInOrder.flatMap((shelf) =>
		levels
			.toSorted((a, b) => levelsInOrder.indexOf(a.level) - levelsInOrder.indexOf(b.level))
			.flatMap(({ recommendations }) => recommendations.filter((one) => one.shelf === shelf).slice(0, perLevel))
	);
}

/** The answers of a fit alone. */
export function answersOf(fit: FitOfIntervention): FitAnswers {
	return Object.fromEntries(Object.entries(fit).map(([dimension, known]) => [dimension, known.answer]));
}

function withFit(plain: Recommendation & { readonly intervention: GroupCandidate }, input: GroupRankingInput) {
	const fit = input.fit.get(plain.intervention.id) ?? {};
	const practice = input.practices.get(plain.intervention.id) ?? null;
	const answers = answersOf(fit);
	const shelf: Shelf = practice !== null ? 'already-done' : hasNo(answers) ? 'does-not-fit' : 'suggested';
	return { ...plain, weight: plain.weight * fitStrength(answers), shelf, fit, practice };
}

function stateOf(recommendations: readonly Pick<GroupRecommendation, 'shelf' | 'intervention'>[]): LevelState {
	if (recommendations.length === 0) return 'nothing';
	const suggested = recommendations.filter((one) => one.shelf === 'suggested');
	if (suggested.length === 0) return 'only-set-aside';
	return suggested.every((one) => one.intervention.certainty === 'very-low') ? 'thin' : 'suggested';
}

// From what strains and what is lacking to interventions, each with the reason for its place. Organisation first.
import { certaintyOfIntervention } from '#domain/evidence/certainty.ts';
import type { Certainty, EvidenceBase, FactorId, Intervention, Level } from '#domain/evidence/evidence.ts';
import { summariseStudies } from '#domain/evidence/look-up.ts';

/** How heavy a factor weighs in a group or for a person. */
export type FactorBurden = {
	readonly factor: FactorId;
	/** The score as it is shown, 0-100 in the factor's own direction. */
	readonly score: number;
	/** 0-100, high is bad whatever the direction: a risk's score, or 100 minus a resource's. */
	readonly burden: number;
};

export type Recommendation = {
	readonly intervention: Intervention;
	/** The factor that gives the intervention most of its weight. */
	readonly because: FactorBurden;
	/** The intervention's other factors, heaviest first. */
	readonly alsoFor: readonly FactorBurden[];
	readonly certainty: Certainty;
	readonly studies: number;
	readonly reviews: number;
	/** Need × strength of the evidence; only its order has a meaning. */
	readonly weight: number;
};

export type RankedLevel = { readonly level: Level; readonly recommendations: readonly Recommendation[] };

/** The order in which suggestions are read: causes are met where they arise before anybody is asked to cope. */
export const levelsInOrder: readonly Level[] = ['organisation', 'group', 'leadership', 'individual'];

/** How much a suggestion counts for how sure the research is. */
const strengthOf: Readonly<Record<Certainty, number>> = { high: 1, moderate: 0.8, low: 0.6, 'very-low': 0.4 };
/** A second factor that an intervention reaches adds this share of its own need. */
const shareOfFurtherNeed = 0.25;

/**
 * Ranks the interventions of each level.
 *
 * The need of a factor is (burden / 100)², so that twice the burden weighs four times. An intervention's weight is the
 * largest need among its factors plus a quarter of the others', times the strength of its certainty (high 1, moderate
 * 0.8, low 0.6, very low 0.4). Equal weights are settled by the number of studies, then by id. This is a convention of
 * ours (docs/methods.md), not an effect size.
 *
 * `burdens`: one per factor with a score; a factor that is missing adds nothing. Interventions none of whose factors
 * has a score are left out. Returns all four levels in order, each with at most `perLevel` recommendations.
 * Throws RangeError for a burden outside 0-100.
 */
export function rankInterventions(input: {
	readonly burdens: readonly FactorBurden[];
	readonly evidence: EvidenceBase;
	readonly perLevel: number;
}): readonly RankedLevel[] {
	const burdens = new Map(input.burdens.map((burden) => [burden.factor, checked(burden)]));
	return levelsInOrder.map((level) => ({
		level,
		recommendations: input.evidence.interventions
			.filter((intervention) => intervention.level === level)
			.flatMap((intervention) => recommendationOf(intervention, burdens, input.evidence))
			.sort(byWeight)
			.slice(0, input.perLevel)
	}));
}

function recommendationOf(
	intervention: Intervention,
	burdens: ReadonlyMap<FactorId, FactorBurden>,
	evidence: EvidenceBase
): Recommendation[] {
	const reached = intervention.factors.flatMap((factor) => burdens.get(factor) ?? []).sort((a, b) => b.burden - a.burden);
	const [because, ...alsoFor] = reached;
	if (because === undefined) return [];
	const { certainty } = certaintyOfIntervention(intervention, evidence);
	const need = needOf(because) + shareOfFurtherNeed * alsoFor.reduce((sum, burden) => sum + needOf(burden), 0);
	const { studies, reviews } = summariseStudies(intervention.studies, evidence);
	return [{ intervention, because, alsoFor, certainty, studies, reviews, weight: need * strengthOf[certainty] }];
}

function needOf({ burden }: FactorBurden): number {
	return (burden / 100) ** 2;
}

function byWeight(a: Recommendation, b: Recommendation): number {
	if (Math.abs(a.weight - b.weight) > 1e-12) return b.weight - a.weight;
	return b.studies - a.studies || (a.intervention.id < b.intervention.id ? -1 : 1);
}

function checked(burden: FactorBurden): FactorBurden {
	if (!(burden.burden >= 0 && burden.burden <= 100)) throw new RangeError(`the burden of ${burden.factor} is ${burden.burden}`);
	return burden;
}

// From what strains and what is lacking to interventions, each with the reason for its place. Organisation first.
import { certaintyOfIntervention } from '#domain/evidence/certainty.ts';
import type { Certainty, EvidenceBase, FactorId, Level } from '#domain/evidence/evidence.ts';
import type { Localised } from '#domain/language/localised.ts';
import { summariseStudies } from '#domain/evidence/look-up.ts';
import { levelsInOrder } from '#domain/evidence/order.ts';

/** How heavy a factor weighs in a group or for a person. */
export type FactorBurden = {
	readonly factor: FactorId;
	/** The score as it is shown, 0-100 in the factor's own direction. */
	readonly score: number;
	/** 0-100, high is bad whatever the direction: a risk's score, or 100 minus a resource's. */
	readonly burden: number;
};

/** An intervention as the ranking sees it: the same for everybody, so that it can be ranked in a browser. */
export type Candidate = {
	readonly id: string;
	readonly level: Level;
	readonly name: Localised;
	readonly factors: readonly FactorId[];
	readonly certainty: Certainty;
	readonly studies: number;
	readonly reviews: number;
};

export type Recommendation = {
	readonly intervention: Candidate;
	/** The factor that gives the intervention most of its weight. */
	readonly because: FactorBurden;
	/** The intervention's other factors, heaviest first. */
	readonly alsoFor: readonly FactorBurden[];
	/** Need × strength of the evidence; only its order has a meaning. */
	readonly weight: number;
};

export type RankedLevel = { readonly level: Level; readonly recommendations: readonly Recommendation[] };

/** Every intervention of the evidence base with its certainty and the number of its studies. */
export function candidatesOf(evidence: EvidenceBase): readonly Candidate[] {
	return evidence.interventions.map((intervention) => ({
		id: intervention.id,
		level: intervention.level,
		name: intervention.name,
		factors: intervention.factors,
		certainty: certaintyOfIntervention(intervention, evidence).certainty,
		...summariseStudies(intervention.studies, evidence)
	}));
}

/** How much a suggestion counts for how sure the research is. */
export const strengthOf: Readonly<Record<Certainty, number>> = { high: 1, moderate: 0.8, low: 0.6, 'very-low': 0.4 };
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
	readonly candidates: readonly Candidate[];
	readonly perLevel: number;
}): readonly RankedLevel[] {
	const burdens = burdensByFactor(input.burdens);
	return levelsInOrder.map((level) => ({
		level,
		recommendations: input.candidates
			.filter((intervention) => intervention.level === level)
			.flatMap((intervention) => recommendationOf(intervention, burdens) ?? [])
			.sort(byWeight)
			.slice(0, input.perLevel)
	}));
}

/** By factor; of two for one factor the heavier counts. Throws RangeError for a burden outside 0-100. */
export function burdensByFactor(burdens: readonly FactorBurden[]): ReadonlyMap<FactorId, FactorBurden> {
	const byFactor = new Map<FactorId, FactorBurden>();
	for (const burden of burdens) {
		const known = byFactor.get(checked(burden).factor);
		if (known === undefined || burden.burden > known.burden) byFactor.set(burden.factor, burden);
	}
	return byFactor;
}

/** One intervention with its weight by need and evidence alone; null where none of its factors has a score. */
export function recommendationOf(
	intervention: Candidate,
	burdens: ReadonlyMap<FactorId, FactorBurden>
): Recommendation | null {
	const reached = intervention.factors
		.flatMap((factor) => burdens.get(factor) ?? [])
		.sort((a, b) => b.burden - a.burden);
	const [because, ...alsoFor] = reached;
	if (because === undefined) return null;
	const need = needOf(because) + shareOfFurtherNeed * alsoFor.reduce((sum, burden) => sum + needOf(burden), 0);
	return { intervention, because, alsoFor, weight: need * strengthOf[intervention.certainty] };
}

/** The heavier first; equal ones by the number of studies, then by id. */
export function byWeight(a: Recommendation, b: Recommendation): number {
	const difference = Math.round(b.weight * 1e9) - Math.round(a.weight * 1e9);
	return (
		difference || b.intervention.studies - a.intervention.studies || (a.intervention.id < b.intervention.id ? -1 : 1)
	);
}

function needOf({ burden }: FactorBurden): number {
	return (burden / 100) ** 2;
}

function checked(burden: FactorBurden): FactorBurden {
	if (!(burden.burden >= 0 && burden.burden <= 100))
		throw new RangeError(`the burden of ${burden.factor} is ${burden.burden}`);
	return burden;
}

// An intervention as one line of a list: what it is, at which level, how sure it is and how many works carry it.
import { certaintyOfIntervention } from '#domain/evidence/certainty.ts';
import type { CertaintyReason } from '#domain/evidence/certainty.ts';
import type { Certainty, EvidenceBase, Intervention, Level } from '#domain/evidence/evidence.ts';
import { summariseStudies } from '#domain/evidence/look-up.ts';
import { levelsInOrder, surestFirst } from '#domain/evidence/order.ts';
import type { Localised } from '#domain/language/localised.ts';

export type InterventionLine = {
	readonly id: string;
	readonly level: Level;
	readonly name: Localised;
	readonly description: Localised;
	readonly effort: Localised;
	readonly certainty: Certainty;
	readonly reasons: readonly CertaintyReason[];
	/** Works that carry it, and how many of them are reviews. */
	readonly studies: number;
	readonly reviews: number;
};

export type InterventionLevel = { readonly level: Level; readonly interventions: readonly InterventionLine[] };

export function describeIntervention(intervention: Intervention, base: EvidenceBase): InterventionLine {
	const { id, level, name, description, effort } = intervention;
	const { certainty, reasons } = certaintyOfIntervention(intervention, base);
	return { id, level, name, description, effort, certainty, reasons, ...summariseStudies(intervention.studies, base) };
}

/** All four levels from the organisation down, each with the surest first; a level may be empty. */
export function groupByLevel(interventions: readonly Intervention[], base: EvidenceBase): readonly InterventionLevel[] {
	const lines = surestFirst(interventions.map((intervention) => describeIntervention(intervention, base)));
	return levelsInOrder.map((level) => ({ level, interventions: lines.filter((line) => line.level === level) }));
}

// Ways into the evidence base. Names that lead nowhere give nothing; checkEvidence reports them.
import type { EvidenceBase, FactorId, Finding, Intervention, Study } from '#domain/evidence/evidence.ts';
import { reviewDesigns } from '#domain/evidence/independent-voices.ts';

/** Findings about one factor, in the base's order. Returns none for a factor without findings. Throws nothing. */
export function findingsForFactor(factor: FactorId, base: Pick<EvidenceBase, 'findings'>): readonly Finding[] {
	return base.findings.filter(({ from }) => from.kind === 'factor' && from.id === factor);
}

/** Findings that touch one outcome, in the base's order. Returns none where no finding does. Throws nothing. */
export function findingsForOutcome(outcome: string, base: Pick<EvidenceBase, 'findings'>): readonly Finding[] {
	return base.findings.filter((finding) => finding.outcomes.includes(outcome));
}

/** Findings that name one study, also where the study shows less than the claim. Throws nothing. */
export function findingsForStudy(study: string, base: Pick<EvidenceBase, 'findings'>): readonly Finding[] {
	return base.findings.filter((finding) => finding.studies.includes(study));
}

/** Findings behind one intervention, in the base's order. Throws nothing. */
export function findingsForIntervention(
	intervention: Intervention,
	base: Pick<EvidenceBase, 'findings'>
): readonly Finding[] {
	return base.findings.filter((finding) => intervention.findings.includes(finding.id));
}

/** Interventions that meet one factor, in the base's order (organisation first). Throws nothing. */
export function interventionsForFactor(
	factor: FactorId,
	base: Pick<EvidenceBase, 'interventions'>
): readonly Intervention[] {
	return base.interventions.filter((intervention) => intervention.factors.includes(factor));
}

/** Interventions that lean on one finding, in the base's order. Throws nothing. */
export function interventionsForFinding(
	finding: string,
	base: Pick<EvidenceBase, 'interventions'>
): readonly Intervention[] {
	return base.interventions.filter((intervention) => intervention.findings.includes(finding));
}

/** Interventions that name one study, in the base's order. Throws nothing. */
export function interventionsForStudy(
	study: string,
	base: Pick<EvidenceBase, 'interventions'>
): readonly Intervention[] {
	return base.interventions.filter((intervention) => intervention.studies.includes(study));
}

/** The studies named, each once, in the order named; a name that is not in the base is left out. Throws nothing. */
export function studiesNamed(studyIds: readonly string[], base: Pick<EvidenceBase, 'studies'>): readonly Study[] {
	return [...new Set(studyIds)].flatMap((id) => base.studies.filter((study) => study.id === id));
}

/**
 * How many works are named and how many of them are reviews (meta-analyses, systematic, integrative or scoping).
 *
 * Shape: ids in any order; one that is named twice counts once. Missing: an id that is not in the base is not counted.
 * Returns counts of works, reviews included in both. Throws nothing.
 */
export function summariseStudies(
	studyIds: readonly string[],
	base: Pick<EvidenceBase, 'studies'>
): { readonly studies: number; readonly reviews: number } {
	const named = studiesNamed(studyIds, base);
	return { studies: named.length, reviews: named.filter((study) => reviewDesigns.includes(study.design)).length };
}

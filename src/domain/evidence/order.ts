// The orders in which levels, certainties, designs and records of the base are read.
import type {
	Certainty,
	Factor,
	FactorId,
	Finding,
	Intervention,
	Level,
	StudyDesign
} from '#domain/evidence/evidence.ts';

/** From the organisation down: causes are met where they arise before anybody is asked to cope. */
export const levelsInOrder: readonly [Level, ...Level[]] = ['organisation', 'group', 'leadership', 'individual'];

/** The surest first. */
export const certaintiesInOrder: readonly Certainty[] = ['high', 'moderate', 'low', 'very-low'];

/** Those that show most first. */
export const designsInOrder: readonly StudyDesign[] = [
	'meta-analysis',
	'systematic-review',
	'review',
	'randomised-trial',
	'longitudinal',
	'intervention',
	'cross-sectional',
	'mixed',
	'qualitative',
	'conceptual',
	'unknown'
];

/** The surest first; equal ones stay in their order. Throws nothing. */
export function surestFirst<T extends { readonly certainty: Certainty }>(graded: readonly T[]): readonly T[] {
	return graded.toSorted(
		(left, right) => certaintiesInOrder.indexOf(left.certainty) - certaintiesInOrder.indexOf(right.certainty)
	);
}

/**
 * Findings in the base's order: by factor, as `factors` stand, and those about none after them; equal ones stay in their
 * order. Missing: a factor that is not among `factors` is as none. Throws nothing.
 */
export function findingsInOrder(
	findings: readonly Finding[],
	factors: readonly Pick<Factor, 'id'>[]
): readonly Finding[] {
	const places = new Map<FactorId, number>(factors.map(({ id }, place) => [id, place]));
	const placeOf = ({ from }: Finding) => (from.kind === 'factor' ? places.get(from.id) : null) ?? factors.length;
	return findings.toSorted((left, right) => placeOf(left) - placeOf(right));
}

/** Interventions in the base's order: by level; equal ones stay in their order. Throws nothing. */
export function interventionsInOrder(interventions: readonly Intervention[]): readonly Intervention[] {
	return interventions.toSorted(
		(left, right) => levelsInOrder.indexOf(left.level) - levelsInOrder.indexOf(right.level)
	);
}

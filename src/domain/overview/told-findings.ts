// Findings as the knowledge overview tells them: with their certainty, and with what each named work is worth to them.
import { certaintyOf } from '#domain/evidence/certainty.ts';
import type { Certainty, EvidenceBase, Finding } from '#domain/evidence/evidence.ts';
import { certaintiesInOrder, designsInOrder } from '#domain/evidence/order.ts';
import { studiesNamed } from '#domain/evidence/look-up.ts';
import { standingOf } from '#domain/evidence/standing.ts';
import type { CertaintyStep, Tally, ToldFinding, ToldSubject, ToldWork } from './overview.ts';

/** One finding with its certainty and its works. Missing: a named work that is not in the base is left out. Throws nothing. */
export function tellFinding(finding: Finding, base: Pick<EvidenceBase, 'studies'>): ToldFinding {
	const works = studiesNamed(finding.studies, base).map((study): ToldWork => ({
		study,
		standing: standingOf(study, finding)
	}));
	const counted = works.filter((work) => work.standing === 'counts').map((work) => work.study.design);
	return {
		finding,
		...certaintyOf(finding, base.studies),
		works,
		designs: designsInOrder.filter((design) => counted.includes(design)),
		isCarried: counted.length > 0
	};
}

/** Findings that a work carries by certainty, the surest first, and the others by themselves. Throws nothing. */
export function subjectOf(told: readonly ToldFinding[]): ToldSubject {
	return { steps: stepsOf(told), uncarried: told.filter((one) => !one.isCarried) };
}

/** Carried findings by certainty, the surest first; steps without findings are left out. Throws nothing. */
export function stepsOf(told: readonly ToldFinding[]): readonly CertaintyStep[] {
	return certaintiesInOrder
		.map((certainty) => ({
			certainty,
			findings: told.filter((one) => one.isCarried && one.certainty === certainty)
		}))
		.filter((step) => step.findings.length > 0);
}

/** Counts of claims by certainty. No claims give zeros. Throws nothing. */
export function tallyOf(told: readonly ToldFinding[]): Tally {
	const count = (certainty: Certainty) => told.filter((one) => one.certainty === certainty).length;
	return {
		high: count('high'),
		moderate: count('moderate'),
		low: count('low'),
		'very-low': count('very-low'),
		all: told.length,
		uncarried: told.filter((one) => !one.isCarried).length
	};
}

/** Claims of moderate certainty or more. */
export function sureOnes(tally: Tally): number {
	return tally.high + tally.moderate;
}

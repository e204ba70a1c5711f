// What must hold of the evidence base beyond its schema: one small checker for each rule.
import type { EvidenceChecker, EvidenceProblem } from '#domain/evidence/checks/evidence-problem.ts';
import {
	checkDoiIsUnique,
	checkDoiIsVerified,
	checkIdsAreUnique,
	checkLanguagesAreFilled,
	checkOutcomesAreNamed,
	checkReferencesResolve,
	checkUnknownClaimsNothing
} from '#domain/evidence/checks/record-checks.ts';
import {
	checkCertaintyFollowsTheRule,
	checkClaimsHaveASource,
	checkDoubtsAreNoted,
	checkInterventionStudiesCount,
	checkLinesAreInOverview,
	checkLinesNameTheStudy,
	checkMentionsAreCarried,
	checkStudiesAreUsed
} from '#domain/evidence/checks/source-checks.ts';
import {
	checkFactorsAreComplete,
	checkFactorsCanBeMet,
	checkFactorsHaveFindings,
	checkInterventionsCoverLevels
} from '#domain/evidence/checks/whole-checks.ts';
import type { EvidenceBase } from '#domain/evidence/evidence.ts';

export type { EvidenceProblem } from '#domain/evidence/checks/evidence-problem.ts';
export { overviewLineCount } from '#domain/evidence/checks/source-checks.ts';

/** Each rule by name. A test plants an error against every one of them. */
export const evidenceCheckers = {
	'ids-are-unique': checkIdsAreUnique,
	'factors-are-complete': checkFactorsAreComplete,
	'references-resolve': checkReferencesResolve,
	'outcomes-are-named': checkOutcomesAreNamed,
	'claims-have-a-source': checkClaimsHaveASource,
	'factors-have-findings': checkFactorsHaveFindings,
	'interventions-cover-levels': checkInterventionsCoverLevels,
	'factors-can-be-met': checkFactorsCanBeMet,
	'languages-are-filled': checkLanguagesAreFilled,
	'doi-is-verified': checkDoiIsVerified,
	'doi-is-unique': checkDoiIsUnique,
	'unknown-claims-nothing': checkUnknownClaimsNothing,
	'studies-are-used': checkStudiesAreUsed,
	'lines-are-in-overview': checkLinesAreInOverview,
	'lines-name-the-study': checkLinesNameTheStudy,
	'mentions-are-carried': checkMentionsAreCarried,
	'doubts-are-noted': checkDoubtsAreNoted,
	'intervention-studies-count': checkInterventionStudiesCount,
	'certainty-follows-the-rule': checkCertaintyFollowsTheRule
} as const satisfies Record<string, EvidenceChecker>;

export type EvidenceRule = keyof typeof evidenceCheckers;

/**
 * All breaks of the rules above.
 *
 * Shape: one whole base. Missing: a work without mentions is from outside the overview, and excuses its claims from
 * standing at a line. Returns the problems rule by rule; none where all is well. Throws nothing.
 */
export function checkEvidence(base: EvidenceBase): readonly EvidenceProblem[] {
	return Object.values(evidenceCheckers).flatMap((check) => check(base));
}

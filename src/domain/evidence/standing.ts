// What a cited work is worth to a claim.
import type { Finding, Study } from '#domain/evidence/evidence.ts';

/** Whether a cited work counts for a claim, and if not, why. */
export type Standing = 'counts' | 'not-verified' | 'shows-less' | 'contradicts';

/**
 * What `study` is worth to `finding`, which names it.
 *
 * One that points the other way says so even where its record was not looked up. Missing: a finding without lists of
 * doubted works has none. Throws nothing. Source: own rule, in words in evidence/README.md.
 */
export function standingOf(study: Pick<Study, 'id' | 'status'>, finding: Finding): Standing {
	if (finding.contradictedBy?.includes(study.id)) return 'contradicts';
	if (study.status !== 'verified') return 'not-verified';
	return finding.notShownBy?.includes(study.id) ? 'shows-less' : 'counts';
}

/** Whether at least one work counts for the claim. `studies`: at least those named by it; others are ignored. */
export function isCarried(finding: Finding, studies: readonly Study[]): boolean {
	return studies.some((study) => finding.studies.includes(study.id) && standingOf(study, finding) === 'counts');
}

// What every checker of the evidence base gives, and what several of them ask.
import type { EvidenceBase, Finding } from '#domain/evidence/evidence.ts';

/** A break of one rule: which rule, in which record, and what is wrong (in English, for editors and programmers). */
export type EvidenceProblem = { readonly rule: string; readonly record: string; readonly detail: string };

export type EvidenceChecker = (base: EvidenceBase) => readonly EvidenceProblem[];

/** Works of a finding that do not show what it says. */
export function doubted(finding: Pick<Finding, 'notShownBy' | 'contradictedBy'>): readonly string[] {
	return [...(finding.notShownBy ?? []), ...(finding.contradictedBy ?? [])];
}

export function idsOf(records: readonly { readonly id: string }[]): ReadonlySet<string> {
	return new Set(records.map((record) => record.id));
}

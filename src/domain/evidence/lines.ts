// Places in the overview, as ranges of lines.
import type { EvidenceBase, LineRange, Mention, Study } from '#domain/evidence/evidence.ts';

/** True where every line of `inner` lies within `outer`. Throws nothing. */
export function covers(outer: LineRange, inner: LineRange): boolean {
	return outer[0] <= inner[0] && inner[1] <= outer[1];
}

/** The mentions of one work, in the overview's order. Returns none for a work it does not cite. Throws nothing. */
export function mentionsOf(study: Pick<Study, 'id'>, base: Pick<EvidenceBase, 'mentions'>): readonly Mention[] {
	return base.mentions.filter((mention) => mention.study === study.id);
}

/**
 * Mentions that no finding carries: none names the work and stands on all lines of the mention.
 *
 * Shape: any base. Missing: no mentions, none uncovered. Returns them in the overview's order. Throws nothing.
 */
export function uncoveredMentions(base: Pick<EvidenceBase, 'mentions' | 'findings'>): readonly Mention[] {
	return base.mentions.filter(
		(mention) =>
			!base.findings.some(
				(finding) =>
					finding.studies.includes(mention.study) && finding.lines.some((range) => covers(range, mention.lines))
			)
	);
}

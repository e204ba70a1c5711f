// The evidence base as one document for other programs: each claim with its certainty computed, each work with its
// reference. The files under evidence/ are the source; this is what follows from them.
import { certaintyOf, certaintyOfIntervention } from '#domain/evidence/certainty.ts';
import type { CertaintyWithReasons } from '#domain/evidence/certainty.ts';
import type { EvidenceBase, Finding, Intervention, Study } from '#domain/evidence/evidence.ts';

export const evidenceLicence = 'EUPL-1.2';

export type ExportedEvidence = Pick<EvidenceBase, 'version' | 'publishedOn' | 'lastSearch' | 'search'> &
	Pick<EvidenceBase, 'factors' | 'outcomes'> & {
		readonly licence: string;
		readonly works: readonly (Study & { readonly citation: string })[];
		readonly findings: readonly ExportedFinding[];
		readonly interventions: readonly ExportedIntervention[];
	};

type Grade = { readonly grade: CertaintyWithReasons['certainty']; readonly reasons: CertaintyWithReasons['reasons'] };

/** `statement` is the claim, `to` its outcomes, `works` its studies; a `note` stands only where there is one. */
export type ExportedFinding = Omit<Finding, 'claim' | 'outcomes' | 'studies' | 'note' | 'certainty'> & {
	readonly statement: Finding['claim'];
	readonly to: Finding['outcomes'];
	readonly works: Finding['studies'];
	readonly note?: Finding['note'];
	readonly certainty: Grade;
};

export type ExportedIntervention = Omit<Intervention, 'studies'> & {
	readonly works: Intervention['studies'];
	readonly certainty: Grade;
};

/**
 * The whole base in the shape of `evidence export`.
 *
 * Shape: any base; `citationOf` gives a work's reference as text. Missing: fields that are null stay null, but for the
 * note, which is left out. Returns everything in the base's order, without mentions. Throws nothing.
 */
export function exportedEvidence(base: EvidenceBase, citationOf: (study: Study) => string): ExportedEvidence {
	return {
		version: base.version,
		licence: evidenceLicence,
		publishedOn: base.publishedOn,
		lastSearch: base.lastSearch,
		search: base.search,
		works: base.studies.map(({ id, ...record }) => ({ id, citation: citationOf({ id, ...record }), ...record })),
		factors: base.factors,
		outcomes: base.outcomes,
		findings: base.findings.map((finding) => exportedFinding(finding, base)),
		interventions: base.interventions.map((intervention) => exportedIntervention(intervention, base))
	};
}

function exportedFinding(finding: Finding, base: EvidenceBase): ExportedFinding {
	const { id, version, claim, kind, from, outcomes, direction, studies, lines, certainty: _, note, ...rest } = finding;
	return {
		...{ id, version, statement: claim, kind, from, to: outcomes, direction, works: studies, lines },
		...rest,
		certainty: graded(certaintyOf(finding, base.studies)),
		...(note === null ? {} : { note })
	};
}

function exportedIntervention(intervention: Intervention, base: EvidenceBase): ExportedIntervention {
	const { id, version, level, name, factors, findings, studies, ...rest } = intervention;
	const certainty = graded(certaintyOfIntervention(intervention, base));
	return { ...{ id, version, level, name, factors, findings, works: studies, certainty }, ...rest };
}

function graded({ certainty, reasons }: CertaintyWithReasons): Grade {
	return { grade: certainty, reasons };
}

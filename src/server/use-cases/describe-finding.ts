// A finding as the library shows it: with its certainty, what each cited work says of it, and the page where it stands.
import { certaintyOf } from '#domain/evidence/certainty.ts';
import type { CertaintyReason } from '#domain/evidence/certainty.ts';
import type {
	Certainty,
	EvidenceBase,
	FactorId,
	Finding,
	Outcome,
	Study,
	StudyDesign
} from '#domain/evidence/evidence.ts';
import { interventionsForFinding, studiesNamed, summariseStudies } from '#domain/evidence/look-up.ts';
import type { Localised } from '#domain/language/localised.ts';

/** What is needed to name a work and lead to its page. */
export type StudyLine = {
	readonly id: string;
	/** Family names, first author first. */
	readonly authors: readonly string[];
	/** The year of the record, or the year under which the overview cites it. */
	readonly year: number;
	readonly design: StudyDesign;
	readonly isReview: boolean;
	readonly isVerified: boolean;
};

/** Whether a cited work counts for the claim, and if not, why. */
export type Standing = 'counts' | 'not-verified' | 'shows-less' | 'contradicts';

export type CitedStudy = StudyLine & { readonly standing: Standing };

/** The page on which a finding can be read in full. */
export type FindingPlace =
	| { readonly kind: 'factor'; readonly factor: FactorId }
	| { readonly kind: 'intervention'; readonly intervention: string }
	| { readonly kind: 'consequences' };

export type DescribedFinding = {
	readonly id: string;
	readonly claim: Localised;
	readonly kind: Finding['kind'];
	readonly direction: Finding['direction'];
	readonly outcomes: readonly Outcome[];
	readonly moderator: Localised | null;
	readonly note: Localised | null;
	readonly certainty: Certainty;
	readonly reasons: readonly CertaintyReason[];
	readonly studies: readonly CitedStudy[];
	readonly overviewLines: readonly number[];
	readonly place: FindingPlace;
};

export function describeFinding(finding: Finding, base: EvidenceBase): DescribedFinding {
	const { certainty, reasons } = certaintyOf(finding, base.studies);
	return {
		id: finding.id,
		claim: finding.claim,
		kind: finding.kind,
		direction: finding.direction,
		outcomes: finding.outcomes.flatMap((id) => base.outcomes.filter((outcome) => outcome.id === id)),
		moderator: finding.moderator,
		note: finding.note,
		certainty,
		reasons,
		studies: studiesNamed(finding.studies, base)
			.map((study) => ({ ...describeStudy(study, base), standing: standingOf(study, finding) }))
			.toSorted((left, right) => standings.indexOf(left.standing) - standings.indexOf(right.standing)),
		overviewLines: finding.overviewLines,
		place: placeOf(finding, base)
	};
}

/** Described and with the surest first; equal ones stay in the base's order. */
export function describeFindings(findings: readonly Finding[], base: EvidenceBase): readonly DescribedFinding[] {
	return surestFirst(findings.map((finding) => describeFinding(finding, base)));
}

export function describeStudy(study: Study, base: Pick<EvidenceBase, 'studies'>): StudyLine {
	return {
		id: study.id,
		authors: study.authors.map((author) => author.family),
		year: study.year ?? study.citedYear,
		design: study.design,
		isReview: summariseStudies([study.id], base).reviews > 0,
		isVerified: study.status === 'verified'
	};
}

export const certaintiesInOrder: readonly Certainty[] = ['high', 'moderate', 'low', 'very-low'];

/** The surest first; equal ones stay in their order. */
export function surestFirst<T extends { readonly certainty: Certainty }>(graded: readonly T[]): readonly T[] {
	return graded.toSorted(
		(left, right) => certaintiesInOrder.indexOf(left.certainty) - certaintiesInOrder.indexOf(right.certainty)
	);
}

const standings: readonly Standing[] = ['counts', 'contradicts', 'shows-less', 'not-verified'];

function standingOf(study: Study, finding: Finding): Standing {
	if (finding.contradictedBy?.includes(study.id)) return 'contradicts';
	if (study.status !== 'verified') return 'not-verified';
	return finding.notShownBy?.includes(study.id) ? 'shows-less' : 'counts';
}

/** On the factor's page; an effect on that of the first intervention that leans on it; else with what it all means. */
function placeOf(finding: Finding, base: EvidenceBase): FindingPlace {
	if (finding.factor !== null) return { kind: 'factor', factor: finding.factor };
	const [intervention] = finding.kind === 'intervention-effect' ? interventionsForFinding(finding.id, base) : [];
	return intervention === undefined
		? { kind: 'consequences' }
		: { kind: 'intervention', intervention: intervention.id };
}

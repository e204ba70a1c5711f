// A finding as the library shows it: with its certainty, what each cited work says of it, and the page where it stands.
import { certaintyOf } from '#domain/evidence/certainty.ts';
import type { CertaintyReason } from '#domain/evidence/certainty.ts';
import type {
	Certainty,
	EvidenceBase,
	Factor,
	FactorId,
	Finding,
	Intervention,
	LineRange,
	Outcome,
	Study,
	StudyDesign,
	SubTheme
} from '#domain/evidence/evidence.ts';
import { interventionsForFinding, studiesNamed, summariseStudies } from '#domain/evidence/look-up.ts';
import { isCarried, standingOf, type Standing } from '#domain/evidence/standing.ts';
import { surestFirst } from '#domain/evidence/order.ts';
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

export type { Standing };

export type CitedStudy = StudyLine & { readonly standing: Standing };

/** The page on which a finding can be read in full. */
export type FindingPlace =
	| { readonly kind: 'factor'; readonly factor: FactorId }
	| { readonly kind: 'intervention'; readonly intervention: string }
	| { readonly kind: 'consequences' };

export type FactorLine = Pick<Factor, 'id' | 'kind' | 'name' | 'shortName'>;

/** What a claim starts from, by name. Null for an intervention means interventions as such. */
export type DescribedFrom =
	| { readonly kind: 'factor'; readonly factor: FactorLine; readonly subTheme: SubTheme | null }
	| { readonly kind: 'intervention'; readonly intervention: Pick<Intervention, 'id' | 'name'> | null }
	| { readonly kind: 'outcome'; readonly outcome: Outcome }
	| { readonly kind: 'research' };

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
	/** Whether at least one of them counts. */
	readonly isCarried: boolean;
	readonly lines: readonly LineRange[];
	readonly version: number;
	readonly from: DescribedFrom;
	readonly population: Localised;
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
		isCarried: isCarried(finding, base.studies),
		lines: finding.lines,
		version: finding.version,
		from: describeFrom(finding, base),
		population: finding.population,
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

export function describeFactor({ id, kind, name, shortName }: Factor): FactorLine {
	return { id, kind, name, shortName };
}

const standings: readonly Standing[] = ['counts', 'contradicts', 'shows-less', 'not-verified'];

function describeFrom({ id, from }: Finding, base: EvidenceBase): DescribedFrom {
	switch (from.kind) {
		case 'factor': {
			const factor = base.factors.find((one) => one.id === from.id);
			if (factor === undefined) break;
			const subTheme = factor.subThemes.find((one) => one.id === from.subTheme) ?? null;
			return { kind: 'factor', factor: describeFactor(factor), subTheme };
		}
		case 'intervention': {
			const intervention = base.interventions.find((one) => one.id === from.id);
			if (intervention === undefined && from.id !== null) break;
			const named = intervention === undefined ? null : { id: intervention.id, name: intervention.name };
			return { kind: 'intervention', intervention: named };
		}
		case 'outcome': {
			const outcome = base.outcomes.find((one) => one.id === from.id);
			if (outcome === undefined) break;
			return { kind: 'outcome', outcome };
		}
		case 'research':
			return { kind: 'research' };
	}
	throw new RangeError(`the finding ${id} starts from a ${from.kind} that the base does not have`);
}

/** On the factor's page; an effect on that of the first intervention that leans on it; else with what it all means. */
function placeOf(finding: Finding, base: EvidenceBase): FindingPlace {
	if (finding.from.kind === 'factor') return { kind: 'factor', factor: finding.from.id };
	const [intervention] = finding.kind === 'intervention-effect' ? interventionsForFinding(finding.id, base) : [];
	return intervention === undefined
		? { kind: 'consequences' }
		: { kind: 'intervention', intervention: intervention.id };
}

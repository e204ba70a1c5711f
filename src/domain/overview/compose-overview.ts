// The knowledge overview from the evidence base alone: every finding gets the one place where it is told.
import { certaintyOfIntervention, isEffectMeasured } from '#domain/evidence/certainty.ts';
import { levelsInOrder, surestFirst } from '#domain/evidence/order.ts';
import type {
	EvidenceBase,
	Factor,
	FactorKind,
	Finding,
	Intervention,
	Level,
	Outcome,
	Study
} from '#domain/evidence/evidence.ts';
import { selectionCriteriaOf } from '#domain/evidence/selection-criteria.ts';
import type { SelectionCriteria } from '#domain/evidence/selection-criteria.ts';
import { concludeFrom } from './conclude-from.ts';
import type {
	CriterionTally,
	FactorSection,
	LeftOut,
	LevelSection,
	Overview,
	ToldFinding,
	ToldIntervention
} from './overview.ts';
import { stepsOf, subjectOf, tallyOf, tellFinding } from './told-findings.ts';

const outcomesOf: readonly Outcome['of'][] = ['organisation', 'employees', 'leaders'];
const criteria: readonly (keyof SelectionCriteria)[] = ['isRelevant', 'hasClearMethod', 'isRecent', 'isNordic'];

/** Where a finding is told. */
type Place =
	| { readonly kind: 'factor'; readonly factor: Factor['id'] }
	| { readonly kind: 'level'; readonly level: Level }
	| { readonly kind: 'consequences'; readonly of: Outcome['of'] }
	| { readonly kind: 'research' | 'interventions' | 'fit' }
	| { readonly kind: 'nowhere'; readonly reason: LeftOut['reason'] };

type PlacedFinding = ToldFinding & { readonly place: Place };

/**
 * The knowledge overview of a base, without words of any language.
 *
 * Every finding is told in exactly one place: with its factor, with the level of its intervention, with what follows from
 * how leaders fare, or with the research; or it stands under `leftOut` with the reason. `references` are the works that
 * told findings name, each once, and no other.
 * Shape: any base that `checkEvidence` accepts; any other gives what can be told of it. Missing: an outcome that is not in
 * the base counts as one of leaders. The same base gives the same overview. Throws nothing.
 */
export function composeOverview(base: EvidenceBase): Overview {
	const placed = base.findings.map((finding) => ({
		...tellFinding(finding, base),
		place: placeOf(finding, base)
	}));
	const told = placed.filter((one) => one.place.kind !== 'nowhere');
	const at = (kind: Place['kind']) => told.filter((one) => one.place.kind === kind);
	const sections = base.factors.map((factor) => sectionOf(factor, at('factor')));
	const interventions = levelsInOrder.map((level) => levelOf(level, base, at('level')));
	const cited = new Set(told.flatMap((one) => one.works.map((work) => work.study.id)));
	return {
		version: base.version,
		publishedOn: base.publishedOn,
		lastSearch: base.lastSearch,
		search: base.search,
		consequences: consequencesOf(at('consequences')),
		reachingOthers: reachingOthers(base),
		works: { ...worksOf(base.studies), cited: cited.size },
		research: subjectOf(at('research')),
		factors: byKind(sections),
		generalEffects: subjectOf(at('interventions')),
		levels: interventions,
		fit: subjectOf(at('fit')),
		conclusion: concludeFrom({ told, sections, levels: interventions, outcomes: base.outcomes }),
		references: base.studies.filter((study) => cited.has(study.id)),
		leftOut: placed.flatMap(({ finding, place }) =>
			place.kind === 'nowhere' ? [{ finding, reason: place.reason }] : []
		)
	};
}

function placeOf({ from, outcomes, direction }: Finding, base: EvidenceBase): Place {
	switch (from.kind) {
		case 'factor': {
			const isKnown = base.factors.some((factor) => factor.id === from.id);
			return isKnown ? { kind: 'factor', factor: from.id } : { kind: 'nowhere', reason: 'unknown-factor' };
		}
		case 'intervention': {
			// That interventions as such do now this, now that is what the questions of fit are about.
			if (from.id === null) return { kind: direction === 'mixed' ? 'fit' : 'interventions' };
			const intervention = base.interventions.find((one) => one.id === from.id);
			return intervention === undefined
				? { kind: 'nowhere', reason: 'unknown-intervention' }
				: { kind: 'level', level: intervention.level };
		}
		case 'outcome': {
			const outcome = base.outcomes.find((one) => one.id === outcomes[0]);
			return { kind: 'consequences', of: outcome?.of ?? 'leaders' };
		}
		case 'research':
			return { kind: 'research' };
	}
}

function sectionOf(factor: Factor, findings: readonly PlacedFinding[]): FactorSection {
	const own = findings.filter(({ place }) => place.kind === 'factor' && place.factor === factor.id);
	const known = new Set(factor.subThemes.map((theme) => theme.id));
	const themeOf = ({ finding: { from } }: ToldFinding) =>
		from.kind === 'factor' && from.subTheme !== null && known.has(from.subTheme) ? from.subTheme : null;
	return {
		factor,
		themes: [null, ...factor.subThemes]
			.map((theme) => ({ theme, steps: stepsOf(own.filter((one) => themeOf(one) === (theme?.id ?? null))) }))
			.filter(({ steps }) => steps.length > 0),
		uncarried: own.filter((one) => !one.isCarried),
		tally: tallyOf(own)
	};
}

function byKind(sections: readonly FactorSection[]): Readonly<Record<FactorKind, readonly FactorSection[]>> {
	const of = (kind: FactorKind) =>
		sections
			.filter(({ factor }) => factor.kind === kind)
			.toSorted((left, right) => left.factor.order - right.factor.order);
	return { risk: of('risk'), resource: of('resource'), context: of('context') };
}

function levelOf(level: Level, base: EvidenceBase, findings: readonly PlacedFinding[]): LevelSection {
	const own = base.interventions.filter((intervention) => intervention.level === level);
	return {
		level,
		interventions: surestFirst(own.map((intervention) => tellIntervention(intervention, base))),
		effects: subjectOf(findings.filter(({ place }) => place.kind === 'level' && place.level === level))
	};
}

function tellIntervention(intervention: Intervention, base: EvidenceBase): ToldIntervention {
	const { certainty, reasons } = certaintyOfIntervention(intervention, base);
	return {
		intervention,
		certainty,
		isMeasured: isEffectMeasured(reasons),
		factors: base.factors.filter((factor) => intervention.factors.includes(factor.id))
	};
}

function consequencesOf(findings: readonly PlacedFinding[]): Overview['consequences'] {
	return outcomesOf
		.map((of) => ({ of, own: findings.filter(({ place }) => place.kind === 'consequences' && place.of === of) }))
		.filter(({ own }) => own.length > 0)
		.map(({ of, own }) => ({ of, subject: subjectOf(own) }));
}

function reachingOthers(base: EvidenceBase): Overview['reachingOthers'] {
	return base.factors
		.map((factor) => {
			const findings = base.findings.filter(({ from }) => from.kind === 'factor' && from.id === factor.id);
			const touched = new Set(findings.flatMap((finding) => finding.outcomes));
			return { factor, outcomes: base.outcomes.filter(({ id, of }) => of !== 'leaders' && touched.has(id)) };
		})
		.filter(({ outcomes }) => outcomes.length > 0);
}

function worksOf(studies: readonly Study[]): Omit<Overview['works'], 'cited'> {
	const count = (status: Study['status']) => studies.filter((study) => study.status === status).length;
	return {
		all: studies.length,
		verified: count('verified'),
		recalled: count('recalled'),
		unknown: count('unknown'),
		criteria: criteria.map((criterion): CriterionTally => {
			const met = studies.map((study) => selectionCriteriaOf(study)[criterion]);
			return {
				criterion,
				yes: met.filter((one) => one === true).length,
				no: met.filter((one) => one === false).length,
				unknown: met.filter((one) => one === null).length
			};
		})
	};
}

// The whole base as one picture: what strains and carries, what it leads to and for whom, and what can be done at which level.
import { certaintyOf, certaintyOfIntervention } from '#domain/evidence/certainty.ts';
import type {
	Certainty,
	EvidenceBase,
	Factor,
	FactorKind,
	Finding,
	Level,
	Outcome
} from '#domain/evidence/evidence.ts';
import { findingsForFactor, findingsForIntervention, findingsForOutcome } from '#domain/evidence/look-up.ts';
import { isCarried } from '#domain/evidence/standing.ts';
import { levelsInOrder, surestFirst } from '#domain/evidence/order.ts';
import type { Localised } from '#domain/language/localised.ts';
import { describeFactor } from './describe-finding.ts';
import type { FactorLine } from './describe-finding.ts';

/** How much is known of something. */
export type Weight = {
	readonly findings: number;
	/** Findings that at least one work carries. */
	readonly carried: number;
	/** How sure the surest is; null where there are none. */
	readonly surest: Certainty | null;
};

export type MapFactor = FactorLine &
	Weight & {
		/** Whom its findings are about: leaders, employees, organisation, in this order. */
		readonly reaches: readonly (Weight & { readonly of: Outcome['of'] })[];
	};

export type MapNode = Weight & { readonly id: string; readonly name: Localised };

export type EvidenceMap = {
	/** In the overview's order. */
	readonly factors: Readonly<Record<FactorKind, readonly MapFactor[]>>;
	/** An outcome may be without findings. */
	readonly outcomes: readonly { readonly of: Outcome['of']; readonly outcomes: readonly MapNode[] }[];
	/** From the organisation down; the surest first. `surest` is how sure it is that the intervention helps. */
	readonly levels: readonly { readonly level: Level; readonly interventions: readonly MapNode[] }[];
};

export const whomInOrder: readonly Outcome['of'][] = ['leaders', 'employees', 'organisation'];

export function describeMap(base: EvidenceBase): EvidenceMap {
	const ofKind = (kind: FactorKind) =>
		base.factors
			.filter((factor) => factor.kind === kind)
			.toSorted((left, right) => left.order - right.order)
			.map((factor) => describeMapFactor(factor, base));
	return {
		factors: { risk: ofKind('risk'), resource: ofKind('resource'), context: ofKind('context') },
		outcomes: whomInOrder.map((of) => ({
			of,
			outcomes: base.outcomes
				.filter((outcome) => outcome.of === of)
				.map(({ id, name }) => ({ id, name, ...weigh(findingsForOutcome(id, base), base) }))
		})),
		levels: levelsInOrder.map((level) => ({ level, interventions: interventionsAt(level, base) }))
	};
}

function describeMapFactor(factor: Factor, base: EvidenceBase): MapFactor {
	const findings = findingsForFactor(factor.id, base);
	return {
		...describeFactor(factor),
		...weigh(findings, base),
		reaches: whomInOrder.map((of) => ({
			of,
			...weigh(
				findings.filter((finding) => isAbout(finding, of, base)),
				base
			)
		}))
	};
}

function interventionsAt(level: Level, base: EvidenceBase): readonly MapNode[] {
	const nodes = base.interventions
		.filter((intervention) => intervention.level === level)
		.map((intervention) => ({
			id: intervention.id,
			name: intervention.name,
			...weigh(findingsForIntervention(intervention, base), base),
			certainty: certaintyOfIntervention(intervention, base).certainty
		}));
	return surestFirst(nodes).map(({ certainty, ...node }) => ({ ...node, surest: certainty }));
}

function weigh(findings: readonly Finding[], base: EvidenceBase): Weight {
	const graded = findings.map((finding) => ({ certainty: certaintyOf(finding, base.studies).certainty }));
	const carried = findings.filter((finding) => isCarried(finding, base.studies)).length;
	return { findings: findings.length, carried, surest: surestFirst(graded)[0]?.certainty ?? null };
}

function isAbout(finding: Finding, of: Outcome['of'], base: EvidenceBase): boolean {
	return base.outcomes.some((outcome) => outcome.of === of && finding.outcomes.includes(outcome.id));
}

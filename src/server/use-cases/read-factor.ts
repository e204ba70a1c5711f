import type { Factor, Outcome } from '#domain/evidence/evidence.ts';
import { findingsForFactor, interventionsForFactor } from '#domain/evidence/look-up.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { describeFindings } from './describe-finding.ts';
import type { DescribedFinding } from './describe-finding.ts';
import { groupByLevel } from './describe-intervention.ts';
import type { InterventionLevel } from './describe-intervention.ts';
import { forbidden, isAllowed, type Forbidden } from './permissions.ts';
import type { FactorLine } from './read-knowledge.ts';

export type FindingGroup = { readonly of: Outcome['of']; readonly findings: readonly DescribedFinding[] };

export type FactorOutcome =
	| {
			readonly kind: 'factor';
			readonly factor: Factor;
			/** By whom the outcome concerns, in the order leaders, employees, organisation; empty groups are left out. */
			readonly groups: readonly FindingGroup[];
			/** From the organisation down; levels without interventions are left out. */
			readonly levels: readonly InterventionLevel[];
			readonly others: readonly FactorLine[];
	  }
	| { readonly kind: 'unknown-factor' }
	| Forbidden;

export function readFactor(
	{ evidence }: Pick<Context, 'evidence'>,
	actor: Actor,
	input: { readonly factorId: string }
): FactorOutcome {
	if (!isAllowed('read-factor', actor)) return forbidden;
	const factor = evidence.factors.find((one) => one.id === input.factorId);
	if (factor === undefined) return { kind: 'unknown-factor' };
	const levels = groupByLevel(interventionsForFactor(factor.id, evidence), evidence);
	return {
		kind: 'factor',
		factor,
		groups: groupByOutcome(describeFindings(findingsForFactor(factor.id, evidence), evidence)),
		levels: levels.filter((level) => level.interventions.length > 0),
		others: evidence.factors
			.filter((other) => other.id !== factor.id)
			.map(({ id, kind, name, shortName }) => ({ id, kind, name, shortName }))
	};
}

/** A finding about several outcomes stands once, with the first of them. */
function groupByOutcome(findings: readonly DescribedFinding[]): readonly FindingGroup[] {
	return (['leaders', 'employees', 'organisation'] as const)
		.map((of) => ({ of, findings: findings.filter((finding) => finding.outcomes[0]?.of === of) }))
		.filter((group) => group.findings.length > 0);
}

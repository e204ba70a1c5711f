// What conditions lead to, seen from its end: everything that is claimed to touch one outcome, by what it starts from.
import type { EvidenceBase, Outcome } from '#domain/evidence/evidence.ts';
import { findingsForOutcome } from '#domain/evidence/look-up.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { describeFactor, describeFindings } from './describe-finding.ts';
import type { DescribedFinding, FactorLine } from './describe-finding.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type OutcomePageOutcome =
	| {
			readonly kind: 'outcome';
			readonly outcome: Outcome;
			/** In the overview's order: what strains, what carries, the setting; factors without findings are left out. */
			readonly factors: readonly { readonly factor: FactorLine; readonly findings: readonly DescribedFinding[] }[];
			/** Effects of interventions on it. */
			readonly effects: readonly DescribedFinding[];
			/** Other outcomes that lead to it. */
			readonly fromOutcomes: readonly DescribedFinding[];
			/** What it leads to itself. */
			readonly consequences: readonly DescribedFinding[];
			readonly others: readonly Outcome[];
	  }
	| { readonly kind: 'unknown-outcome' }
	| Forbidden;

export function readOutcome(
	{ evidence }: Pick<Context, 'evidence'>,
	actor: Actor,
	input: { readonly outcomeId: string }
): OutcomePageOutcome {
	if (!isAllowed('read-outcome', actor)) return forbidden;
	const outcome = evidence.outcomes.find((one) => one.id === input.outcomeId);
	if (outcome === undefined) return { kind: 'unknown-outcome' };
	const leading = describeFindings(findingsForOutcome(outcome.id, evidence), evidence);
	return {
		kind: 'outcome',
		outcome,
		factors: groupByFactor(leading, evidence),
		effects: leading.filter(({ from }) => from.kind === 'intervention'),
		fromOutcomes: leading.filter(({ from }) => from.kind === 'outcome'),
		consequences: describeFindings(
			evidence.findings.filter(({ from }) => from.kind === 'outcome' && from.id === outcome.id),
			evidence
		),
		others: evidence.outcomes.filter((other) => other.of === outcome.of && other.id !== outcome.id)
	};
}

function groupByFactor(findings: readonly DescribedFinding[], base: EvidenceBase) {
	return base.factors
		.map((factor) => ({
			factor: describeFactor(factor),
			findings: findings.filter(({ from }) => from.kind === 'factor' && from.factor.id === factor.id)
		}))
		.filter((group) => group.findings.length > 0);
}

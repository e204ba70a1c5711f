import type { Factor, SubTheme } from '#domain/evidence/evidence.ts';
import { findingsForFactor, interventionsForFactor } from '#domain/evidence/look-up.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { describeFactor, describeFindings } from './describe-finding.ts';
import type { DescribedFinding, FactorLine } from './describe-finding.ts';
import { groupByLevel } from './describe-intervention.ts';
import type { InterventionLevel } from './describe-intervention.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

/** `theme`: null for what concerns the factor as a whole. */
export type FindingTheme = { readonly theme: SubTheme | null; readonly findings: readonly DescribedFinding[] };

export type FactorOutcome =
	| {
			readonly kind: 'factor';
			readonly factor: Factor;
			/** The whole first, then its parts in the overview's order; parts without findings are left out. */
			readonly themes: readonly FindingTheme[];
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
		themes: groupByTheme(factor, describeFindings(findingsForFactor(factor.id, evidence), evidence)),
		levels: levels.filter((level) => level.interventions.length > 0),
		others: evidence.factors.filter((other) => other.id !== factor.id).map(describeFactor)
	};
}

/** Every finding once, the surest of each theme first. */
function groupByTheme(factor: Factor, findings: readonly DescribedFinding[]): readonly FindingTheme[] {
	const themeOf = ({ from }: DescribedFinding) => (from.kind === 'factor' ? (from.subTheme?.id ?? null) : null);
	return [null, ...factor.subThemes]
		.map((theme) => ({ theme, findings: findings.filter((finding) => themeOf(finding) === (theme?.id ?? null)) }))
		.filter((group) => group.findings.length > 0);
}

import type { Intervention, Study } from '#domain/evidence/evidence.ts';
import { findingsForIntervention, studiesNamed } from '#domain/evidence/look-up.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { describeFactor, describeFindings } from './describe-finding.ts';
import type { DescribedFinding, FactorLine } from './describe-finding.ts';
import { describeIntervention } from './describe-intervention.ts';
import type { InterventionLine } from './describe-intervention.ts';
import { forbidden, isAllowed, type Forbidden } from './permissions.ts';

export type InterventionOutcome =
	| {
			readonly kind: 'intervention';
			readonly intervention: Intervention;
			readonly line: InterventionLine;
			readonly factors: readonly FactorLine[];
			readonly findings: readonly DescribedFinding[];
			/** The works that carry it. */
			readonly carrying: readonly Study[];
			/** Works that its findings name, but that carry nothing of it. */
			readonly named: readonly Study[];
			/** Other interventions at the same level. */
			readonly others: readonly Pick<Intervention, 'id' | 'name'>[];
	  }
	| { readonly kind: 'unknown-intervention' }
	| Forbidden;

export function readIntervention(
	{ evidence }: Pick<Context, 'evidence'>,
	actor: Actor,
	input: { readonly interventionId: string }
): InterventionOutcome {
	if (!isAllowed('read-intervention', actor)) return forbidden;
	const intervention = evidence.interventions.find((one) => one.id === input.interventionId);
	if (intervention === undefined) return { kind: 'unknown-intervention' };
	const findings = findingsForIntervention(intervention, evidence);
	const carrying = studiesNamed(intervention.studies, evidence);
	return {
		kind: 'intervention',
		intervention,
		line: describeIntervention(intervention, evidence),
		factors: intervention.factors
			.flatMap((id) => evidence.factors.filter((factor) => factor.id === id))
			.map(describeFactor),
		findings: describeFindings(findings, evidence),
		carrying,
		named: studiesNamed(
			findings.flatMap((finding) => finding.studies),
			evidence
		).filter((study) => !carrying.includes(study)),
		others: evidence.interventions
			.filter((other) => other.level === intervention.level && other.id !== intervention.id)
			.map(({ id, name }) => ({ id, name }))
	};
}

import type { Intervention, Study } from '#domain/evidence/evidence.ts';
import { findingsForIntervention, studiesNamed } from '#domain/evidence/look-up.ts';
import type { Language } from '#domain/language/localised.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { apaReference, type ApaReference } from '#server/references/apa-reference.ts';
import { describeFactor, describeFindings, describeStudy } from './describe-finding.ts';
import type { DescribedFinding, FactorLine, StudyLine } from './describe-finding.ts';
import { describeIntervention } from './describe-intervention.ts';
import type { InterventionLine } from './describe-intervention.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

/** A work in the APA style, with what it found. */
export type ReferencedStudy = StudyLine & {
	readonly reference: ApaReference['parts'];
	readonly title: Study['title'];
	readonly mainFinding: Study['mainFinding'];
};

export type InterventionOutcome =
	| {
			readonly kind: 'intervention';
			readonly intervention: Intervention;
			readonly line: InterventionLine;
			readonly factors: readonly FactorLine[];
			readonly findings: readonly DescribedFinding[];
			/** The works that carry it. */
			readonly carrying: readonly ReferencedStudy[];
			/** Works that its findings name, but that carry nothing of it. */
			readonly named: readonly ReferencedStudy[];
			/** Other interventions at the same level. */
			readonly others: readonly Pick<Intervention, 'id' | 'name'>[];
	  }
	| { readonly kind: 'unknown-intervention' }
	| Forbidden;

/** `language`: of what a reference says about a work that was not looked up. */
export function readIntervention(
	{ evidence }: Pick<Context, 'evidence'>,
	actor: Actor,
	input: { readonly interventionId: string; readonly language: Language }
): InterventionOutcome {
	if (!isAllowed('read-intervention', actor)) return forbidden;
	const intervention = evidence.interventions.find((one) => one.id === input.interventionId);
	if (intervention === undefined) return { kind: 'unknown-intervention' };
	const findings = findingsForIntervention(intervention, evidence);
	const carrying = studiesNamed(intervention.studies, evidence);
	const referenced = (study: Study): ReferencedStudy => ({
		...describeStudy(study, evidence),
		reference: apaReference(study, input.language).parts,
		title: study.title,
		mainFinding: study.mainFinding
	});
	return {
		kind: 'intervention',
		intervention,
		line: describeIntervention(intervention, evidence),
		factors: intervention.factors
			.flatMap((id) => evidence.factors.filter((factor) => factor.id === id))
			.map(describeFactor),
		findings: describeFindings(findings, evidence),
		carrying: carrying.map(referenced),
		named: studiesNamed(
			findings.flatMap((finding) => finding.studies),
			evidence
		)
			.filter((study) => !carrying.includes(study))
			.map(referenced),
		others: evidence.interventions
			.filter((other) => other.level === intervention.level && other.id !== intervention.id)
			.map(({ id, name }) => ({ id, name }))
	};
}

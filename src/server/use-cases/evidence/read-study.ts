import type { LineRange, Study } from '#domain/evidence/evidence.ts';
import { mentionsOf } from '#domain/evidence/lines.ts';
import { findingsForStudy, interventionsForStudy } from '#domain/evidence/look-up.ts';
import { selectionCriteriaOf, type SelectionCriteria } from '#domain/evidence/selection-criteria.ts';
import type { Language } from '#domain/language/localised.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { apaReference, type ApaReference } from '#server/references/apa-reference.ts';
import { describeFindings, describeStudy } from './describe-finding.ts';
import type { DescribedFinding, Standing, StudyLine } from './describe-finding.ts';
import { describeIntervention } from './describe-intervention.ts';
import type { InterventionLine } from './describe-intervention.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

/** A reference as words, italics and one address, for pages that build their own elements. */
export type ReferenceParts = ApaReference['parts'];

export type StudyOutcome =
	| {
			readonly kind: 'study';
			readonly study: Study;
			readonly line: StudyLine;
			/** In the APA style. */
			readonly reference: ReferenceParts;
			readonly criteria: SelectionCriteria;
			/** Places where the overview cites it. */
			readonly mentions: readonly LineRange[];
			/** The findings that name it, with what this study says of each; those that it carries first. */
			readonly findings: readonly { readonly finding: DescribedFinding; readonly standing: Standing }[];
			readonly interventions: readonly InterventionLine[];
	  }
	| { readonly kind: 'unknown-study' }
	| Forbidden;

/** `language`: of what the reference says about a work that was not looked up. */
export function readStudy(
	{ evidence }: Pick<Context, 'evidence'>,
	actor: Actor,
	input: { readonly studyId: string; readonly language: Language }
): StudyOutcome {
	if (!isAllowed('read-study', actor)) return forbidden;
	const study = evidence.studies.find((one) => one.id === input.studyId);
	if (study === undefined) return { kind: 'unknown-study' };
	const findings = describeFindings(findingsForStudy(study.id, evidence), evidence).map((finding) => ({
		finding,
		standing: finding.studies.find((cited) => cited.id === study.id)?.standing ?? 'shows-less'
	}));
	return {
		kind: 'study',
		study,
		line: describeStudy(study, evidence),
		reference: apaReference(study, input.language).parts,
		criteria: selectionCriteriaOf(study),
		mentions: mentionsOf(study, evidence).map((mention) => mention.lines),
		findings: findings.toSorted(
			(left, right) => Number(right.standing === 'counts') - Number(left.standing === 'counts')
		),
		interventions: interventionsForStudy(study.id, evidence).map((one) => describeIntervention(one, evidence))
	};
}

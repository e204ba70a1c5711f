import type { Study } from '#domain/evidence/evidence.ts';
import { findingsForStudy, interventionsForStudy } from '#domain/evidence/look-up.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { describeFindings, describeStudy } from './describe-finding.ts';
import type { DescribedFinding, Standing, StudyLine } from './describe-finding.ts';
import { describeIntervention } from './describe-intervention.ts';
import type { InterventionLine } from './describe-intervention.ts';
import { forbidden, isAllowed, type Forbidden } from './permissions.ts';

export type StudyOutcome =
	| {
			readonly kind: 'study';
			readonly study: Study;
			readonly line: StudyLine;
			/** The findings that name it, with what this study says of each. */
			readonly findings: readonly { readonly finding: DescribedFinding; readonly standing: Standing }[];
			readonly interventions: readonly InterventionLine[];
	  }
	| { readonly kind: 'unknown-study' }
	| Forbidden;

export function readStudy(
	{ evidence }: Pick<Context, 'evidence'>,
	actor: Actor,
	input: { readonly studyId: string }
): StudyOutcome {
	if (!isAllowed('read-study', actor)) return forbidden;
	const study = evidence.studies.find((one) => one.id === input.studyId);
	if (study === undefined) return { kind: 'unknown-study' };
	return {
		kind: 'study',
		study,
		line: describeStudy(study, evidence),
		findings: describeFindings(findingsForStudy(study.id, evidence), evidence).map((finding) => ({
			finding,
			standing: finding.studies.find((cited) => cited.id === study.id)?.standing ?? 'shows-less'
		})),
		interventions: interventionsForStudy(study.id, evidence).map((one) => describeIntervention(one, evidence))
	};
}

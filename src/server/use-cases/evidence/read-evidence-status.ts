import { checkEvidence } from '#domain/evidence/check-evidence.ts';
import type { EvidenceProblem } from '#domain/evidence/check-evidence.ts';
import { certaintyOfIntervention } from '#domain/evidence/certainty.ts';
import type { Certainty, Confidence, EvidenceBase, Level, LineRange, Study } from '#domain/evidence/evidence.ts';
import { uncoveredMentions } from '#domain/evidence/lines.ts';
import { findingsForFactor, interventionsForFactor } from '#domain/evidence/look-up.ts';
import { certaintiesInOrder, levelsInOrder, surestFirst } from '#domain/evidence/order.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { describeFindings, describeStudy } from './describe-finding.ts';
import type { DescribedFinding, StudyLine } from './describe-finding.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import type { FactorLine } from './read-knowledge.ts';

type CountByCertainty = Readonly<Record<Certainty, number>>;

/** Which fields of a record are recalled and which are unknown, by their names in the record. */
export type UnsureStudy = StudyLine & {
	readonly status: Confidence;
	readonly recalled: readonly string[];
	readonly unknown: readonly string[];
	readonly ambiguity: string | null;
};

export type EvidenceStatusOutcome =
	| {
			readonly kind: 'evidence-status';
			readonly version: string;
			readonly problems: readonly EvidenceProblem[];
			readonly studiesByStatus: Readonly<Record<Confidence, number>>;
			readonly findingsByCertainty: CountByCertainty;
			readonly interventionsByLevel: readonly { readonly level: Level; readonly count: CountByCertainty }[];
			/** Works that nobody has looked up, and works with fields that nobody has looked up. */
			readonly unsureStudies: readonly UnsureStudy[];
			/** Findings for which no work counts. */
			readonly withoutSupport: readonly DescribedFinding[];
			/** Citations in the overview that no finding carries. */
			readonly mentions: {
				readonly all: number;
				readonly uncovered: readonly { readonly study: StudyLine; readonly lines: readonly LineRange[] }[];
			};
			readonly factors: readonly (FactorLine & {
				readonly findings: number;
				readonly interventions: number;
				readonly surest: Certainty;
			})[];
			readonly findings: readonly DescribedFinding[];
	  }
	| Forbidden;

/** What an evidence editor has left to do, and the whole base at a glance. */
export function readEvidenceStatus({ evidence }: Pick<Context, 'evidence'>, actor: Actor): EvidenceStatusOutcome {
	if (!isAllowed('read-evidence-status', actor)) return forbidden;
	const findings = describeFindings(evidence.findings, evidence);
	const uncovered = uncoveredMentions(evidence);
	const ofStatus = (status: Confidence) => evidence.studies.filter((study) => study.status === status).length;
	return {
		kind: 'evidence-status',
		version: evidence.version,
		problems: checkEvidence(evidence),
		studiesByStatus: { verified: ofStatus('verified'), recalled: ofStatus('recalled'), unknown: ofStatus('unknown') },
		findingsByCertainty: countByCertainty(findings.map((finding) => finding.certainty)),
		interventionsByLevel: levelsInOrder.map((level) => ({
			level,
			count: countByCertainty(
				evidence.interventions
					.filter((intervention) => intervention.level === level)
					.map((intervention) => certaintyOfIntervention(intervention, evidence).certainty)
			)
		})),
		unsureStudies: evidence.studies.map((study) => describeUnsure(study, evidence)).filter(isUnsure),
		withoutSupport: findings.filter((finding) => !finding.isCarried),
		mentions: {
			all: evidence.mentions.length,
			uncovered: evidence.studies
				.map((study) => ({
					study: describeStudy(study, evidence),
					lines: uncovered.filter((mention) => mention.study === study.id).map((mention) => mention.lines)
				}))
				.filter(({ lines }) => lines.length > 0)
		},
		factors: evidence.factors.map(({ id, kind, name, shortName }) => {
			const own = describeFindings(findingsForFactor(id, evidence), evidence);
			const surest = surestFirst(own)[0]?.certainty ?? 'very-low';
			return {
				id,
				kind,
				name,
				shortName,
				findings: own.length,
				interventions: interventionsForFactor(id, evidence).length,
				surest
			};
		}),
		findings
	};
}

function countByCertainty(certainties: readonly Certainty[]): CountByCertainty {
	const count: Record<Certainty, number> = { high: 0, moderate: 0, low: 0, 'very-low': 0 };
	for (const certainty of certaintiesInOrder) count[certainty] = certainties.filter((one) => one === certainty).length;
	return count;
}

function describeUnsure(study: Study, base: EvidenceBase): UnsureStudy {
	const fieldsThatAre = (confidence: Confidence) =>
		Object.entries(study.confidence).flatMap(([field, value]) => (value === confidence ? [field] : []));
	return {
		...describeStudy(study, base),
		status: study.status,
		recalled: fieldsThatAre('recalled'),
		unknown: fieldsThatAre('unknown'),
		ambiguity: study.ambiguity
	};
}

function isUnsure(study: UnsureStudy): boolean {
	return study.status !== 'verified' || study.recalled.length > 0 || study.unknown.length > 0;
}

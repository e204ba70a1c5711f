import type { Certainty, EvidenceBase, StudyDesign } from '#domain/evidence/evidence.ts';
import { certaintyOf } from '#domain/evidence/certainty.ts';
import { isCarried } from '#domain/evidence/standing.ts';
import { certaintiesInOrder, designsInOrder } from '#domain/evidence/order.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { describeFindings, describeStudy } from './describe-finding.ts';
import type { DescribedFinding, FactorLine, StudyLine } from './describe-finding.ts';
import { describeMap, type EvidenceMap } from './describe-map.ts';
import { groupByLevel } from './describe-intervention.ts';
import type { InterventionLevel } from './describe-intervention.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type { FactorLine };

export type ListedStudy = StudyLine & {
	readonly title: string | null;
	/** ISO 3166-1 alpha-2. */
	readonly countries: readonly string[];
	readonly isInternational: boolean;
	/** How many findings name it, and how many of these it counts for. */
	readonly findings: number;
	readonly shows: number;
};

export type KnowledgeOutcome =
	| {
			readonly kind: 'knowledge';
			readonly version: string;
			/** YYYY-MM-DD. */
			readonly publishedOn: string;
			readonly lastSearch: EvidenceBase['lastSearch'];
			readonly map: EvidenceMap;
			readonly levels: readonly InterventionLevel[];
			/** Findings about what leaders' own well-being goes with, surest first. */
			readonly consequences: readonly DescribedFinding[];
			/** How many findings have each certainty, the surest first. */
			readonly certainties: readonly { readonly certainty: Certainty; readonly findings: number }[];
			/** Works by how they were done, the designs that show most first; designs without works are left out. */
			readonly designs: readonly { readonly design: StudyDesign; readonly studies: readonly ListedStudy[] }[];
			readonly counts: {
				readonly studies: number;
				readonly verified: number;
				readonly reviews: number;
				readonly aboutHealthCareLeaders: number;
				readonly nordic: number;
				readonly findings: number;
				/** Findings that no work carries. */
				readonly notShown: number;
				readonly interventions: number;
			};
	  }
	| Forbidden;

/** The whole library in outline: its start page, the list of works, and the page on what leaders' well-being means. */
export function readKnowledge({ evidence }: Pick<Context, 'evidence'>, actor: Actor): KnowledgeOutcome {
	if (!isAllowed('read-knowledge', actor)) return forbidden;
	const known = kept.get(evidence) ?? outline(evidence);
	kept.set(evidence, known);
	return known;
}

/** A base is the same object until somebody publishes, and everybody reads the same of it. */
const kept = new WeakMap<EvidenceBase, KnowledgeOutcome>();

function outline(evidence: EvidenceBase): KnowledgeOutcome {
	const { findings, studies, interventions } = evidence;
	const certainties = findings.map((finding) => certaintyOf(finding, studies).certainty);
	const listed = studies.map((study) => ({
		...describeStudy(study, evidence),
		title: study.title,
		countries: study.countries,
		isInternational: study.isInternational,
		findings: findings.filter((finding) => finding.studies.includes(study.id)).length,
		shows: findings.filter((finding) => isCarried(finding, [study])).length
	}));
	return {
		kind: 'knowledge',
		version: evidence.version,
		publishedOn: evidence.publishedOn,
		lastSearch: evidence.lastSearch,
		map: describeMap(evidence),
		levels: groupByLevel(interventions, evidence),
		consequences: describeFindings(findings, evidence).filter((finding) => finding.place.kind === 'consequences'),
		certainties: certaintiesInOrder.map((certainty) => ({
			certainty,
			findings: certainties.filter((one) => one === certainty).length
		})),
		designs: designsInOrder
			.map((design) => ({ design, studies: listed.filter((study) => study.design === design) }))
			.filter((group) => group.studies.length > 0),
		counts: {
			studies: studies.length,
			verified: studies.filter((study) => study.status === 'verified').length,
			reviews: listed.filter((study) => study.isReview).length,
			aboutHealthCareLeaders: studies.filter((study) => study.isHealthCare === true && study.isAboutLeaders === true)
				.length,
			nordic: studies.filter((study) => study.isNordic === true).length,
			findings: findings.length,
			notShown: findings.filter((finding) => !isCarried(finding, studies)).length,
			interventions: interventions.length
		}
	};
}

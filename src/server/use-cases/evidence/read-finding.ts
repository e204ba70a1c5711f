// One claim in full: what it says, how sure it is and why, what each work behind it looked at, and what leans on it.
import type { EvidenceBase, LineRange, Study } from '#domain/evidence/evidence.ts';
import { covers, mentionsOf } from '#domain/evidence/lines.ts';
import { interventionsForFinding } from '#domain/evidence/look-up.ts';
import type { Language, Localised } from '#domain/language/localised.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { apaReference, type ApaReference } from '#server/references/apa-reference.ts';
import { describeFinding } from './describe-finding.ts';
import type { CitedStudy, DescribedFinding } from './describe-finding.ts';
import { describeIntervention } from './describe-intervention.ts';
import type { InterventionLine } from './describe-intervention.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

/** A work behind a claim, with what a reader needs to judge it. */
export type StudyBehind = CitedStudy &
	Pick<
		Study,
		'title' | 'population' | 'sampleSize' | 'countries' | 'isInternational' | 'mainFinding' | 'cautions' | 'isNordic'
	> & { readonly reference: ApaReference['parts'] };

/** Where the overview makes the claim, by its headings; none where only the lines are known. */
export type FindingSource = { readonly lines: LineRange; readonly section: string | null };

export type FindingOutcome =
	| {
			readonly kind: 'finding';
			readonly finding: DescribedFinding;
			/** Those that count first. */
			readonly studies: readonly StudyBehind[];
			readonly sources: readonly FindingSource[];
			readonly interventions: readonly InterventionLine[];
			/** Of the base, and the day on which it was published: YYYY-MM-DD. */
			readonly version: string;
			readonly publishedOn: string;
			/** Other claims with the same start and an outcome in common. */
			readonly related: readonly { readonly id: string; readonly claim: Localised }[];
	  }
	| { readonly kind: 'unknown-finding' }
	| Forbidden;

/** `language`: of the references. */
export function readFinding(
	{ evidence }: Pick<Context, 'evidence'>,
	actor: Actor,
	input: { readonly findingId: string; readonly language: Language }
): FindingOutcome {
	if (!isAllowed('read-finding', actor)) return forbidden;
	const source = evidence.findings.find((one) => one.id === input.findingId);
	if (source === undefined) return { kind: 'unknown-finding' };
	const finding = describeFinding(source, evidence);
	return {
		kind: 'finding',
		finding,
		studies: finding.studies.flatMap((cited) => describeBehind(cited, evidence, input.language)),
		sources: finding.lines.map((lines) => ({ lines, section: sectionOf(lines, finding, evidence) })),
		interventions: interventionsForFinding(source.id, evidence).map((one) => describeIntervention(one, evidence)),
		version: evidence.version,
		publishedOn: evidence.publishedOn,
		related: evidence.findings
			.filter((other) => other.id !== source.id && isRelated(other, source))
			.map(({ id, claim }) => ({ id, claim }))
	};
}

type Start = Pick<EvidenceBase['findings'][number], 'from' | 'outcomes'>;

function isRelated(one: Start, other: Start): boolean {
	if (one.from.kind === 'research' || other.from.kind === 'research') return false;
	const isSameStart = one.from.kind === other.from.kind && one.from.id === other.from.id;
	return isSameStart && one.outcomes.some((outcome) => other.outcomes.includes(outcome));
}

function describeBehind(cited: CitedStudy, base: EvidenceBase, language: Language): readonly StudyBehind[] {
	return base.studies
		.filter((study) => study.id === cited.id)
		.map((study) => ({
			...cited,
			title: study.title,
			population: study.population,
			sampleSize: study.sampleSize,
			countries: study.countries,
			isInternational: study.isInternational,
			mainFinding: study.mainFinding,
			cautions: study.cautions,
			isNordic: study.isNordic,
			reference: apaReference(study, language).parts
		}));
}

function sectionOf(lines: LineRange, finding: DescribedFinding, base: EvidenceBase): string | null {
	const mentions = finding.studies.flatMap((study) => mentionsOf(study, base));
	return mentions.find((mention) => covers(lines, mention.lines))?.section ?? null;
}

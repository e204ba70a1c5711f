// Why an intervention is suggested: the factor it meets, what is known of the factor and of the effect, and what puts it
// where it stands among others. Of a result nothing is told, but to somebody who came from a group's page and may read it:
// then why the intervention stands where it stands for that group.
import type { EvidenceBase, FactorId, Finding, Intervention } from '#domain/evidence/evidence.ts';
import { findingsForFactor, findingsForIntervention } from '#domain/evidence/look-up.ts';
import { explainPlace, type PlaceExplanation } from '#domain/recommendation/explain-place.ts';
import { candidatesOf, rankInterventions, type Candidate } from '#domain/recommendation/rank-interventions.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { describeFactor, describeFindings } from './describe-finding.ts';
import type { DescribedFinding, FactorLine } from './describe-finding.ts';
import { describeIntervention } from './describe-intervention.ts';
import type { InterventionLine } from './describe-intervention.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { readGroupResult } from '../results/read-group-result.ts';

/** What puts another intervention ahead: surer, or as sure with more studies, or neither (then the order says nothing). */
export type Advantage = 'surer' | 'more-studies' | 'none';

export type Placing = {
	/** From 1, among the interventions of the same level that meet the factor, if nothing but the factor counted. */
	readonly position: number;
	readonly among: number;
	readonly ahead: readonly (Candidate & { readonly advantage: Advantage })[];
};

export type ExplanationOutcome =
	| {
			readonly kind: 'explanation';
			readonly intervention: InterventionLine;
			/** Null where none was named, or one that the intervention does not meet. */
			readonly factor: FactorLine | null;
			/** The intervention's other factors. */
			readonly alsoFor: readonly FactorLine[];
			/** Why the factor matters: what the intervention leans on of it, else the surest that is known of it. */
			readonly aboutFactor: readonly DescribedFinding[];
			readonly doesLeanOnFactor: boolean;
			/** What is known of the effect of the intervention, or of interventions as such. */
			readonly effects: readonly DescribedFinding[];
			/** What else it leans on. */
			readonly aboutOther: readonly DescribedFinding[];
			readonly placing: Placing | null;
			/** For the group that was named; null where none was, where it may not be read or where nothing places it there. */
			readonly inGroup: PlaceInGroup | null;
	  }
	| { readonly kind: 'unknown-intervention' }
	| Forbidden;

export type PlaceInGroup = {
	readonly roundId: string;
	readonly group: { readonly id: string; readonly name: string };
	readonly explanation: PlaceExplanation;
};

const fewSurest = 3;

export async function explainRecommendation(
	context: Context,
	actor: Actor,
	input: {
		readonly interventionId: string;
		readonly factorId: string | null;
		readonly group?: { readonly roundId: string; readonly groupId: string } | null;
	}
): Promise<ExplanationOutcome> {
	const { evidence } = context;
	if (!isAllowed('explain-recommendation', actor)) return forbidden;
	const intervention = evidence.interventions.find((one) => one.id === input.interventionId);
	if (intervention === undefined) return { kind: 'unknown-intervention' };
	const factorId = intervention.factors.find((id) => id === input.factorId) ?? null;
	const behind = findingsForIntervention(intervention, evidence);
	const leaning = behind.filter((finding) => startsFrom(finding, factorId));
	const effects = behind.filter(({ from }) => from.kind === 'intervention');
	const surest = factorId === null ? [] : describeFindings(findingsForFactor(factorId, evidence), evidence);
	const factors = intervention.factors.flatMap((id) => evidence.factors.filter((factor) => factor.id === id));
	return {
		kind: 'explanation',
		intervention: describeIntervention(intervention, evidence),
		factor: factors.filter((factor) => factor.id === factorId).map(describeFactor)[0] ?? null,
		alsoFor: factors.filter((factor) => factor.id !== factorId).map(describeFactor),
		aboutFactor: leaning.length > 0 ? describeFindings(leaning, evidence) : surest.slice(0, fewSurest),
		doesLeanOnFactor: leaning.length > 0,
		effects: describeFindings(effects, evidence),
		aboutOther: describeFindings(
			behind.filter((finding) => !leaning.includes(finding) && !effects.includes(finding)),
			evidence
		),
		placing: factorId === null ? null : placingOf(intervention, factorId, evidence),
		inGroup: input.group
			? await placeInGroup(context, actor, { ...input.group, interventionId: intervention.id })
			: null
	};
}

async function placeInGroup(
	context: Context,
	actor: Actor,
	input: { readonly roundId: string; readonly groupId: string; readonly interventionId: string }
): Promise<PlaceInGroup | null> {
	const read = await readGroupResult(context, actor, input);
	if (read.kind !== 'group-result') return null;
	const explanation = explainPlace(read.rankingInput, input.interventionId);
	const { id, name } = read.result.group;
	return explanation === null ? null : { roundId: input.roundId, group: { id, name }, explanation };
}

function startsFrom({ from }: Finding, factor: FactorId | null): boolean {
	return from.kind === 'factor' && from.id === factor;
}

/** The ranking itself, asked about this factor alone. */
function placingOf(intervention: Intervention, factor: FactorId, evidence: EvidenceBase): Placing | null {
	const candidates = candidatesOf(evidence);
	const levels = rankInterventions({
		burdens: [{ factor, score: 100, burden: 100 }],
		candidates,
		perLevel: candidates.length
	});
	const ranked = levels.find(({ level }) => level === intervention.level)?.recommendations ?? [];
	const place = ranked.findIndex((one) => one.intervention.id === intervention.id);
	const own = ranked[place]?.intervention;
	if (own === undefined) return null;
	const ahead = ranked.slice(0, place).map((one) => ({
		...one.intervention,
		advantage: advantageOver(own, one.intervention)
	}));
	return { position: place + 1, among: ranked.length, ahead };
}

function advantageOver(own: Candidate, other: Candidate): Advantage {
	if (own.certainty !== other.certainty) return 'surer';
	return other.studies > own.studies ? 'more-studies' : 'none';
}

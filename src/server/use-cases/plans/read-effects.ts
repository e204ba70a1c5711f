// Whether plans have helped: each plan by its group, and all of them together, from two released rounds side by side. What
// research says of the interventions stands beside it and never enters it.
import type { Publishable } from '#domain/disclosure/publishable.ts';
import type { Release } from '#domain/disclosure/release.ts';
import type { FactorPair, GroupPair } from '#domain/effect/effect.ts';
import { notCarriedOut, type NotCarriedOut } from '#domain/effect/carried-out.ts';
import { expectedChanges, type FactorExpectation } from '#domain/effect/expected-change.ts';
import { matchGroups, type GroupMatch } from '#domain/effect/match-groups.ts';
import { onceAnAim, type AimInRounds } from '#domain/effect/once-an-aim.ts';
import { pairReleases, type PairedFactor, type PairedScale } from '#domain/effect/pair-releases.ts';
import { nothingToTell, planEffect, type PlanEffect } from '#domain/effect/plan-effect.ts';
import { programmeEffects, type FactorEffect } from '#domain/effect/programme-effect.ts';
import { togetherEffect, type TogetherEffect } from '#domain/effect/together-effect.ts';
import { certaintyOfIntervention } from '#domain/evidence/certainty.ts';
import type { Certainty, Intervention } from '#domain/evidence/evidence.ts';
import { sharedScales } from '#domain/instrument/same-scales.ts';
import type { Plan } from '#domain/plan/plan.ts';
import { median } from '#domain/statistics/quantile.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { listPlans } from '#server/database/plans.ts';
import { listRounds, type Round } from '#server/database/rounds.ts';
import { findInstrument } from '../rounds/find-instrument.ts';
import { isUuid } from '../is-uuid.ts';
import { forbidden, hasRole, isAllowed, type Forbidden } from '../permissions.ts';
import { readPlans } from './read-plans.ts';
import {
	readableReader,
	releasesReader,
	type ReadableReader,
	type ReleaseReader
} from '../releases/release-readers.ts';
import { readReleasedMemberships } from '../releases/released-memberships.ts';

export type RoundName = { readonly id: string; readonly name: string };

/** What research says of an intervention that the plan uses. */
export type ResearchBeside = { readonly intervention: Intervention; readonly certainty: Certainty };

export type EffectOfPlan = {
	readonly plan: Plan;
	readonly groupName: string;
	readonly factor: string;
	readonly before: RoundName;
	/** The newest released round since the plan was decided that measures its factor; null where there is none. */
	readonly after: RoundName | null;
	/** The scale's ends and direction; null where the factor was not measured before. */
	readonly scale: {
		readonly minimum: number;
		readonly maximum: number;
		readonly direction: FactorPair['direction'];
	} | null;
	/** Null where no mean is shown, or the reader may not open the group's result in that round. */
	readonly figures: Pick<GroupPair, 'before' | 'after'>;
	/** Share of the same leaders, 0-1; null where the group was not found again. */
	readonly sameMembers: number | null;
	readonly effect: PlanEffect;
	readonly research: readonly ResearchBeside[];
};

/** All plans of one round. */
export type ProgrammeEffect = {
	readonly before: RoundName;
	readonly plans: number;
	/** Groups and factors that they aim at, each once: several plans for one group and factor change one figure. */
	readonly aims: number;
	/** Of the plans: those of which nothing was done. They count like the others. */
	readonly notCarriedOut: NotCarriedOut;
	/** Every plan at what it aims at, all taken together; `personSd`: a usual one of these factors, in points. */
	readonly together: TogetherEffect & { readonly personSd: number };
	/** In the order of the questionnaire; each with the round that measured it again. */
	readonly factors: readonly (FactorEffect & {
		readonly after: RoundName;
		/** One person standard deviation in the unit of the scale. */
		readonly personSd: number;
	})[];
};

export type ReadEffectsOutcome =
	| {
			readonly kind: 'effects';
			/** Newest plans first. */
			readonly plans: readonly EffectOfPlan[];
			/** For programme leads and committees; empty for managers, and where nothing was measured again. */
			readonly programmes: readonly ProgrammeEffect[];
	  }
	| Forbidden;

/** What a plan is judged by: plans with the same one are counted once (`onceAnAim`). */
export function aimOfEffect({ plan, factor, before, after }: EffectOfPlan): AimInRounds {
	return { group: plan.groupId, factor, before: before.id, after: after?.id ?? null };
}

/**
 * `planId`: only that one. Plans are those that the reader may read today (`readPlans`); what became of a group is told only
 * where its result may be opened in both rounds, as everywhere else.
 */
export async function readEffects(
	context: Context,
	actor: Actor,
	input: { readonly planId?: string } = {}
): Promise<ReadEffectsOutcome> {
	if (!isAllowed('read-effects', actor) || actor.kind === 'visitor') return forbidden;
	if (input.planId !== undefined && !isUuid(input.planId)) return { kind: 'effects', plans: [], programmes: [] };
	const today = await readPlans(context, actor, input);
	if (today.kind === 'forbidden') return forbidden;
	const groupNames = new Map(today.plans.map(({ plan, groupName }) => [plan.id, groupName]));
	const stored = await listPlans(context.db, actor.organisationId);
	const rounds = (await listRounds(context.db, actor.organisationId)).filter(({ releasedAt }) => releasedAt !== null);
	const read = releasesReader(context);
	const readableIn = readableReader(context, actor, read);
	const plans: EffectOfPlan[] = [];
	const programmes: ProgrammeEffect[] = [];
	for (const round of rounds) {
		const own = stored.filter((plan) => plan.roundId === round.id);
		// One plan's page need not read the rounds of all the others.
		if (input.planId !== undefined && !own.some((plan) => plan.id === input.planId)) continue;
		const release = own.length === 0 ? null : await read(round);
		if (release === null) continue;
		const measured = await measuredAgain(context, { round, release, rounds, plans: own, read });
		for (const plan of own) {
			const groupName = groupNames.get(plan.id);
			if (groupName === undefined) continue;
			plans.push(await effectOfPlan(context, { plan, round, release, groupName, measured, readableIn }));
		}
		if (actor.kind === 'system' || hasRole(actor, 'programme-lead') || hasRole(actor, 'committee'))
			programmes.push(...programmeOf(round, own, measured));
	}
	return { kind: 'effects', plans, programmes };
}

type MeasuredAgain = {
	readonly scale: PairedScale;
	readonly after: Round;
	/** Null where the spread before is not shown. */
	readonly paired: PairedFactor | null;
	readonly expectation: FactorExpectation | null;
	readonly matches: ReadonlyMap<string, GroupMatch>;
	/** Plans of the factor that were decided before it was asked again. */
	readonly plans: readonly Plan[];
};

/** Each factor of a round with the newest later round that measures it the same way. */
async function measuredAgain(
	context: Context,
	from: {
		readonly round: Round;
		readonly release: Publishable<Release>;
		readonly rounds: readonly Round[];
		readonly plans: readonly Plan[];
		readonly read: ReleaseReader;
	}
): Promise<readonly MeasuredAgain[]> {
	const { round, release } = from;
	const instrument = await findInstrument(context, round);
	// Of two scales for one factor the first: a factor is judged once.
	const scales = instrument.scales
		.flatMap(({ id, factor, direction }): PairedScale[] =>
			factor === null || direction === 'neutral' ? [] : [{ scale: id, factor, direction }]
		)
		.filter((scale, place, all) => all.findIndex(({ factor }) => factor === scale.factor) === place);
	const memberships = await readReleasedMemberships(context, round, release);
	const paired: Omit<MeasuredAgain, 'expectation'>[] = [];
	for (const after of laterThan(from.rounds, round)) {
		const again = new Set(sharedScales(instrument, await findInstrument(context, after)));
		const left = scales.filter(({ scale }) => again.has(scale) && !paired.some((one) => one.scale.scale === scale));
		const later = left.length === 0 ? null : await from.read(after);
		if (later === null) continue;
		const others = await readReleasedMemberships(context, after, later);
		const known = memberships.kind === 'leaders' && others.kind === 'leaders' ? 'leaders' : 'leadershipGroups';
		const matches = matchGroups(memberships[known], others[known]);
		const plans = from.plans.filter((plan) => plan.decidedAt < beganAt(after));
		const aims = plans.map((plan) => ({ group: plan.groupId, factor: plan.targetFactor }));
		const pairs = pairReleases({ before: release, after: later, scales: left, matches, plans: aims });
		for (const scale of left) {
			if (!again.has(scale.scale)) continue;
			const own = pairs.find(({ pair }) => pair.factor === scale.factor) ?? null;
			paired.push({ scale, after, paired: own, matches, plans });
		}
	}
	const expectations = new Map(expectedChanges(pairsOf(paired)).map((one) => [one.factor, one]));
	return paired.map((one) => ({ ...one, expectation: expectations.get(one.scale.factor) ?? null }));
}

function pairsOf(measured: readonly Pick<MeasuredAgain, 'paired'>[]): readonly FactorPair[] {
	return measured.flatMap(({ paired }) => (paired === null ? [] : [paired.pair]));
}

/** Newest first. */
function laterThan(rounds: readonly Round[], round: Round): readonly Round[] {
	return rounds
		.filter((other) => other.id !== round.id && beganAt(other) > beganAt(round))
		.toSorted((one, other) => beganAt(other).getTime() - beganAt(one).getTime());
}

function beganAt(round: Round): Date {
	return round.openedAt ?? round.createdAt;
}

async function effectOfPlan(
	context: Context,
	from: {
		readonly plan: Plan;
		readonly round: Round;
		readonly release: Release;
		readonly groupName: string;
		readonly measured: readonly MeasuredAgain[];
		readonly readableIn: ReadableReader;
	}
): Promise<EffectOfPlan> {
	const { plan, round, release, groupName } = from;
	const found = from.measured.find(({ scale }) => scale.factor === plan.targetFactor);
	const measured = found !== undefined && found.plans.includes(plan) ? found : undefined;
	const range = release.scales.find(({ id }) => id === measured?.scale.scale);
	const pair = measured?.paired?.groups.get(plan.groupId);
	const match = measured?.matches.get(plan.groupId);
	const mayOpenBefore = (await from.readableIn(round)).has(plan.groupId);
	const mayOpenAfter =
		measured === undefined || match === undefined || (await from.readableIn(measured.after)).has(match.group);
	const judged = judgedEffect(measured, pair, match);
	const isOpen = mayOpenBefore && mayOpenAfter;
	const effect = isOpen || judged.change === null ? judged : nothingToTell('result-not-yours-to-open');
	const interventions = new Set(plan.steps.map(({ interventionId }) => interventionId));
	return {
		plan,
		groupName,
		factor: plan.targetFactor,
		before: nameOf(round),
		after: measured === undefined ? null : nameOf(measured.after),
		scale:
			measured === undefined || range === undefined
				? null
				: { minimum: range.minimum, maximum: range.maximum, direction: measured.scale.direction },
		// No new figure without a change: of a group that is another one now, or is not the reader's to open, there is none.
		figures: {
			before: mayOpenBefore ? (pair?.before ?? null) : null,
			after: effect.change === null ? null : (pair?.after ?? null)
		},
		sameMembers: match?.sameMembers ?? null,
		effect,
		research: context.evidence.interventions
			.filter(({ id }) => interventions.has(id))
			.map((intervention) => ({
				intervention,
				certainty: certaintyOfIntervention(intervention, context.evidence).certainty
			}))
	};
}

function judgedEffect(
	measured: MeasuredAgain | undefined,
	pair: GroupPair | undefined,
	match: GroupMatch | undefined
): PlanEffect {
	if (measured === undefined) return nothingToTell('not-measured-again');
	if (match === undefined) return nothingToTell('group-not-found');
	if (measured.paired === null || pair === undefined) return nothingToTell('spread-not-shown');
	const { expectation, paired } = measured;
	return planEffect({ factor: paired.pair, pair, expectation, sameMembers: match.sameMembers });
}

function programmeOf(
	round: Round,
	plans: readonly Plan[],
	measured: readonly MeasuredAgain[]
): readonly ProgrammeEffect[] {
	const acting = plans.filter((plan) => measured.some((one) => one.plans.includes(plan)));
	if (acting.length === 0) return [];
	const factors = pairsOf(measured);
	const targeted = new Set(acting.map(({ targetFactor }) => targetFactor));
	const effects = programmeEffects({ factors, targeted });
	const spreads = factors.filter(({ factor }) => targeted.has(factor)).map(({ personSd }) => personSd);
	const personSd = spreads.length === 0 ? 0 : median(spreads);
	return [
		{
			before: nameOf(round),
			plans: acting.length,
			notCarriedOut: notCarriedOut(acting),
			aims: onceAnAim(acting, ({ groupId, targetFactor }) => ({
				...{ group: groupId, factor: targetFactor, before: round.id },
				// Each factor of a round is measured again in one round.
				after: null
			})).length,
			together: { ...togetherEffect({ factors, targeted }), personSd },
			factors: effects.flatMap((effect) => {
				const own = measured.find(({ scale }) => scale.factor === effect.factor);
				if (own === undefined || own.paired === null) return [];
				return [{ ...effect, after: nameOf(own.after), personSd: own.paired.pair.personSd }];
			})
		}
	];
}

function nameOf({ id, name }: Round): RoundName {
	return { id, name };
}

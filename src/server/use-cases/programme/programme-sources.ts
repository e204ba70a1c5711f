// What the overview and the workplace assessment take from plans, proposals, dialogues and effects: narrowed to what they show, so that
// they do not change whenever one of those does.
import type { EffectVerdict } from '#domain/effect/effect.ts';
import { onceAnAim } from '#domain/effect/once-an-aim.ts';
import type { ProgrammeFacts } from '#domain/programme/programme-facts.ts';
import type { Certainty, Level } from '#domain/evidence/evidence.ts';
import type { Localised } from '#domain/language/localised.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { dayOf } from '../calendar-day.ts';
import { readDialogues } from '../dialogues/read-dialogues.ts';
import { aimOfEffect, readEffects } from '../plans/read-effects.ts';
import { readPlans } from '../plans/read-plans.ts';
import { readProposals } from '../plans/read-proposals.ts';

export type SourcePlan = {
	readonly id: string;
	readonly title: string;
	readonly groupName: string;
	readonly targetFactor: string;
	readonly status: string;
	readonly hasOnlyIndividualSteps: boolean;
	readonly decidedAt: Date;
	readonly steps: readonly SourceStep[];
};

export type SourceStep = {
	readonly level: Level;
	readonly description: string;
	readonly owner: string;
	/** Calendar day, YYYY-MM-DD. */
	readonly dueOn: string;
	readonly state: 'done' | 'late' | 'open';
};

export async function sourcePlans(context: Context, actor: Actor): Promise<readonly SourcePlan[]> {
	const read = await readPlans(context, actor);
	if (read.kind !== 'plans') return [];
	const today = dayOf(context.now());
	return read.plans.map(({ plan, status, hasOnlyIndividualSteps, groupName }) => ({
		id: plan.id,
		title: plan.title,
		groupName,
		targetFactor: plan.targetFactor,
		status,
		hasOnlyIndividualSteps,
		decidedAt: plan.decidedAt,
		steps: plan.steps.map(({ level, description, owner, dueOn, doneAt }) => ({
			level,
			description,
			owner,
			dueOn,
			state: doneAt !== null ? 'done' : dueOn < today ? 'late' : 'open'
		}))
	}));
}

export type SourceProposal = {
	readonly id: string;
	readonly title: string;
	/** Who has it, by role or name as the roster says today. */
	readonly receiver: string;
	readonly sentAt: Date;
	readonly waitingDays: number;
	readonly isOverdue: boolean;
};

/** Those that nobody has accepted or declined, the longest waiting first. */
export async function sourceProposals(context: Context, actor: Actor): Promise<readonly SourceProposal[]> {
	const read = await readProposals(context, actor);
	if (read.kind !== 'proposals') return [];
	return read.proposals
		.filter(({ proposal }) => proposal.answer === null)
		.map(({ proposal, standing }) => ({
			id: proposal.id,
			title: proposal.title,
			receiver: proposal.receiver.name,
			sentAt: proposal.sentAt,
			waitingDays: standing.waitingDays,
			isOverdue: standing.isOverdue
		}))
		.toSorted((a, b) => b.waitingDays - a.waitingDays);
}

export type SourceDialogues = {
	readonly groups: number;
	readonly held: number;
	readonly planned: number;
	readonly overdue: number;
};

/** Null where the round has no dialogues to speak of. */
export async function sourceDialogues(
	context: Context,
	actor: Actor,
	roundId: string
): Promise<SourceDialogues | null> {
	const read = await readDialogues(context, actor, { roundId });
	if (read.kind !== 'dialogues') return null;
	return {
		groups: read.groups.length,
		held: read.counts.held,
		planned: read.counts.planned,
		overdue: read.overdue
	};
}

export type SourceEffect = ProgrammeFacts['effects']['programmes'][number] & { readonly isTargeted: boolean };

export type SourceEffects = {
	/** All plans of a round together, factor by factor; those that plans aimed at. */
	readonly programmes: readonly SourceEffect[];
	/** How many plans there is which verdict of, each by itself; several for one group, factor and pair of rounds are one. */
	readonly plans: Readonly<Record<EffectVerdict, number>>;
	/** What research says of the interventions in the plans, each once. */
	readonly research: readonly { readonly id: string; readonly name: Localised; readonly certainty: Certainty }[];
};

export async function sourceEffects(context: Context, actor: Actor): Promise<SourceEffects> {
	const read = await readEffects(context, actor);
	const plans = read.kind === 'effects' ? read.plans : [];
	const programmes = read.kind === 'effects' ? read.programmes : [];
	const judged = onceAnAim(plans, aimOfEffect);
	const countOf = (verdict: EffectVerdict) => judged.filter(([first]) => first?.effect.verdict === verdict).length;
	const research = new Map(plans.flatMap((plan) => plan.research).map((one) => [one.intervention.id, one]));
	return {
		programmes: programmes.flatMap(({ before, factors }) =>
			factors
				.filter((factor) => factor.isTargeted)
				.map(({ factor, after, isTargeted, verdict, effect, interval, personSd, actingGroups, comparisonGroups }) => ({
					...{ factor, isTargeted, verdict, effect, interval, personSd, actingGroups, comparisonGroups },
					before: before.name,
					after: after.name
				}))
		),
		plans: {
			improved: countOf('improved'),
			'no-clear-change': countOf('no-clear-change'),
			worse: countOf('worse'),
			'cannot-tell': countOf('cannot-tell')
		},
		research: [...research.values()].map(({ intervention, certainty }) => ({
			id: intervention.id,
			name: intervention.name,
			certainty
		}))
	};
}

// The programme at a glance, for top management and the committee: where it strains, which causes are shared, what is done, what helped.
import { heatMap } from '#domain/disclosure/heat-map.ts';
import type { ProgrammeFacts } from '#domain/programme/programme-facts.ts';
import { sharedCauses } from '#domain/programme/shared-causes.ts';
import { spanAndWorkload, type SpanAndWorkload } from '#domain/programme/span-and-workload.ts';
import { trendOf, type Trend } from '#domain/programme/trend.ts';
import type { Publishable } from '#domain/disclosure/publishable.ts';
import type { Release } from '#domain/disclosure/release.ts';
import type { Instrument } from '#domain/instrument/instrument.ts';
import { mapRisks } from '#domain/work-environment/map-risks.ts';
import { leadersOfGroups } from '#domain/work-environment/roster-sets.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findOrganisation, readOrganisation } from '#server/database/organisations.ts';
import { listLeadershipGroups, type Round } from '#server/database/rounds.ts';
import { releasedRounds, todayOf } from '../assessments/assessment-facts.ts';
import { findInstrument } from '../rounds/find-instrument.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { sourceDialogues, sourceEffects, sourcePlans, sourceProposals } from './programme-sources.ts';
import { findReadRelease } from '../results/readable-groups.ts';

export type ReadProgrammeOutcome =
	| {
			readonly kind: 'programme';
			readonly facts: ProgrammeFacts;
			/** Null where nothing is released. */
			readonly roundId: string | null;
			readonly rounds: readonly { readonly id: string; readonly name: string }[];
	  }
	| Forbidden;

/** The factor that the span of control is laid beside. */
const workload = 'workload';
/** So many rounds back the trend goes. */
const mostRounds = 6;

type SignedIn = Exclude<Actor, { kind: 'visitor' }>;

/** `roundId`: null or unknown for the newest that asked about everything: a light one tells of a few factors only. */
export async function readProgramme(
	context: Context,
	actor: Actor,
	input: { readonly roundId: string | null }
): Promise<ReadProgrammeOutcome> {
	if (!isAllowed('read-programme', actor) || actor.kind === 'visitor') return forbidden;
	const { organisationId } = actor;
	const rounds = await releasedRounds(context, organisationId);
	const whole = rounds.find((one) => one.followsRoundId === null) ?? rounds[0];
	const round = rounds.find((one) => one.id === input.roundId) ?? whole;
	const organisation = await findOrganisation(context.db, organisationId);
	return {
		kind: 'programme',
		roundId: round?.id ?? null,
		rounds: rounds.map(({ id, name }) => ({ id, name })),
		facts: {
			organisation: organisation?.name ?? '',
			day: todayOf(context),
			factors: context.evidence.factors,
			measured: round === undefined ? null : await measure(context, actor, round, rounds),
			plans: await sourcePlans(context, actor),
			proposals: await sourceProposals(context, actor),
			effects: await sourceEffects(context, actor)
		}
	};
}

async function measure(
	context: Context,
	actor: SignedIn,
	round: Round,
	rounds: readonly Round[]
): Promise<ProgrammeFacts['measured']> {
	const read = await findReadRelease(context, round);
	if (read === null) return null;
	const { release, releasedAt } = read;
	const instrument = await findInstrument(context, round);
	const factors = context.evidence.factors.map((factor) => factor.id);
	const map = heatMap(release);
	const [whole] = release.groups;
	return {
		round: round.name,
		releasedAt,
		responses: whole?.responses ?? 0,
		invited: whole?.invited ?? null,
		risks: mapRisks({ release, instrument, factors }),
		rows: map.rows.filter((row) => row.depth <= 1),
		scales: map.scales,
		ranges: release.scales,
		instrument: instrument.scales,
		causes: sharedCauses({ release, instrument, factors }),
		span: await readSpan(context, round, release, instrument),
		trend: await readTrend(context, round, rounds, factors),
		dialogues: await sourceDialogues(context, actor, round.id)
	};
}

/** Spans are the roster's of today; groups are the round's. */
async function readSpan(
	context: Pick<Context, 'db'>,
	round: Round,
	release: Publishable<Release>,
	instrument: Instrument
): Promise<SpanAndWorkload> {
	const { leaders } = await readOrganisation(context.db, round.organisationId);
	const key = { organisationId: round.organisationId, roundId: round.id };
	const groups = leadersOfGroups(await listLeadershipGroups(context.db, key), leaders);
	const spanOf = new Map(leaders.map((leader) => [leader.id, leader.span]));
	const spans = new Map([...groups].map(([id, own]) => [id, own.map((leader) => spanOf.get(leader) ?? null)]));
	const scale = instrument.scales.find((one) => one.factor === workload && one.outcome === null);
	return spanAndWorkload({ release, scale: scale?.id ?? '', spans });
}

/** This round and those before it. */
async function readTrend(
	context: Pick<Context, 'db' | 'instruments'>,
	round: Round,
	rounds: readonly Round[],
	factors: Parameters<typeof trendOf>[1]
): Promise<Trend> {
	const until = rounds.filter((one) => one.createdAt <= round.createdAt).slice(0, mostRounds);
	const read = await Promise.all(
		until.map(async (one) => {
			const found = await findReadRelease(context, one);
			return found === null
				? []
				: [{ id: one.id, name: one.name, ...found, instrument: await findInstrument(context, one) }];
		})
	);
	return trendOf(read.flat(), factors);
}

// What a browser needs to say whether a leader's own scores have changed since an earlier round: the same for everybody, and
// of other people only figures that are published for the whole organisation. No answer or score is sent here.
import { cellOf } from '#domain/disclosure/group-result.ts';
import type { Publishable } from '#domain/disclosure/publishable.ts';
import type { Release, ReleasedGroup } from '#domain/disclosure/release.ts';
import type { Instrument } from '#domain/instrument/instrument.ts';
import { hasSameScales } from '#domain/instrument/same-scales.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findRoundAnywhere, listRounds, type Round } from '#server/database/rounds.ts';
import { listEarlierRounds } from '../rounds/earlier-rounds.ts';
import { findInstrument } from '../rounds/find-instrument.ts';
import { isUuid } from '../is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { findReadRelease } from '../results/readable-groups.ts';

export type ChangeBasis = {
	readonly instrument: Instrument;
	/** Closed rounds that measured the same scales, newest first. */
	readonly earlierRounds: readonly { readonly id: string; readonly name: string }[];
	/** In the instrument's scale order. Null where no release before this round tells it. */
	readonly scales: readonly {
		readonly id: string;
		/** Of the whole organisation, in the unit of the score. */
		readonly standardDeviation: number | null;
		/** Cronbach's alpha, 0-1. */
		readonly reliability: number | null;
	}[];
};

export type ReadChangeBasisOutcome =
	({ readonly kind: 'basis' } & ChangeBasis) | { readonly kind: 'unknown-round' } | Forbidden;

export async function readChangeBasis(
	context: Pick<Context, 'db' | 'instruments'>,
	actor: Actor,
	input: { readonly roundId: string }
): Promise<ReadChangeBasisOutcome> {
	if (!isAllowed('read-change-basis', actor)) return forbidden;
	const round = isUuid(input.roundId) ? await findRoundAnywhere(context.db, input.roundId) : null;
	if (round === null || round.openedAt === null || round.source === 'imported') return { kind: 'unknown-round' };
	const instrument = await findInstrument(context, round);
	const earlier = await withSameScales(context, instrument, await listEarlierRounds(context, round));
	const organisation = await organisationBefore(context, round, instrument);
	return {
		kind: 'basis',
		instrument,
		earlierRounds: earlier.map(({ id, name }) => ({ id, name })),
		scales: instrument.scales.map(({ id }) => ({
			id,
			standardDeviation: organisation === null ? null : valueOf(organisation, id, 'sd'),
			reliability: organisation === null ? null : valueOf(organisation, id, 'alpha')
		}))
	};
}

async function withSameScales(
	context: Pick<Context, 'db' | 'instruments'>,
	instrument: Instrument,
	rounds: readonly Round[]
): Promise<Round[]> {
	const same: Round[] = [];
	for (const round of rounds) if (hasSameScales(instrument, await findInstrument(context, round))) same.push(round);
	return same;
}

/**
 * The whole organisation in the latest release of a round that opened before this one: imported rounds count as well, and
 * the round itself does not, so that the page says after its release what the browser sent before it.
 */
async function organisationBefore(
	context: Pick<Context, 'db' | 'instruments'>,
	round: Round,
	instrument: Instrument
): Promise<ReleasedGroup | null> {
	const { openedAt } = round;
	const released = (await listRounds(context.db, round.organisationId)).filter(
		(other) =>
			other.id !== round.id &&
			other.releasedAt !== null &&
			openedAt !== null &&
			(other.openedAt ?? other.createdAt) < openedAt
	);
	const [latest] = await withSameScales(context, instrument, released);
	const read = latest === undefined ? null : await findReadRelease(context, latest);
	return read === null ? null : (firstGroupOf(read.release) ?? null);
}

function firstGroupOf(release: Publishable<Release>): ReleasedGroup | undefined {
	return release.groups[0];
}

/** A figure that is only said to lie beyond a bound is no figure to compute with. */
function valueOf(group: ReleasedGroup, scale: string, statistic: 'sd' | 'alpha'): number | null {
	const cell = cellOf(group, scale, statistic);
	return cell === null || cell.bound !== undefined ? null : cell.value;
}

// The released round at a glance: groups × factors, for those whose work it is.
import { dimensionMap, heatMap, type HeatMap } from '#domain/disclosure/heat-map.ts';
import type { Publishable } from '#domain/disclosure/publishable.ts';
import type { ReleaseScale } from '#domain/disclosure/release.ts';
import type { Factor } from '#domain/evidence/evidence.ts';
import { scaleMeanings, type ScaleMeaning } from '#domain/disclosure/scale-meanings.ts';
import type { Instrument } from '#domain/instrument/instrument.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { listRounds, type Round } from '#server/database/rounds.ts';
import { findInstrument } from '../rounds/find-instrument.ts';
import { forbidden, hasRole, isAllowed, type Forbidden } from '../permissions.ts';
import { findReadRelease, readableGroupIds } from './readable-groups.ts';

export type ReadOverviewOutcome =
	| {
			readonly kind: 'overview';
			readonly round: Round;
			readonly releasedAt: Date;
			readonly rounds: readonly { readonly id: string; readonly name: string }[];
			readonly instrument: Instrument;
			readonly map: Publishable<HeatMap>;
			/** The whole organisation by what leaders have in common, such as their level. */
			readonly dimensions: Publishable<HeatMap>;
			/** The ranges of the map's scales. */
			readonly ranges: readonly ReleaseScale[];
			/** How much the groups' figures tell, scale by scale. */
			readonly meanings: Publishable<readonly ScaleMeaning[]>;
			readonly factors: readonly Factor[];
			/** Groups that the reader may open; the map's other rows are left out of the page. */
			readonly readable: ReadonlySet<string>;
			readonly seesEverything: boolean;
	  }
	| { readonly kind: 'nothing-released' }
	| Forbidden;

/** `roundId`: null for the newest that asked about everything: a light one tells of a few factors only. */
export async function readOverview(
	context: Context,
	actor: Actor,
	input: { readonly roundId: string | null }
): Promise<ReadOverviewOutcome> {
	if (!isAllowed('read-overview', actor) || actor.kind === 'visitor') return forbidden;
	const released = (await listRounds(context.db, actor.organisationId)).filter((round) => round.releasedAt !== null);
	const whole = released.find((one) => one.followsRoundId === null) ?? released[0];
	const round = released.find((one) => one.id === input.roundId) ?? whole;
	const read = round === undefined ? null : await findReadRelease(context, round);
	if (round === undefined || read === null) return { kind: 'nothing-released' };
	const seesEverything = actor.kind === 'system' || hasRole(actor, 'programme-lead') || hasRole(actor, 'committee');
	return {
		kind: 'overview',
		round,
		releasedAt: read.releasedAt,
		rounds: released.map(({ id, name }) => ({ id, name })),
		instrument: await findInstrument(context, round),
		map: heatMap(read.release),
		dimensions: dimensionMap(read.release, read.release.groups[0]?.id ?? ''),
		ranges: read.release.scales,
		meanings: scaleMeanings(read.release),
		factors: context.evidence.factors,
		readable: await readableGroupIds(context, actor, round, read.release),
		seesEverything
	};
}

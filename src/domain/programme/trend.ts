// The whole organisation over several rounds, factor by factor, where the questionnaire measured the same.
import { cellOf } from '#domain/disclosure/group-result.ts';
import type { Publishable } from '#domain/disclosure/publishable.ts';
import type { Release } from '#domain/disclosure/release.ts';
import type { FactorId } from '#domain/evidence/evidence.ts';
import type { Instrument } from '#domain/instrument/instrument.ts';
import { hasSameScales } from '#domain/instrument/same-scales.ts';

type Whole = Release['groups'][number];

export type TrendRound = { readonly id: string; readonly name: string; readonly releasedAt: Date };

export type Trend = {
	/** The oldest first. */
	readonly rounds: readonly TrendRound[];
	readonly rows: readonly {
		readonly factor: FactorId;
		readonly direction: 'strain' | 'resource';
		/** 0-100, one a round; null where it is not shown, or only as a limit. */
		readonly points: readonly (number | null)[];
	}[];
};

/**
 * Each factor's released mean of the whole organisation, round by round.
 *
 * Rounds that measured otherwise than the newest one (`hasSameScales`) or asked another part of the organisation (the first group is not
 * the result of one of the same units) are left out: their figures do not compare. Each round's figures stand by themselves; no figure spans two. Throws nothing.
 */
export function trendOf(
	rounds: readonly (TrendRound & { readonly release: Publishable<Release>; readonly instrument: Instrument })[],
	factors: readonly FactorId[]
): Trend {
	const inOrder = rounds.toSorted((a, b) => a.releasedAt.getTime() - b.releasedAt.getTime());
	const newest = inOrder.at(-1);
	if (newest === undefined) return { rounds: [], rows: [] };
	const same = inOrder.filter(
		({ release, instrument }) =>
			hasSameScales(newest.instrument, instrument) && isOfSameUnit(release.groups[0], newest.release.groups[0])
	);
	const rows = newest.instrument.scales.flatMap((scale): Trend['rows'] => {
		const factor = factors.find((one) => one === scale.factor);
		if (factor === undefined || scale.outcome !== null || scale.direction === 'neutral') return [];
		return [{ factor, direction: scale.direction, points: same.map(({ release }) => pointsOf(release, scale.id)) }];
	});
	return { rounds: same.map(({ id, name, releasedAt }) => ({ id, name, releasedAt })), rows };
}

/** A whole organisation that is one group only bears that group's id, which may be another in the next round. */
function isOfSameUnit(one: Whole | undefined, other: Whole | undefined): boolean {
	return one?.id === other?.id || (one?.units.some((unit) => other?.units.includes(unit)) ?? false);
}

function pointsOf(release: Publishable<Release>, scale: string): number | null {
	const range = release.scales.find((one) => one.id === scale);
	const [whole] = release.groups;
	const mean = whole === undefined ? null : cellOf(whole, scale, 'mean');
	if (mean === null || mean.bound !== undefined || range === undefined) return null;
	return (100 * (mean.value - range.minimum)) / (range.maximum - range.minimum);
}

// Causes that many groups share lie above them: in how many released groups each factor weighs clearly.
import { groupEstimate } from '#domain/disclosure/group-estimate.ts';
import { cellOf } from '#domain/disclosure/group-result.ts';
import type { Publishable } from '#domain/disclosure/publishable.ts';
import type { Release, ReleasedGroup, ReleaseScale } from '#domain/disclosure/release.ts';
import type { FactorId } from '#domain/evidence/evidence.ts';
import type { Instrument, ScaleDirection } from '#domain/instrument/instrument.ts';

export type SharedCause = {
	readonly factor: FactorId;
	readonly direction: 'strain' | 'resource';
	/** Released leaves in which it weighs clearly. */
	readonly clear: number;
	/** Released leaves with a figure from which it can be told. */
	readonly told: number;
	/** All released leaves. */
	readonly groups: number;
};

/** A factor weighs clearly in a group where its whole 95 % interval lies on the burdened side of this. */
const middlePoints = 50;

/**
 * Counts, for each factor, the leaves in which it weighs clearly; the most widely shared first.
 *
 * A leaf is told of by its estimate (`groupEstimate`); without one, nothing can be told. Leaves are disjoint, so nobody counts
 * twice. Any reader of the release can do the same count: it tells nothing that is not shown. Throws nothing.
 */
export function sharedCauses(input: {
	readonly release: Publishable<Release>;
	readonly instrument: Instrument;
	readonly factors: readonly FactorId[];
}): readonly SharedCause[] {
	const { release } = input;
	const leaves = release.groups.filter((group) => group.kind === 'leaf');
	const byId = new Map(release.groups.map((group) => [group.id, group]));
	const causes = factorScales(input).map(({ factor, direction, scale }): SharedCause => {
		const verdicts = leaves.map((leaf) => weighsClearly(release, byId, leaf, scale, direction));
		return {
			factor,
			direction,
			clear: verdicts.filter((verdict) => verdict === true).length,
			told: verdicts.filter((verdict) => verdict !== null).length,
			groups: leaves.length
		};
	});
	const shareOf = ({ clear, told }: SharedCause): number => (told === 0 ? 0 : clear / told);
	return causes.toSorted((a, b) => shareOf(b) - shareOf(a));
}

function factorScales({ release, instrument, factors }: Parameters<typeof sharedCauses>[0]) {
	return instrument.scales.flatMap(({ id, factor, outcome, direction }) => {
		const known = factors.find((one) => one === factor);
		const scale = release.scales.find((one) => one.id === id);
		if (known === undefined || outcome !== null || scale === undefined || direction === 'neutral') return [];
		return [{ factor: known, direction, scale }];
	});
}

function weighsClearly(
	release: Publishable<Release>,
	byId: ReadonlyMap<string, ReleasedGroup>,
	leaf: ReleasedGroup,
	scale: ReleaseScale,
	direction: Exclude<ScaleDirection, 'neutral'>
): boolean | null {
	const [whole] = release.groups;
	const parent = byId.get(leaf.parent ?? '');
	if (whole === undefined) return null;
	const estimate = groupEstimate({
		scale,
		mean: cellOf(leaf, scale.id, 'mean'),
		parentMean: parent === undefined ? null : cellOf(parent, scale.id, 'mean'),
		organisationSd: cellOf(whole, scale.id, 'sd'),
		organisationIcc1: cellOf(whole, scale.id, 'icc1')
	});
	if (estimate === null) return null;
	const middle = scale.minimum + (middlePoints / 100) * (scale.maximum - scale.minimum);
	return direction === 'strain' ? estimate.low > middle : estimate.high < middle;
}

// The first element of a workplace assessment: each factor of the release, in the organisation and where below it weighs.
import { groupResult, type GroupSummary } from '#domain/disclosure/group-result.ts';
import type { Publishable } from '#domain/disclosure/publishable.ts';
import type { Release } from '#domain/disclosure/release.ts';
import type { FactorId } from '#domain/evidence/evidence.ts';
import type { Instrument } from '#domain/instrument/instrument.ts';
import { scalePoints, type ScalePoints } from '#domain/recommendation/scale-points.ts';
import { seriousnessesInOrder, seriousnessOf, type Seriousness } from './seriousness.ts';

export type AssessedFactor = {
	readonly factor: FactorId;
	readonly points: ScalePoints;
	/** 0-1, of the leaders who answered; null where it is not shown. */
	readonly share: number | null;
	/** Where only a limit of the share is known. */
	readonly shareBound: 'at-most' | 'at-least' | null;
	readonly seriousness: Seriousness;
};

export type MappedRisk = AssessedFactor & {
	/** Groups right below the whole organisation in which it is serious or considerable, the most serious first. */
	readonly heavyIn: readonly { readonly group: GroupSummary; readonly assessed: AssessedFactor }[];
};

/**
 * Assesses every factor that the instrument measures, the most serious first, then as the instrument has them.
 *
 * Everything comes from the release, so nothing is told that is not shown. `factors`: ids that the evidence base knows; scales
 * of outcomes and of unknown factors are left out. A factor without a figure is listed as `cannot-tell`. Throws nothing.
 */
export function mapRisks(input: {
	readonly release: Publishable<Release>;
	readonly instrument: Instrument;
	readonly factors: readonly FactorId[];
}): readonly MappedRisk[] {
	const [whole] = input.release.groups;
	if (whole === undefined) return [];
	const below = input.release.groups.filter((group) => group.parent === whole.id && group.kind !== 'dimension');
	const assessedBelow = below.map(({ id }) => assessGroup(input, id));
	const risks = assessGroup(input, whole.id).factors.map((assessed): MappedRisk => {
		const heavyIn = assessedBelow.flatMap(({ group, factors }) => {
			const same = factors.find((one) => one.factor === assessed.factor);
			if (group === null || same === undefined || !isHeavy(same.seriousness)) return [];
			return [{ group, assessed: same }];
		});
		return {
			...assessed,
			heavyIn: heavyIn.toSorted((a, b) => rank(a.assessed.seriousness) - rank(b.assessed.seriousness))
		};
	});
	return risks.toSorted((a, b) => rank(a.seriousness) - rank(b.seriousness));
}

export function isHeavy(seriousness: Seriousness): boolean {
	return seriousness === 'serious' || seriousness === 'considerable';
}

function rank(seriousness: Seriousness): number {
	return seriousnessesInOrder.indexOf(seriousness);
}

function assessGroup(
	{ release, instrument, factors }: Parameters<typeof mapRisks>[0],
	groupId: string
): { readonly group: GroupSummary | null; readonly factors: readonly AssessedFactor[] } {
	const result = groupResult(release, groupId);
	if (result === null) return { group: null, factors: [] };
	const ranges = new Map(release.scales.map((scale) => [scale.id, scale]));
	const shares = new Map(result.scales.map((scale) => [scale.scale, scale.share]));
	const assessed = scalePoints({ result, instrument, ranges, factors }).flatMap((points): AssessedFactor[] => {
		if (points.factor === null || points.outcome !== null || points.direction === 'neutral') return [];
		const cell = shares.get(points.scale) ?? null;
		const share = cell?.value ?? null;
		const shareBound = cell?.bound ?? null;
		// "At most" says nothing of how many there are at least.
		const certain = shareBound === 'at-most' ? null : share;
		return [{ factor: points.factor, points, share, shareBound, seriousness: seriousnessOf(points, certain) }];
	});
	return { group: result.group, factors: assessed };
}

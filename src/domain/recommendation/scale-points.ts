// A group's released scales as 0-100, in the words of the evidence base: what charts, sentences and ranking stand on.
import type { GroupResult, ScaleResult } from '#domain/disclosure/group-result.ts';
import type { Publishable } from '#domain/disclosure/publishable.ts';
import type { FactorId } from '#domain/evidence/evidence.ts';
import type { Instrument, ScaleDirection } from '#domain/instrument/instrument.ts';
import type { Localised } from '#domain/language/localised.ts';

export type ScalePoints = {
	readonly scale: string;
	readonly name: Localised;
	readonly direction: ScaleDirection;
	readonly factor: FactorId | null;
	readonly outcome: string | null;
	/** 0-100 of the scale's range: the estimate where there is one, else the mean; null where no figure is shown. */
	readonly points: number | null;
	/** Where only a limit of the figure is shown. */
	readonly bound: 'at-most' | 'at-least' | null;
	/** 95 % around `points`; null where it cannot be told. */
	readonly interval: readonly [number, number] | null;
	/** The mean itself, which an estimate has drawn towards `parentPoints`; null where no figure is shown. */
	readonly measuredPoints: number | null;
	/** 0-1: how much the group's own answers weigh in `points`; null where `points` are the mean itself. */
	readonly weightOfGroup: number | null;
	/** The group that this one is a part of, in points. */
	readonly parentPoints: number | null;
	/** The whole organisation, in points. */
	readonly organisationPoints: number | null;
	/** Respondents behind the figure. */
	readonly n: number;
};

/**
 * Translates one released group into points, in the instrument's scale order.
 *
 * `factors`: the ids that the evidence base knows; a scale that maps to another factor stands alone. Missing: a figure
 * that is not shown has null points. Throws nothing.
 */
export function scalePoints(input: {
	readonly result: Publishable<GroupResult>;
	readonly instrument: Instrument;
	readonly ranges: ReadonlyMap<string, { readonly minimum: number; readonly maximum: number }>;
	readonly factors: readonly FactorId[];
}): readonly ScalePoints[] {
	const results = new Map(input.result.scales.map((result) => [result.scale, result]));
	return input.instrument.scales.flatMap((scale) => {
		const result = results.get(scale.id);
		const range = input.ranges.get(scale.id);
		if (result === undefined || range === undefined) return [];
		return [
			{
				scale: scale.id,
				name: scale.name,
				direction: scale.direction,
				factor: input.factors.find((factor) => factor === scale.factor) ?? null,
				outcome: scale.outcome,
				...figures(result, range)
			}
		];
	});
}

function figures(result: ScaleResult, range: { readonly minimum: number; readonly maximum: number }) {
	const toPoints = (value: number) => (100 * (value - range.minimum)) / (range.maximum - range.minimum);
	const { mean, estimate, parentMean, organisation } = result;
	const interval = estimate ?? result.interval;
	const measuredPoints = mean === null ? null : toPoints(mean.value);
	return {
		points: estimate === null ? measuredPoints : toPoints(estimate.value),
		bound: mean?.bound ?? null,
		interval: interval === null ? null : ([toPoints(interval.low), toPoints(interval.high)] as const),
		measuredPoints,
		weightOfGroup: estimate?.weightOfGroup ?? null,
		parentPoints: parentMean === null || parentMean.bound !== undefined ? null : toPoints(parentMean.value),
		organisationPoints: organisation.mean === null ? null : toPoints(organisation.mean.value),
		n: mean?.n ?? 0
	};
}

/** High is bad whatever the direction: a strain's points, or 100 minus a resource's. Null without points or direction. */
export function burdenOf(scale: Pick<ScalePoints, 'points' | 'direction'>): number | null {
	if (scale.points === null || scale.direction === 'neutral') return null;
	return scale.direction === 'strain' ? scale.points : 100 - scale.points;
}

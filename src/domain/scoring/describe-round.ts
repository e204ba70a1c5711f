// What a psychometrician asks of a round: how spread, how reliable, how far groups agree, for every scale.
import type { Instrument, Scale } from '#domain/instrument/instrument.ts';
import { completeRows, covariances } from '#domain/statistics/covariance.ts';
import type { Table } from '#domain/statistics/covariance.ts';
import { cronbachAlpha } from '#domain/statistics/cronbach-alpha.ts';
import { momentsOf, varianceOf } from '#domain/statistics/moments.ts';
import { omegaTotal } from '#domain/statistics/omega-total.ts';
import { checkGroups, icc1, icc2, oneWayAnova } from '#domain/statistics/one-way-anova.ts';
import { median } from '#domain/statistics/quantile.ts';
import { evenSpreadVariance, withinGroupAgreement } from '#domain/statistics/within-group-agreement.ts';
import { scoringPlan } from './scoring-plan.ts';
import type { PlannedScale } from './scoring-plan.ts';

export type ScaleStatistics = {
	readonly scale: string;
	/** Respondents with a score. */
	readonly count: number;
	/** Respondents who answered every item; alpha, omega and rwg(j) rest on them. */
	readonly completeCount: number;
	/** In the unit of the score; null without a score. */
	readonly mean: number | null;
	/** n − 1; null for fewer than two scores. */
	readonly standardDeviation: number | null;
	/** The same in the items' own range; null where the items have different ranges. */
	readonly itemMean: number | null;
	readonly itemStandardDeviation: number | null;
	/** Null for a single item, fewer than two complete cases, or no spread. */
	readonly alpha: number | null;
	/** Null for fewer than three items, fewer than two complete cases, or an item without spread. */
	readonly omega: number | null;
	/** Null for fewer than two groups or where no group has two scores. */
	readonly icc1: number | null;
	readonly icc2: number | null;
	/** Null where answers are not whole, items have different ranges, or no group has two complete cases. */
	readonly rwgj: { readonly mean: number; readonly median: number; readonly minimum: number } | null;
};

export type RoundStatistics = readonly ScaleStatistics[];

/**
 * Describes a round, scale by scale, in the instrument's scale order. These are unpublished figures.
 *
 * Shape: `answers` respondents × items and `scores` respondents × scales (from `scoreResponses`), both row by row;
 * `groupIndex` one group per respondent, 0 to `groupCount` − 1, −1 for none. Missing: NaN; what each figure rests on
 * stands at `ScaleStatistics`. Throws RangeError if lengths do not fit or a group is out of range.
 * Checked against the published values of lq2002 and bh1996, and R 4.2 with psych and multilevel (tests/reference).
 */
export function describeRound(input: {
	readonly instrument: Instrument;
	readonly answers: Float64Array;
	readonly scores: Float64Array;
	readonly groupIndex: Int32Array;
	readonly groupCount: number;
}): RoundStatistics {
	const { instrument, answers, scores, groupIndex, groupCount } = input;
	const rows = groupIndex.length;
	const columns = instrument.items.length;
	const plans = scoringPlan(instrument);
	if (answers.length !== rows * columns || scores.length !== rows * plans.length)
		throw new RangeError(`${answers.length} answers and ${scores.length} scores for ${rows} respondents`);
	checkGroups({ values: { length: rows }, groupIndex, groupCount });
	return plans.map((plan, scaleColumn) =>
		describeScale({
			plan,
			range: sharedRange(instrument, plan.scale),
			scores: Float64Array.from({ length: rows }, (_, row) => scores[row * plans.length + scaleColumn] ?? NaN),
			table: itemTable({ values: answers, rows, columns }, plan),
			groupIndex,
			groupCount
		})
	);
}

type Range = { readonly minimum: number; readonly maximum: number; readonly isWhole: boolean };

type DescribedScale = {
	readonly plan: PlannedScale;
	readonly range: Range | null;
	readonly scores: Float64Array;
	readonly table: Table;
	readonly groupIndex: Int32Array;
	readonly groupCount: number;
};

function describeScale(input: DescribedScale): ScaleStatistics {
	const { plan, range, scores, table, groupIndex, groupCount } = input;
	const moments = momentsOf(scores);
	const mean = moments.count > 0 ? moments.mean : null;
	const standardDeviation = moments.count > 1 ? Math.sqrt(varianceOf(moments)) : null;
	const itemUnit = range === null ? null : itemUnitOf(plan, range);
	const itemCovariances = covariances(table);
	const anova = oneWayAnova({ values: scores, groupIndex, groupCount });
	return {
		scale: plan.scale.id,
		count: moments.count,
		completeCount: completeRows(table).length,
		mean,
		standardDeviation,
		itemMean:
			mean === null || itemUnit === null || range === null ? null : range.minimum + (mean - plan.minimum) * itemUnit,
		itemStandardDeviation: standardDeviation === null || itemUnit === null ? null : standardDeviation * itemUnit,
		alpha: itemCovariances === null ? null : cronbachAlpha(itemCovariances),
		omega: itemCovariances === null ? null : omegaTotal(itemCovariances),
		icc1: anova === null ? null : icc1(anova),
		icc2: anova === null ? null : icc2(anova),
		rwgj: agreementOf(input)
	};
}

/** Points are 0-100 of the items' range, so a score is the same straight line in two units: one point in item units. */
function itemUnitOf(plan: PlannedScale, range: Range): number {
	return (range.maximum - range.minimum) / (plan.maximum - plan.minimum);
}

function agreementOf({ plan, range, table, groupIndex, groupCount }: DescribedScale): ScaleStatistics['rwgj'] {
	if (range === null || !range.isWhole) return null;
	const chanceVariance = evenSpreadVariance(range.maximum - range.minimum + 1) / itemUnitOf(plan, range) ** 2;
	const byGroup = withinGroupAgreement({ table, groupIndex, groupCount, chanceVariance });
	const agreements = byGroup.filter((agreement) => !Number.isNaN(agreement));
	if (agreements.length === 0) return null;
	return {
		mean: momentsOf(agreements).mean,
		median: median(agreements),
		minimum: agreements.reduce((least, agreement) => Math.min(least, agreement), Infinity)
	};
}

/** The range of a scale's items, or null where they differ in it. */
function sharedRange(instrument: Instrument, scale: Scale): Range | null {
	const ids = new Set(scale.items);
	const names = new Set(instrument.items.filter((item) => ids.has(item.id)).map((item) => item.format));
	const formats = instrument.formats.filter((format) => names.has(format.id));
	const [first] = formats;
	if (first === undefined) return null;
	const { minimum, maximum } = first;
	if (formats.some((format) => format.minimum !== minimum || format.maximum !== maximum)) return null;
	return { minimum, maximum, isWhole: formats.every((format) => format.isWhole) };
}

/** The items of one scale, turned and in the unit of the score. */
function itemTable({ values, rows, columns }: Table, { items }: PlannedScale): Table {
	const own = new Float64Array(rows * items.length);
	for (let row = 0, cell = 0; row < rows; row += 1) {
		for (const { position, height, anchor, span } of items) {
			own[cell] = (height * ((values[row * columns + position] ?? NaN) - anchor)) / span;
			cell += 1;
		}
	}
	return { values: own, rows, columns: items.length };
}

// How much of what people answer is shared by those in one group.

/** A value and a group for each respondent. */
export type GroupedValues = {
	/** NaN is missing. */
	readonly values: ArrayLike<number>;
	/** Group of each value, 0 to `groupCount` − 1; −1 stands in no group. */
	readonly groupIndex: Int32Array;
	readonly groupCount: number;
};

export type OneWayAnova = {
	readonly betweenMeanSquare: number;
	readonly withinMeanSquare: number;
	/** Groups that have a value. */
	readonly groups: number;
	readonly count: number;
};

/**
 * One-way analysis of variance: the spread between groups and the spread inside them.
 *
 * Missing: a NaN, and a value in no group (−1), are left out; a group without values is not counted. Returns null for
 * fewer than two groups, or where no group has two values. Throws RangeError for lists of different lengths or a group
 * outside the range. Checked against R 4.2 `aov` (tests/reference).
 */
export function oneWayAnova({ values, groupIndex, groupCount }: GroupedValues): OneWayAnova | null {
	checkGroups({ values, groupIndex, groupCount });
	const sums = new Float64Array(groupCount);
	const counts = new Int32Array(groupCount);
	let total = 0;
	let count = 0;
	for (let index = 0; index < values.length; index += 1) {
		const value = values[index] ?? NaN;
		const group = groupIndex[index] ?? -1;
		if (group < 0 || Number.isNaN(value)) continue;
		sums[group] = (sums[group] ?? 0) + value;
		counts[group] = (counts[group] ?? 0) + 1;
		total += value;
		count += 1;
	}
	const groups = counts.reduce((filled, size) => filled + (size > 0 ? 1 : 0), 0);
	if (groups < 2 || count === groups) return null;
	let between = 0;
	for (let group = 0; group < groupCount; group += 1) {
		const size = counts[group] ?? 0;
		if (size > 0) between += size * ((sums[group] ?? 0) / size - total / count) ** 2;
	}
	let within = 0;
	for (let index = 0; index < values.length; index += 1) {
		const value = values[index] ?? NaN;
		const group = groupIndex[index] ?? -1;
		if (group < 0 || Number.isNaN(value)) continue;
		within += (value - (sums[group] ?? 0) / (counts[group] ?? 1)) ** 2;
	}
	return {
		betweenMeanSquare: between / (groups - 1),
		withinMeanSquare: within / (count - groups),
		groups,
		count
	};
}

/**
 * ICC(1): share of the variance of one person's answer that lies between groups.
 *
 * Returns a share up to 1, below 0 where groups differ less than chance would make them; null where nothing varies.
 * Group sizes enter as their mean, the convention of R's package multilevel.
 * Source: Bartko 1976, doi:10.1037/0033-2909.83.5.762; Bliese 2000 (in Klein & Kozlowski, Multilevel theory).
 * Checked against R 4.2 with multilevel 2.7, and the values of lq2002 and bh1996.
 */
export function icc1({ betweenMeanSquare, withinMeanSquare, groups, count }: OneWayAnova): number | null {
	const spread = betweenMeanSquare + (count / groups - 1) * withinMeanSquare;
	return spread > 0 ? (betweenMeanSquare - withinMeanSquare) / spread : null;
}

/**
 * ICC(2): reliability of a group's mean.
 *
 * Returns a share up to 1, below 0 where groups differ less than chance would make them; null where groups do not
 * differ at all. Source and check as `icc1`.
 */
export function icc2({ betweenMeanSquare, withinMeanSquare }: OneWayAnova): number | null {
	return betweenMeanSquare > 0 ? (betweenMeanSquare - withinMeanSquare) / betweenMeanSquare : null;
}

/** Throws RangeError unless there is one group of the range, or −1, for each value. */
export function checkGroups(grouped: {
	readonly values: { readonly length: number };
	readonly groupIndex: Int32Array;
	readonly groupCount: number;
}): void {
	const { values, groupIndex, groupCount } = grouped;
	if (values.length !== groupIndex.length)
		throw new RangeError(`${values.length} values with ${groupIndex.length} groups`);
	for (const group of groupIndex)
		if (group < -1 || group >= groupCount) throw new RangeError(`group ${group} of ${groupCount}`);
}

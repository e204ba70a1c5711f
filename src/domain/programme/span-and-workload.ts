// Whether leaders who lead more people say that there is more to do: the roster's span of control beside released means.
import { cellOf } from '#domain/disclosure/group-result.ts';
import type { Publishable } from '#domain/disclosure/publishable.ts';
import type { Release } from '#domain/disclosure/release.ts';
import { correlation } from '#domain/statistics/correlation.ts';

export type SpanPoint = {
	readonly groupId: string;
	readonly name: string;
	readonly path: readonly string[];
	/** People led by each leader of the group, on average. */
	readonly span: number;
	/** Leaders whose span is known. */
	readonly leaders: number;
	/** 0-100: the group's released mean. */
	readonly points: number;
	readonly responses: number;
};

export type SpanVerdict =
	/** Fewer than `leastGroups`, or no spread in one of the two. */
	| { readonly kind: 'cannot-tell'; readonly groups: number }
	| {
			readonly kind: 'more-with-larger' | 'less-with-larger' | 'no-clear-link';
			readonly groups: number;
			/** -1 to 1, with its 95 % interval. */
			readonly correlation: number;
			readonly low: number;
			readonly high: number;
	  };

export type SpanAndWorkload = {
	/** The largest span first. */
	readonly points: readonly SpanPoint[];
	/** Released leaves without a figure, with only a limit of it, or with a span that is known for too few. */
	readonly leftOut: number;
	readonly verdict: SpanVerdict;
};

/** With fewer groups an interval would span nearly everything. */
export const leastGroups = 10;
const normal975 = 1.959963984540054;

/**
 * Lays the mean span of each released leaf beside its released mean on one scale, and says how the two go together.
 *
 * `spans`: for a reporting group, how many people each of its leaders leads, null where it is not known. A leaf counts where it is known
 * of at least half. Only released means are used, so nothing of the answers is told that is not shown; spans are of the roster.
 * The interval is Fisher's (z = atanh r, ± 1.96/√(n − 3)), with groups as they come, each counting once. It speaks of groups and not
 * of persons, and of going together and not of cause. Throws nothing.
 * Source: Fisher, R. A. (1921), Metron 1, 3-32. Checked by hand in the tests.
 */
export function spanAndWorkload(input: {
	readonly release: Publishable<Release>;
	readonly scale: string;
	readonly spans: ReadonlyMap<string, readonly (number | null)[]>;
}): SpanAndWorkload {
	const { release, scale, spans } = input;
	const range = release.scales.find((one) => one.id === scale);
	const leaves = release.groups.filter((group) => group.kind === 'leaf');
	if (range === undefined) return { points: [], leftOut: leaves.length, verdict: { kind: 'cannot-tell', groups: 0 } };
	const points = leaves.flatMap((group): SpanPoint[] => {
		const mean = cellOf(group, scale, 'mean');
		const all = group.reportingGroups.flatMap((id) => spans.get(id) ?? []);
		const known = all.filter((span) => span !== null);
		if (mean === null || mean.bound !== undefined || known.length === 0 || known.length * 2 < all.length) return [];
		return [
			{
				groupId: group.id,
				name: group.name,
				path: group.path,
				span: known.reduce((sum, span) => sum + span, 0) / known.length,
				leaders: known.length,
				points: (100 * (mean.value - range.minimum)) / (range.maximum - range.minimum),
				responses: mean.n
			}
		];
	});
	return {
		points: points.toSorted((a, b) => b.span - a.span),
		leftOut: leaves.length - points.length,
		verdict: verdictOf(points)
	};
}

function verdictOf(points: readonly SpanPoint[]): SpanVerdict {
	const groups = points.length;
	const found = correlation(
		points.map((point) => point.span),
		points.map((point) => point.points)
	);
	if (found === null || groups < leastGroups) return { kind: 'cannot-tell', groups };
	const z = Math.atanh(Math.max(-0.999_999, Math.min(0.999_999, found)));
	const reach = normal975 / Math.sqrt(groups - 3);
	const [low, high] = [Math.tanh(z - reach), Math.tanh(z + reach)];
	const kind = low > 0 ? 'more-with-larger' : high < 0 ? 'less-with-larger' : 'no-clear-link';
	return { kind, groups, correlation: found, low, high };
}

/** Ticks of an axis from nothing to beyond the largest span, ten or twenty people apart. `points`: at least one. */
export function spanTicks(points: readonly Pick<SpanPoint, 'span'>[]): readonly number[] {
	const largest = Math.max(...points.map((point) => point.span));
	const apart = largest > 60 ? 20 : largest > 12 ? 10 : 5;
	return Array.from({ length: Math.max(2, Math.ceil(largest / apart)) + 1 }, (_, place) => place * apart);
}

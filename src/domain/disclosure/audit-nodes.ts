// What one scale's cells say of sums and counts in groups that hold one another, tightened up and down.
import { multiplesIn } from './audit-arithmetic.ts';
import type { ReleasedCell, ReleaseScale } from './release.ts';

/** The cells of one scale in one group, in a forest of groups that hold one another. */
export type BoundNode = {
	readonly group: number;
	readonly n: number;
	readonly mean?: ReleasedCell;
	readonly sd?: ReleasedCell;
	readonly share?: ReleasedCell;
	readonly better?: ReleasedCell;
	readonly worse?: ReleasedCell;
	readonly parts: BoundNode[];
};

export type BoundBreach = {
	readonly kind: 'pinned' | 'settled' | 'contradiction';
	readonly group: number;
	readonly n: number;
};

/** Bounds that are tightened in place. */
export type Span = { low: number; high: number };
export type Bounded = {
	readonly node: BoundNode;
	readonly above: Bounded | null;
	readonly parts: Bounded[];
	readonly sum: Span;
	/** Respondents that no part covers, with the range of their sum. */
	readonly restSize: number;
	readonly rest: Span;
};

const DUST = 1e-6;

/**
 * Bounds the sum of every node and of what its parts leave over, each whole before its parts.
 *
 * `own`: what a node's own cell says of its sum; `rest`: what can be said beforehand of what is left over, by place.
 */
export function boundAll(
	roots: readonly BoundNode[],
	given: { own: (node: BoundNode) => Span; rest: (place: number, size: number) => Span }
): Bounded[] {
	const all: Bounded[] = [];
	const waiting: { node: BoundNode; above: Bounded | null }[] = roots.map((node) => ({ node, above: null }));
	for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
		const { node, above } = next;
		const restSize = node.n - node.parts.reduce((sum, part) => sum + part.n, 0);
		const rest = given.rest(all.length, restSize);
		const one: Bounded = { node, above, parts: [], sum: given.own(node), restSize, rest };
		above?.parts.push(one);
		all.push(one);
		for (const part of node.parts) waiting.push({ node: part, above: one });
	}
	for (const { sum, rest, parts } of all.toReversed()) {
		sum.low = Math.max(sum.low, rest.low + total(parts, 'low'));
		sum.high = Math.min(sum.high, rest.high + total(parts, 'high'));
	}
	all.forEach(tightenParts);
	return all;
}

/** Each part by the whole less what the others can hold at most or least. */
function tightenParts({ sum, rest, parts }: Bounded): void {
	const low = rest.low + total(parts, 'low');
	const high = rest.high + total(parts, 'high');
	for (const part of [...parts.map((one) => one.sum), rest]) {
		const before = { ...part };
		part.low = Math.max(before.low, sum.low - (high - before.high));
		part.high = Math.min(before.high, sum.high - (low - before.low));
	}
}

function total(parts: readonly Bounded[], side: 'low' | 'high'): number {
	return parts.reduce((sum, part) => sum + part.sum[side], 0);
}

/** What a published mean says of the sum of its `n` scores, counted from the minimum. */
export function sumRange({ mean, n }: Pick<BoundNode, 'mean' | 'n'>, scale: ReleaseScale): Span {
	const whole = { low: 0, high: n * (scale.maximum - scale.minimum) };
	if (mean === undefined) return whole;
	const value = mean.value - scale.minimum;
	const grain = scale.grain ?? 0;
	if (mean.bound === 'at-most') return { ...multiplesIn({ low: 0, high: n * value }, grain) };
	if (mean.bound === 'at-least') return { ...multiplesIn({ low: n * value, high: whole.high }, grain) };
	return { ...multiplesIn({ low: n * (value - mean.step / 2), high: n * (value + mean.step / 2) }, grain) };
}

/** How many of `n` people are counted in a published share. */
export function countRange(share: ReleasedCell | undefined, n: number): Span {
	if (share === undefined) return { low: 0, high: n };
	if (share.bound === 'at-most') return { low: 0, high: Math.floor(n * share.value + DUST) };
	if (share.bound === 'at-least') return { low: Math.ceil(n * share.value - DUST), high: n };
	return {
		low: Math.ceil(n * (share.value - share.step / 2) - DUST),
		high: Math.floor(n * (share.value + share.step / 2) + DUST)
	};
}

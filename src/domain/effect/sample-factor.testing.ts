// Groups whose figures follow a known rule, for the tests of effect.
import type { FactorPair, GroupFigure, GroupPair } from './effect.ts';

export function figure(mean: number, n = 8, invited: number | null = 10): GroupFigure {
	return { mean, n, step: 1, invited };
}

/**
 * A strain in 12 groups without a plan and 6 with one. Half of a distance from 50 lasts; the groups swing by a point around
 * that, and those that act change by `effect` more (below 0 is better).
 */
export function sampleFactor(change: { readonly effect?: number; readonly factor?: string } = {}): FactorPair {
	const groups = Array.from({ length: 18 }, (_, place): GroupPair => {
		const acts = place < 6;
		const before = 50 + (acts ? 14 : 0) + ((place * 5) % 7) - 3;
		const swing = (place * 3) % 5 < 2 ? 1 : -1;
		const after = 50 + (before - 50) / 2 + swing + (acts ? (change.effect ?? 0) : 0);
		return { group: `g${place}`, part: acts ? 'acts' : 'compares', before: figure(before), after: figure(after) };
	});
	const organisation = { before: figure(50, 200, 300), after: figure(50, 200, 300) };
	const factor = change.factor ?? 'workload';
	return { factor, direction: 'strain', personSd: 20, icc1: 0.1, organisation, groups };
}

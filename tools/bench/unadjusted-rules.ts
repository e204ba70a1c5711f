// What one would do instead: compare changes as they are, with the same t, the same level and the same number of factors. It
// forgets that groups which were chosen for their bad figures get better ones by themselves.
import type { FactorPair } from '#domain/effect/effect.ts';
import { momentsOf, varianceOf } from '#domain/statistics/moments.ts';
import { tUpperTail } from '#domain/statistics/student-t.ts';
import { weightedHolm } from '#domain/statistics/weighted-holm.ts';
import { simulateProgramme, targetedFactors, type ProgrammeDesign } from './simulated-programme.ts';

/** `before-after`: acting groups alone; `against-others`: their change against that of groups without a plan. */
export type UnadjustedRule = 'before-after' | 'against-others';

/** Share (0-1) of programmes in which the rule says "improved" of any factor. */
export function judgeUnadjusted(
	rule: UnadjustedRule,
	design: ProgrammeDesign,
	{ programmes, seed }: { readonly programmes: number; readonly seed: number }
): number {
	let improved = 0;
	for (let run = 0; run < programmes; run += 1) {
		const targeted = targetedFactors(design);
		const tests = simulateProgramme(design, seed * 1_000_003 + run).map((factor) => ({
			...testOf(rule, factor),
			weight: targeted.has(factor.factor) ? 0.8 / targeted.size : 0.2 / (design.factors - targeted.size)
		}));
		const adjusted = weightedHolm(tests);
		if (tests.some(({ change }, place) => change > 0 && (adjusted[place] ?? 1) <= 0.05)) improved += 1;
	}
	return improved / programmes;
}

function testOf(rule: UnadjustedRule, factor: FactorPair) {
	const acting = changesOf(factor, 'acts');
	const others = changesOf(factor, 'compares');
	const isAlone = rule === 'before-after';
	const change = acting.mean - (isAlone ? 0 : others.mean);
	const error = Math.sqrt(varianceOf(acting) / acting.count + (isAlone ? 0 : varianceOf(others) / others.count));
	const degrees = acting.count - 1 + (isAlone ? 0 : others.count - 1);
	return { change, probability: Math.min(1, 2 * tUpperTail(Math.abs(change) / error, degrees)) };
}

/** The simulated scales are strains: a fall is better. */
function changesOf({ groups }: FactorPair, part: 'acts' | 'compares') {
	return momentsOf(
		groups.flatMap(({ part: own, before, after }) =>
			own === part && before !== null && after !== null ? [before.mean - after.mean] : []
		)
	);
}

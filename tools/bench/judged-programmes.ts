// Many simulated programmes, each judged by the rule: how often it says what, of programmes whose truth is known.
import type { EffectVerdict } from '#domain/effect/effect.ts';
import { expectedChanges } from '#domain/effect/expected-change.ts';
import { planEffect } from '#domain/effect/plan-effect.ts';
import { programmeEffects } from '#domain/effect/programme-effect.ts';
import { togetherEffect } from '#domain/effect/together-effect.ts';
import { simulateProgramme, targetedFactors, type ProgrammeDesign } from './simulated-programme.ts';

type Verdicts = Readonly<Record<EffectVerdict, number>>;

/** Shares are 0-1 of the programmes, or of the plans in them. */
export type Tally = {
	readonly programmes: number;
	/** "Improved" ("worse") is said of a factor that has no effect. */
	readonly falselyImproved: number;
	readonly falselyWorse: number;
	/** What is said of the first factor that is aimed at. */
	readonly first: Verdicts;
	/** What is said of all plans, each at what it aims at. */
	readonly together: Verdicts;
	/** What is said of single plans for it. */
	readonly plans: Verdicts;
	/** Mean of (estimated − true effect), and its spread, in person standard deviations. */
	readonly bias: number;
	readonly spread: number;
	/** Mean number of acting groups with a mean in both rounds. */
	readonly actingGroups: number;
};

export function judgeProgrammes(
	design: ProgrammeDesign,
	{ programmes, seed }: { readonly programmes: number; readonly seed: number }
): Tally {
	let [falselyImproved, falselyWorse, actingGroups, plansJudged] = [0, 0, 0, 0];
	const first = noVerdicts();
	const together = noVerdicts();
	const plans = noVerdicts();
	const errors: number[] = [];
	const [target = 0] = design.targeted;
	for (let run = 0; run < programmes; run += 1) {
		const factors = simulateProgramme(design, seed * 1_000_003 + run);
		const effects = programmeEffects({ factors, targeted: targetedFactors(design) });
		const untouched = effects.filter(({ factor }) => (design.effects[Number(factor)] ?? 0) === 0);
		if (untouched.some(({ verdict }) => verdict === 'improved')) falselyImproved += 1;
		if (untouched.some(({ verdict }) => verdict === 'worse')) falselyWorse += 1;
		const own = effects.find(({ factor }) => factor === `${target}`);
		const factor = factors.find((one) => one.factor === `${target}`);
		if (own === undefined || factor === undefined) throw new Error('the programme lacks the factor it aims at');
		first[own.verdict] += 1;
		together[togetherEffect({ factors, targeted: targetedFactors(design) }).verdict] += 1;
		actingGroups += own.actingGroups;
		if (own.effect !== null) errors.push(own.effect - (design.effects[target] ?? 0));
		const expectation = expectedChanges(factors).find((one) => one.factor === factor.factor) ?? null;
		for (const pair of factor.groups) {
			if (pair.part !== 'acts') continue;
			plans[planEffect({ factor, pair, expectation, sameMembers: null }).verdict] += 1;
			plansJudged += 1;
		}
	}
	const bias = errors.reduce((sum, error) => sum + error, 0) / errors.length;
	const squares = errors.reduce((sum, error) => sum + (error - bias) ** 2, 0);
	return {
		programmes,
		falselyImproved: falselyImproved / programmes,
		falselyWorse: falselyWorse / programmes,
		first: sharesOf(first, programmes),
		together: sharesOf(together, programmes),
		plans: sharesOf(plans, plansJudged),
		bias,
		spread: Math.sqrt(squares / (errors.length - 1)),
		actingGroups: actingGroups / programmes
	};
}

function noVerdicts(): Record<EffectVerdict, number> {
	return { improved: 0, 'no-clear-change': 0, worse: 0, 'cannot-tell': 0 };
}

function sharesOf(counts: Verdicts, total: number): Verdicts {
	return {
		improved: counts.improved / total,
		'no-clear-change': counts['no-clear-change'] / total,
		worse: counts.worse / total,
		'cannot-tell': counts['cannot-tell'] / total
	};
}

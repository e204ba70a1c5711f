// Whether the rule for "improved" keeps its promise: simulated programmes with and without an effect, as they should be and
// as they should not: 1,000 programmes a seed where groups are chosen as usual, 300 where one thing is changed. docs/methods.md,
// "Effect of plans", has the table that this prints.
import type { Figure, Measurement } from './figures.ts';
import { judgeProgrammes, type Tally } from './judged-programmes.ts';
import { judgeUnadjusted } from './unadjusted-rules.ts';
import { usualProgramme, type ProgrammeDesign } from './simulated-programme.ts';

type Scenario = { readonly name: string; readonly change: Partial<ProgrammeDesign> };

const every = Array.from({ length: usualProgramme.factors }, (_, factor) => factor);
const uneven = [0.1, 0.02, 0.05, 0.2, 0.25, 0.1, 0.02, 0.05, 0.2, 0.25, 0.1, 0.15];

/** The first three are ways to read "chosen from the worst third"; the others change the first. */
export const scenarios: readonly Scenario[] = [
	{ name: 'the worst 20 of 60 act', change: {} },
	{ name: 'the worst 20 of 40 act', change: { groups: 40 } },
	{ name: '20 drawn from the worst third of 120', change: { groups: 120, choice: 'drawn-from-worst-third' } },
	{ name: 'test-retest 0.3', change: { testRetest: 0.3, groupStability: 0.5 } },
	{ name: 'test-retest 0.8', change: { testRetest: 0.8, groupStability: 0.95 } },
	{ name: 'ICC(1) from 0.02 to 0.25', change: { icc: uneven } },
	{ name: 'ICC(1) 0.02 everywhere', change: { icc: [0.02] } },
	{ name: 'ICC(1) 0.25 everywhere', change: { icc: [0.25] } },
	{ name: '12 act, 40 do not', change: { acting: 12, comparison: 40 } },
	{ name: 'groups of 3 to 20', change: { sizes: [3, 20] } },
	{ name: 'many at 0: mean 15, spread 22', change: { means: [15] } },
	{ name: 'many at 100: mean 85, spread 22', change: { means: [85] } },
	{ name: 'strained leaders answer less', change: { silenceOfStrained: 0.5 } },
	{ name: '… and more so after, where a group acts', change: { silenceAfterActing: 0.5 } },
	{ name: 'everybody improves by 0.3', change: { drift: 0.3 } },
	{ name: 'chosen by the mean of three factors', change: { chosenBy: [0, 1, 2], targeted: [0, 1, 2] } },
	{ name: 'all twelve factors aimed at alike', change: { targeted: every } },
	{ name: 'chosen by lot', change: { choice: 'by-lot' } },
	{ name: 'a quarter of the leaders replaced', change: { turnover: 0.25 } },
	{ name: 'half answer', change: { response: 0.5 } },
	{ name: 'asked again about four factors only', change: { factors: 4 } },
	{ name: '… about one', change: { factors: 1 } },
	{ name: 'only means of 5 and more shown', change: { shownFrom: 5 } },
	{ name: '… in groups pooled to 8 to 14', change: { shownFrom: 5, sizes: [8, 14] } }
];

/** Tried with two seeds; the others with one, and with fewer programmes. */
const fewerProgrammes = 300;
const usualReadings = scenarios.slice(0, 3).map(({ name }) => name);

export async function measureEffect({ isQuick }: { readonly isQuick: boolean }): Promise<readonly Measurement[]> {
	const programmes = isQuick ? 200 : 1_000;
	const seeds = isQuick ? [1] : [1, 2];
	const chosen = isQuick ? scenarios.slice(0, 3) : scenarios;
	const none = tallies(chosen, {}, { programmes, seeds });
	const some = tallies(chosen, { effects: { 0: 0.6 } }, { programmes, seeds });
	const instead = (['against-others', 'before-after'] as const).map((rule): Figure => ({
		variant: rule === 'before-after' ? 'before and after alone' : 'change against groups without a plan, as it is',
		runs: [100 * judgeUnadjusted(rule, usualProgramme, { programmes, seed: 1 })]
	}));
	const more: readonly Scenario[] = [
		{
			name: 'two factors, 0.6 each: the first',
			change: { effects: { 0: 0.6, 1: 0.6 }, targeted: [0, 1], chosenBy: [0, 1] }
		},
		{ name: 'an effect of 0.3', change: { effects: { 0: 0.3 } } },
		{ name: 'an effect of 0.9', change: { effects: { 0: 0.9 } } },
		{ name: '0.6 on average, spread 0.3 between groups', change: { effects: { 0: 0.6 }, effectSpread: 0.3 } }
	];
	const other = isQuick ? [] : tallies(more, {}, { programmes, seeds });
	const scattered: readonly Scenario[] = [
		{ name: 'the worst 20 of 60 act', change: {} },
		{
			name: 'any 20 of 40 act, each on what is worst with it',
			change: { aim: 'own-worst', choice: 'by-lot', groups: 40 }
		}
	];
	const together = tallies(scattered, {}, { programmes, seeds: [1] });
	const togetherFound = tallies(scattered, { effects: { 0: 0.6 } }, { programmes, seeds: [1] });
	const harm = isQuick
		? []
		: tallies([{ name: 'made worse by 0.6', change: { effects: { 0: -0.6 } } }], {}, { programmes, seeds });
	return [
		{
			...table('no effect: "improved" of any factor', none, ({ falselyImproved }) => falselyImproved, falseNote),
			reach: { atMost: 5 }
		},
		{
			what: 'the same, by other rules',
			unit: '%',
			figures: [{ variant: 'this rule', runs: none[0]?.runs.map((run) => 100 * run.falselyImproved) ?? [] }, ...instead]
		},
		table('no effect: "worse" of any factor', none, ({ falselyWorse }) => falselyWorse),
		{
			...table('effect of 0.6: found', [...some, ...other], ({ first }) => first.improved, trueNote),
			reach: { atLeast: 80 }
		},
		...(harm.length === 0 ? [] : [table('harm: "worse" is said', harm, ({ first }) => first.worse)]),
		table('no effect: "improved" of all plans together', together, (tally) => tally.together.improved),
		table('effect of 0.6: "improved" of all plans together', togetherFound, (tally) => tally.together.improved),
		table('no effect: single plans called improved', none, ({ plans }) => plans.improved, planNote),
		table('effect of 0.6: single plans called improved', some, ({ plans }) => plans.improved, planNote)
	];
}

type Tallied = { readonly name: string; readonly runs: readonly Tally[] };

function tallies(
	chosen: readonly Scenario[],
	change: Partial<ProgrammeDesign>,
	{ programmes, seeds }: { readonly programmes: number; readonly seeds: readonly number[] }
): readonly Tallied[] {
	return chosen.map((scenario) => ({
		name: scenario.name,
		runs: (usualReadings.includes(scenario.name) ? seeds : seeds.slice(0, 1)).map((seed) => {
			const design = { ...usualProgramme, ...scenario.change, ...change };
			const isUsual = usualReadings.includes(scenario.name);
			return judgeProgrammes(design, {
				programmes: isUsual ? programmes : Math.min(programmes, fewerProgrammes),
				seed
			});
		})
	}));
}

function table(
	what: string,
	rows: readonly Tallied[],
	shareOf: (tally: Tally) => number,
	noteOf?: (tally: Tally) => string
): Measurement {
	const figures = rows.map(({ name, runs }): Figure => {
		const [firstRun] = runs;
		const note = firstRun === undefined || noteOf === undefined ? {} : { note: noteOf(firstRun) };
		return { variant: name, runs: runs.map((run) => 100 * shareOf(run)), ...note };
	});
	return { what, unit: '%', figures };
}

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
const falseNote = ({ first, bias, spread, actingGroups }: Tally): string =>
	`first factor: no clear change ${percent(first['no-clear-change'])}, cannot tell ${percent(first['cannot-tell'])}; ` +
	`estimate off by ${bias.toFixed(3)} ± ${spread.toFixed(3)}; ${actingGroups.toFixed(1)} acting groups`;
const trueNote = ({ first, bias, spread }: Tally): string =>
	`no clear change ${percent(first['no-clear-change'])}, cannot tell ${percent(first['cannot-tell'])}; ` +
	`estimate off by ${bias.toFixed(3)} ± ${spread.toFixed(3)}`;
const planNote = ({ plans }: Tally): string =>
	`no clear change ${percent(plans['no-clear-change'])}, worse ${percent(plans.worse)}, cannot tell ${percent(plans['cannot-tell'])}`;

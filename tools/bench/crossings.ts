// All crossings of tree, level and profession, far more than any page needs: how much stays visible when nothing about
// fewer than five people can be calculated, in what time, beside the rules that survey platforms use instead.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { CrossingsSeen } from './crossings-once.ts';
import type { Measurement } from './figures.ts';

/** What has to be beaten, and twice the time that it took. */
type Wanted = {
	readonly respondents: number;
	readonly secondsWanted: number;
	readonly percentOfCells: number;
	readonly percentOfWeight: number;
	readonly seconds: number;
};

const wanted: readonly Wanted[] = [
	{ respondents: 1_500, secondsWanted: 1.6, percentOfCells: 69, percentOfWeight: 90.4, seconds: 4 },
	{ respondents: 15_000, secondsWanted: 11, percentOfCells: 69.6, percentOfWeight: 93.8, seconds: 25 },
	{ respondents: 150_000, secondsWanted: 15, percentOfCells: 78.2, percentOfWeight: 98.2, seconds: 32 }
];

export async function measureCrossings({ isQuick }: { readonly isQuick: boolean }): Promise<readonly Measurement[]> {
	const measurements: Measurement[] = [];
	for (const one of isQuick ? wanted.slice(0, 1) : wanted) measurements.push(...(await measure(one)));
	return measurements;
}

/** The proven optimum without the insider rule, at the smallest size. */
export async function measureCrossingsOptimum({
	isQuick
}: {
	readonly isQuick: boolean;
}): Promise<readonly Measurement[]> {
	if (isQuick) return [];
	const [seen] = await run(['1500', '60', 'optimum']);
	if (seen === undefined) return [];
	const note = `${seen.hidden} cells hidden, ${seen.isProven === true ? 'proven' : 'NOT PROVEN'}; ${breachesOf(seen)}`;
	const what = 'crossings of 1500 respondents, insiders left out';
	return [
		{
			what: `${what}: cells visible`,
			unit: '%',
			reach: { atLeast: 72.9 },
			figures: [{ variant: seen.variant, runs: [seen.percentOfCells], note }]
		},
		{
			what: `${what}: time`,
			unit: 's',
			reach: { atMost: 60 },
			figures: [{ variant: seen.variant, runs: [seen.seconds] }]
		}
	];
}

async function measure({ respondents, secondsWanted, ...reach }: Wanted): Promise<Measurement[]> {
	const seen = await run([String(respondents), String(secondsWanted)]);
	const what = `crossings of ${respondents} respondents`;
	const isRInstalled = seen.some((one) => one.variant.startsWith('GaussSuppression'));
	const rNote = isRInstalled ? '' : '; GaussSuppression (R): not installed, or stopped after 120 s';
	return [
		{
			what: `${what}: cells of at least 5 visible`,
			unit: '%',
			reach: { atLeast: reach.percentOfCells },
			figures: seen.map((one) => ({ variant: one.variant, runs: [one.percentOfCells], note: `${one.hidden} hidden` }))
		},
		{
			what: `${what}: their respondents visible`,
			unit: '%',
			reach: { atLeast: reach.percentOfWeight },
			figures: seen.map((one) => ({ variant: one.variant, runs: [one.percentOfWeight] }))
		},
		{
			what: `${what}: sums of 1–4 people that can be calculated`,
			unit: 'breaches',
			reach: { atMost: 0 },
			figures: seen.map((one) => ({
				variant: one.variant,
				runs: [one.exact + one.implied + one.insider],
				note: `${breachesOf(one)}; attacked in ${one.attackSeconds.toFixed(1)} s`
			}))
		},
		{
			what: `${what}: time`,
			unit: 's',
			reach: { atMost: reach.seconds },
			figures: seen.map((one, place) => ({
				variant: one.variant,
				runs: [one.seconds],
				...(place === 0 ? { note: `without the attack${rNote}` } : {})
			}))
		}
	];
}

function breachesOf({ exact, implied, insider }: CrossingsSeen): string {
	return `${exact} exact, ${implied} implied, ${insider} insider`;
}

async function run(options: readonly string[]): Promise<readonly CrossingsSeen[]> {
	const program = join(import.meta.dirname, 'crossings-once.ts');
	const { stdout } = await promisify(execFile)(
		process.execPath,
		['--disable-warning=ExperimentalWarning', program, ...options],
		{ maxBuffer: 2 ** 26 }
	);
	return JSON.parse(stdout) as CrossingsSeen[];
}

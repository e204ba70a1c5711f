// A program of its own, so that its time is that of one table: protects all crossings of made-up respondents, by the
// engine and by what one would use instead, attacks every result with the same attack, and prints what was seen.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { attackTable, type CellName } from '#domain/disclosure/crossings/attack-table.ts';
import { crossedTable, type CrossedTable } from '#domain/disclosure/crossings/crossed-table.ts';
import { cheapestCrossings } from '#domain/disclosure/crossings/cheapest-crossings.ts';
import { costOfHiding, protectCrossings } from '#domain/disclosure/crossings/protect-crossings.ts';
import { randomNumbers } from '#domain/disclosure/seeded-random.ts';
import { createSolver } from '#server/solver/create-solver.ts';
import { crossingsUnitCount, madeUpCrossings, madeUpRespondents } from './made-up-crossings.ts';
import { rulesOfThumb } from './rules-of-thumb.ts';

export type CrossingsSeen = {
	readonly variant: string;
	readonly seconds: number;
	/** Of the cells with at least k respondents. */
	readonly percentOfCells: number;
	/** Of the respondents in these cells, each counted as often as cells hold them. */
	readonly percentOfWeight: number;
	readonly hidden: number;
	/** Nothing safe hides fewer cells, where that is proven. */
	readonly isProven?: boolean;
	readonly exact: number;
	readonly implied: number;
	readonly insider: number;
	readonly attackSeconds: number;
};

const k = 5;
const [count = '1500', secondsWanted = '2', part = 'all'] = process.argv.slice(2);
const people = madeUpRespondents({ count: Number(count), seed: 1 });
const respondents = madeUpCrossings(people);
const solver = await createSolver();
const seen: CrossingsSeen[] = [];

const started = performance.now();
const secondsSince = (start: number): number => (performance.now() - start) / 1000;
const table = crossedTable(respondents);
if (part === 'optimum') {
	const { isShown, isProven } = cheapestCrossings(table, {
		rules: { k, isInsiderKept: false },
		costOf: () => 1,
		leastStep: 1,
		openProgramme: solver.openProgramme,
		random: randomNumbers(1),
		secondsLeft: () => Number(secondsWanted) - secondsSince(started)
	});
	seen.push({ ...measured('integer programme with cuts', namesOf(table, isShown), secondsSince(started)), isProven });
} else {
	const { isShown } = protectCrossings(table, {
		rules: { k, isInsiderKept: true },
		costOf: costOfHiding(table, k),
		effort: {
			relaxedRounds: 4,
			wholeRounds: 8,
			secondsAPart: 1,
			secondsLeft: () => Number(secondsWanted) - secondsSince(started)
		},
		openProgramme: solver.openProgramme,
		random: randomNumbers(1)
	});
	seen.push(measured('the engine', namesOf(table, isShown), secondsSince(started)));
	for (const rule of rulesOfThumb) {
		const start = performance.now();
		const shown = rule.isShown(table, respondents);
		seen.push(measured(rule.name, namesOf(table, shown), secondsSince(start)));
	}
	if (part === 'all') seen.push(...gaussSuppression());
}
process.stdout.write(JSON.stringify(seen));

function measured(variant: string, shown: readonly CellName[], seconds: number): CrossingsSeen {
	const start = performance.now();
	const { exact, implied, insider } = attackTable({ respondents, shown, k }, randomNumbers(2));
	const sizeOf = new Map([...table.cellSizes].map((size, cell) => [keyOf(nameOf(table, cell)), size]));
	const publishable = table.cellSizes.filter((size) => size >= k);
	const sizes = shown.map((cell) => sizeOf.get(keyOf(cell)) ?? 0).filter((size) => size >= k);
	const sum = (numbers: ArrayLike<number>): number => Array.from(numbers).reduce((total, one) => total + one, 0);
	return {
		variant,
		seconds,
		percentOfCells: (100 * sizes.length) / publishable.length,
		percentOfWeight: (100 * sum(sizes)) / sum(publishable),
		hidden: publishable.length - sizes.length,
		exact: exact.length,
		implied: implied.length,
		insider: insider.length,
		attackSeconds: secondsSince(start)
	};
}

function namesOf(crossed: CrossedTable, isShown: Uint8Array): CellName[] {
	return [...isShown.keys()].filter((cell) => isShown[cell] === 1).map((cell) => nameOf(crossed, cell));
}

function nameOf({ unitOfCell, categoriesOfCell }: CrossedTable, cell: number): CellName {
	return { unit: unitOfCell[cell]!, categories: [...categoriesOfCell.subarray(2 * cell, 2 * cell + 2)] };
}

function keyOf({ unit, categories }: CellName): string {
	return `${unit} ${categories.join(' ')}`;
}

/** What the R package shows by its defaults; nothing where R or the package is not installed. */
function gaussSuppression(): CrossingsSeen[] {
	const classes = new Map<string, number>();
	for (let person = 0; person < people.length; person++) {
		const unit = respondents.unitOf[person]!;
		const hospital = respondents.parentOf[unit]!;
		const categories = respondents.properties.map((property) => property.of[person]);
		const key = [respondents.parentOf[hospital], hospital, unit, ...categories].join(',');
		classes.set(key, (classes.get(key) ?? 0) + 1);
	}
	const lines = [...classes].map(([key, size]) => `${key},${size}`);
	const { stdout, error } = spawnSync('Rscript', [join(import.meta.dirname, 'gauss-suppression.R')], {
		input: `region,hospital,unit,level,profession,freq\n${lines.join('\n')}\n`,
		encoding: 'utf8',
		timeout: 120_000,
		maxBuffer: 2 ** 28
	});
	if (error !== undefined && stdout !== null && 'code' in error && error.code === 'ETIMEDOUT') {
		process.stderr.write('GaussSuppression (R) took more than 120 s and was stopped\n');
	}
	const [version, seconds, ...cells] = (stdout ?? '').trim().split('\n');
	if (version?.startsWith('version') !== true || seconds === undefined) return [];
	const shown = cells.map((line) => {
		const [place, ...categories] = line.split(',').map((text) => (text === 'Total' ? -1 : Number(text)));
		return { unit: place === -1 ? 0 : place!, categories };
	});
	if (shown.some((cell) => cell.unit >= crossingsUnitCount))
		throw new Error('the R package names places in another way');
	return [measured(`GaussSuppression ${version.slice(8).trim()} (R)`, shown, Number(seconds.slice(8)))];
}

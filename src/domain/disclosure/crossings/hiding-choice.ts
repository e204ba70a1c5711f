// The linear programme of what to hide, kept open: it learns from every publication which cells may not all be shown.
// Solved with fractions it says in which order to try; solved in whole numbers, part by part, it says what to hide.
import type { HidingProgramme } from './hiding-programme.ts';
import { atLeastOne } from './hiding-programme.ts';
import type { OpenProgrammeFor, ProgrammeRow } from './linear-programme.ts';
import type { Circuit } from './publish-cells.ts';

export type HidingChoice = {
	/** How much every column should be hidden, 0–1, at the least cost; and what that cost is: nothing safe costs less. */
	readonly relaxed: () => { readonly values: ArrayLike<number>; readonly cost: number };
	/**
	 * The same in whole numbers, where columns that the last fractions price out stay shown. With no column priced out,
	 * nothing safe costs less than `cost`.
	 */
	readonly whole: (limits: WholeLimits) => { readonly values: ArrayLike<number>; readonly cost: number };
	/** Learns circuits that `values` violate; returns how many were new. */
	readonly learn: (circuits: readonly Circuit[], values: ArrayLike<number>) => number;
	readonly close: () => void;
};

export type WholeLimits = {
	/** Longest time for one part. */
	readonly secondsAPart: number;
	/** Time that is left for all. When it is up, parts stay as they were. */
	readonly secondsLeft: () => number;
	/** Share above the bound that is good enough. */
	readonly gap: number;
	/** Columns whose price is above this stay shown; in units of cost. */
	readonly price: number;
	/** How often to solve again when sums ask for more. */
	readonly passes: number;
	/** A safe choice to begin with, 0 or 1 a column; null where none is known. */
	readonly start: ArrayLike<number> | null;
};

const tolerance = 1e-6;

export function hidingChoice(programme: HidingProgramme, openProgramme: OpenProgrammeFor): HidingChoice {
	const { costs, columnOf } = programme;
	// Sums of cells that are all large matter only where one of them is hidden: they wait until they are violated.
	const rows = programme.rows.filter((row) => row.atLeast > 0);
	let waiting = programme.rows.filter((row) => row.atLeast <= 0);
	const open = openProgramme({ costs, isWhole: false, rows });
	const known = new Set<string>();
	const solved = new Map<string, SolvedPart>();
	let fractions: { readonly values: ArrayLike<number>; readonly prices: ArrayLike<number> } | null = null;

	const add = (more: readonly ProgrammeRow[]): void => {
		rows.push(...more);
		open.addRows(more);
	};
	const addViolated = (values: ArrayLike<number>): number => {
		const violated = new Set(
			waiting.filter((row) => activityOf(row, (column) => values[column]!) < row.atLeast - tolerance)
		);
		waiting = waiting.filter((row) => !violated.has(row));
		add([...violated]);
		return violated.size;
	};
	const relaxed = (): { readonly values: ArrayLike<number>; readonly cost: number } => {
		for (;;) {
			const { values, reducedCosts, bound } = open.solve({ seconds: 600 });
			fractions = { values, prices: reducedCosts };
			if (addViolated(values) === 0) return { values, cost: bound };
		}
	};
	const whole: HidingChoice['whole'] = (limits) => {
		const { values, prices } = fractions ?? { ...relaxed(), prices: costs };
		const isOut = Uint8Array.from(costs, (_, column) =>
			values[column]! < tolerance && prices[column]! > limits.price && (limits.start?.[column] ?? 0) === 0 ? 1 : 0
		);
		let chosen = new Float64Array(costs.length);
		let cost = 0;
		for (let pass = 0; pass < limits.passes; pass++) {
			chosen = new Float64Array(costs.length);
			cost = 0;
			for (const part of partsOf(rows, isOut)) {
				const key = keyOf(part);
				let result = solved.get(key) ?? wholeAlready(part, costs, values);
				if (result === null) {
					result = solvePart(part, costs, openProgramme, limits);
					solved.set(key, result);
				}
				for (const [place, column] of part.columns.entries()) chosen[column] = result.values[place]!;
				cost += result.bound;
			}
			if (addViolated(chosen) === 0) break;
		}
		return { values: chosen, cost };
	};
	const learn = (circuits: readonly Circuit[], values: ArrayLike<number>): number => {
		const cuts: ProgrammeRow[] = [];
		for (const circuit of circuits) {
			const columns = [...new Set(circuit.map((cell) => columnOf[cell]!))].sort((a, b) => a - b);
			const key = columns.join(' ');
			if (known.has(key) || columns.reduce((sum, column) => sum + values[column]!, 0) > 1 - tolerance) continue;
			known.add(key);
			cuts.push(atLeastOne(columns));
		}
		add(cuts);
		return cuts.length;
	};
	return { relaxed, whole, learn, close: open.close };
}

type SolvedPart = { readonly values: readonly number[]; readonly bound: number };
type Part = { readonly columns: readonly number[]; readonly rows: readonly ProgrammeRow[] };

/** Columns that no row ties together can be chosen apart. Columns that are out are 0 and drop from their rows. */
function partsOf(rows: readonly ProgrammeRow[], isOut: Uint8Array): Part[] {
	const leader = Int32Array.from(isOut, (_, column) => column);
	const leaderOf = (column: number): number => {
		let one = column;
		while (leader[one] !== one) one = leader[one] = leader[leader[one]!]!;
		return one;
	};
	const left = rows.flatMap((row) => {
		const places = [...row.columns.keys()].filter((place) => isOut[row.columns[place]!] === 0);
		const factors = places.map((place) => row.factors[place]!);
		if (places.length === 0 || (row.atLeast <= 0 && !factors.includes(-1))) return [];
		const columns = places.map((place) => row.columns[place]!);
		for (const column of columns) leader[leaderOf(column)] = leaderOf(columns[0]!);
		return [{ columns, factors, atLeast: row.atLeast }];
	});
	const parts = new Map<number, ProgrammeRow[]>();
	for (const row of left) {
		const key = leaderOf(row.columns[0]!);
		const part = parts.get(key);
		if (part === undefined) parts.set(key, [row]);
		else part.push(row);
	}
	return [...parts.values()]
		.map((part) => ({ columns: [...new Set(part.flatMap((row) => row.columns))], rows: part }))
		.sort((a, b) => a.columns.length - b.columns.length);
}

/** The fractions, where there are none in a part: then nothing in it costs less. */
function wholeAlready(part: Part, costs: ArrayLike<number>, values: ArrayLike<number>): SolvedPart | null {
	const rounded = part.columns.map((column) => Math.round(values[column]!));
	const isWhole = part.columns.every((column, place) => Math.abs(values[column]! - rounded[place]!) < tolerance);
	const isEnough = part.rows.every((row) => activityOf(row, (column) => values[column]!) >= row.atLeast - tolerance);
	const bound = part.columns.reduce((sum, column, place) => sum + costs[column]! * rounded[place]!, 0);
	return isWhole && isEnough ? { values: rounded, bound } : null;
}

function solvePart(
	part: Part,
	costs: ArrayLike<number>,
	openProgramme: OpenProgrammeFor,
	{ secondsAPart, secondsLeft, gap, start }: WholeLimits
): SolvedPart {
	const known = start === null ? null : part.columns.map((column) => start[column]!);
	const seconds = Math.min(secondsAPart, secondsLeft());
	if (seconds <= 0 && known !== null) return { values: known, bound: 0 };
	const placeOf = new Map(part.columns.map((column, place) => [column, place]));
	const open = openProgramme({
		costs: part.columns.map((column) => costs[column]!),
		isWhole: true,
		rows: part.rows.map((row) => ({ ...row, columns: row.columns.map((column) => placeOf.get(column)!) }))
	});
	const outcome = open.solve({ seconds, gap, ...(known === null ? {} : { start: known }) });
	open.close();
	if (outcome.kind === 'none') return { values: known ?? part.columns.map(() => 0), bound: outcome.bound };
	return { values: part.columns.map((_, place) => Math.round(outcome.values[place]!)), bound: outcome.bound };
}

function activityOf(row: ProgrammeRow, valueOf: (column: number) => number): number {
	let sum = 0;
	for (let place = 0; place < row.columns.length; place++) sum += row.factors[place]! * valueOf(row.columns[place]!);
	return sum;
}

function keyOf(part: Part): string {
	return part.rows.map((row) => `${row.columns.join(' ')}/${row.factors.indexOf(-1)}`).join(';');
}

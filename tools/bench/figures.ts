// What a benchmark says: figures of several runs, side by side with what one would use instead.
import { median } from '#domain/statistics/quantile.ts';

export type Figure = {
	readonly variant: string;
	/** One a run. */
	readonly runs: readonly number[];
	/** What else is worth saying of it. */
	readonly note?: string;
};

export type Measurement = {
	readonly what: string;
	readonly unit: 'kB' | 's' | 'MiB' | 'a second' | 'ms' | '%' | 'breaches';
	/** What was promised for the first variant, such as `{ atMost: 30 }`. */
	readonly reach?: { readonly atMost: number } | { readonly atLeast: number };
	/** Ours first; ratios are to it. */
	readonly figures: readonly Figure[];
};

export type Told = Figure & { readonly median: number; readonly ratio: number };

export function told(measurement: Measurement): readonly Told[] {
	const own = median(measurement.figures[0]?.runs ?? []);
	return measurement.figures.map((figure) => ({
		...figure,
		median: median(figure.runs),
		ratio: median(figure.runs) / own
	}));
}

/** Null where nothing was promised. */
export function isReached({ reach, figures }: Measurement): boolean | null {
	if (reach === undefined) return null;
	const own = median(figures[0]?.runs ?? []);
	return 'atMost' in reach ? own <= reach.atMost : own >= reach.atLeast;
}

export function tableOf(measurements: readonly Measurement[]): string {
	const rows = measurements.flatMap((measurement) => [
		['', '', '', '', ''],
		...told(measurement).map((figure, index) => [
			index === 0 ? measurement.what : '',
			figure.variant,
			`${shown(figure.median)} ${measurement.unit}`,
			index === 0 ? reachOf(measurement) : Number.isFinite(figure.ratio) ? `× ${figure.ratio.toPrecision(2)}` : '',
			[spreadOf(figure.runs), figure.note ?? ''].filter((part) => part !== '').join('; ')
		])
	]);
	const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
	return rows
		.map((row) =>
			row
				.map((cell, column) => cell.padEnd(widths[column] ?? 0))
				.join('  ')
				.trimEnd()
		)
		.join('\n');
}

function reachOf(measurement: Measurement): string {
	const { reach } = measurement;
	if (reach === undefined) return '';
	const promise = 'atMost' in reach ? `≤ ${reach.atMost}` : `≥ ${reach.atLeast}`;
	return `${promise} ${isReached(measurement) === true ? 'reached' : 'NOT REACHED'}`;
}

function spreadOf(runs: readonly number[]): string {
	return runs.length < 2 ? '1 run' : `${runs.length} runs, ${shown(Math.min(...runs))} to ${shown(Math.max(...runs))}`;
}

function shown(value: number): string {
	return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

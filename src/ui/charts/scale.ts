// Where a number lies on a chart, in percent of the chart's width, so that a drawing needs no known width.

export type Range = { readonly minimum: number; readonly maximum: number };

export type Tick = { readonly value: number; readonly percent: number };

function check(range: Range): void {
	if (!Number.isFinite(range.minimum) || !Number.isFinite(range.maximum) || range.minimum >= range.maximum) {
		throw new RangeError(`A scale needs minimum < maximum, not ${range.minimum} and ${range.maximum}`);
	}
}

/** Percent of the way from minimum to maximum, to a hundredth; numbers outside are drawn at the edge. */
export function percentOf(value: number, range: Range): number {
	check(range);
	if (!Number.isFinite(value)) throw new RangeError(`A chart cannot place ${value}`);
	const share = (value - range.minimum) / (range.maximum - range.minimum);
	return Math.round(Math.min(1, Math.max(0, share)) * 10000) / 100;
}

/** Evenly spaced ticks, both ends among them. */
export function ticksOf(range: Range, count = 5): readonly Tick[] {
	check(range);
	if (!Number.isInteger(count) || count < 2) throw new RangeError(`A scale needs two ticks or more, not ${count}`);
	const step = (range.maximum - range.minimum) / (count - 1);
	const ticks: Tick[] = [];
	for (let index = 0; index < count; index += 1) {
		const value = range.minimum + index * step;
		ticks.push({ value, percent: percentOf(value, range) });
	}
	return ticks;
}

/** Decimals that make sense to a reader: none on a wide scale such as 0–100, one on a narrow one such as 1–5. */
export function decimalsFor(range: Range): number {
	check(range);
	return range.maximum - range.minimum > 20 ? 0 : 1;
}

/** In which of `steps` equal parts of the range a number lies, counted from 0. The maximum lies in the last. */
export function shadeStep(value: number, range: Range, steps = 5): number {
	return Math.min(steps - 1, Math.floor((percentOf(value, range) / 100) * steps));
}

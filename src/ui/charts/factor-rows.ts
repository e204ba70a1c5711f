// From a group's scales in points to the rows of the one picture.
import type { Factor } from '#domain/evidence/evidence.ts';
import type { Language } from '#domain/language/localised.ts';
import type { ScalePoints } from '#domain/recommendation/scale-points.ts';
import type { ChartRow } from './bar.ts';

/** Strains and resources of the twelve, each heaviest first; what is not shown stands last, with its word. */
export function factorRows(input: {
	readonly language: Language;
	readonly scales: readonly ScalePoints[];
	readonly factors: readonly Factor[];
	/** Scales to mark as weighing or carrying most. */
	readonly marked: readonly string[];
}): { readonly strains: ChartRow[]; readonly carries: ChartRow[] } {
	const rowsOf = (direction: 'strain' | 'resource') =>
		input.factors
			.filter((factor) => factor.kind !== 'context')
			.flatMap((factor) => {
				const scale = input.scales.find((one) => one.factor === factor.id && one.direction === direction);
				return scale === undefined ? [] : [rowOf(factor, scale, input)];
			})
			.toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1));
	return { strains: rowsOf('strain'), carries: rowsOf('resource') };
}

function rowOf(
	factor: Factor,
	scale: ScalePoints,
	input: { readonly language: Language; readonly marked: readonly string[] }
): ChartRow {
	return {
		id: scale.scale,
		name: factor.name[input.language],
		href: `/factors/${factor.id}`,
		value: scale.points,
		bound: scale.bound,
		reference: scale.organisationPoints,
		interval: scale.interval,
		measured: scale.weightOfGroup === null ? null : scale.measuredPoints,
		mark: input.marked.includes(scale.scale) ? 'most' : null,
		state: scale.points === null ? 'withheld' : 'shown'
	};
}

// From released rows to the heat map's rows and columns: one place, so that every page shows them alike.
import type { HeatMap } from '#domain/disclosure/heat-map.ts';
import type { ReleaseScale } from '#domain/disclosure/release.ts';
import type { Factor } from '#domain/evidence/evidence.ts';
import type { Scale } from '#domain/instrument/instrument.ts';
import type { Language } from '#domain/language/localised.ts';
import type { ChartValue } from './bar.ts';
import type { HeatColumn, HeatRow } from './heat.ts';

/** Columns: the scales that measure a factor, strains before resources, in the evidence base's order. */
export function heatColumns(input: {
	readonly language: Language;
	readonly scales: readonly Scale[];
	readonly factors: readonly Factor[];
}): HeatColumn[] {
	return input.factors.flatMap((factor): HeatColumn[] => {
		const scale = input.scales.find((one) => one.factor === factor.id && one.outcome === null);
		if (scale === undefined || scale.direction === 'neutral') return [];
		return [
			{
				id: scale.id,
				name: factor.name[input.language],
				shortName: factor.shortName[input.language],
				kind: scale.direction === 'strain' ? 'strain' : 'carry',
				href: `/factors/${factor.id}`
			}
		];
	});
}

/** Rows: cells in points (0-100) whatever the scale's own range. `hrefOf` is null for a group the reader may not open. */
export function heatRows(input: {
	readonly rows: HeatMap['rows'];
	readonly scales: HeatMap['scales'];
	readonly ranges: readonly ReleaseScale[];
	readonly hrefOf: (groupId: string) => string | null;
	readonly nameOf: (group: HeatMap['rows'][number]['group']) => string;
	readonly detailOf: (group: HeatMap['rows'][number]['group']) => string;
}): HeatRow[] {
	return input.rows.map(({ group, depth, cells }) => ({
		id: group.id,
		name: input.nameOf(group),
		href: input.hrefOf(group.id) ?? undefined,
		detail: input.detailOf(group),
		depth,
		isTotal: depth === 0,
		cells: Object.fromEntries(
			input.scales.map((scale, index): [string, ChartValue] => {
				const cell = cells[index] ?? null;
				const range = input.ranges.find((one) => one.id === scale);
				if (cell === null || range === undefined) return [scale, { value: null, state: 'withheld' }];
				const value = (100 * (cell.value - range.minimum)) / (range.maximum - range.minimum);
				return [scale, { value, bound: cell.bound ?? null, state: 'shown' }];
			})
		)
	}));
}

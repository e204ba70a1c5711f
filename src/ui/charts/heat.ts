// What the heat map is made of, and the order in which it stands.
import type { ChartValue } from './bar.ts';

export type HeatColumn = {
	readonly id: string;
	readonly name: string;
	/** What fits a narrow heading; the full name is said to a screen reader. */
	readonly shortName?: string;
	readonly kind: 'strain' | 'carry';
	readonly href?: string;
};

export type HeatRow = {
	readonly id: string;
	readonly name: string;
	readonly href?: string;
	/** A quiet line below the name, such as whom a pool holds or how many answered. */
	readonly detail?: string;
	/** How deep in the organisation, counted from 0. */
	readonly depth?: number;
	/** The whole that the others are part of. */
	readonly isTotal?: boolean;
	/** By the column's id. A cell that is missing is shown as withheld, never as blank. */
	readonly cells: Readonly<Record<string, ChartValue>>;
};

export type HeatHalf = { readonly kind: 'strain' | 'carry'; readonly columns: readonly HeatColumn[] };

/** What strains first, then what carries, each in the order given; a half without columns is left out. */
export function halvesOf(columns: readonly HeatColumn[]): readonly HeatHalf[] {
	const kinds = ['strain', 'carry'] as const;
	return kinds
		.map((kind) => ({ kind, columns: columns.filter((column) => column.kind === kind) }))
		.filter((half) => half.columns.length > 0);
}

/** The cell of a row under a column. One that is missing is withheld: never a blank. */
export function cellOf(row: HeatRow, columnId: string): ChartValue {
	return row.cells[columnId] ?? { value: null, state: 'withheld' };
}

// The columns of the file for researchers: the same in CSV and SPSS, and described in the codebook.
import type { ReleaseRow } from '#domain/disclosure/release-rows.ts';

export type ResearchColumn = {
	/** Letters, digits and _ alone: what every statistics program takes. */
	readonly name: string;
	readonly type: 'text' | 'number';
	/** Digits behind the point that SPSS shows. */
	readonly decimals?: number;
	readonly read: (row: ReleaseRow) => string | number | null;
};

export const researchColumns = [
	{ name: 'group_id', type: 'text', read: (row) => row.group },
	{ name: 'group_name', type: 'text', read: (row) => row.groupName },
	{ name: 'group_path', type: 'text', read: (row) => row.path },
	{ name: 'group_kind', type: 'text', read: (row) => row.kind },
	{ name: 'parent_id', type: 'text', read: (row) => row.parent },
	{ name: 'dimension', type: 'text', read: (row) => row.dimension },
	{ name: 'category', type: 'text', read: (row) => row.category },
	{ name: 'invited', type: 'number', decimals: 0, read: (row) => row.invited },
	{ name: 'responses', type: 'number', decimals: 0, read: (row) => row.responses },
	{ name: 'scale', type: 'text', read: (row) => row.scale },
	{ name: 'statistic', type: 'text', read: (row) => row.statistic },
	{ name: 'respondents', type: 'number', decimals: 0, read: (row) => row.n },
	{ name: 'value', type: 'number', decimals: 4, read: (row) => row.value },
	{ name: 'step', type: 'number', decimals: 4, read: (row) => row.step },
	{ name: 'status', type: 'number', decimals: 0, read: (row) => row.status }
] as const satisfies readonly ResearchColumn[];

export type ResearchColumnName = (typeof researchColumns)[number]['name'];

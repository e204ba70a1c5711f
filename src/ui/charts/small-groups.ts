// The scales of a round sorted by how much a group's figure tells on them.
import type { GroupDifference } from '#domain/statistics/group-meaning.ts';
import type { ScaleMeaning } from '#domain/disclosure/scale-meanings.ts';

/** One scale of a page: its verdict, and on a group's page what the estimate was made of. */
export type SmallGroupsRow = Omit<ScaleMeaning, 'scale'> & {
	readonly id: string;
	readonly name: string;
	/** 0-1; null where there is no estimate. */
	readonly weight: number | null;
	/** Mean of the group that this one is a part of, in words or figures; null where it is not used. */
	readonly wholeMean: string | null;
};

const order: readonly GroupDifference[] = ['tells', 'hints', 'hardly-tells', 'unknown'];

/** Verdicts that occur, from the most telling on, each with the names of its scales. `isMost`: more than half, and many. */
export function byDifference(
	rows: readonly SmallGroupsRow[]
): readonly { readonly difference: GroupDifference; readonly names: readonly string[]; readonly isMost: boolean }[] {
	return order.flatMap((difference) => {
		const names = rows.filter((row) => row.difference === difference).map((row) => row.name);
		return names.length === 0
			? []
			: [{ difference, names, isMost: names.length > 4 && names.length > rows.length / 2 }];
	});
}

/** Names of the scales on which the members of a group answer so differently that the mean hides it. */
export function disagreeing(rows: readonly SmallGroupsRow[]): readonly string[] {
	return rows.filter((row) => row.agreement === 'weak' || row.agreement === 'lacking').map((row) => row.name);
}

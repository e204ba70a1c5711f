// How often a change is counted: once, however many plans stand behind it.

/** What a plan is judged by: the change of one group on one factor between two rounds. */
export type AimInRounds = {
	readonly group: string;
	readonly factor: string;
	/** The round that the plan was decided from. */
	readonly before: string;
	/** The round that measured it again; null where none has. */
	readonly after: string | null;
};

/**
 * Plans put together that are judged by one and the same change: same group, same factor, same pair of rounds. Whatever counts
 * changes counts the entries; whatever counts plans counts the items within.
 *
 * Returns the entries by their first item, items in the order given. A plan for a group above is another aim: it is judged by
 * that group's own figures, and over all plans only leaves count (`pairReleases`). Throws nothing.
 */
export function onceAnAim<Item>(
	items: readonly Item[],
	aimOf: (item: Item) => AimInRounds
): readonly (readonly Item[])[] {
	const keyOf = (item: Item) => {
		const { group, factor, before, after } = aimOf(item);
		return JSON.stringify([group, factor, before, after]);
	};
	return [...Map.groupBy(items, keyOf).values()];
}

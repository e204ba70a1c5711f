// Which shown groups lie in which: where no two overlap otherwise, everything about sums follows from looking at one group
// and its parts at a time.

export type GroupNesting = {
	/** The smallest other group that contains each; absent for none. */
	readonly containerOf: ReadonlyMap<number, number>;
	/** Every group after those that contain it. */
	readonly fromLargest: readonly number[];
	/** Two groups that overlap without one holding the other; null where there are none. */
	readonly overlap: readonly [number, number] | null;
};

/** `groups`: places of the groups to look at; `classesOf`: the classes in each group, by place. */
export function nestingOf(groups: readonly number[], classesOf: readonly (readonly number[])[]): GroupNesting {
	const fromLargest = groups.toSorted((a, b) => classesOf[b]!.length - classesOf[a]!.length || a - b);
	const innermost = new Map<number, number>();
	const containerOf = new Map<number, number>();
	for (const group of fromLargest) {
		const [first] = classesOf[group]!;
		const container = first === undefined ? undefined : innermost.get(first);
		for (const one of classesOf[group]!) {
			const other = innermost.get(one);
			if (other !== container) return { containerOf, fromLargest, overlap: [group, other ?? container ?? group] };
			innermost.set(one, group);
		}
		if (container !== undefined) containerOf.set(group, container);
	}
	return { containerOf, fromLargest, overlap: null };
}

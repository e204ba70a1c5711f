// Chains of "the one above": the circles in them, and an order in which each comes after the one above.

/**
 * Finds the circles in a set of chains. `above` gives the next of each, or null at the top.
 * Returns each circle once, as the list of its members in order, beginning with the first of `all` that is in it.
 */
export function findCircles<T>(all: readonly T[], above: (one: T) => T | null): T[][] {
	const seen = new Map<T, number>();
	const circles: T[][] = [];
	all.forEach((start, walk) => {
		const steps: T[] = [];
		let one: T | null = start;
		while (one !== null && !seen.has(one)) {
			seen.set(one, walk);
			steps.push(one);
			one = above(one);
		}
		if (one !== null && seen.get(one) === walk) circles.push(steps.slice(steps.indexOf(one)));
	});
	return circles;
}

/** Orders a set of chains without circles so that each stands behind the one above it; else the order is kept. */
export function topDown<T>(all: readonly T[], above: (one: T) => T | null): T[] {
	const members = new Set(all);
	const placed = new Set<T>();
	const ordered: T[] = [];
	for (const start of all) {
		const steps: T[] = [];
		let one: T | null = start;
		while (one !== null && members.has(one) && !placed.has(one)) {
			placed.add(one);
			steps.push(one);
			one = above(one);
		}
		ordered.push(...steps.reverse());
	}
	return ordered;
}

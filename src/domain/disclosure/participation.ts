// Whether the number invited may stand beside the number who answered. See docs/disclosure.md: a courtesy to those who did
// not answer and to those who did, not a protection, since the groups and their sizes are public before a round.
import { shownTree } from './bound-sums.ts';
import { hideNeighboursThenSelf } from './cheapest-to-hide.ts';
import { chooseShown } from './choose-shown.ts';
import type { GroupTree } from './group-tree.ts';

/** Fewest invited in a group that says how many were invited, and in any difference of two such groups. */
export const LEAST_INVITED_TO_SHOW = 20;

const PROGRESS_STEP = 5;

/**
 * How many have come so far, as it is said while a round is open: rounded down to five, so that no single leader makes a step, and
 * never so high that fewer than `k` are left. Null where it is not said at all: fewer than `LEAST_INVITED_TO_SHOW` invited.
 */
export function shownProgress({ invited, come, k }: { invited: number; come: number; k: number }): number | null {
	if (invited < LEAST_INVITED_TO_SHOW) return null;
	const highest = Math.max(0, invited - k);
	return PROGRESS_STEP * Math.floor(Math.min(come, highest) / PROGRESS_STEP);
}

/**
 * How many were invited, by place in the tree; null where it is not shown.
 *
 * It is shown for groups of at least 20 invited of whom at least `k` did not answer, so that nobody can be told to have
 * answered because all or nearly all have. The same holds for what shown groups leave over of the group around them.
 */
export function shownInvited(tree: GroupTree, k: number): (number | null)[] {
	const invited = Int32Array.from(tree.groups, (group) => group.invited ?? 0);
	const absent = Int32Array.from(tree.groups, (group) => (group.invited ?? 0) - group.responses);
	const mayShow = Uint8Array.from(tree.groups, (group, place) =>
		group.invited !== null && invited[place]! >= LEAST_INVITED_TO_SHOW && absent[place]! >= k ? 1 : 0
	);
	const mask = chooseShown({ tree, counts: invited, mayShow, threshold: LEAST_INVITED_TO_SHOW });
	const tries = hideNeighboursThenSelf(invited);
	for (;;) {
		const shown = shownTree(tree, invited, mask);
		const without = shownTree(tree, absent, mask);
		const breached = shown.order.filter((node) => shown.residual[node]! > 0 && without.residual[node]! < k);
		if (breached.length === 0) return tree.groups.map((group, place) => (mask[place] === 1 ? group.invited : null));
		for (const node of breached) mask[tries.hide(shown, node)] = 0;
	}
}

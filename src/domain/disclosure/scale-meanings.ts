// What a round's groups say on each scale, for the pages that show groups.
import { groupMeaning } from '#domain/statistics/group-meaning.ts';
import type { GroupMeaning } from '#domain/statistics/group-meaning.ts';
import { cellOf } from './group-result.ts';
import { markPublishable } from './mark-publishable.ts';
import type { Publishable } from './publishable.ts';
import type { Release } from './release.ts';

export type ScaleMeaning = GroupMeaning & {
	readonly scale: string;
	/** Released figures of the whole organisation; null where they are not shown. */
	readonly icc1: number | null;
	readonly icc2: number | null;
	readonly rwgj: number | null;
};

/**
 * Judges each scale of a release by the organisation's ICC(1), ICC(2) and rwg(j) (`groupMeaning`).
 *
 * Missing: a figure that is not released is null, and the verdict `unknown`. Never by group: rwg(j) of one group would tell
 * how far its few members answer alike, and where that is all the way, what each of them answered (docs/methods.md).
 */
export function scaleMeanings(release: Publishable<Release>): Publishable<readonly ScaleMeaning[]> {
	const [organisation] = release.groups;
	return markPublishable(
		release.scales.map(({ id }) => {
			const valueOf = (statistic: 'icc1' | 'icc2' | 'rwgj') =>
				organisation === undefined ? null : (cellOf(organisation, id, statistic)?.value ?? null);
			const figures = { icc1: valueOf('icc1'), icc2: valueOf('icc2'), rwgj: valueOf('rwgj') };
			return { scale: id, ...figures, ...groupMeaning(figures) };
		})
	);
}

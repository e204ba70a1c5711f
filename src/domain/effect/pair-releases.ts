// Two released rounds side by side: each scale with every group before and after, as the effect of plans is judged from.
import { cellOf } from '#domain/disclosure/group-result.ts';
import type { Publishable } from '#domain/disclosure/publishable.ts';
import type { Release, ReleasedGroup } from '#domain/disclosure/release.ts';
import { leastSameMembers } from './effect.ts';
import type { FactorPair, GroupFigure, GroupPair } from './effect.ts';
import type { GroupMatch } from './match-groups.ts';

/** An ICC(1) that is not released (fewer than 100 people or 10 groups) is taken to be this, usual between leadership groups. */
export const usualIcc1 = 0.1;

export type PairedScale = {
	readonly scale: string;
	readonly factor: string;
	readonly direction: FactorPair['direction'];
};

/** A plan's group and the factor it aims at. */
export type AimedPlan = { readonly group: string; readonly factor: string };

export type PairedFactor = {
	readonly pair: FactorPair;
	/** Every released group with its match, by its id before: also those that are no leaf. */
	readonly groups: ReadonlyMap<string, GroupPair>;
};

/**
 * Pairs each scale's released figures of two rounds.
 *
 * Only leaves are compared: they share no leader. For a factor that plans aim at, a leaf acts where it or a group above it has
 * such a plan; for any other factor, where it has any plan. It compares where neither it nor a group above or below has a
 * plan, and is left out (`neither`) where it has a plan for something else or fewer than 70 % of its leaders are the same.
 * Missing: a mean that is withheld or only a limit is null; a scale whose spread is not released before is left out.
 * Everything is taken from the two releases: it tells nothing that they do not.
 */
export function pairReleases(input: {
	readonly before: Publishable<Release>;
	readonly after: Publishable<Release>;
	readonly scales: readonly PairedScale[];
	readonly matches: ReadonlyMap<string, GroupMatch>;
	readonly plans: readonly AimedPlan[];
}): readonly PairedFactor[] {
	const { before, after, scales, matches, plans } = input;
	const later = new Map(after.groups.map((group) => [group.id, group]));
	const [organisation] = before.groups;
	if (organisation === undefined) return [];
	const parts = partsOfGroups(before, matches, plans);
	return scales.flatMap(({ scale, factor, direction }) => {
		const sd = cellOf(organisation, scale, 'sd');
		if (sd === null || sd.bound !== undefined || !(sd.value > 0)) return [];
		const groups = new Map(
			before.groups.map((group): [string, GroupPair] => {
				const match = matches.get(group.id);
				const other = match === undefined ? undefined : later.get(match.group);
				const part = parts(group.id, factor);
				return [group.id, { group: group.id, part, ...figures(scale, group, other) }];
			})
		);
		const leaves = before.groups.filter(({ kind }) => kind === 'leaf').flatMap(({ id }) => groups.get(id) ?? []);
		const pair: FactorPair = {
			factor,
			direction,
			personSd: sd.value,
			icc1: cellOf(organisation, scale, 'icc1')?.value ?? usualIcc1,
			organisation: figures(scale, organisation, after.groups[0]),
			groups: leaves
		};
		return [{ pair, groups }];
	});
}

function figures(scale: string, before: ReleasedGroup, after: ReleasedGroup | undefined) {
	return { before: figureOf(scale, before), after: after === undefined ? null : figureOf(scale, after) };
}

function figureOf(scale: string, group: ReleasedGroup): GroupFigure | null {
	const cell = cellOf(group, scale, 'mean');
	if (cell === null || cell.bound !== undefined || cell.n < 1) return null;
	return { mean: cell.value, n: cell.n, step: cell.step, invited: group.invited };
}

/** What part a group plays for a factor. */
function partsOfGroups(
	release: Release,
	matches: ReadonlyMap<string, GroupMatch>,
	plans: readonly AimedPlan[]
): (group: string, factor: string) => GroupPair['part'] {
	const parentOf = new Map(release.groups.map(({ id, parent }) => [id, parent]));
	const aimed = new Set(plans.map(({ factor }) => factor));
	const factorsAt = Map.groupBy(plans, ({ group }) => group);
	const factorsOver = (group: string): readonly string[] => {
		const factors: string[] = [];
		for (let id: string | null | undefined = group; typeof id === 'string'; id = parentOf.get(id))
			factors.push(...(factorsAt.get(id) ?? []).map(({ factor }) => factor));
		return factors;
	};
	return (group, factor) => {
		if ((matches.get(group)?.sameMembers ?? 0) < leastSameMembers - 1e-9) return 'neither';
		const factors = factorsOver(group);
		if (factors.length === 0) return 'compares';
		return !aimed.has(factor) || factors.includes(factor) ? 'acts' : 'neither';
	};
}

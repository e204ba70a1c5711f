// The last round's groups are kept as far as the roster allows: whoever is moved to another group cannot be followed there.
import { lowestCommonNode } from '#domain/disclosure/tree-index.ts';
import type { TreeIndex } from '#domain/disclosure/tree-index.ts';
import type { RosterAttribute } from './group-attributes.ts';
import type { LeadershipGroup } from './leadership-groups.ts';

export type PreviousGroup = {
	readonly id: string;
	readonly name: string;
	/** Lowest unit that contained all of it. */
	readonly unitId: string;
	/** Who was asked in it. */
	readonly leaderIds: readonly string[];
	/** Whose leaders they were: a team that is all new stays where the manager's team was. */
	readonly managerIds: readonly string[];
	/** The programme lead had put it together: then it does not fall apart by itself. */
	readonly isMerged: boolean;
};

export type PreviousRound = { readonly alikeIn: RosterAttribute | null; readonly groups: readonly PreviousGroup[] };

/** Leadership groups that stay together, at the lowest unit that contains them. */
export type Block = { readonly atoms: readonly LeadershipGroup[]; readonly unitId: string; readonly size: number };

/**
 * Gathers leadership groups that stood in one group in the last round.
 *
 * A leadership group belongs to the previous group that most of its leaders were asked in (nobody was: where its manager's
 * team was). It stays with it unless it has been moved out of that group's unit: a group does not follow a team into
 * another hospital. Where the unit is gone, or most of the group has left it, the lowest unit with more than half of them
 * counts instead. Where a unit that had enough leaders took in neighbours who had not, and they now have, they part again,
 * and the unit gets its own result back; not so where the programme lead had put them together. With `lettingGo`, groups
 * that are mixed in the attribute are let go, because the last round was not pooled by it.
 *
 * A group that has shrunk below the minimum is given the smallest neighbour that suffices from a group that can spare it,
 * where that moves fewer leaders than putting both together would, and where no neighbours are left over.
 *
 * Returns every leadership group in exactly one block, those without a past alone; blocks may be below the minimum.
 */
export function keepGroups(input: {
	readonly tree: TreeIndex;
	readonly atoms: readonly LeadershipGroup[];
	readonly previous: readonly PreviousGroup[];
	readonly minimum: number;
	/** True for a set of leadership groups that does not agree in what this round is pooled by; absent: all stay. */
	readonly lettingGo?: (atoms: readonly LeadershipGroup[]) => boolean;
}): Block[] {
	const { tree, atoms, previous, minimum, lettingGo } = input;
	const labelOf = labels(previous);
	const byLabel = Map.groupBy(atoms, labelOf);
	const kept: LeadershipGroup[][] = [];
	const free: LeadershipGroup[] = [...(byLabel.get(null) ?? [])];
	for (const group of previous.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
		const own = byLabel.get(group.id) ?? [];
		if (own.length === 0) continue;
		if (lettingGo?.(own) === true) {
			free.push(...own);
			continue;
		}
		const home = homeOf(tree, group, own);
		const staying = own.filter((atom) => isInside(tree, placeOf(tree, atom), home));
		free.push(...own.filter((atom) => !staying.includes(atom)));
		if (staying.length > 0) kept.push(...partsOf(tree, staying, { group, minimum }));
	}
	giveNeighbours(tree, kept, free, minimum);
	return [...kept, ...free.map((atom) => [atom])].map((own) => blockOf(tree, own));
}

/** The previous group of most leaders; among equals the smaller id; null where nobody and no manager has one. */
function labels(previous: readonly PreviousGroup[]): (atom: LeadershipGroup) => string | null {
	const ofLeader = new Map(previous.flatMap((group) => group.leaderIds.map((id) => [id, group.id] as const)));
	const ofManager = new Map(previous.flatMap((group) => group.managerIds.map((id) => [id, group.id] as const)));
	return (atom) => {
		const counts = new Map<string, number>();
		for (const id of atom.leaderIds) {
			const label = ofLeader.get(id);
			if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1);
		}
		const [most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
		return most?.[0] ?? (atom.managerId === null ? null : (ofManager.get(atom.managerId) ?? null));
	};
}

function homeOf(tree: TreeIndex, group: PreviousGroup, own: readonly LeadershipGroup[]): number {
	const all = sizeOf(own);
	const before = tree.placeOf.get(group.unitId);
	if (before !== undefined) {
		const there = own.filter((atom) => isInside(tree, placeOf(tree, atom), before));
		if (2 * sizeOf(there) >= all) return before;
	}
	const counts = new Map<number, number>();
	for (const atom of own) {
		for (let at = placeOf(tree, atom); at >= 0; at = tree.parentOf[at]!) {
			counts.set(at, (counts.get(at) ?? 0) + atom.leaderIds.length);
		}
	}
	let home = commonPlace(tree, own);
	for (const [place, count] of counts) {
		if (2 * count > all && tree.depthOf[place]! > tree.depthOf[home]!) home = place;
	}
	return home;
}

/** A unit that had enough last time, and those whom it took in, where they are now enough by themselves; otherwise the whole. */
function partsOf(
	tree: TreeIndex,
	own: readonly LeadershipGroup[],
	{ group, minimum }: { readonly group: PreviousGroup; readonly minimum: number }
): LeadershipGroup[][] {
	const whole = [[...own]];
	if (group.isMerged) return whole;
	const before = new Set(group.leaderIds);
	const sizeBefore = (part: readonly LeadershipGroup[]): number =>
		part.reduce((sum, atom) => sum + atom.leaderIds.filter((id) => before.has(id)).length, 0);
	const top = commonPlace(tree, own);
	const byChild = Map.groupBy(own, (atom) => childTowards(tree, placeOf(tree, atom), top));
	for (const [child, part] of byChild) {
		if (child === top || sizeBefore(part) < minimum || sizeOf(part) < minimum) continue;
		const rest = own.filter((atom) => !part.includes(atom));
		if (sizeOf(rest) >= minimum && sizeBefore(rest) < minimum) return [part, rest];
	}
	return whole;
}

function giveNeighbours(
	tree: TreeIndex,
	kept: LeadershipGroup[][],
	free: readonly LeadershipGroup[],
	minimum: number
): void {
	const arrivalOf = arrivals(tree, [...kept.flat(), ...free], minimum);
	const isSmall = (own: readonly LeadershipGroup[]): boolean => sizeOf(own) < minimum;
	const meetingPlace = (own: readonly LeadershipGroup[]): number => arrivalOf[commonPlace(tree, own)]!;
	const waiting = new Map<number, number>();
	for (const own of [...kept, ...free.map((atom) => [atom])].filter(isSmall)) {
		const place = meetingPlace(own);
		waiting.set(place, (waiting.get(place) ?? 0) + sizeOf(own));
	}
	const donors = Map.groupBy(
		kept.filter((own) => !isSmall(own) && own.length > 1),
		(own) => commonPlace(tree, own)
	);
	for (const own of kept.filter(isSmall)) {
		const place = meetingPlace(own);
		const size = sizeOf(own);
		if (place < 0 || (waiting.get(place) ?? 0) >= minimum) continue;
		const offers = (donors.get(place) ?? []).flatMap((donor) =>
			donor
				.filter((atom) => arrivalOf[placeOf(tree, atom)] === place)
				.filter(({ leaderIds: { length } }) => length < size && length + size >= minimum)
				.filter(({ leaderIds: { length } }) => sizeOf(donor) - length >= minimum)
				.map((atom) => ({ donor, atom }))
		);
		const [best] = offers.sort(
			(a, b) => a.atom.leaderIds.length - b.atom.leaderIds.length || (a.atom.id < b.atom.id ? -1 : 1)
		);
		if (best === undefined) continue;
		best.donor.splice(best.donor.indexOf(best.atom), 1);
		own.push(best.atom);
		waiting.set(place, (waiting.get(place) ?? 0) - size);
	}
}

/** For each place the lowest one above it, or itself, that holds the minimum; -1 where none does. */
function arrivals(tree: TreeIndex, atoms: readonly LeadershipGroup[], minimum: number): Int32Array {
	const totals = new Float64Array(tree.ids.length);
	for (const atom of atoms) totals[placeOf(tree, atom)]! += atom.leaderIds.length;
	for (const place of tree.bottomUp) {
		const parent = tree.parentOf[place]!;
		if (parent >= 0) totals[parent]! += totals[place]!;
	}
	const arrival = new Int32Array(tree.ids.length).fill(-1);
	for (let i = tree.bottomUp.length - 1; i >= 0; i--) {
		const place = tree.bottomUp[i]!;
		const parent = tree.parentOf[place]!;
		arrival[place] = totals[place]! >= minimum ? place : parent < 0 ? -1 : arrival[parent]!;
	}
	return arrival;
}

function blockOf(tree: TreeIndex, atoms: readonly LeadershipGroup[]): Block {
	return { atoms, unitId: tree.ids[commonPlace(tree, atoms)]!, size: sizeOf(atoms) };
}

function commonPlace(tree: TreeIndex, atoms: readonly LeadershipGroup[]): number {
	return atoms.reduce((common, atom) => lowestCommonNode(tree, common, placeOf(tree, atom)), placeOf(tree, atoms[0]!));
}

function childTowards(tree: TreeIndex, place: number, top: number): number {
	let at = place;
	while (at !== top && tree.parentOf[at] !== top) at = tree.parentOf[at]!;
	return at;
}

function isInside(tree: TreeIndex, place: number, unit: number): boolean {
	let at = place;
	while (tree.depthOf[at]! > tree.depthOf[unit]!) at = tree.parentOf[at]!;
	return at === unit;
}

function placeOf(tree: TreeIndex, atom: LeadershipGroup): number {
	return tree.placeOf.get(atom.unitId)!;
}

function sizeOf(atoms: readonly LeadershipGroup[]): number {
	return atoms.reduce((sum, atom) => sum + atom.leaderIds.length, 0);
}

// The units a file declares, gathered from its rows: which rows speak of one unit.
import { foldName } from './fold-text.ts';
import type { Unit } from './organisation.ts';
import type { Reference, RowDraft, UnitDraft } from './row-drafts.ts';

/** A unit while the tree is being built; `parent` is filled in by `joinParents`. */
export type UnitNode = {
	code: string | null;
	readonly name: string;
	/** Every row that speaks of it; empty for one that the file only names as a parent, or knows from before. */
	readonly drafts: UnitDraft[];
	parent: UnitNode | null;
	/** Parents that a path gives, with the row. */
	readonly pathParents: { readonly node: UnitNode | null; readonly line: number }[];
	readonly known: Unit | null;
};

export type NodeIndex = {
	readonly nodes: UnitNode[];
	readonly byCode: Map<string, UnitNode>;
	readonly byName: Map<string, UnitNode[]>;
	readonly byPlace: Map<string, UnitNode>;
	readonly nodeOf: Map<UnitDraft, UnitNode>;
	/** Leader rows that name a unit without code, parent or path: mentions, settled when all is declared. */
	readonly mentionsByName: UnitDraft[];
	/** Rows with a code and no name that no row declares. */
	readonly codesAlone: RowDraft[];
};

/**
 * Gathers the units. A row declares one by code and name, by path, or by name and parent; several rows may declare one
 * unit. A row with a code alone speaks of the unit another row declares.
 */
export function gatherNodes(rows: readonly RowDraft[]): NodeIndex {
	const index: NodeIndex = {
		nodes: [],
		byCode: new Map(),
		byName: new Map(),
		byPlace: new Map(),
		nodeOf: new Map(),
		mentionsByName: [],
		codesAlone: []
	};
	const withCode = rows.filter((row) => row.unit !== null && row.unit.code !== null);
	for (const { unit } of withCode) if (unit !== null && unit.name !== null) declare(index, unit);
	for (const row of withCode) {
		if (row.unit === null || row.unit.name !== null) continue;
		const node = index.byCode.get(foldName(row.unit.code ?? ''));
		if (node === undefined) index.codesAlone.push(row);
		else attach(index, node, row.unit);
	}
	for (const { unit, leader } of rows) {
		if (unit === null || unit.code !== null) continue;
		if (leader !== null && unit.path === null && unit.parent === null) index.mentionsByName.push(unit);
		else declare(index, unit);
	}
	return index;
}

/** Adds the row to the unit it declares, making the unit where it is new. */
export function declare(index: NodeIndex, draft: UnitDraft): UnitNode {
	const node = draft.path === null ? declareByParent(index, draft) : declareByPath(index, draft, draft.path);
	attach(index, node, draft);
	return node;
}

export function addNode(index: NodeIndex, start: Pick<UnitNode, 'code' | 'name'> & Partial<UnitNode>): UnitNode {
	const node: UnitNode = { drafts: [], parent: null, pathParents: [], known: null, ...start };
	index.nodes.push(node);
	if (node.code !== null) index.byCode.set(foldName(node.code), node);
	const name = foldName(node.name);
	const sameName = index.byName.get(name);
	if (sameName === undefined) index.byName.set(name, [node]);
	else sameName.push(node);
	return node;
}

function attach(index: NodeIndex, node: UnitNode, draft: UnitDraft): void {
	node.drafts.push(draft);
	index.nodeOf.set(draft, node);
}

function declareByParent(index: NodeIndex, draft: UnitDraft): UnitNode {
	const place = placeOf(draft.name ?? '', draft.parent);
	const found = draft.code === null ? index.byPlace.get(place) : index.byCode.get(foldName(draft.code));
	const node = found ?? addNode(index, { code: draft.code, name: draft.name ?? '' });
	if (!index.byPlace.has(place)) index.byPlace.set(place, node);
	return node;
}

function declareByPath(index: NodeIndex, draft: UnitDraft, path: readonly string[]): UnitNode {
	let parent: UnitNode | null = null;
	let place = 'path';
	for (const [depth, name] of path.entries()) {
		place = JSON.stringify([place, foldName(name)]);
		const code: string | null = depth === path.length - 1 ? draft.code : null;
		const byCode: UnitNode | undefined = code === null ? undefined : index.byCode.get(foldName(code));
		const inPlace: UnitNode | undefined = index.byPlace.get(place);
		let node: UnitNode | undefined = byCode ?? inPlace;
		if (code !== null && byCode === undefined && node !== undefined) {
			if (node.code === null) giveCode(index, node, code);
			else node = undefined;
		}
		node ??= addNode(index, { code, name });
		if (!index.byPlace.has(place)) index.byPlace.set(place, node);
		node.pathParents.push({ node: parent, line: draft.line });
		parent = node;
	}
	if (parent === null) throw new RangeError('a path has at least one name');
	return parent;
}

function giveCode(index: NodeIndex, node: UnitNode, code: string): void {
	node.code = code;
	index.byCode.set(foldName(code), node);
}

function placeOf(name: string, parent: Reference | null): string {
	return JSON.stringify(['parent', foldName(name), parent === null ? '' : foldName(parent.text)]);
}

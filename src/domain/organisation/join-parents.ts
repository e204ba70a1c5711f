// Finds each unit's parent: the one its rows mention, among the file's units, those known before, or newly made.
import { foldName } from './fold-text.ts';
import { firstFew } from './import-problem.ts';
import type { ImportNotice, ImportProblem } from './import-problem.ts';
import type { Unit } from './organisation.ts';
import type { Reference, UnitDraft } from './row-drafts.ts';
import { addNode, type NodeIndex, type UnitNode } from './unit-nodes.ts';

/**
 * What becomes of a parent that is mentioned by name and has no row of its own: `create` makes it, `refuse` is a problem,
 * `judge` makes it where most parents of the file have no row (a flat list with a column for the hospital), and takes it
 * for a spelling mistake where at least half have one.
 */
export type UnlistedParents = 'judge' | 'create' | 'refuse';

export type ParentOptions = {
	readonly known: KnownUnits;
	readonly unlistedParents: UnlistedParents;
	/** True: a row with a SHAK code and no listed parent lies under the unit whose SHAK code begins its own. */
	readonly parentsFromShak: boolean;
};

export type KnownUnits = {
	/** The node of a unit known from before, by code or by name; `many` where the name fits several. */
	readonly byCode: (code: string) => UnitNode | null;
	readonly byName: (name: string) => UnitNode | null | 'many';
};

/** Looks units up among those known before; a unit that is met becomes a node of the tree. */
export function knownUnits(units: readonly Unit[], index: NodeIndex): KnownUnits {
	const byCode = new Map(units.flatMap((unit) => (unit.code === null ? [] : [[foldName(unit.code), unit] as const])));
	const byName = Map.groupBy(units, (unit) => foldName(unit.name));
	const met = new Map<string, UnitNode>();
	return {
		byCode: (code) => meet(byCode.get(foldName(code))),
		byName: (name) => {
			const found = (byName.get(foldName(name)) ?? []).filter((unit) => !isInFile(unit));
			return found.length > 1 ? 'many' : meet(found[0]);
		}
	};

	function meet(unit: Unit | undefined): UnitNode | null {
		if (unit === undefined) return null;
		const inFile = unit.code === null ? undefined : index.byCode.get(foldName(unit.code));
		const node = met.get(unit.id) ?? inFile ?? addNode(index, { code: unit.code, name: unit.name, known: unit });
		met.set(unit.id, node);
		return node;
	}

	function isInFile(unit: Unit): boolean {
		return unit.code !== null && index.byCode.get(foldName(unit.code))?.known === null;
	}
}

type Mention = { readonly node: UnitNode; readonly draft: UnitDraft; readonly reference: Reference };
type Found = UnitNode | 'many' | 'unlisted' | 'unknown';

/** Sets the parent of each node. What cannot be settled goes to `problems`, what was made to `notices`. */
export function joinParents(
	index: NodeIndex,
	options: ParentOptions,
	report: { readonly problems: ImportProblem[]; readonly notices: ImportNotice[] }
): void {
	const stated = new Map<UnitNode, { readonly parent: UnitNode | null; readonly line: number }[]>();
	const mentions = index.nodes.flatMap((node) =>
		node.drafts.flatMap((draft): Mention[] =>
			draft.parent === null || draft.path !== null ? [] : [{ node, draft, reference: draft.parent }]
		)
	);
	for (const node of index.nodes) for (const { node: parent, line } of node.pathParents) state(node, parent, line);
	const found = new Map<Mention, Found>(
		mentions.map((mention) => [mention, findParent(index, options.known, mention)])
	);
	if (options.parentsFromShak) joinByShak(index, { found, known: options.known }, state);
	const mayCreate = mayCreateParents(found, options.unlistedParents);
	const created = new Map<string, { readonly node: UnitNode; readonly mentions: Mention[] }>();
	for (const mention of mentions) {
		const parent = found.get(mention);
		const { line, column, text } = mention.reference;
		if (parent === undefined) continue;
		if (parent === 'many') {
			const lines = linesOf(index.byName.get(foldName(text)) ?? []);
			report.problems.push({ line, column, code: 'parent-ambiguous', detail: { parent: text, lines } });
		} else if (parent === 'unknown' || (parent === 'unlisted' && !mayCreate)) {
			report.problems.push({ line, column, code: 'parent-unknown', detail: { parent: text } });
		} else if (parent === 'unlisted') {
			const key = foldName(text);
			const made = created.get(key) ?? { node: addNode(index, { code: null, name: text }), mentions: [] };
			made.mentions.push(mention);
			created.set(key, made);
			state(mention.node, made.node, line);
		} else {
			state(mention.node, parent, line);
		}
	}
	for (const { node, mentions: by } of created.values()) {
		const [first] = by;
		if (first === undefined) continue;
		const { line, column } = first.reference;
		report.notices.push({ line, column, code: 'unit-created', detail: { name: node.name, lines: by.length } });
	}
	for (const [node, parents] of stated) settleParent(node, parents, report.problems);

	function state(node: UnitNode, parent: UnitNode | null, line: number): void {
		const list = stated.get(node);
		if (list === undefined) stated.set(node, [{ parent, line }]);
		else list.push({ parent, line });
	}
}

function findParent(index: NodeIndex, known: KnownUnits, { node, reference }: Mention): Found {
	const { text, by } = reference;
	if (by !== 'name') {
		const byCode = index.byCode.get(foldName(text)) ?? known.byCode(text);
		if (byCode !== null) return byCode;
	}
	if (by === 'code') return 'unknown';
	const sameName = (index.byName.get(foldName(text)) ?? []).filter((one) => one.known === null);
	const others = sameName.filter((one) => one !== node);
	const [only] = others;
	if (others.length > 1) return 'many';
	if (only !== undefined) return only;
	const before = known.byName(text);
	if (before !== null && before !== node) return before;
	if (sameName.includes(node)) return node;
	const looksLikeCode = by === 'either' && /\d/.test(text) && !/\s/.test(text) && index.byCode.size > 0;
	return looksLikeCode ? 'unknown' : 'unlisted';
}

function mayCreateParents(found: ReadonlyMap<Mention, Found>, rule: UnlistedParents): boolean {
	if (rule !== 'judge') return rule === 'create';
	const listed = new Set<string>();
	const unlisted = new Set<string>();
	for (const [{ reference }, parent] of found) {
		if (parent === 'unlisted') unlisted.add(foldName(reference.text));
		else if (parent !== 'unknown') listed.add(foldName(reference.text));
	}
	return unlisted.size > listed.size;
}

/** SHAK: four characters name the hospital, six the department, seven the ward; each begins the next. */
function joinByShak(
	index: NodeIndex,
	{ found, known }: { readonly found: Map<Mention, Found>; readonly known: KnownUnits },
	state: (node: UnitNode, parent: UnitNode | null, line: number) => void
): void {
	const byShak = new Map<string, UnitNode>();
	const mentionOf = new Map(Array.from(found.keys(), (mention) => [mention.draft, mention]));
	const withShak = index.nodes.flatMap((node) =>
		node.drafts.flatMap((draft) => (draft.shak === null ? [] : [{ node, draft }]))
	);
	for (const { node, draft } of withShak) if (!byShak.has(draft.shak ?? '')) byShak.set(draft.shak ?? '', node);
	for (const { node, draft } of withShak) {
		const shak = draft.shak ?? '';
		const mention = mentionOf.get(draft);
		const named = mention === undefined ? 'unlisted' : found.get(mention);
		if (shak.length < 5 || draft.path !== null || (named !== 'unlisted' && named !== 'many')) continue;
		const hospital = shak.slice(0, 4);
		const department = shak.length > 6 ? byShak.get(shak.slice(0, 6)) : undefined;
		let parent = department ?? byShak.get(hospital) ?? index.byCode.get(foldName(hospital)) ?? known.byCode(hospital);
		parent ??= addNode(index, { code: hospital, name: mention?.reference.text ?? hospital });
		if (parent !== department && !byShak.has(hospital)) byShak.set(hospital, parent);
		if (mention !== undefined) found.delete(mention);
		state(node, parent, draft.line);
	}
	for (const [mention, parent] of found) {
		if (parent !== 'unlisted') continue;
		const made = index.byName.get(foldName(mention.reference.text)) ?? [];
		const [only] = made;
		if (only !== undefined) found.set(mention, made.length > 1 ? 'many' : only);
	}
}

function settleParent(
	node: UnitNode,
	stated: readonly { readonly parent: UnitNode | null; readonly line: number }[],
	problems: ImportProblem[]
): void {
	node.parent = stated[0]?.parent ?? null;
	if (stated.every(({ parent }) => parent === node.parent)) return;
	const lines = [...new Set(stated.map(({ line }) => line))];
	const detail = { unitCode: node.code ?? node.name, about: 'parent', lines: firstFew(lines) } as const;
	for (const line of lines) problems.push({ line, column: null, code: 'unit-code-conflict', detail });
}

/** Where the first of these units stand. */
export function linesOf(nodes: readonly UnitNode[]): number[] {
	return firstFew(nodes).flatMap((node) => node.drafts.slice(0, 1).map((draft) => draft.line));
}

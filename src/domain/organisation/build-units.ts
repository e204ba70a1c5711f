// From rows to the tree of units, with its circles, conflicts and unknown names reported.
import { findCircles, topDown } from './chains.ts';
import { foldName } from './fold-text.ts';
import { firstFew, mostTold } from './import-problem.ts';
import type { ImportNotice, ImportProblem } from './import-problem.ts';
import { joinParents, knownUnits, linesOf, type KnownUnits, type UnlistedParents } from './join-parents.ts';
import { matchUnits } from './match-units.ts';
import type { Unit } from './organisation.ts';
import type { RowDraft, UnitDraft } from './row-drafts.ts';
import { freeId, stableId } from './stable-id.ts';
import { declare, gatherNodes, type NodeIndex, type UnitNode } from './unit-nodes.ts';

export type UnitBuilding = {
	/** Units known before, that rows may mention and that stay beside those of the file; empty for a file that stands alone. */
	readonly known: readonly Unit[];
	/** False where the file lists leaders only: a unit that is not known is then a problem, unless nothing is known. */
	readonly declaresUnits: boolean;
	/** False where the file says nothing of who lies under whom. */
	readonly declaresParents: boolean;
	readonly unlistedParents: UnlistedParents;
	readonly parentsFromShak: boolean;
};

export type BuiltUnits = {
	/** Those of the file and those known before; a known one keeps its id. */
	readonly units: readonly Unit[];
	/** The unit of each row that names one we understand. */
	readonly unitOf: ReadonlyMap<UnitDraft, Unit>;
};

type Report = { readonly problems: ImportProblem[]; readonly notices: ImportNotice[] };

/** Builds the tree of units from the rows. The tree it returns has no circle: a circle is reported and cut. */
export function buildUnits(rows: readonly RowDraft[], options: UnitBuilding, report: Report): BuiltUnits {
	const index = gatherNodes(rows);
	const known = knownUnits(options.known, index);
	settleCodes(index, known, report.problems);
	settleMentions(index, { known, mayDeclare: options.declaresUnits || options.known.length === 0 }, report.problems);
	joinParents(index, { ...options, known }, report);
	reportNames(index.nodes, report.problems);
	cutCircles(index.nodes, report.problems);
	const { units, unitIdOf } = identify(index.nodes);
	return joinKnown({ index, units, unitIdOf }, options, report.problems);
}

function settleCodes(index: NodeIndex, known: KnownUnits, problems: ImportProblem[]): void {
	for (const { unit, leader, line } of index.codesAlone) {
		if (unit === null || unit.code === null) continue;
		const node = known.byCode(unit.code);
		const { code, column } = unit;
		if (node !== null) {
			index.nodeOf.set(unit, node);
			if (leader === null) node.drafts.push(unit);
		} else if (leader === null) problems.push({ line, column, code: 'unit-name-missing', detail: { unitCode: code } });
		else problems.push({ line, column, code: 'unit-unknown', detail: { unit: code } });
	}
}

function settleMentions(
	index: NodeIndex,
	{ known, mayDeclare }: { readonly known: KnownUnits; readonly mayDeclare: boolean },
	problems: ImportProblem[]
): void {
	const declared = new Map(index.byName);
	for (const draft of index.mentionsByName) {
		const { line, column, name } = draft;
		const unit = name ?? '';
		const inFile = firstNew(declared.get(foldName(unit)) ?? []);
		const [only] = inFile;
		const before = only === undefined ? known.byName(unit) : null;
		if (inFile.length > 1 || before === 'many') {
			problems.push({ line, column, code: 'unit-ambiguous', detail: { unit, lines: linesOf(inFile) } });
		} else if (only !== undefined) {
			index.nodeOf.set(draft, only);
		} else if (before !== null) {
			index.nodeOf.set(draft, before);
		} else if (mayDeclare) {
			declare(index, draft);
		} else {
			problems.push({ line, column, code: 'unit-unknown', detail: { unit } });
		}
	}
}

/** Looked for once a row: it must not go through all of very many units of one name. */
function firstNew(nodes: readonly UnitNode[]): UnitNode[] {
	const found: UnitNode[] = [];
	for (const node of nodes) {
		if (node.known === null) found.push(node);
		if (found.length === mostTold) break;
	}
	return found;
}

function reportNames(nodes: readonly UnitNode[], problems: ImportProblem[]): void {
	for (const { code, drafts } of nodes) {
		const named = drafts.filter((draft) => draft.name !== null);
		if (code === null || new Set(named.map((draft) => foldName(draft.name ?? ''))).size < 2) continue;
		const lines = firstFew(named).map((draft) => draft.line);
		const detail = { unitCode: code, about: 'name', lines } as const;
		for (const draft of named) {
			problems.push({ line: draft.line, column: draft.column, code: 'unit-code-conflict', detail });
		}
	}
}

function cutCircles(nodes: readonly UnitNode[], problems: ImportProblem[]): void {
	for (const circle of findCircles(nodes, (node) => node.parent)) {
		reportCircle(circle, problems);
		for (const node of circle) node.parent = null;
	}
}

function reportCircle(circle: readonly UnitNode[], problems: ImportProblem[]): void {
	const drafts = circle.flatMap((node) => node.drafts).sort((a, b) => a.line - b.line);
	const detail = {
		names: firstFew(circle).map((node) => node.name),
		lines: firstFew(drafts).map((draft) => draft.line)
	};
	for (const { line, parent } of drafts) {
		problems.push({ line, column: parent?.column ?? null, code: 'unit-cycle', detail });
	}
}

/** Ids by code, else by name under the parent; nodes that turn out to be one unit share an id. Order: top first, then by line. */
function identify(nodes: readonly UnitNode[]): { units: Unit[]; unitIdOf: Map<UnitNode, string> } {
	const unitIdOf = new Map<UnitNode, string>();
	const units = new Map<string, Unit>();
	const byPlace = new Map<string, string>();
	const codedFirst = [...nodes.filter((node) => node.code !== null), ...nodes.filter((node) => node.code === null)];
	for (const node of topDown(codedFirst, (one) => one.parent)) {
		const parentId = node.parent === null ? null : (unitIdOf.get(node.parent) ?? null);
		const place = JSON.stringify([parentId, foldName(node.name)]);
		const id = idOf(node, parentId, byPlace.get(place));
		unitIdOf.set(node, id);
		if (!byPlace.has(place)) byPlace.set(place, id);
		if (!units.has(id)) units.set(id, { id, code: node.code, name: node.name, parentId });
	}
	const inFileOrder = topDown(
		[...nodes].sort((a, b) => firstLine(a) - firstLine(b)),
		(node) => node.parent
	);
	const ids = new Set(inFileOrder.map((node) => unitIdOf.get(node) ?? ''));
	return { units: [...ids].flatMap((id) => units.get(id) ?? []), unitIdOf };
}

function idOf(node: UnitNode, parentId: string | null, inPlace: string | undefined): string {
	if (node.known !== null) return node.known.id;
	if (node.code !== null) return stableId('u', ['code', foldName(node.code)]);
	return inPlace ?? stableId('u', ['place', parentId ?? '', foldName(node.name)]);
}

function firstLine(node: UnitNode): number {
	return node.drafts[0]?.line ?? node.pathParents[0]?.line ?? 0;
}

type Identified = {
	readonly index: NodeIndex;
	readonly units: readonly Unit[];
	readonly unitIdOf: ReadonlyMap<UnitNode, string>;
};

/** Lays the file's units over those known before: a unit that is known keeps its id, and what the file leaves out stays. */
function joinKnown(
	{ index, units, unitIdOf }: Identified,
	options: UnitBuilding,
	problems: ImportProblem[]
): BuiltUnits {
	const met = index.nodes.flatMap((node) => (node.known === null ? [] : [[node.known.id, node.known] as const]));
	const settled = new Map(met);
	const matched = matchUnits({
		current: options.known,
		imported: units,
		ignoresParents: !options.declaresParents,
		settled
	});
	const taken = new Set(options.known.map((unit) => unit.id));
	const newId = new Map(units.map((unit) => [unit.id, matched.get(unit.id)?.id ?? freeId(unit.id, taken)]));
	const moved = new Set(
		index.nodes.filter((node) => node.drafts.some((draft) => draft.parent !== null)).map((node) => unitIdOf.get(node))
	);
	const joined = units.map((unit): Unit => {
		const before = matched.get(unit.id);
		const id = newId.get(unit.id) ?? unit.id;
		const keepsPlace =
			before !== undefined && (!options.declaresParents || (settled.has(unit.id) && !moved.has(unit.id)));
		const parentId = keepsPlace ? before.parentId : unit.parentId === null ? null : (newId.get(unit.parentId) ?? null);
		return { id, code: unit.code ?? before?.code ?? null, name: unit.name, parentId };
	});
	const present = new Set(joined.map((unit) => unit.id));
	const all = [...joined, ...options.known.filter((unit) => !present.has(unit.id))];
	const nodeById = new Map(index.nodes.map((node) => [newId.get(unitIdOf.get(node) ?? '') ?? '', node]));
	const byId = new Map(all.map((unit) => [unit.id, unit]));
	for (const circle of findCircles(all, (unit) => byId.get(unit.parentId ?? '') ?? null)) {
		reportCircle(
			circle.flatMap((unit) => nodeById.get(unit.id) ?? []),
			problems
		);
		for (const unit of circle) byId.set(unit.id, { ...unit, parentId: null });
	}
	const unitOf = new Map<UnitDraft, Unit>();
	for (const [draft, node] of index.nodeOf) {
		const unit = byId.get(newId.get(unitIdOf.get(node) ?? '') ?? '');
		if (unit !== undefined) unitOf.set(draft, unit);
	}
	return { units: all.map((unit) => byId.get(unit.id) ?? unit), unitOf };
}

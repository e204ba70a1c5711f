// From the unit paths of imported answers to a tree with one root, and a reporting group for each unit that has respondents.
import { stableId } from '#domain/organisation/stable-id.ts';

export type PathUnit = { readonly id: string; readonly name: string; readonly parentId: string | null };

export type PathGroup = {
	readonly id: string;
	readonly name: string;
	readonly unitId: string;
	/** Names of the units from the root to `unitId`. */
	readonly path: readonly string[];
	readonly pools: readonly string[];
	/** Nobody knows how many were asked. */
	readonly invited: null;
};

/**
 * `paths`: names from the top down, each path once. Where they do not all begin with one name, a root called `rootName` is
 * put above them. Returns the groups in the order of the paths.
 */
export function unitsOfPaths(
	paths: readonly (readonly string[])[],
	rootName: string
): { readonly units: readonly PathUnit[]; readonly groups: readonly PathGroup[] } {
	const hasOneTop = new Set(paths.map((path) => path[0])).size === 1;
	const units = new Map<string, PathUnit>();
	const addUnit = (path: readonly string[]): string => {
		const id = stableId('u', path);
		if (!units.has(id)) {
			const isTop = path.length === (hasOneTop ? 1 : 0);
			units.set(id, { id, name: path.at(-1) ?? rootName, parentId: isTop ? null : addUnit(path.slice(0, -1)) });
		}
		return id;
	};
	const groups = paths.map((path): PathGroup => {
		const unitId = addUnit(path);
		const name = path.at(-1) ?? rootName;
		return {
			id: `g${unitId.slice(1)}`,
			name,
			unitId,
			path: hasOneTop ? path : [rootName, ...path],
			pools: [name],
			invited: null
		};
	});
	return { units: [...units.values()], groups };
}

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { poolInTree } from './pool-in-tree.ts';
import type { Atom, Pooling } from './pool-in-tree.ts';
import type { TreeNode } from './tree-index.ts';
import { randomNumbers } from './seeded-random.ts';

function randomTree(seed: number, nodeCount: number, largestAtom: number): { nodes: TreeNode[]; atoms: Atom[] } {
	const random = randomNumbers(seed);
	const nodes: TreeNode[] = [];
	const atoms: Atom[] = [];
	for (let i = 0; i < nodeCount; i++) {
		const reach = Math.min(i, 1 + Math.floor(random() * 12));
		nodes.push({ id: `n${i}`, parentId: i === 0 ? null : `n${i - 1 - Math.floor(random() * reach)}` });
		const atomCount = random() < 0.3 ? 0 : random() < 0.8 ? 1 : 3;
		for (let a = 0; a < atomCount; a++) {
			atoms.push({ id: `a${i}-${a}`, nodeId: `n${i}`, size: Math.floor(random() * (largestAtom + 1)) });
		}
	}
	return { nodes, atoms };
}

function shuffled<T>(list: readonly T[], seed: number): T[] {
	const random = randomNumbers(seed);
	const copy = [...list];
	for (let i = copy.length - 1; i > 0; i--) {
		const j = Math.floor(random() * (i + 1));
		[copy[i], copy[j]] = [copy[j]!, copy[i]!];
	}
	return copy;
}

function ancestorsOf(nodes: readonly TreeNode[]): (id: string) => string[] {
	const parents = new Map(nodes.map((node) => [node.id, node.parentId]));
	return (id) => {
		const line: string[] = [];
		for (let at: string | null = id; at !== null; at = parents.get(at) ?? null) line.push(at);
		return line;
	};
}

/** Whatever the pooling, these hold; returns the nodes that hold enough but are no exact union. */
function checkPooling(nodes: readonly TreeNode[], atoms: readonly Atom[], minimum: number, pooling: Pooling): string[] {
	const lineOf = ancestorsOf(nodes);
	const sizeOf = new Map(atoms.map((atom) => [atom.id, atom.size]));
	const nodeOf = new Map(atoms.map((atom) => [atom.id, atom.nodeId]));
	const all = [...pooling.pools.flatMap((pool) => pool.atoms), ...pooling.unpooled].sort();
	assert.deepEqual(all, atoms.map((atom) => atom.id).sort(), 'each atom is in one pool');

	const total = new Map(nodes.map((node) => [node.id, 0]));
	for (const atom of atoms) for (const id of lineOf(atom.nodeId)) total.set(id, (total.get(id) ?? 0) + atom.size);
	const broken = new Set<string>();
	for (const pool of pooling.pools) {
		assert.equal(
			pool.size,
			pool.atoms.reduce((sum, id) => sum + (sizeOf.get(id) ?? NaN), 0)
		);
		assert.ok(pool.size >= minimum, `pool ${pool.id} holds ${pool.size}`);
		assert.equal(pool.id, pool.atoms.toSorted()[0]);
		const lines = pool.atoms.map((id) => lineOf(nodeOf.get(id) ?? ''));
		const common = lines[0]!.find((id) => lines.every((line) => line.includes(id)));
		assert.equal(pool.anchorNodeId, common, 'the anchor is the lowest node that contains all atoms');
		for (const line of lines) for (const id of line.slice(0, line.indexOf(pool.anchorNodeId))) broken.add(id);
	}
	for (const atom of pooling.unpooled) {
		const root = lineOf(nodeOf.get(atom) ?? '').at(-1) ?? '';
		assert.ok((total.get(root) ?? 0) < minimum, 'only a tree below the minimum is left out');
	}
	return [...broken].filter((id) => (total.get(id) ?? 0) >= minimum);
}

test('two small siblings merge with each other and leave the large one alone', () => {
	const nodes = [{ id: 'hospital', parentId: null }, ...['a', 'b', 'c'].map((id) => ({ id, parentId: 'hospital' }))];
	const sizes = { a: 3, b: 20, c: 6 };
	const atoms = Object.entries(sizes).map(([id, size]) => ({ id: `g${id}`, nodeId: id, size }));
	const { pools } = poolInTree({ nodes, atoms, minimum: 8 });
	assert.deepEqual(pools, [
		{ id: 'ga', atoms: ['ga', 'gc'], anchorNodeId: 'hospital', size: 9 },
		{ id: 'gb', atoms: ['gb'], anchorNodeId: 'b', size: 20 }
	]);
});

test('a leftover joins a pool in its own node, the one that costs fewest exact unions', () => {
	const nodes = [
		{ id: 'region', parentId: null },
		{ id: 'hospital', parentId: 'region' },
		{ id: 'big', parentId: 'hospital' },
		{ id: 'single', parentId: 'hospital' },
		{ id: 'lonely', parentId: 'hospital' },
		{ id: 'other', parentId: 'region' }
	];
	const atoms = [
		{ id: 'big1', nodeId: 'big', size: 8 },
		{ id: 'big2', nodeId: 'big', size: 8 },
		{ id: 'single', nodeId: 'single', size: 12 },
		{ id: 'lonely', nodeId: 'lonely', size: 2 },
		{ id: 'other', nodeId: 'other', size: 8 }
	];
	const { pools } = poolInTree({ nodes, atoms, minimum: 8 });
	assert.deepEqual(
		pools.map((pool) => pool.atoms),
		[['big1'], ['big2'], ['lonely', 'single'], ['other']]
	);
});

test('an organisation below the minimum is left unpooled', () => {
	const pooling = poolInTree({
		nodes: [
			{ id: 'root', parentId: null },
			{ id: 'ward', parentId: 'root' }
		],
		atoms: [
			{ id: 'x', nodeId: 'ward', size: 3 },
			{ id: 'y', nodeId: 'root', size: 1 }
		],
		minimum: 5
	});
	assert.deepEqual(pooling, { pools: [], unpooled: ['x', 'y'] });
});

test('groups without anybody never stand alone', () => {
	const nodes = [
		{ id: 'root', parentId: null },
		{ id: 'ward', parentId: 'root' }
	];
	const atoms = [
		{ id: 'empty', nodeId: 'root', size: 0 },
		{ id: 'full', nodeId: 'ward', size: 9 }
	];
	assert.deepEqual(
		poolInTree({ nodes, atoms, minimum: 5 }).pools.map((pool) => pool.atoms),
		[['empty', 'full']]
	);
});

test('on random trees the pools are a partition, large enough, and anchored at the lowest node', () => {
	for (let seed = 1; seed <= 300; seed++) {
		const { nodes, atoms } = randomTree(seed, 1 + (seed % 60), 4 + (seed % 9));
		for (const minimum of [1, 5, 8]) {
			checkPooling(nodes, atoms, minimum, poolInTree({ nodes, atoms, minimum }));
		}
	}
});

test('every node that holds enough is an exact union where no neighbours are too few to stand alone', () => {
	let tried = 0;
	for (let seed = 1; seed <= 400; seed++) {
		const { nodes, atoms } = randomTree(seed, 1 + (seed % 40), 9);
		const minimum = 6;
		const pooling = poolInTree({ nodes, atoms, minimum });
		const broken = checkPooling(nodes, atoms, minimum, pooling);
		const stranded = strandedNodes(nodes, atoms, minimum);
		if (stranded.size === 0) {
			tried++;
			assert.deepEqual(broken, [], `seed ${seed}`);
		}
		const parents = new Map(nodes.map((node) => [node.id, node.parentId]));
		const brokenChildren = broken.map((id) => parents.get(id) ?? '');
		const brokenSet = new Set(broken);
		for (const parent of brokenChildren) {
			assert.ok(stranded.has(parent) || brokenSet.has(parent), `${parent} broke a child without need, seed ${seed}`);
		}
		assert.equal(new Set(brokenChildren).size, brokenChildren.length, 'at most one child of a node is broken');
	}
	assert.ok(tried > 20, `only ${tried} trees without stranded neighbours`);
});

test('the order of nodes and atoms does not matter', () => {
	for (let seed = 1; seed <= 50; seed++) {
		const { nodes, atoms } = randomTree(seed, 50, 7);
		const expected = poolInTree({ nodes, atoms, minimum: 8 });
		const other = poolInTree({ nodes: shuffled(nodes, seed), atoms: shuffled(atoms, seed + 1), minimum: 8 });
		assert.deepEqual(other, expected);
	}
});

test('a tree of 20,000 nodes is pooled, and so is a line of 20,000 nodes', () => {
	const { nodes, atoms } = randomTree(7, 20000, 12);
	const { pools } = poolInTree({ nodes, atoms, minimum: 8 });
	assert.ok(pools.every((pool) => pool.size >= 8));
	assert.equal(pools.flatMap((pool) => pool.atoms).length, atoms.length);
	const line = Array.from({ length: 20000 }, (_, i) => ({ id: `n${i}`, parentId: i === 0 ? null : `n${i - 1}` }));
	const ends = [
		{ id: 'deep', nodeId: 'n19999', size: 4 },
		{ id: 'top', nodeId: 'n0', size: 4 }
	];
	assert.equal(poolInTree({ nodes: line, atoms: ends, minimum: 8 }).pools.length, 1);
});

test('a tree with a cycle, an unknown parent or an atom nowhere is refused', () => {
	const cycle = [
		{ id: 'a', parentId: 'b' },
		{ id: 'b', parentId: 'a' }
	];
	assert.throws(() => poolInTree({ nodes: cycle, atoms: [], minimum: 5 }), RangeError);
	assert.throws(() => poolInTree({ nodes: [{ id: 'a', parentId: 'x' }], atoms: [], minimum: 5 }), RangeError);
	const nodes = [{ id: 'a', parentId: null }];
	assert.throws(() => poolInTree({ nodes, atoms: [{ id: 'g', nodeId: 'b', size: 1 }], minimum: 5 }), RangeError);
	assert.throws(() => poolInTree({ nodes, atoms: [{ id: 'g', nodeId: 'a', size: 1.5 }], minimum: 5 }), RangeError);
});

/** Nodes where the own atoms and the children that hold too few are, together, too few. */
function strandedNodes(nodes: readonly TreeNode[], atoms: readonly Atom[], minimum: number): Set<string> {
	const lineOf = ancestorsOf(nodes);
	const total = new Map<string, number>();
	const open = new Map<string, number>();
	const hasOpen = new Set<string>();
	for (const atom of atoms) for (const id of lineOf(atom.nodeId)) total.set(id, (total.get(id) ?? 0) + atom.size);
	for (const atom of atoms) {
		if (atom.size >= minimum) continue;
		open.set(atom.nodeId, (open.get(atom.nodeId) ?? 0) + atom.size);
		hasOpen.add(atom.nodeId);
	}
	for (const node of nodes) {
		const size = total.get(node.id);
		if (size === undefined || size >= minimum || node.parentId === null) continue;
		open.set(node.parentId, (open.get(node.parentId) ?? 0) + size);
		hasOpen.add(node.parentId);
	}
	return new Set([...hasOpen].filter((id) => (open.get(id) ?? 0) < minimum && (total.get(id) ?? 0) >= minimum));
}

// How near the pooling comes to the best one: compared with every possible pooling of small trees.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { poolInTree } from './pool-in-tree.ts';
import { optimumOf, treeOf, valueOf } from './pool-in-tree.testing.ts';
import { poolingValue, unitsWithoutResult, unitWorth } from './pool-in-tree-value.ts';

const smallTrees = fc
	.record({
		atoms: fc.integer({ min: 1, max: 8 }),
		nodes: fc.integer({ min: 0, max: 6 }),
		minimum: fc.integer({ min: 2, max: 9 })
	})
	.chain(({ atoms, nodes, minimum }) =>
		fc.record({
			parents: fc.array(fc.nat({ max: 50 }), { minLength: nodes, maxLength: nodes }),
			places: fc.array(fc.nat({ max: 50 }), { minLength: atoms, maxLength: atoms }),
			sizes: fc.array(fc.integer({ min: 0, max: minimum + 3 }), { minLength: atoms, maxLength: atoms }),
			minimum: fc.constant(minimum)
		})
	)
	.map(treeOf);

test('within its rules the pooling is the best one', () => {
	const seen = { trees: 0, together: 0, free: 0, share: 0 };
	fc.assert(
		fc.property(smallTrees, (tree) => {
			const pooling = poolInTree(tree);
			const optimum = optimumOf(tree);
			if (optimum.free === -Infinity) return assert.equal(pooling.pools.length, 0);
			const value = valueOf(tree, pooling);
			assert.equal(value, optimum.ruled);
			seen.trees += 1;
			seen.together += value === optimum.together ? 1 : 0;
			seen.free += value === optimum.free ? 1 : 0;
			seen.share += value / optimum.free;
		}),
		{ numRuns: 400, seed: 1 }
	);
	const percent = (count: number): string => `${((100 * count) / seen.trees).toFixed(1)} %`;
	console.log(
		`${seen.trees} trees: as good as any that keeps small units whole ${percent(seen.together)}, ` +
			`as any at all ${percent(seen.free)}; worth ${percent(seen.share)} of the best of all`
	);
	assert.ok(seen.trees > 200);
	assert.ok(seen.together / seen.trees > 0.95);
	assert.ok(seen.share / seen.trees > 0.97);
});

test('a unit counts more the larger it is, and not at all where a group reaches out of it', () => {
	assert.equal(unitWorth(8, 8), 100);
	assert.equal(unitWorth(300, 8), 462);
	const nodes = [
		{ id: 'top', parentId: null },
		{ id: 'left', parentId: 'top' },
		{ id: 'right', parentId: 'top' }
	];
	const left = { nodeId: 'left', size: 8 };
	const right = { nodeId: 'right', size: 8 };
	assert.equal(poolingValue({ nodes, groups: [[left], [right]], minimum: 8 }), 200 + 169 + 200);
	assert.equal(poolingValue({ nodes, groups: [[left, right]], minimum: 8 }), 100 + 169);
	assert.deepEqual(unitsWithoutResult({ nodes, groups: [[left, right]], minimum: 8 }).broken, ['left', 'right']);
	assert.throws(() => poolingValue({ nodes, groups: [[{ nodeId: 'nowhere', size: 1 }]], minimum: 8 }), RangeError);
});

import { test } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bestHost, commonKind, groupFormer } from './pool-in-tree-bins.ts';
import type { Piece } from './pool-in-tree-bins.ts';

const piece = (key: string, size: number, kind: string | null = null): Piece => ({ key, atoms: [key], size, kind });

/** By trying every set of pieces that holds the first one, or leaving it out. */
function mostGroups(sizes: readonly number[], minimum: number): number {
	const [first, ...others] = sizes;
	if (first === undefined) return 0;
	let most = mostGroups(others, minimum);
	for (let set = 0; set < 2 ** others.length; set++) {
		const taken = others.filter((_, i) => (set >> i) % 2 === 1);
		if (taken.reduce((sum, size) => sum + size, first) < minimum) continue;
		most = Math.max(
			most,
			1 +
				mostGroups(
					others.filter((_, i) => (set >> i) % 2 === 0),
					minimum
				)
		);
	}
	return most;
}

test('as many groups are formed as the sizes allow', () => {
	fc.assert(
		fc.property(fc.integer({ min: 2, max: 12 }), fc.array(fc.nat({ max: 13 }), { maxLength: 8 }), (minimum, sizes) => {
			const pieces = sizes.map((size, i) => piece(`p${i}`, size));
			const { groups, rest } = groupFormer(minimum, false)(pieces);
			assert.deepEqual([...groups.flat(), ...rest].map((one) => one.key).sort(), pieces.map((one) => one.key).sort());
			assert.ok(groups.every((group) => group.reduce((sum, one) => sum + one.size, 0) >= minimum));
			assert.equal(groups.length, mostGroups(sizes, minimum));
		}),
		{ seed: 1, numRuns: 300 }
	);
});

test('more pieces than can be tried one by one still become groups, and every piece is somewhere', () => {
	const pieces = Array.from({ length: 600 }, (_, i) => piece(`p${i}`, 1 + (i % 7)));
	const { groups, rest } = groupFormer(15, false)(pieces);
	assert.equal(groups.flat().length + rest.length, 600);
	assert.ok(groups.length >= 150, `${groups.length} of at most 159`);
});

test('people of one kind stay together where sizes allow, and mix where they do not', () => {
	const form = groupFormer(8, true);
	const kinds = (pieces: Piece[]) => form(pieces).groups.map((group) => commonKind(group));
	assert.deepEqual(kinds([piece('a', 4, 'x'), piece('b', 4, 'y'), piece('c', 4, 'x'), piece('d', 4, 'y')]), ['x', 'y']);
	assert.deepEqual(kinds([piece('a', 5, 'x'), piece('b', 3, 'y')]), [null]);
	const mixed = form([piece('a', 4, 'x'), piece('b', 4, 'x'), piece('c', 3, 'y'), piece('d', 5, null)]);
	assert.deepEqual(mixed.groups.map(commonKind), ['x', null]);
});

test('a leftover goes to a group of its kind before it spoils another', () => {
	const small = piece('small', 8, 'x');
	const large = piece('large', 20, 'y');
	assert.equal(bestHost([small, large], piece('rest', 2, 'y')), large);
	assert.equal(bestHost([small, large], piece('rest', 2, 'z')), small);
	assert.equal(bestHost([small, large, piece('mixed', 30)], piece('rest', 2, 'z')).key, 'mixed');
});

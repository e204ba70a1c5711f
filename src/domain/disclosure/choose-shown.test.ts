import { test } from 'node:test';
import assert from 'node:assert/strict';
import { chooseShown } from './choose-shown.ts';
import type { Nesting } from './choose-shown.ts';
import { randomNumbers } from './seeded-random.ts';

/** Children after parents, so that the order from the bottom up is the reverse. */
function nesting(parents: readonly number[]): Nesting {
	return {
		parentOf: Int32Array.from(parents),
		bottomUp: Int32Array.from(parents.map((_, i) => parents.length - 1 - i))
	};
}

function countsOf(tree: Nesting, leafCounts: (node: number) => number): Int32Array {
	const hasChild = new Set(tree.parentOf);
	const counts = new Int32Array(tree.parentOf.length);
	for (const node of tree.bottomUp) {
		if (!hasChild.has(node)) counts[node] = leafCounts(node);
		const parent = tree.parentOf[node]!;
		if (parent >= 0) counts[parent]! += counts[node]!;
	}
	return counts;
}

function residuals(tree: Nesting, counts: Int32Array, shown: Uint8Array): number[] {
	const left = Int32Array.from(counts);
	for (let node = 0; node < counts.length; node++) {
		if (shown[node] === 0) continue;
		let above = tree.parentOf[node]!;
		while (above >= 0 && shown[above] === 0) above = tree.parentOf[above]!;
		if (above >= 0) left[above]! -= counts[node]!;
	}
	return [...left].filter((_, node) => shown[node] === 1);
}

function loss(tree: Nesting, counts: Int32Array, mayShow: Uint8Array, shown: Uint8Array, threshold: number): number {
	let sum = 0;
	for (let node = 0; node < counts.length; node++) {
		if (shown[node] === 1 || mayShow[node] === 0 || counts[node]! < threshold) continue;
		sum += (1 + Math.log(counts[node]!)) * (tree.parentOf[node]! < 0 ? 1e6 : 1);
	}
	return sum;
}

test('a small leaf takes one neighbour with it, and the whole stays', () => {
	const tree = nesting([-1, 0, 0, 0]);
	const counts = countsOf(tree, (node) => [0, 3, 9, 6][node]!);
	const shown = chooseShown({ tree, counts, mayShow: new Uint8Array(4).fill(1), threshold: 5 });
	assert.deepEqual([...shown], [1, 0, 1, 0]);
});

test('a leaf without scores hides nothing', () => {
	const tree = nesting([-1, 0, 0, 0]);
	const counts = countsOf(tree, (node) => [0, 0, 9, 6][node]!);
	const shown = chooseShown({ tree, counts, mayShow: new Uint8Array(4).fill(1), threshold: 5 });
	assert.deepEqual([...shown], [1, 0, 1, 1]);
});

test('no other choice on small trees is safe and loses less', () => {
	const random = randomNumbers(11);
	for (let round = 0; round < 400; round++) {
		const size = 2 + Math.floor(random() * 8);
		const tree = nesting(Array.from({ length: size }, (_, i) => (i === 0 ? -1 : Math.floor(random() * i))));
		const counts = countsOf(tree, () => Math.floor(random() * 9));
		const mayShow = Uint8Array.from({ length: size }, () => (random() < 0.9 ? 1 : 0));
		const threshold = 3 + Math.floor(random() * 4);
		const shown = chooseShown({ tree, counts, mayShow, threshold });
		const isSafe = (choice: Uint8Array): boolean =>
			residuals(tree, counts, choice).every((n) => n === 0 || n >= threshold);
		assert.ok(isSafe(shown), `round ${round}`);
		assert.ok(shown.every((yes, node) => yes === 0 || (mayShow[node] === 1 && counts[node]! >= threshold)));
		let least = Infinity;
		for (let bits = 0; bits < 2 ** size; bits++) {
			const choice = Uint8Array.from({ length: size }, (_, node) => (bits >> node) & 1);
			const isAllowed = choice.every((yes, node) => yes === 0 || (mayShow[node] === 1 && counts[node]! > 0));
			if (isAllowed && isSafe(choice)) least = Math.min(least, loss(tree, counts, mayShow, choice, threshold));
		}
		assert.ok(Math.abs(loss(tree, counts, mayShow, shown, threshold) - least) < 1e-6, `round ${round}`);
	}
});

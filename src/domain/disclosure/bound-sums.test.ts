import { test } from 'node:test';
import assert from 'node:assert/strict';
import { boundResiduals, shownTree } from './bound-sums.ts';
import { openRange } from './protect-means.ts';
import { randomNumbers } from './seeded-random.ts';

/** Every assignment of whole scores 0-range to every respondent, one by one. */
function everyAssignment(people: number, range: number, visit: (scores: readonly number[]) => void): void {
	const scores = new Array<number>(people).fill(0);
	for (;;) {
		visit(scores);
		let place = 0;
		while (place < people && scores[place] === range) scores[place++] = 0;
		if (place === people) return;
		scores[place]! += 1;
	}
}

test("the range of each person's score is exactly what a search over all assignments finds", () => {
	const random = randomNumbers(5);
	let narrowed = 0;
	for (let round = 0; round < 150; round++) {
		const size = 2 + Math.floor(random() * 4);
		const range = 2;
		const parents = Array.from({ length: size }, (_, i) => (i === 0 ? -1 : Math.floor(random() * i)));
		const tree = {
			parentOf: Int32Array.from(parents),
			bottomUp: Int32Array.from(parents.map((_, i) => size - 1 - i))
		};
		const isLeaf = parents.map((_, i) => !parents.includes(i));
		const leafOf = parents.flatMap((_, i) =>
			isLeaf[i] ? new Array<number>(1 + Math.floor(random() * 3)).fill(i) : []
		);
		if (leafOf.length > 8) continue;
		const holds = (node: number, leaf: number): boolean => leaf >= 0 && (leaf === node || holds(node, parents[leaf]!));
		const membersOf = parents.map((_, node) => leafOf.flatMap((leaf, person) => (holds(node, leaf) ? [person] : [])));
		const counts = Int32Array.from(membersOf, (members) => members.length);
		const shown = Uint8Array.from(parents, () => (random() < 0.7 ? 1 : 0));
		const truth = leafOf.map(() => Math.floor(random() * (range + 1)));
		const sumOf = (node: number, scores: readonly number[]): number =>
			membersOf[node]!.reduce((sum, person) => sum + scores[person]!, 0);
		const slack = parents.map(() => Math.floor(random() * 2));
		const low = Float64Array.from(parents, (_, node) => sumOf(node, truth) - slack[node]!);
		const high = Float64Array.from(parents, (_, node) => sumOf(node, truth) + slack[node]!);

		const least = truth.map(() => Infinity);
		const most = truth.map(() => -Infinity);
		everyAssignment(truth.length, range, (scores) => {
			const fits = parents.every((_, node) => {
				const sum = sumOf(node, scores);
				return shown[node] === 0 || (sum >= low[node]! && sum <= high[node]!);
			});
			if (!fits) return;
			scores.forEach((score, person) => {
				least[person] = Math.min(least[person]!, score);
				most[person] = Math.max(most[person]!, score);
			});
		});

		const seen = shownTree(tree, counts, shown);
		const whole = { low: new Float64Array(size), high: Float64Array.from(seen.residual, (n) => n * range) };
		const sums = boundResiduals(seen, { low, high }, whole);
		leafOf.forEach((leaf, person) => {
			let node = leaf;
			while (node >= 0 && shown[node] === 0) node = parents[node]!;
			const expected = most[person]! - least[person]!;
			const n = node < 0 ? 0 : seen.residual[node]!;
			const found = node < 0 ? range : openRange(n, sums.low[node]!, sums.high[node]!, range);
			assert.equal(found, expected, `round ${round}, person ${person}`);
			if (expected < range) narrowed++;
		});
	}
	assert.ok(narrowed > 50, 'the search met enough cases in which something is given away');
});

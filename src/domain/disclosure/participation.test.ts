import { test } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { buildGroupTree } from './group-tree.ts';
import type { GroupTree } from './group-tree.ts';
import { LEAST_INVITED_TO_SHOW, shownInvited, shownProgress } from './participation.ts';

type Ward = { readonly invited: number | null; readonly responses: number };

function treeOf(wards: readonly Ward[]): GroupTree {
	const tree = buildGroupTree({
		units: [
			{ id: 'R', name: 'R', parentId: null },
			...wards.map((_, i) => ({ id: `w${i}`, name: `W${i}`, parentId: 'R' }))
		],
		reportingGroups: wards.map(({ invited }, i) => ({
			id: `g${i}`,
			name: `W${i}`,
			unitId: `w${i}`,
			path: ['R'],
			pools: [],
			invited
		})),
		responses: Int32Array.from(wards, ({ responses }) => responses),
		k: 5
	});
	assert.ok(tree !== null);
	return tree;
}

function shownOf(wards: readonly Ward[]): (number | null)[] {
	return shownInvited(treeOf(wards), 5);
}

test('while a round is open no single leader makes a step, and nobody sees that all have answered', () => {
	const steps = (invited: number) => {
		const seen = Array.from({ length: invited + 1 }, (_, come) => shownProgress({ invited, come, k: 5 }));
		return seen.filter((count, place) => count !== seen[place - 1]);
	};
	assert.deepEqual(steps(19), [null]);
	assert.deepEqual(steps(20), [0, 5, 10, 15]);
	assert.deepEqual(steps(33), [0, 5, 10, 15, 20, 25]);
	assert.equal(shownProgress({ invited: 20, come: 20, k: 24 }), 0);
});

test('the number invited is shown for large groups that are not nearly all there', () => {
	assert.deepEqual(
		shownOf([
			{ invited: 30, responses: 20 },
			{ invited: 40, responses: 30 }
		]),
		[70, 30, 40]
	);
});

test('it is not shown for small groups, for full ones and for nearly full ones', () => {
	const [whole, small] = shownOf([
		{ invited: 12, responses: 6 },
		{ invited: 60, responses: 40 },
		{ invited: 60, responses: 40 }
	]);
	assert.deepEqual([whole, small], [132, null]);
	assert.equal(
		shownOf([
			{ invited: 30, responses: 30 },
			{ invited: 60, responses: 40 }
		])[1],
		null
	);
	assert.equal(
		shownOf([
			{ invited: 30, responses: 26 },
			{ invited: 60, responses: 40 }
		])[1],
		null
	);
	assert.deepEqual(
		shownOf([
			{ invited: 30, responses: 30 },
			{ invited: 30, responses: 30 }
		]),
		[null, null, null]
	);
});

test('where one is not known, the whole is not known either', () => {
	assert.deepEqual(
		shownOf([
			{ invited: null, responses: 20 },
			{ invited: 40, responses: 20 }
		]),
		[null, null, 40]
	);
});

test('no difference of shown groups is small or nearly full', () => {
	const ward = fc
		.integer({ min: 5, max: 60 })
		.chain((invited) => fc.record({ invited: fc.constant(invited), responses: fc.integer({ min: 5, max: invited }) }));
	fc.assert(
		fc.property(fc.array(ward, { minLength: 2, maxLength: 7 }), (wards) => {
			const tree = treeOf(wards);
			const shown = shownInvited(tree, 5);
			if (shown[0] === null) return;
			const rest = { invited: shown[0]!, responses: tree.groups[0]!.responses };
			tree.groups.slice(1).forEach((group, i) => {
				const invited = shown[i + 1] ?? null;
				if (invited === null) return;
				assert.ok(invited >= LEAST_INVITED_TO_SHOW && invited - group.responses >= 5);
				rest.invited -= invited;
				rest.responses -= group.responses;
			});
			assert.ok(rest.invited === 0 || (rest.invited >= LEAST_INVITED_TO_SHOW && rest.invited - rest.responses >= 5));
		})
	);
});

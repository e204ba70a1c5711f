import { test } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { buildRelease } from './build-release.ts';
import type { ReleaseInput } from './build-release.ts';
import { CHANGE_NOT_TOLD } from './protect-changes.ts';
import { randomRound } from './random-round.testing.ts';
import type { Release, ReleasedCell } from './release.ts';

/** Two wards under a region; what each of 40 respondents tells: 1, 0, -1 or null. */
function wards(told: Readonly<Record<'A' | 'B', readonly (number | null)[]>>): ReleaseInput {
	const rows = (['A', 'B'] as const).flatMap((name, group) => told[name].map((change) => ({ group, change })));
	return {
		roundId: 'r',
		units: [{ id: 'R', name: 'R', parentId: null }, ...['A', 'B'].map((id) => ({ id, name: id, parentId: 'R' }))],
		reportingGroups: ['A', 'B'].map((unitId) => ({
			id: `${unitId}:leaders`,
			name: unitId,
			unitId,
			path: ['R', unitId],
			pools: [unitId],
			invited: null
		})),
		scales: [{ id: 's', minimum: 0, maximum: 100 }],
		groupOfRespondent: Int32Array.from(rows, (row) => row.group),
		scores: Float64Array.from(rows, (_, row) => 20 + ((row * 37) % 60)),
		changes: Int8Array.from(rows, (row) => row.change ?? CHANGE_NOT_TOLD)
	};
}

function released(input: ReleaseInput): Release {
	const outcome = buildRelease(input);
	assert.ok(outcome.kind === 'release', JSON.stringify(outcome).slice(0, 300));
	return outcome.release;
}

function cellsOf(release: Release, id: string): Record<string, Partial<ReleasedCell>> {
	const cells = release.groups.find((group) => group.id === id)?.cells ?? [];
	return Object.fromEntries(
		cells
			.filter(({ statistic }) => statistic === 'better' || statistic === 'worse')
			.map(({ statistic, n, value, bound }) => [statistic, { n, value, ...(bound ? { bound } : {}) }])
	);
}

const repeat = (count: number, change: number | null) => Array.from({ length: count }, () => change);
const mixed = [...repeat(10, 1), ...repeat(12, 0), ...repeat(8, -1), ...repeat(10, null)];

test('shares of better and worse are of those who told, to five per cent', () => {
	const release = released(wards({ A: mixed, B: mixed }));
	assert.deepEqual(cellsOf(release, 'A:leaders'), { better: { n: 30, value: 0.35 }, worse: { n: 30, value: 0.25 } });
	assert.deepEqual(cellsOf(release, 'R'), { better: { n: 60, value: 0.35 }, worse: { n: 60, value: 0.25 } });
});

test('where fewer than twenty told, nothing is shown, nor what would give it away', () => {
	const release = released(wards({ A: mixed, B: [...repeat(5, 1), ...repeat(6, 0), ...repeat(29, null)] }));
	assert.deepEqual(cellsOf(release, 'B:leaders'), {});
	assert.equal(Object.keys(cellsOf(release, 'A:leaders')).length + Object.keys(cellsOf(release, 'R')).length, 2);
	assert.ok(release.groups[2]!.withheld.some(({ statistic }) => statistic === 'better'));
});

test('a share is never 0 or 100 %, and nothing is listed where nobody told', () => {
	const nobodyWorse = [...repeat(12, 1), ...repeat(28, 0)];
	const cells = cellsOf(released(wards({ A: nobodyWorse, B: nobodyWorse })), 'A:leaders');
	assert.deepEqual(cells['worse'], { n: 40, value: 0.1, bound: 'at-most' });
	const silent = released(wards({ A: repeat(40, null), B: repeat(40, null) }));
	assert.ok(silent.groups.every(({ withheld }) => withheld.every(({ statistic }) => statistic !== 'worse')));
});

test('changes that are none are refused', () => {
	assert.throws(() => released(wards({ A: repeat(40, 2), B: mixed })), RangeError);
	assert.throws(() => released({ ...wards({ A: mixed, B: mixed }), changes: new Int8Array(3) }), RangeError);
});

test('random rounds with changes pass the audit, and every share holds twenty', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.double({ min: 0.05, max: 1, noNaN: true }), (seed, told) => {
			const release = released(randomRound({ seed, units: 15, respondents: 300, missing: 0.05, extremes: 0.2, told }));
			for (const { cells } of release.groups) {
				for (const cell of cells)
					if (cell.statistic === 'better') assert.ok(cell.n >= 20 && cell.value > 0 && cell.value < 1);
			}
		}),
		{ numRuns: 40 }
	);
});

import { test } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { auditRelease } from './audit-release.ts';
import { buildRelease } from './build-release.ts';
import type { ReleaseInput } from './build-release.ts';
import { randomRound, rosterOf } from './random-round.testing.ts';
import type { Release, ReleasedGroup } from './release.ts';

type Ward = { readonly level?: string; readonly scores: readonly number[] };

/** Region R > hospitals H and I > the wards given, one scale of points. */
function hospitals(wards: Readonly<Record<string, Ward>>): ReleaseInput {
	const names = Object.keys(wards);
	const rows = names.flatMap((name, group) => wards[name]!.scores.map((score) => ({ group, score })));
	return {
		roundId: 'r',
		units: [
			{ id: 'R', name: 'R', parentId: null },
			{ id: 'H', name: 'H', parentId: 'R' },
			{ id: 'I', name: 'I', parentId: 'R' },
			...names.map((name) => ({ id: name, name, parentId: name[0]! }))
		],
		reportingGroups: names.map((name) => ({
			id: `${name}:leaders`,
			name,
			unitId: name,
			path: ['R', name[0]!, name],
			pools: [name],
			invited: 30,
			attributes: attributesOf(wards[name]!)
		})),
		scales: [{ id: 's', minimum: 0, maximum: 100 }],
		groupOfRespondent: Int32Array.from(rows, (row) => row.group),
		scores: Float64Array.from(rows, (row) => row.score)
	};
}

function attributesOf({ level }: Ward): Record<string, string> {
	return level === undefined ? {} : { level };
}

function released(input: ReleaseInput): Release {
	const outcome = buildRelease(input);
	assert.ok(outcome.kind === 'release', JSON.stringify(outcome).slice(0, 300));
	return outcome.release;
}

function dimensionsOf(release: Release): Record<string, ReleasedGroup> {
	return Object.fromEntries(
		release.groups.filter(({ kind }) => kind === 'dimension').map((group) => [group.id, group])
	);
}

const spread = [10, 30, 50, 70, 90, 50];

test('leaves whose leaders have a level in common make a group at each union, the same ones once', () => {
	const release = released(
		hospitals({
			H1: { level: 'L2', scores: spread },
			H2: { level: 'L2', scores: spread.map((score) => score - 5) },
			H3: { level: 'L1', scores: spread },
			I1: { level: 'L2', scores: spread },
			I2: { level: 'L1', scores: spread },
			I3: { scores: spread }
		})
	);
	const found = dimensionsOf(release);
	assert.deepEqual(Object.keys(found).sort(), ['H:level=L2', 'R:level=L1', 'R:level=L2']);
	const group = found['R:level=L2']!;
	assert.deepEqual(group.reportingGroups.toSorted(), ['H1:leaders', 'H2:leaders', 'I1:leaders']);
	assert.deepEqual([group.parent, group.responses, group.invited], ['R', 18, null]);
	assert.deepEqual([group.dimension, group.category], ['level', 'L2']);
	assert.deepEqual(group.cells, [{ scale: 's', statistic: 'mean', n: 18, value: 48, step: 2 }]);
	assert.ok(release.groups[0]!.kind === 'union', 'the whole organisation stays first');
});

test('a leaf that was pooled with another level belongs to neither', () => {
	const release = released(
		hospitals({
			H1: { level: 'L2', scores: spread },
			H2: { level: 'L2', scores: [50, 60] },
			H3: { level: 'L1', scores: [40, 60, 50] },
			H4: { level: 'L2', scores: spread },
			I1: { level: 'L1', scores: spread }
		})
	);
	const group = dimensionsOf(release)['H:level=L2'];
	assert.deepEqual(group?.reportingGroups.toSorted(), ['H1:leaders', 'H4:leaders']);
});

test('a leaf that hides its mean is left out, so that nothing of it can be subtracted', () => {
	const wards = Object.fromEntries(
		Array.from({ length: 12 }, (_, i): [string, Ward] => [`H${i}`, { level: 'L2', scores: spread }])
	);
	const without = hospitals({ ...wards, I1: { level: 'L1', scores: spread }, I2: { level: 'L1', scores: spread } });
	// Two of six answer the scale in H0: its mean is hidden, and a neighbour's with it.
	const scores = without.scores.map((score, row) => (row < 4 ? NaN : score));
	const release = released({ ...without, scores });
	const hidden = release.groups.filter(({ kind, cells }) => kind === 'leaf' && cells.length === 0);
	const group = dimensionsOf(release)['H:level=L2']!;
	assert.ok(hidden.length > 0);
	for (const leaf of hidden) assert.ok(!group.reportingGroups.includes(leaf.reportingGroups[0]!));
	assert.equal(auditRelease({ release, roster: rosterOf({ ...without, scores }) }).kind, 'holds');
});

test('a scale that many of the leaves hide is given up, and the others stay', () => {
	const base = hospitals({
		H1: { level: 'L2', scores: spread },
		H2: { level: 'L2', scores: spread },
		H3: { level: 'L2', scores: spread },
		H4: { level: 'L1', scores: spread },
		I1: { level: 'L1', scores: spread },
		I2: { scores: spread }
	});
	const scales = [...base.scales, { id: 't', minimum: 0, maximum: 100 }];
	const scores = new Float64Array(base.scores.length * 2);
	base.scores.forEach((score, row) => {
		scores[row * 2] = score;
		scores[row * 2 + 1] = row < 18 && row % 6 < 5 ? NaN : score;
	});
	const group = dimensionsOf(released({ ...base, scales, scores }))['H:level=L2'];
	assert.deepEqual(
		group?.cells.map((cell) => cell.scale),
		['s']
	);
	assert.deepEqual(group?.withheld, [{ scale: 't', statistic: 'mean' }]);
});

test('the true mean is always possible, and what is published follows from the leaves alone', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 1, max: 1_000_000 }),
			fc.double({ min: 0, max: 0.6, noNaN: true }),
			(seed, extremes) => {
				const input = randomRound({ seed, units: 24, respondents: 260, missing: 0.04, extremes });
				const release = released(input);
				const leafOf = new Map(
					release.groups
						.filter(({ kind }) => kind === 'leaf')
						.flatMap((leaf) => leaf.reportingGroups.map((id) => [id, leaf] as const))
				);
				for (const group of Object.values(dimensionsOf(release))) {
					const places = new Set(
						group.reportingGroups.map((id) => input.reportingGroups.findIndex((one) => one.id === id))
					);
					for (const cell of group.cells) {
						const column = release.scales.findIndex((scale) => scale.id === cell.scale);
						const values = [...input.groupOfRespondent.keys()]
							.filter((row) => places.has(input.groupOfRespondent[row]!))
							.map((row) => input.scores[row * release.scales.length + column]!)
							.filter((score) => !Number.isNaN(score));
						const mean = values.reduce((sum, score) => sum + score, 0) / values.length;
						assert.equal(values.length, cell.n);
						assert.ok(Math.abs(mean - cell.value) <= cell.step / 2 + 1e-6, `${mean} for ${JSON.stringify(cell)}`);
						const leaves = new Set(group.reportingGroups.map((id) => leafOf.get(id)!));
						assert.ok(leaves.size >= 2);
						const parts = [...leaves].flatMap(
							(leaf) => leaf.cells.find((one) => one.scale === cell.scale && one.statistic === 'mean') ?? []
						);
						assert.equal(
							parts.reduce((sum, part) => sum + part.n, 0),
							cell.n,
							'every leaf shows its own mean'
						);
					}
				}
			}
		),
		{ numRuns: 60 }
	);
});

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { buildRelease } from './build-release.ts';
import type { ReleaseInput } from './build-release.ts';
import { randomRound } from './random-round.testing.ts';
import { toReleaseJson } from './release.ts';
import type { Release, ReleasedCell, ReleasedGroup } from './release.ts';
import { randomNumbers } from './seeded-random.ts';

type Answers = Record<string, readonly number[]>;

/** One root `R` with a ward for each entry, one scale of points. */
function wards(answers: Answers, more: Partial<ReleaseInput> = {}): ReleaseInput {
	const names = Object.keys(answers);
	const rows = names.flatMap((name, group) => answers[name]!.map((score) => ({ group, score })));
	return {
		roundId: 'spring',
		units: [{ id: 'R', name: 'Region', parentId: null }, ...names.map((id) => ({ id, name: id, parentId: 'R' }))],
		reportingGroups: names.map((id) => ({
			id: `${id}:leaders`,
			name: id,
			unitId: id,
			path: ['Region', id],
			pools: [id],
			invited: 30
		})),
		scales: [{ id: 's', minimum: 0, maximum: 100, strainedAt: { direction: 'at-least', cut: 62.5 } }],
		groupOfRespondent: Int32Array.from(rows, (row) => row.group),
		scores: Float64Array.from(rows, (row) => row.score),
		...more
	};
}

function released(input: ReleaseInput): Release {
	const outcome = buildRelease(input);
	assert.equal(outcome.kind, 'release', JSON.stringify(outcome).slice(0, 500));
	assert.ok(outcome.kind === 'release');
	return outcome.release;
}

function groupNamed(release: Release, name: string): ReleasedGroup {
	const group = release.groups.find((one) => one.name === name);
	assert.ok(group !== undefined, `no group ${name} among ${release.groups.map((one) => one.name).join('; ')}`);
	return group;
}

function cellOf(group: ReleasedGroup, statistic: string, scale = 's'): ReleasedCell | undefined {
	return group.cells.find((cell) => cell.statistic === statistic && cell.scale === scale);
}

test('a small group is pooled with a neighbour, and the pool is named by both', () => {
	const release = released(wards({ A: [50, 25, 75], B: [25, 50, 50, 75], C: [0, 25, 50, 75, 100, 50, 50] }));
	assert.deepEqual(
		release.groups.map((group) => [group.id, group.name, group.kind, group.responses]),
		[
			['R', 'Region', 'union', 14],
			['A:leaders', 'A, B', 'leaf', 7],
			['C:leaders', 'C', 'leaf', 7]
		]
	);
	const pooled = groupNamed(release, 'A, B');
	assert.deepEqual(pooled.pools, ['A', 'B']);
	assert.deepEqual(pooled.units, ['A', 'B']);
	assert.equal(pooled.invited, 60);
	assert.equal(pooled.parent, 'R');
	assert.deepEqual(cellOf(pooled, 'mean'), { scale: 's', statistic: 'mean', n: 7, value: 50, step: 1 });
});

test('the flat form is the contract of the command line', () => {
	const json = toReleaseJson(released(wards({ A: [25, 50, 75, 50, 50], B: [0, 25, 50, 75, 100] })));
	assert.deepEqual(Object.keys(json), ['engine', 'round', 'k', 'scales', 'groups', 'cells', 'withheld']);
	assert.equal(json.round, 'spring');
	assert.equal(json.k, 5);
	assert.deepEqual(json.cells[0], { group: 'R', scale: 's', statistic: 'mean', n: 10, value: 50, step: 1 });
	assert.deepEqual(
		json.groups.map((group) => 'cells' in group || 'withheld' in group),
		[false, false, false]
	);
});

test('a round with fewer than k responses shows nothing', () => {
	assert.deepEqual(buildRelease(wards({ A: [1, 2], B: [3, 4] })), { kind: 'too-few', responses: 4, threshold: 5 });
});

test('an organisation that is one group refers to it', () => {
	const release = released(wards({ A: [50, 50, 25, 75], B: [25] }));
	assert.equal(release.groups.length, 1);
	assert.deepEqual(release.groups[0]?.units, ['R', 'A', 'B']);
	assert.equal(release.groups[0]?.parent, null);
});

test('a unit that a pool reaches out of is no union, and refers to the group around it', () => {
	const units = [
		{ id: 'R', name: 'Region', parentId: null },
		{ id: 'H', name: 'Hospital', parentId: 'R' },
		{ id: 'A', name: 'A', parentId: 'H' },
		{ id: 'B', name: 'B', parentId: 'H' },
		{ id: 'S', name: 'Staff', parentId: 'R' }
	];
	const scores = [50, 25, 75, 50, 50];
	const base = wards({ A: scores, B: scores, S: [25, 75] });
	const groups = base.reportingGroups.map((group, i) => ({ ...group, unitId: ['A', 'B', 'S'][i]! }));
	const release = released({ ...base, units, reportingGroups: groups });
	assert.deepEqual(
		release.groups.map((group) => group.name),
		['Region', 'A, S', 'B']
	);
	assert.deepEqual(groupNamed(release, 'Region').units, ['R', 'H']);
});

test('a pool planned before the round keeps the units in it from being shown as unions', () => {
	const base = wards({ A: [50, 25, 75, 50, 50], B: [50, 25, 75, 50, 50], C: [0, 50, 100, 50, 50] });
	const units = [...base.units.map((unit) => (unit.id === 'R' || unit.id === 'C' ? unit : { ...unit, parentId: 'H' }))];
	units.push({ id: 'H', name: 'Hospital', parentId: 'R' });
	const reportingGroups = base.reportingGroups.map((group) =>
		group.unitId === 'B' ? { ...group, unitId: 'R', memberUnitIds: ['B', 'R'] } : group
	);
	const release = released({ ...base, units, reportingGroups });
	assert.deepEqual(
		release.groups.filter((group) => group.kind === 'union').map((group) => group.id),
		['R']
	);
});

test('a group that all but touches an end says "at most" instead of a figure', () => {
	const release = released(wards({ A: [0, 0, 25, 0, 0], B: [100, 100, 100, 75, 100], C: [50, 25, 75, 50, 50] }));
	assert.deepEqual(cellOf(groupNamed(release, 'A'), 'mean')?.bound, 'at-most');
	assert.deepEqual(cellOf(groupNamed(release, 'B'), 'mean')?.bound, 'at-least');
	const middle = cellOf(groupNamed(release, 'C'), 'mean');
	assert.ok(middle === undefined || middle.bound === undefined);
});

test('a neighbour is hidden where the whole would give a clamped group away', () => {
	const release = released(wards({ A: [0, 0, 0, 0, 0], B: [50, 50, 50, 50, 50], C: [25, 50, 75, 50, 50] }));
	const shown = release.groups.filter((group) => cellOf(group, 'mean') !== undefined).map((group) => group.name);
	assert.ok(shown.length < 4, `all are shown: ${shown.join()}`);
	assert.ok(shown.includes('Region'));
	const hidden = release.groups.filter((group) => group.withheld.some((cell) => cell.statistic === 'mean'));
	assert.equal(shown.length + hidden.length, 4, 'what is not shown is withheld');
});

test("an insider who subtracts the own score does not learn the others'", () => {
	const release = released(wards({ A: [100, 0, 0, 0, 0], B: Array.from({ length: 30 }, (_, i) => (i % 5) * 25) }));
	const cell = cellOf(groupNamed(release, 'A'), 'mean');
	assert.ok(cell !== undefined);
	assert.equal(cell.bound, 'at-most');
	assert.ok(cell.n * cell.value - 100 >= 20);
});

test('how a mean is shown depends on the sum alone, not on how the scores behind it lie', () => {
	const others = Array.from({ length: 30 }, (_, i) => (i % 5) * 25);
	for (const scores of [
		[12, 12, 12, 12, 12],
		[60, 0, 0, 0, 0],
		[40, 20, 0, 0, 0]
	]) {
		const cell = cellOf(groupNamed(released(wards({ A: scores, B: others })), 'A'), 'mean');
		assert.deepEqual([cell?.value, cell?.bound], [30, 'at-most'], scores.join());
	}
});

test('where only few scores are possible, "at most" leaves more than one of them open', () => {
	const yesOrNo = [{ id: 's', minimum: 0, maximum: 100, grain: 100 }];
	const others = Array.from({ length: 30 }, (_, i) => (i % 2) * 100);
	const release = released(wards({ A: [0, 0, 0, 0, 0], B: others, C: [100, 0, 0, 0, 0] }, { scales: yesOrNo }));
	for (const name of ['A', 'C']) {
		const cell = cellOf(groupNamed(release, name), 'mean');
		assert.ok(cell === undefined || (cell.bound === 'at-most' && cell.value * 5 >= 200), `${name}: ${cell?.value}`);
	}
	assert.ok(cellOf(groupNamed(release, 'Region'), 'mean') !== undefined);
});

test('standard deviations need 20 respondents and are never shown of the unanimous', () => {
	const spread = Array.from({ length: 24 }, (_, i) => (i % 5) * 25);
	const release = released(wards({ A: new Array<number>(25).fill(50), B: spread, C: spread.slice(0, 19) }));
	assert.equal(cellOf(groupNamed(release, 'A'), 'sd'), undefined);
	assert.equal(cellOf(groupNamed(release, 'C'), 'sd'), undefined);
	assert.ok(groupNamed(release, 'A').withheld.some((cell) => cell.statistic === 'sd'));
	const whole = cellOf(groupNamed(release, 'Region'), 'sd');
	const values = [...new Array<number>(25).fill(50), ...spread, ...spread.slice(0, 19)];
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
	assert.equal(whole?.value, Math.round(sd));
});

test('whoever answered differently from all others does not learn from a standard deviation what they answered', () => {
	const others = Array.from({ length: 120 }, (_, i) => (i % 9) * 12.5);
	const grain = { scales: [{ id: 's', minimum: 0, maximum: 100, grain: 12.5 }] };
	for (const n of [20, 22, 30, 100, 110]) {
		for (const [base, rare] of [
			[50, 0],
			[50, 100],
			[25, 100],
			[75, 0]
		] as const) {
			const alike = Array.from({ length: n }, (_, i) => (i === 0 ? rare : base));
			const release = released(wards({ A: alike, B: others }, grain));
			assert.equal(cellOf(groupNamed(release, 'A'), 'sd'), undefined, `${n - 1} × ${base} and ${rare}`);
			assert.notEqual(cellOf(groupNamed(release, 'Region'), 'sd'), undefined);
		}
	}
});

const oneItem = { id: 's', minimum: 0, maximum: 100, grain: 25 };

test('shares of a whole and a neighbour do not tell a lone respondent what all others answered', () => {
	// Twelve of the neighbour are at strain, so of A it can be one at most: who has 0 would know that the others have 50.
	const scales = [{ ...oneItem, strainedAt: { direction: 'at-most', cut: 37.5 } as const }];
	const answers = {
		A: Array.from({ length: 24 }, (_, i) => (i === 0 ? 0 : 50)),
		B: [
			...Array.from({ length: 12 }, (_, i) => (i % 3 === 0 ? 0 : 25)),
			...Array.from({ length: 12 }, (_, i) => (i < 10 ? 75 : 50))
		]
	};
	const release = released(wards(answers, { scales }));
	const shares = release.groups.flatMap((group) => cellOf(group, 'share') ?? []);
	assert.ok(shares.length < 3, JSON.stringify(shares));
	assert.ok(shares.length > 0, 'one of them may stay');
});

test('rounds of groups with rare answers pass the audit, and the varied among them still show spreads and shares', () => {
	const random = randomNumbers(17);
	const shown = { sd: 0, share: 0 };
	for (let round = 0; round < 1200; round++) {
		const grain = [25, 12.5, 100 / 12, 100 / 24][round % 4]!;
		const top = Math.round(100 / grain);
		const anyScore = () => Math.floor(random() * (top + 1)) * grain;
		const group = (n: number) => {
			const [usual, rare] = [anyScore(), anyScore()];
			const chances = [random() ** 2, random() < 0.5 ? 0 : 0.3];
			return Array.from({ length: n }, () =>
				random() < chances[1]! ? anyScore() : random() < chances[0]! ? rare : usual
			);
		};
		const direction = round % 8 < 4 ? ('at-least' as const) : ('at-most' as const);
		const strainedAt = { direction, cut: direction === 'at-least' ? 62.5 : 37.5 };
		const scales = [{ id: 's', minimum: 0, maximum: 100, grain, strainedAt }];
		const sizes = [20, 22, 24, 30, 40, 6, 8].map((n) => n - (random() < 0.2 ? 1 : 0));
		const answers = {
			A: group(sizes[round % 5]!),
			B: group(sizes[(round + 2) % 7]!),
			C: group(sizes[(round + 5) % 7]!)
		};
		for (const { cells } of released(wards(answers, { scales })).groups) {
			for (const { statistic } of cells) if (statistic === 'sd' || statistic === 'share') shown[statistic]++;
		}
	}
	assert.ok(shown.sd > 300 && shown.share > 1000, JSON.stringify(shown));
});

test('no share of exactly 0 % follows for a group whose own share is not shown, hidden or not', () => {
	// Eight with a mean of 75 hold the four at strain that the whole has: nobody else is.
	const scales = [{ ...oneItem, strainedAt: { direction: 'at-least', cut: 62.5 } as const }];
	const answers = {
		A: [100, 100, 100, 100, 50, 50, 50, 50],
		B: [0, 25, 25, 50, 0],
		C: [25, 50, 25, 50, 0, 25, 25]
	};
	const release = released(wards(answers, { scales }));
	const whole = groupNamed(release, 'Region');
	assert.equal(cellOf(groupNamed(release, 'A'), 'mean')?.value, 75);
	assert.equal(cellOf(whole, 'share'), undefined);
	assert.ok(whole.withheld.some(({ statistic }) => statistic === 'share'));
});

test('where only few scores are possible, a standard deviation would settle who has which', () => {
	const fiveAnswers = [{ id: 's', minimum: 0, maximum: 100, grain: 25 }];
	const low = Array.from({ length: 21 }, (_, i) => (i % 2) * 25);
	const spread = Array.from({ length: 90 }, (_, i) => (i % 5) * 25);
	const release = released(wards({ A: low, B: spread }, { scales: fiveAnswers }));
	assert.equal(cellOf(groupNamed(release, 'A'), 'sd'), undefined);
	assert.notEqual(cellOf(groupNamed(release, 'Region'), 'sd'), undefined);
});

test('a standard deviation of the whole does not leave a small set behind when parts are taken away', () => {
	const spread = Array.from({ length: 24 }, (_, i) => (i % 5) * 25);
	const release = released(wards({ A: spread, B: spread, C: spread.slice(0, 9) }));
	const shown = release.groups.filter((group) => cellOf(group, 'sd') !== undefined).map((group) => group.name);
	assert.deepEqual(shown, ['Region', 'A'], 'C is too small, and B would give it away');
});

test('shares are to five per cent and never 0 or 100', () => {
	const none = Array.from({ length: 24 }, (_, i) => 25 + (i % 2) * 25);
	const half = Array.from({ length: 24 }, (_, i) => (i % 4) * 25);
	const release = released(wards({ A: none, B: half }));
	for (const group of release.groups) {
		const share = cellOf(group, 'share');
		assert.ok(share === undefined || (share.value >= 0.1 && share.value <= 0.9), group.name);
	}
	assert.equal(cellOf(groupNamed(release, 'B'), 'share')?.value, 0.25);
});

test('missing answers leave no set below k on any scale', () => {
	const input = wards({ A: [50, 25, NaN, 50, 75], B: [25, 50, 75, 50, 50, 25], C: [0, 25, 50, 75, 100, 50, 50] });
	const release = released(input);
	const shown = release.groups.filter((group) => cellOf(group, 'mean') !== undefined).map((group) => group.name);
	assert.deepEqual(shown, ['Region', 'C'], 'A is too small, and B would give it away');
});

test('figures of the organisation need 100 respondents, and ten groups where groups are compared', () => {
	const spread = Array.from({ length: 26 }, (_, i) => (i % 5) * 25);
	const organisationStatistics = [
		{ scale: 's', statistic: 'alpha' as const, n: 104, value: 0.8249 },
		{ scale: 's', statistic: 'icc1' as const, n: 104, value: 0.12 },
		{ scale: 's', statistic: 'omega' as const, n: 99, value: 0.8 }
	];
	const release = released(wards({ A: spread, B: spread, C: spread, D: spread }, { organisationStatistics }));
	const cells = release.groups[0]!.cells.filter((cell) => !['mean', 'sd', 'share'].includes(cell.statistic));
	assert.deepEqual(cells, [{ scale: 's', statistic: 'alpha', n: 104, value: 0.82, step: 0.01 }]);
});

test('agreement so great that whole groups answered alike is not told', () => {
	const spread = Array.from({ length: 10 }, (_, i) => (i % 5) * 25);
	const scores = Object.fromEntries([...'ABCDEFGHIJK'].map((ward) => [ward, spread]));
	const agreement = (icc1: number, rwgj: number) => {
		const organisationStatistics = [
			{ scale: 's', statistic: 'icc1' as const, n: 110, value: icc1 },
			{ scale: 's', statistic: 'icc2' as const, n: 110, value: 0.6 },
			{ scale: 's', statistic: 'rwgj' as const, n: 110, value: rwgj }
		];
		const release = released(wards(scores, { organisationStatistics }));
		return release.groups[0]!.cells.map((cell) => cell.statistic).filter((one) => /icc|rwg/.test(one));
	};
	assert.deepEqual(agreement(0.12, 0.8), ['icc1', 'icc2', 'rwgj']);
	assert.deepEqual(agreement(0.95, 0.8), []);
	assert.deepEqual(agreement(0.12, 1), []);
});

test('no standard deviation below one step of a coarse scale, where one who differs would know all the others', () => {
	const alike = Array.from({ length: 110 }, () => 50);
	const one = { A: [0, ...alike.slice(1)], B: alike };
	const grain = { scales: [{ id: 's', minimum: 0, maximum: 100, grain: 25 }] };
	const cells = released(wards(one, grain)).groups.flatMap((group) => group.cells);
	assert.deepEqual(
		cells.filter((cell) => cell.statistic === 'sd'),
		[]
	);
	const apart = Array.from({ length: 110 }, (_, i) => (i % 5) * 25);
	const wide = released(wards({ A: apart, B: apart }, grain)).groups.flatMap((group) => group.cells);
	assert.ok(wide.some((cell) => cell.statistic === 'sd'));
});

test('a reporting group that carries the id of a larger unit gets one of its own', () => {
	const base = wards({ A: [50, 25, 75, 50, 50], B: [25, 50, 75, 50, 50] });
	const reportingGroups = [
		{ ...base.reportingGroups[0]!, id: 'R', unitId: 'R', memberUnitIds: ['R'] },
		{ ...base.reportingGroups[1]!, id: 'B' }
	];
	const ids = released({ ...base, reportingGroups }).groups.map((group) => group.id);
	assert.deepEqual(ids, ['R', 'B', 'R:own']);
});

test('random rounds pass the audit and leave no small set by any difference of nested groups', () => {
	let clamped = 0;
	let withheld = 0;
	for (let seed = 1; seed <= 150; seed++) {
		const input = randomRound({
			seed,
			units: 2 + (seed % 40),
			respondents: 20 + ((seed * 37) % 500),
			missing: (seed % 3) * 0.08,
			extremes: (seed % 4) * 0.25
		});
		const release = released(input);
		const rows = rowsOfGroups(release, input);
		for (const scale of release.scales) {
			const sets = release.groups.flatMap((group, place) => {
				const cell = cellOf(group, 'mean', scale.id);
				if (cell === undefined) return [];
				const column = release.scales.indexOf(scale);
				const answered = rows[place]!.filter(
					(row) => !Number.isNaN(input.scores[row * release.scales.length + column]!)
				);
				assert.equal(answered.length, cell.n);
				const mean =
					answered.reduce((sum, row) => sum + input.scores[row * release.scales.length + column]!, 0) / cell.n;
				if (cell.bound === undefined) assert.ok(Math.abs(mean - cell.value) <= cell.step / 2 + 1e-9);
				else assert.ok(cell.bound === 'at-most' ? mean <= cell.value + 1e-9 : mean >= cell.value - 1e-9);
				if (cell.bound !== undefined) clamped++;
				return [{ id: group.id, parent: group.parent, n: cell.n, people: new Set(answered) }];
			});
			for (const whole of sets) {
				for (const part of sets) {
					if (part === whole || ![...part.people].every((row) => whole.people.has(row))) continue;
					const left = whole.n - part.n;
					assert.ok(left === 0 || left >= 5, `seed ${seed}: ${whole.id} less ${part.id} leaves ${left}`);
				}
			}
		}
		withheld += release.groups.reduce((sum, group) => sum + group.withheld.length, 0);
	}
	assert.ok(clamped > 20 && withheld > 20, `too tame: ${clamped} clamped, ${withheld} withheld`);
});

test('the order of respondents does not matter', () => {
	for (let seed = 1; seed <= 20; seed++) {
		const input = randomRound({ seed, units: 20, respondents: 200, missing: 0.05, extremes: 0.3 });
		const columns = input.scales.length;
		const rows = Array.from(input.groupOfRespondent, (_, row) => row).reverse();
		const reversed = {
			...input,
			groupOfRespondent: Int32Array.from(rows, (row) => input.groupOfRespondent[row]!),
			scores: Float64Array.from(rows.flatMap((row) => [...input.scores.slice(row * columns, (row + 1) * columns)]))
		};
		assert.deepEqual(buildRelease(reversed), buildRelease(input));
	}
});

test('input that does not fit together is refused', () => {
	const input = wards({ A: [50, 25, 75, 50, 50], B: [25, 50, 75, 50, 50] });
	assert.throws(() => buildRelease({ ...input, k: 2 }), RangeError);
	assert.throws(() => buildRelease({ ...input, scores: input.scores.slice(1) }), RangeError);
	assert.throws(() => buildRelease({ ...input, scores: input.scores.map((score) => score * 3) }), RangeError);
	assert.throws(() => buildRelease({ ...input, groupOfRespondent: input.groupOfRespondent.map(() => 7) }), RangeError);
	assert.throws(() => buildRelease({ ...input, units: input.units.slice(1) }), RangeError);
});

/** Respondents of each released group, read from the tree of units. */
function rowsOfGroups(release: Release, input: ReleaseInput): number[][] {
	const placeOfGroup = new Map(input.reportingGroups.map((group, place) => [group.id, place]));
	const rowsOf = new Map<string, number[]>(release.groups.map((group) => [group.id, []]));
	const parents = new Map(release.groups.map((group) => [group.id, group.parent]));
	for (const leaf of release.groups.filter((group) => group.kind !== 'union')) {
		const places = new Set(leaf.reportingGroups.map((id) => placeOfGroup.get(id)));
		const rows = [...input.groupOfRespondent.keys()].filter((row) => places.has(input.groupOfRespondent[row]));
		if (leaf.kind === 'dimension') rowsOf.set(leaf.id, rows);
		else for (let id: string | null = leaf.id; id !== null; id = parents.get(id) ?? null) rowsOf.get(id)!.push(...rows);
	}
	return release.groups.map((group) => rowsOf.get(group.id)!);
}

test('a higher threshold holds for every figure, and no rule is looser for it', () => {
	for (let seed = 1; seed <= 20; seed++) {
		const input = randomRound({ seed, units: 12, respondents: 400, missing: 0.05, extremes: 0.3, told: 0.6 });
		const strict = released({ ...input, k: 30 });
		assert.ok(strict.groups.every((group) => group.responses >= 30 && group.cells.every((cell) => cell.n >= 30)));
		const usual = released({ ...input, k: 5 });
		const detailed = usual.groups.flatMap((group) => group.cells.filter(({ statistic }) => statistic !== 'mean'));
		assert.ok(
			detailed.every((cell) => cell.n >= 20),
			'shares and spread need twenty, however low the threshold'
		);
	}
});

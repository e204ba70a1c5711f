import { test } from 'node:test';
import assert from 'node:assert/strict';
import { auditRelease } from './audit-release.ts';
import type { ReleaseBreach } from './audit-release.ts';
import type { AuditRoster } from './audit-system.ts';
import { buildRelease } from './build-release.ts';
import { deriveSets } from './derive-sets.ts';
import { randomRound, rosterOf } from './random-round.testing.ts';
import { randomNumbers } from './seeded-random.ts';
import type { Release, ReleasedCell, ReleasedGroup } from './release.ts';

// Region R > hospital H > wards A, B, C; staff S directly under R.
const roster: AuditRoster = {
	units: [
		{ id: 'R', parentId: null },
		{ id: 'H', parentId: 'R' },
		...['A', 'B', 'C'].map((id) => ({ id, parentId: 'H' })),
		{ id: 'S', parentId: 'R' }
	],
	reportingGroups: Object.entries({ A: 25, B: 30, C: 22, S: 40 }).map(([unitId, responses]) => ({
		id: `${unitId}:leaders`,
		unitId,
		responses
	}))
};

function group(id: string, responses: number, mean: number, more: Partial<ReleasedGroup> = {}): ReleasedGroup {
	const isLeaf = id.endsWith(':leaders');
	return {
		id,
		name: id,
		path: [],
		pools: [],
		invited: null,
		responses,
		kind: isLeaf ? 'leaf' : 'union',
		parent: null,
		units: [],
		reportingGroups: isLeaf ? [id] : [],
		withheld: [],
		cells: [{ scale: 's', statistic: 'mean', n: responses, value: mean, step: 1 }],
		...more
	};
}

const sound: Release = {
	engine: 'planted',
	round: 'r',
	k: 5,
	scales: [{ id: 's', minimum: 0, maximum: 100, strainedAt: { direction: 'at-least', cut: 62.5 } }],
	groups: [
		group('R', 117, 50),
		group('H', 77, 50),
		group('A:leaders', 25, 50),
		group('B:leaders', 30, 50),
		group('C:leaders', 22, 50),
		group('S:leaders', 40, 50)
	]
};

function planted(id: string, change: (group: ReleasedGroup) => Partial<ReleasedGroup>, release = sound): Release {
	return { ...release, groups: release.groups.map((one) => (one.id === id ? { ...one, ...change(one) } : one)) };
}

function withCells(id: string, ...cells: Partial<ReleasedCell>[]): Release {
	return planted(id, (one) => ({
		cells: cells.map((cell) => ({ scale: 's', statistic: 'mean', n: one.responses, value: 50, step: 1, ...cell }))
	}));
}

function withCount(id: string, responses: number): AuditRoster {
	return {
		...roster,
		reportingGroups: roster.reportingGroups.map((one) => (one.id === id ? { ...one, responses } : one))
	};
}

function breaches(release: Release, known = roster): ReleaseBreach[] {
	const outcome = auditRelease({ release, roster: known });
	return outcome.kind === 'breach' ? [...outcome.breaches] : [];
}

function assertFound(found: readonly ReleaseBreach[], kind: ReleaseBreach['kind'], id: string, n?: number): void {
	const isThere = found.some((one) => one.kind === kind && one.group === id && (n === undefined || one.n === n));
	assert.ok(isThere, `no ${kind} at ${id}: ${JSON.stringify(found)}`);
}

test('a sound release holds, and the audit says what it tried', () => {
	assert.deepEqual(auditRelease({ release: sound, roster }), {
		kind: 'holds',
		checked: { releases: 1, groups: 6, cells: 6, derivedSets: 4, overlappingScales: 0, programmes: 0 }
	});
});

test('a leaf with fewer than k respondents is found', () => {
	const known = withCount('C:leaders', 3);
	const groups = sound.groups.map((one) => {
		const responses = { R: 98, H: 58, 'C:leaders': 3 }[one.id] ?? one.responses;
		return group(one.id, responses, 50);
	});
	assertFound(breaches({ ...sound, groups }, known), 'small-set', 'C:leaders', 3);
});

test('a whole less its parts that leaves three is found, though no shown cell is small', () => {
	const known = withCount('C:leaders', 3);
	const groups = sound.groups
		.filter((one) => one.id !== 'C:leaders')
		.map((one) => group(one.id, { R: 98, H: 58 }[one.id] ?? one.responses, 50));
	assertFound(breaches({ ...sound, groups }, known), 'small-set', 'H', 3);
});

test('a difference over two levels that leaves three is found', () => {
	const known = withCount('C:leaders', 3);
	const groups = sound.groups
		.filter((one) => one.id !== 'C:leaders' && one.id !== 'H')
		.map((one) => group(one.id, { R: 98 }[one.id] ?? one.responses, 50));
	assertFound(breaches({ ...sound, groups }, known), 'small-set', 'R', 3);
});

test("a hole on one scale only is found by that scale's own n", () => {
	const hole = planted('H', (one) => ({ cells: one.cells.map((cell) => ({ ...cell, n: 58 })) }));
	const root = planted('R', (one) => ({ cells: one.cells.map((cell) => ({ ...cell, n: 98 })) }), hole);
	const without = planted('C:leaders', () => ({ cells: [] }), root);
	assertFound(breaches(without), 'small-set', 'H', 3);
	assertFound(breaches(withCells('A:leaders', { n: 4 })), 'small-set', 'A:leaders', 4);
});

test('a mean at the end of the scale pins everybody', () => {
	assertFound(breaches(withCells('A:leaders', { value: 0 })), 'pinned', 'A:leaders', 25);
	const unanimous = breaches(withCells('B:leaders', { value: 100 }));
	assertFound(unanimous, 'pinned', 'B:leaders', 30);
});

test('a group that is hidden because it is extreme is found behind the whole and the others', () => {
	const hidden = planted('C:leaders', () => ({ cells: [] }));
	const groups = hidden.groups.map((one) => {
		const value = { H: 50, R: 50, 'A:leaders': 70, 'B:leaders': 70 }[one.id];
		const cells = one.cells.map((cell) => ({ ...cell, value: value ?? cell.value, step: 0.01 }));
		return { ...one, cells };
	});
	assertFound(breaches({ ...hidden, groups }), 'pinned', 'H', 22);
});

test('a clamp that says too little to protect is found', () => {
	assertFound(breaches(withCells('A:leaders', { value: 1, step: 10, bound: 'at-most' })), 'pinned', 'A:leaders', 25);
	assert.deepEqual(breaches(withCells('A:leaders', { value: 50, step: 10, bound: 'at-most' })), []);
});

test('cells that cannot all be true are found', () => {
	assertFound(breaches(withCells('H', { value: 90 })), 'contradiction', 'H');
	assertFound(breaches(withCells('A:leaders', { n: 26 })), 'contradiction', 'A:leaders');
});

test('a standard deviation of a small group, of a small difference and of the unanimous is found', () => {
	const small = withCount('C:leaders', 10);
	const groups = sound.groups.map((one) => {
		const made = group(one.id, { R: 105, H: 65, 'C:leaders': 10 }[one.id] ?? one.responses, 50);
		const sd: ReleasedCell = { scale: 's', statistic: 'sd', n: made.responses, value: 20, step: 1 };
		return one.id === 'C:leaders' ? made : { ...made, cells: [...made.cells, sd] };
	});
	assertFound(breaches({ ...sound, groups }, small), 'small-set', 'H', 10);
	assertFound(breaches(withCells('A:leaders', {}, { statistic: 'sd', value: 0 })), 'pinned', 'A:leaders');
	assertFound(breaches(withCells('A:leaders', {}, { statistic: 'sd', n: 19, value: 20 })), 'small-set', 'A:leaders');
	assert.deepEqual(breaches(withCells('A:leaders', {}, { statistic: 'sd', value: 20 })), []);
});

test('a share of 0 or 100 %, of a small group, or that settles for all who are strained is found', () => {
	const share = { statistic: 'share', step: 0.05 } as const;
	assertFound(breaches(withCells('A:leaders', {}, { ...share, value: 0 })), 'extreme-share', 'A:leaders');
	assertFound(breaches(withCells('A:leaders', {}, { ...share, value: 1 })), 'extreme-share', 'A:leaders');
	assertFound(breaches(withCells('A:leaders', {}, { ...share, value: 0.3, n: 12 })), 'small-set', 'A:leaders');
	assertFound(breaches(withCells('A:leaders', {}, { ...share, value: 0.01, step: 0.04 })), 'settled', 'A:leaders');
	assert.deepEqual(breaches(withCells('A:leaders', {}, { ...share, value: 0.3 })), []);
});

test('shares of the parts that leave nobody for the rest of the whole are found', () => {
	const shares = { H: 27 / 77, 'A:leaders': 12 / 25, 'B:leaders': 15 / 30 };
	const groups = sound.groups.map((one): ReleasedGroup => {
		const value = Object.entries(shares).find(([id]) => id === one.id)?.[1];
		if (value === undefined) return one;
		const share: ReleasedCell = { scale: 's', statistic: 'share', n: one.responses, value, step: 0.001 };
		return { ...one, cells: [...one.cells, share] };
	});
	assertFound(breaches({ ...sound, groups }), 'settled', 'C:leaders', 22);
});

test('figures of the whole organisation from fewer than 100 are found', () => {
	assertFound(breaches(withCells('R', {}, { statistic: 'alpha', n: 99, value: 0.8, step: 0.01 })), 'small-set', 'R');
});

test('counts that do not fit the roster, and groups nobody knows, are found', () => {
	assertFound(breaches(planted('A:leaders', () => ({ responses: 26 }))), 'counts', 'A:leaders');
	assertFound(breaches({ ...sound, groups: [...sound.groups, group('X:leaders', 9, 50)] }), 'counts', 'X:leaders');
});

test('groups that overlap without one holding the other are found, and so is what they give away', () => {
	const known = withCount('B:leaders', 3);
	const pair = (ids: string[], responses: number): ReleasedGroup =>
		group(`${ids.join('+')}:leaders`, responses, 50, { reportingGroups: ids.map((id) => `${id}:leaders`) });
	const groups = [group('H', 50, 50), pair(['A', 'B'], 28), pair(['B', 'C'], 25)];
	const found = breaches({ ...sound, groups }, known);
	assert.ok(found.some((one) => one.kind === 'overlap'));
	assert.ok(found.some((one) => one.kind === 'small-set' && one.n === 3));
});

test('row reduction finds the one set that three overlapping ones give away', () => {
	const published = [
		{ group: 0, classes: [1, 2], n: 12 },
		{ group: 1, classes: [2, 3], n: 13 },
		{ group: 2, classes: [1, 3], n: 11 }
	];
	const derived = deriveSets(published).map(({ classes, n }) => [classes, n]);
	assert.deepEqual(derived.sort(), [
		[[1], 5],
		[[2], 7],
		[[3], 6]
	]);
});

test('row reduction finds every set that random overlapping ones give away, and no other', () => {
	const random = randomNumbers(3);
	for (let round = 0; round < 200; round++) {
		const sizes = Array.from({ length: 5 }, () => 1 + Math.floor(random() * 9));
		const published = Array.from({ length: 1 + Math.floor(random() * 5) }, (_, group) => {
			const classes = sizes.flatMap((_, one) => (random() < 0.5 ? [one] : []));
			return { group, classes, n: classes.reduce((sum, one) => sum + sizes[one]!, 0) };
		});
		const derived = deriveSets(published);
		for (const { classes, n } of derived) {
			assert.equal(
				n,
				classes.reduce((sum, one) => sum + sizes[one]!, 0)
			);
		}
		const rank = rankOf(published.map((set) => set.classes));
		for (let one = 0; one < sizes.length; one++) {
			const isDerivable = rankOf([...published.map((set) => set.classes), [one]]) === rank;
			const isFound = derived.some(({ classes }) => classes.length === 1 && classes[0] === one);
			assert.equal(isFound, isDerivable, `class ${one} in round ${round}`);
		}
	}
});

test('whatever figure of a sound random round is shown once more, the audit does not fall for it', () => {
	let caught = 0;
	for (let seed = 1; seed <= 60; seed++) {
		const input = randomRound({ seed, units: 12, respondents: 150, missing: 0.1, extremes: 0.4 });
		const outcome = buildRelease(input);
		assert.ok(outcome.kind === 'release');
		const { release } = outcome;
		const known = rosterOf(input);
		assert.equal(auditRelease({ release, roster: known }).kind, 'holds');
		for (const [place, one] of release.groups.entries()) {
			for (const hidden of one.withheld.filter((cell) => cell.statistic === 'mean')) {
				const column = release.scales.findIndex((scale) => scale.id === hidden.scale);
				const values = scoresOf(one, input, column);
				if (values.length === 0 || values.length >= 5) continue;
				const value = values.reduce((sum, score) => sum + score, 0) / values.length;
				const cell: ReleasedCell = { ...hidden, n: values.length, value, step: 1 };
				const groups = release.groups.with(place, { ...one, cells: [...one.cells, cell] });
				assert.equal(auditRelease({ release: { ...release, groups }, roster: known }).kind, 'breach');
				caught++;
			}
		}
	}
	assert.ok(caught > 20, `only ${caught} planted`);
});

function scoresOf(one: ReleasedGroup, input: ReturnType<typeof randomRound>, column: number): number[] {
	const places = one.reportingGroups.map((id) => input.reportingGroups.findIndex((group) => group.id === id));
	const rows = [...input.groupOfRespondent.keys()].filter((row) => places.includes(input.groupOfRespondent[row]!));
	const scores = rows.map((row) => input.scores[row * input.scales.length + column]!);
	return scores.filter((score) => !Number.isNaN(score));
}

/** Rank of sets of the classes 0-4, by ordinary elimination over fractions. */
function rankOf(sets: readonly (readonly number[])[]): number {
	const rows = sets.map((set) => [0, 1, 2, 3, 4].map((one): number => (set.includes(one) ? 1 : 0)));
	let rank = 0;
	for (let column = 0; column < 5; column++) {
		const at = rows.findIndex((row, place) => place >= rank && Math.abs(row[column]!) > 1e-9);
		if (at < 0) continue;
		[rows[rank], rows[at]] = [rows[at]!, rows[rank]!];
		const pivot = rows[rank]!;
		for (const row of rows.slice(rank + 1)) {
			const times = row[column]! / pivot[column]!;
			row.forEach((value, place) => (row[place] = value - times * pivot[place]!));
		}
		rank++;
	}
	return rank;
}

test('a mean that tells a respondent too much of the others is found, and so are few possible scores', () => {
	const five = {
		...roster,
		reportingGroups: roster.reportingGroups.map((one) => (one.unitId === 'S' ? { ...one, responses: 5 } : one))
	};
	const groups = [group('R', 82, 50), group('H', 77, 51), group('S:leaders', 5, 0)];
	const kinds = (mean: Partial<ReleasedCell>, grain?: number): readonly string[] => {
		const cell = { scale: 's', statistic: 'mean', n: 5, value: 50, step: 1, ...mean } as const;
		const release: Release = {
			...sound,
			scales: [{ id: 's', minimum: 0, maximum: 100, ...(grain === undefined ? {} : { grain }) }],
			groups: groups.map((one) => (one.id === 'S:leaders' ? { ...one, cells: [cell] } : { ...one, cells: [] }))
		};
		const outcome = auditRelease({ release, roster: five });
		return outcome.kind === 'breach' ? [...new Set(outcome.breaches.map((breach) => breach.kind))] : [];
	};
	assert.deepEqual(kinds({ value: 24 }), []);
	assert.deepEqual(kinds({ value: 20 }), ['pinned']);
	assert.deepEqual(kinds({ value: 30, step: 10, bound: 'at-most' }), []);
	assert.deepEqual(kinds({ value: 30, step: 10, bound: 'at-most' }, 100), ['pinned']);
	assert.deepEqual(kinds({ value: 40, step: 10, bound: 'at-most' }, 100), []);
});

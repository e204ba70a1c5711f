import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import fc from 'fast-check';
import { createSolver } from '#server/solver/create-solver.ts';
import { isPinned, scoresByShare, scoresWithin, stepsOf, strainedWithin } from './audit-arithmetic.ts';
import { auditReleases } from './audit-releases.ts';
import type { AuditOutcome, ReleaseBreach } from './audit-releases.ts';
import { fewestSquares } from './audit-spread.ts';
import type { AuditRoster, PooledView } from './audit-system.ts';
import { buildRelease } from './build-release.ts';
import { leavesOpen, openRange } from './protect-means.ts';
import { scoresByShare as scoresByEngine } from './protect-shares.ts';
import { randomRound, rosterOf } from './random-round.testing.ts';
import type { Release, ReleasedCell, ReleasedGroup, ReleaseScale } from './release.ts';
import type { SolveLinearProgramme } from './solve-linear-programme.ts';
import { leastSquares, strainLevels } from './strain-levels.ts';

const { openProgramme } = await createSolver();
const solve: SolveLinearProgramme = ({ costs, rows }) => {
	const programme = openProgramme({ costs, isWhole: false, rows });
	try {
		return programme.solve({ seconds: 10 }).values;
	} catch {
		return null;
	} finally {
		programme.close();
	}
};

const scales: readonly ReleaseScale[] = [
	{ id: 's', minimum: 0, maximum: 100, strainedAt: { direction: 'at-least', cut: 62.5 } }
];

/** A region with a reporting group for each entry; every shown group lists the reporting groups in it. */
function rosterWith(responses: Readonly<Record<string, number>>): AuditRoster {
	return {
		units: [{ id: 'R', parentId: null }, ...Object.keys(responses).map((id) => ({ id: `u-${id}`, parentId: 'R' }))],
		reportingGroups: Object.entries(responses).map(([id, count]) => ({ id, unitId: `u-${id}`, responses: count }))
	};
}

type Shown = readonly [
	ids: string,
	mean: number | null,
	more?: Partial<Record<'share' | 'better' | 'worse' | 'sd', number>>
];

/** `ids`: letters of reporting groups, as "ABC"; `*` is the whole region. */
function releaseOf(roster: AuditRoster, shown: readonly Shown[], more: Partial<Release> = {}): Release {
	const all = roster.reportingGroups.map(({ id }) => id);
	const groups = shown.map(([ids, mean, shares = {}]): ReleasedGroup => {
		const held = ids === '*' ? all : [...ids];
		const n = roster.reportingGroups.filter(({ id }) => held.includes(id)).reduce((sum, one) => sum + one.responses, 0);
		const cells: ReleasedCell[] = mean === null ? [] : [{ scale: 's', statistic: 'mean', n, value: mean, step: 1 }];
		for (const [statistic, value] of Object.entries(shares)) {
			if (statistic === 'share' || statistic === 'better' || statistic === 'worse')
				cells.push({ scale: 's', statistic, n, value, step: 0.05 });
		}
		return {
			id: ids === '*' ? 'R' : ids,
			name: ids,
			path: [],
			pools: [],
			invited: null,
			responses: n,
			kind: ids === '*' ? 'union' : 'leaf',
			parent: null,
			units: [],
			reportingGroups: ids === '*' ? [] : held,
			cells,
			withheld: []
		};
	});
	return { engine: 'planted', round: 'r', k: 5, scales, groups, ...more };
}

function breachesOf(outcome: AuditOutcome): readonly ReleaseBreach[] {
	return outcome.kind === 'breach' ? outcome.breaches : [];
}

function assertFound(outcome: AuditOutcome, kind: ReleaseBreach['kind'], n?: number): void {
	const isThere = breachesOf(outcome).some((one) => one.kind === kind && (n === undefined || one.n === n));
	assert.ok(isThere, `no ${kind}: ${JSON.stringify(breachesOf(outcome))}`);
}

const roster = rosterWith({ A: 8, B: 8, C: 3, D: 8, E: 12 });

test('two releases of one round that hold by themselves and leak together are found', () => {
	const first = releaseOf(roster, [
		['*', 50],
		['A', 50],
		['BC', 50],
		['D', 50],
		['E', 50]
	]);
	const second = releaseOf(roster, [
		['*', 50],
		['AC', 50],
		['B', 50],
		['D', 50],
		['E', 50]
	]);
	for (const release of [first, second]) {
		assert.equal(auditReleases({ releases: [{ release, roster }], solve }).kind, 'holds');
	}
	const together = auditReleases({ releases: [first, second].map((release) => ({ release, roster })), solve });
	assertFound(together, 'small-set', 3);
	assert.deepEqual(new Set(breachesOf(together).map(({ round }) => round)), new Set(['r']));
});

test('the same release twice, or a corrected one with the same groups, holds', () => {
	const release = releaseOf(roster, [
		['*', 50],
		['A', 50],
		['BC', 50],
		['D', 50],
		['E', 50]
	]);
	const corrected = releaseOf(roster, [
		['*', 50],
		['A', 51],
		['BC', 50],
		['D', 50],
		['E', 50]
	]);
	assert.equal(
		auditReleases({ releases: [release, release].map((one) => ({ release: one, roster })), solve }).kind,
		'holds'
	);
	assert.equal(
		auditReleases({ releases: [release, corrected].map((one) => ({ release: one, roster })), solve }).kind,
		'holds'
	);
	const wrong = releaseOf(roster, [
		['*', 50],
		['A', 80],
		['BC', 50],
		['D', 50],
		['E', 50]
	]);
	assertFound(
		auditReleases({ releases: [release, wrong].map((one) => ({ release: one, roster })), solve }),
		'contradiction'
	);
});

test('different pooling that leaves large differences holds, and needs a solver to be proved', () => {
	const large = rosterWith({ A: 12, B: 12, C: 12, D: 12 });
	const first = releaseOf(large, [
		['AB', 50],
		['CD', 50]
	]);
	const second = releaseOf(large, [
		['AC', 50],
		['BD', 50]
	]);
	const releases = [first, second].map((release) => ({ release, roster: large }));
	const outcome = auditReleases({ releases, solve });
	assert.ok(outcome.kind === 'holds', JSON.stringify(outcome));
	assert.equal(outcome.checked.overlappingScales, 1);
	assert.ok(outcome.checked.programmes > 0);
	assertFound(auditReleases({ releases }), 'overlap');
});

test('scores that overlapping means pin are found by linear programmes', () => {
	const large = rosterWith({ A: 12, B: 12, C: 12 });
	// A + B and B + C are low, A + C is not: so B is at the bottom.
	const release = releaseOf(large, [
		['AB', 25],
		['BC', 25],
		['AC', 50]
	]);
	assertFound(auditReleases({ releases: [{ release, roster: large }], solve }), 'pinned', 12);
	const open = releaseOf(large, [
		['AB', 45],
		['BC', 45],
		['AC', 50]
	]);
	assert.equal(auditReleases({ releases: [{ release: open, roster: large }], solve }).kind, 'holds');
	const impossible = releaseOf(large, [
		['AB', 5],
		['BC', 5],
		['AC', 90]
	]);
	assertFound(auditReleases({ releases: [{ release: impossible, roster: large }], solve }), 'contradiction');
});

test('a small set that only three overlapping groups together give away is found', () => {
	const small = rosterWith({ A: 3, B: 9, C: 9, D: 9 });
	// AB + AC + AD − (BCD) has A three times; (AB + AC − BC) / 2 is A.
	const release = releaseOf(small, [
		['AB', 50],
		['AC', 50],
		['BC', 50]
	]);
	assertFound(auditReleases({ releases: [{ release, roster: small }], solve }), 'small-set', 3);
	const union = rosterWith({ A: 2, B: 2, C: 9, D: 9 });
	// A and B alone do not follow, but their union does.
	const both = releaseOf(union, [
		['ABC', 50],
		['CD', 50],
		['D', 50]
	]);
	assertFound(auditReleases({ releases: [{ release: both, roster: union }], solve }), 'small-set', 4);
});

test('a small union that no single row of the reduced form shows is found', () => {
	const small = rosterWith({ A: 2, B: 2, C: 9, D: 9, E: 9 });
	// Rows A + C, B + D and C + D + E, E: their combination A + B is small.
	const release = releaseOf(small, [
		['AC', 50],
		['BD', 50],
		['CDE', 50],
		['E', 50]
	]);
	assertFound(auditReleases({ releases: [{ release, roster: small }], solve }), 'small-set', 4);
});

test('a lone respondent who subtracts the own score is found out', () => {
	const lone = rosterWith({ A: 1, B: 3, C: 8, D: 8 });
	// A + C and B + C are shown: A, who knows A, gets C, and so B.
	const release = releaseOf(lone, [
		['AC', 50],
		['BC', 50],
		['D', 50]
	]);
	const outcome = auditReleases({ releases: [{ release, roster: lone }], solve });
	assertFound(outcome, 'insider', 3);
});

test('the whole of a dimension less its leaves is found', () => {
	const base = releaseOf(roster, [
		['*', 50],
		['A', 50],
		['BC', 50],
		['D', 50],
		['E', 50]
	]);
	const level: ReleasedGroup = {
		...base.groups[1]!,
		id: 'R:level=L2',
		kind: 'dimension',
		parent: 'R',
		dimension: 'level',
		category: 'L2',
		reportingGroups: ['A', 'C', 'D'],
		responses: 19,
		cells: [{ scale: 's', statistic: 'mean', n: 19, value: 50, step: 1 }]
	};
	const release = { ...base, groups: [...base.groups, level] };
	assertFound(auditReleases({ releases: [{ release, roster }], solve }), 'small-set', 3);
	const honest = {
		...level,
		reportingGroups: ['A', 'D'],
		responses: 16,
		cells: [{ scale: 's', statistic: 'mean', n: 16, value: 50, step: 2 } as const]
	};
	const outcome = auditReleases({ releases: [{ release: { ...base, groups: [...base.groups, honest] }, roster }] });
	assert.ok(outcome.kind === 'holds', 'it says no more than its leaves, so no solver is needed');
});

test('pooled figures of two rounds give away what one of them hid', () => {
	const second = rosterWith({ A: 3, B: 8, D: 8, E: 12 });
	const one = releaseOf(
		roster,
		[
			['*', 50],
			['A', 50],
			['BC', 50],
			['D', 50],
			['E', 50]
		],
		{ round: 'one' }
	);
	const two = releaseOf(
		second,
		[
			['*', 50],
			['D', 50],
			['E', 50]
		],
		{ round: 'two' }
	);
	const releases = [
		{ release: one, roster },
		{ release: two, roster: second }
	];
	assert.equal(auditReleases({ releases, solve }).kind, 'holds');
	const view: PooledView = {
		id: 'both',
		scales,
		groups: [
			{
				id: 'A',
				members: [
					{ round: 'one', reportingGroups: ['A'] },
					{ round: 'two', reportingGroups: ['A'] }
				],
				responses: 11,
				cells: [{ scale: 's', statistic: 'mean', n: 11, value: 50, step: 1 }]
			}
		]
	};
	assertFound(auditReleases({ releases, views: [view], solve }), 'small-set', 3);
});

test('shares of 0 and 100 %, of few, and that settle for a set left over are found for changes too', () => {
	const large = rosterWith({ A: 30, B: 30, C: 10 });
	const found = (shown: readonly Shown[]) =>
		auditReleases({ releases: [{ release: releaseOf(large, shown), roster: large }], solve });
	assertFound(found([['A', 50, { better: 0, worse: 0.2 }]]), 'extreme-share', 30);
	assertFound(found([['C', 50, { better: 0.4, worse: 0.2 }]]), 'small-set', 10);
	assertFound(
		found([
			['AC', 50, { worse: 0.3 }],
			['A', 50, { worse: 0.3 }]
		]),
		'small-set',
		10
	);
	assertFound(
		found([
			['AB', 50, { better: 0.3, worse: 0.2 }],
			['A', 50, { better: 0.65, worse: 0.2 }]
		]),
		'settled',
		30
	);
	assert.equal(
		found([
			['AB', 50, { better: 0.5, worse: 0.2 }],
			['A', 50, { better: 0.4, worse: 0.3 }]
		]).kind,
		'holds'
	);
});

test('shares of overlapping groups that settle for a class are found by linear programmes', () => {
	const large = rosterWith({ A: 30, B: 30, C: 30 });
	const shares = (ab: number, bc: number, ac: number) =>
		auditReleases({
			releases: [
				{
					release: releaseOf(large, [
						['AB', 50, { share: ab }],
						['BC', 50, { share: bc }],
						['AC', 50, { share: ac }]
					]),
					roster: large
				}
			],
			solve
		});
	assertFound(shares(0.2, 0.2, 0.45), 'settled', 30);
	assert.equal(shares(0.4, 0.4, 0.4).kind, 'holds');
});

test('release after release of one round, each pooled anew, is stopped once the two of them leak', () => {
	let caught = 0;
	let held = 0;
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
			const input = randomRound({ seed, units: 8, respondents: 90, missing: 0, extremes: 0.1 });
			const first = buildRelease(input);
			// The same answers once more, with a higher threshold: groups are pooled otherwise.
			const second = buildRelease({ ...input, k: 9 });
			assert.ok(first.kind === 'release' && second.kind === 'release');
			const known = rosterOf(input);
			const outcome = auditReleases({
				releases: [first.release, { ...second.release, k: 5 }].map((release) => ({ release, roster: known })),
				solve
			});
			// Whatever set of few people is a difference of two shown groups must have been found.
			const sets = [first.release, second.release].flatMap((release) => membersOf(release, known));
			const isLeaking = sets.some((a) =>
				sets.some((b) => {
					const isInside = [...b.held].every((id) => a.held.has(id));
					return isInside && a.n > b.n && a.n - b.n < 5;
				})
			);
			if (isLeaking) {
				caught += 1;
				assertFound(outcome, 'small-set');
			} else if (outcome.kind === 'holds') held += 1;
		}),
		{ numRuns: 60, seed: 4 }
	);
	assert.ok(caught > 3 && held > 3, `${caught} caught, ${held} held`);
});

/** Which reporting groups each leaf holds, with all answers there. */
function membersOf(release: Release, known: AuditRoster): { held: Set<string>; n: number }[] {
	const responses = new Map(known.reportingGroups.map((group) => [group.id, group.responses]));
	return release.groups
		.filter(
			({ kind, cells }) =>
				kind === 'leaf' && cells.some(({ scale, statistic }) => scale === 'risk' && statistic === 'mean')
		)
		.map(({ reportingGroups }) => ({
			held: new Set(reportingGroups.filter((id) => responses.get(id)! > 0)),
			n: reportingGroups.reduce((sum, id) => sum + responses.get(id)!, 0)
		}));
}

test('sound rounds hold together with all that was released before', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
			const releases = [0, 1, 2].map((round) => {
				const input = {
					...randomRound({ seed: seed + round, units: 12, respondents: 150, missing: 0.05, extremes: 0.3, told: 0.5 }),
					roundId: `round-${round}`
				};
				const outcome = buildRelease(input);
				assert.ok(outcome.kind === 'release');
				return { release: outcome.release, roster: rosterOf(input) };
			});
			const outcome = auditReleases({ releases });
			assert.ok(outcome.kind === 'holds', JSON.stringify(outcome).slice(0, 400));
			assert.equal(outcome.checked.releases, 3);
		}),
		{ numRuns: 25 }
	);
});

test('linear programmes find what the passes over nested groups find', () => {
	fc.assert(
		fc.property(
			fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 }),
			fc.integer({ min: 0, max: 100 }),
			(means, whole) => {
				const known = rosterWith({ A: 6, B: 9, C: 7 });
				const nested = releaseOf(known, [
					['*', whole],
					['A', means[0]!],
					['B', means[1]!]
				]);
				// The same with a group across that says nothing: the solver has to be asked.
				const across: ReleasedGroup = {
					...nested.groups[1]!,
					id: 'BC',
					reportingGroups: ['B', 'C'],
					responses: 16,
					cells: [{ scale: 's', statistic: 'mean', n: 16, value: 50, step: 100 }]
				};
				const crossed: Release = {
					...nested,
					groups: [
						...nested.groups,
						{
							...across,
							reportingGroups: ['A', 'C'],
							id: 'AC',
							responses: 13,
							cells: [{ ...across.cells[0]!, n: 13 }]
						},
						across
					]
				};
				const pinned = (release: Release, with_: SolveLinearProgramme | undefined) =>
					new Set(
						breachesOf(auditReleases({ releases: [{ release, roster: known }], ...(with_ ? { solve: with_ } : {}) }))
							.filter(({ kind, statistic }) => (kind === 'pinned' && statistic === null) || kind === 'contradiction')
							.map(({ kind, n }) => `${kind} ${kind === 'pinned' ? n : ''}`)
					);
				assert.deepEqual(pinned(crossed, solve), pinned(nested, undefined));
			}
		),
		{ numRuns: 80 }
	);
});

test("the auditor's arithmetic agrees with the engine's, though neither knows the other", () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 1, max: 30 }),
			fc.double({ min: 0, max: 1, noNaN: true }),
			fc.double({ min: 0, max: 0.3, noNaN: true }),
			fc.double({ min: 0.1, max: 0.9, noNaN: true }),
			fc.tuple(fc.nat(30), fc.nat(30)),
			(n, place, width, cut, counts) => {
				const sum = { low: Math.max(0, n * 100 * (place - width)), high: Math.min(n * 100, n * 100 * (place + width)) };
				const scores = scoresWithin(n, sum, 100);
				assert.ok(Math.abs(scores.high - scores.low - openRange(n, sum.low, sum.high, 100)) < 1e-9);
				assert.equal(isPinned(n, sum, 100), !leavesOpen(n, sum.low, sum.high, 100));
				for (const grain of [undefined, 100 / 24, 12.5, 25, 100]) {
					for (const direction of ['at-least', 'at-most'] as const) {
						const more = grain === undefined ? {} : { grain };
						const scale = { id: 's', minimum: 0, maximum: 100, strainedAt: { direction, cut: cut * 100 }, ...more };
						const steps = stepsOf(scale)!;
						const levels = strainLevels(scale)!;
						const ends = [steps.strained - levels.from, steps.calm - levels.below, steps.grain - levels.grain];
						assert.ok(ends.every((gap) => Math.abs(gap) < 1e-9));
						const allowed = strainedWithin(n, sum, steps);
						const [low = 0, high = 0] = counts.map((count) => Math.max(allowed.low, Math.min(allowed.high, count)));
						const ours = scoresByShare({ n, sum, strained: { low, high } }, steps);
						const theirs = scoresByEngine({ n, sumLow: sum.low, sumHigh: sum.high, low, high }, levels);
						assert.equal(ours === null, theirs === null);
						if (ours !== null && theirs !== null) {
							assert.ok(Math.abs(ours.low - theirs.low) < 1e-3 && Math.abs(ours.high - theirs.high) < 1e-3);
						}
						if (grain === undefined) continue;
						const whole = Math.round(sum.low / grain);
						const squares = fewestSquares(
							{ n, sum: whole, strained: low },
							Math.round(100 / grain),
							levels.from / grain
						);
						const engine = leastSquares({ n, sum: whole * grain, strained: low }, levels, levels) / grain ** 2;
						assert.ok(squares === engine || Math.abs(squares - engine) < 1e-6, `${squares} ${engine}`);
					}
				}
			}
		),
		{ numRuns: 2000 }
	);
});

test('the audit imports nothing that makes cells', () => {
	const folder = import.meta.dirname;
	const reached = new Set<string>();
	const waiting = [join(folder, 'audit-releases.ts'), join(folder, 'audit-release.ts')];
	for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
		if (reached.has(file)) continue;
		reached.add(file);
		const text = readFileSync(file, 'utf8');
		for (const [, path = ''] of text.matchAll(/from '(\.[^']+)'/g)) waiting.push(join(dirname(file), path));
	}
	const names = [...reached].map((file) => relative(folder, file)).sort();
	const may = /^(audit-|derive-sets|release(-breach)?\.ts|tree-index|solve-linear-programme)/;
	assert.deepEqual(
		names.filter((name) => !may.test(name)),
		[]
	);
	assert.ok(names.length > 8);
	const makers = readdirSync(folder).filter((name) => /^(build-|protect-|pool-in-tree|dimension-|choose-)/.test(name));
	assert.ok(makers.length > 5, 'the makers are still called so');
});

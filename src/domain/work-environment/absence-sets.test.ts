import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
	checkAbsenceSet,
	leastLeadersOfSet,
	type AbsenceRules,
	type AbsenceSet,
	type AbsenceVerdict
} from './absence-sets.ts';
import { reduceRows } from './exact-rows.ts';

const year = { from: '2025-01-01', to: '2025-12-31' };

const everybody: AbsenceRules = { least: leastLeadersOfSet, wasThere: () => true };

function check(candidate: AbsenceSet, earlier: readonly AbsenceSet[], rules: AbsenceRules = everybody): AbsenceVerdict {
	return checkAbsenceSet(candidate, earlier, rules);
}

/** Leaders l<first> … l<last>. */
function leaders(first: number, last: number): string[] {
	return Array.from({ length: last - first + 1 }, (_, place) => `l${first + place}`);
}

function set(own: readonly string[], period: { readonly from: string; readonly to: string } = year): AbsenceSet {
	return { leaders: own, ...period };
}

test('five leaders may be one set, four may not, and a name that stands twice counts once', () => {
	assert.deepEqual(check(set(leaders(1, 5)), []), { kind: 'safe' });
	assert.deepEqual(check(set(leaders(1, 4)), []), { kind: 'too-few', leaders: 4, others: 0, least: 5 });
	assert.deepEqual(check(set([...leaders(1, 4), 'l1']), []), { kind: 'too-few', leaders: 4, others: 0, least: 5 });
});

test('a planted difference: a whole less a part that leaves one leader is refused, and one that leaves five is not', () => {
	const whole = set(leaders(1, 12));
	assert.deepEqual(check(set(leaders(1, 11)), [whole]), { kind: 'gives-away', leaders: 1 });
	assert.deepEqual(check(set(leaders(1, 8)), [whole]), { kind: 'gives-away', leaders: 4 });
	assert.deepEqual(check(set(leaders(1, 7)), [whole]), { kind: 'safe' });
	assert.deepEqual(check(whole, [set(leaders(1, 11))]), { kind: 'gives-away', leaders: 1 });
});

test('a planted union: parts that leave three of the whole are refused together, though each alone leaves enough', () => {
	const whole = set(leaders(1, 18));
	const [first, second, third] = [set(leaders(1, 5)), set(leaders(6, 10)), set(leaders(11, 15))];
	assert.equal(check(second, [whole, first]).kind, 'safe');
	assert.deepEqual(check(third, [whole, first, second]), { kind: 'gives-away', leaders: 3 });
});

test('a planted combination of three that overlap: a + b − c speaks of two', () => {
	const a = set([...leaders(1, 6), ...leaders(10, 10)]);
	const b = set([...leaders(11, 16), ...leaders(20, 20)]);
	const c = set([...leaders(1, 6), ...leaders(11, 16)]);
	assert.equal(check(b, [a]).kind, 'safe');
	assert.deepEqual(check(c, [a, b]), { kind: 'gives-away', leaders: 2 });
});

test('half a sum gives away as well: a + b − c is twice one leader', () => {
	const [x, y, z] = [leaders(1, 6), leaders(11, 16), leaders(21, 26)];
	const system = [set([...x, ...y]), set([...y, ...z])];
	assert.equal(check(set([...x, ...z]), system).kind, 'safe');
	// x + one, y + one, and x + y: twice that one.
	const one = ['l99'];
	assert.deepEqual(check(set([...x, ...y]), [set([...x, ...one]), set([...y, ...one])]), {
		kind: 'gives-away',
		leaders: 1
	});
});

test('a set that grew by one leader since it was entered is refused for an overlapping period, and not for another year', () => {
	const before = set(leaders(1, 9));
	const grown = leaders(1, 10);
	assert.deepEqual(check(set(grown), [before]), { kind: 'gives-away', leaders: 1 });
	assert.deepEqual(check(set(grown, { from: '2025-12-31', to: '2026-06-30' }), [before]), {
		kind: 'gives-away',
		leaders: 1
	});
	assert.equal(check(set(grown, { from: '2026-01-01', to: '2026-12-31' }), [before]).kind, 'safe');
});

test('a correction of the same leaders is safe, also for a part of the period', () => {
	const before = set(leaders(1, 9));
	assert.equal(check(before, [before]).kind, 'safe');
	assert.equal(check(set(leaders(1, 9), { from: '2025-01-01', to: '2025-06-30' }), [before]).kind, 'safe');
});

test('sets that meet in nobody are safe in any number', () => {
	const sets = Array.from({ length: 60 }, (_, place) => set(leaders(place * 10, place * 10 + 6)));
	sets.forEach((one, place) => assert.equal(check(one, sets.slice(0, place)).kind, 'safe'));
	const whole = set(sets.flatMap((one) => one.leaders));
	assert.equal(check(whole, sets).kind, 'safe');
});

test('what it calls safe, a search of all small combinations does not break, and what it refuses breaks', () => {
	const people = leaders(1, 9);
	const subset = fc.uniqueArray(fc.constantFrom(...people), { minLength: 5, maxLength: 9 });
	fc.assert(
		fc.property(fc.array(subset, { minLength: 1, maxLength: 4 }), (sets) => {
			const [candidate, ...earlier] = sets.map((own) => set(own));
			if (candidate === undefined) return;
			// Only systems that were safe before may be asked about.
			const wasSafe = fewestBySearch(earlier.map((one) => one.leaders)) >= leastLeadersOfSet;
			if (!wasSafe) return;
			const verdict = check(candidate, earlier);
			const found = fewestBySearch(sets);
			if (verdict.kind === 'gives-away') assert.equal(verdict.leaders, found);
			else assert.ok(verdict.kind === 'safe' && found >= leastLeadersOfSet, `${verdict.kind}: ${found}`);
		}),
		{ numRuns: 200, seed: 7 }
	);
});

test('who came after the period began hides nobody, neither in a set nor in what follows from several', () => {
	const came: Readonly<Record<string, string>> = {
		l2: '2025-03-01',
		l3: '2026-02-01',
		l4: '2026-02-01',
		l5: '2026-02-01'
	};
	const rules = { ...everybody, wasThere: (leader: string, day: string) => (came[leader] ?? '2020-01-01') < day };
	assert.deepEqual(check(set(leaders(1, 5)), [], rules), { kind: 'too-few', leaders: 1, others: 4, least: 5 });
	assert.equal(check(set(leaders(1, 9)), [], rules).kind, 'safe');
	// Nine less the five old ones leaves only those who came: l2's own days of the year.
	const old = ['l1', ...leaders(6, 9)];
	assert.deepEqual(check(set(old), [set(leaders(1, 9))], rules), { kind: 'gives-away', leaders: 0 });
	const next = { from: '2026-04-01', to: '2026-06-30' };
	assert.equal(check(set(leaders(1, 5), next), [], rules).kind, 'safe', 'they were there before this one');
});

test('who came between two beginnings is not given away by a half year and its quarters, in any order', () => {
	const came: Readonly<Record<string, string>> = { l10: '2025-08-20' };
	const rules = { ...everybody, wasThere: (leader: string, day: string) => (came[leader] ?? '2020-01-01') < day };
	const half = set(leaders(1, 10), { from: '2025-07-01', to: '2025-12-31' });
	const third = set(leaders(1, 10), { from: '2025-07-01', to: '2025-09-30' });
	const fourth = set(leaders(1, 10), { from: '2025-10-01', to: '2025-12-31' });
	// Ten in the fourth quarter, less what nine were away in the half year and not in the third.
	assert.deepEqual(check(fourth, [half, third], rules), { kind: 'gives-away', leaders: 1 });
	assert.deepEqual(check(half, [third, fourth], rules), { kind: 'gives-away', leaders: 1 });
	assert.deepEqual(check(half, [fourth, third], rules), { kind: 'gives-away', leaders: 1 });
	assert.equal(check(fourth, [third], rules).kind, 'safe', 'quarters that do not meet tell of each other nothing');
	// Five who came together may be told apart from the others.
	const five = {
		...everybody,
		wasThere: (leader: string, day: string) => (Number(leader.slice(1)) > 10 ? '2025-08-20' : '2020-01-01') < day
	};
	const with5 = [third, half].map((one) => set(leaders(1, 15), one));
	assert.equal(check(set(leaders(1, 15), fourth), with5, five).kind, 'safe');
});

test('a higher least holds for the set and for what follows', () => {
	const eight = { ...everybody, least: 8 };
	assert.equal(check(set(leaders(1, 7)), [], eight).kind, 'too-few');
	assert.deepEqual(check(set(leaders(1, 9)), [set(leaders(1, 15))], eight), { kind: 'gives-away', leaders: 6 });
	assert.equal(check(set(leaders(1, 9)), [set(leaders(1, 17))], eight).kind, 'safe');
});

test('many sets that overlap are answered soon, if need be with a refusal', () => {
	const all = leaders(1, 400);
	const drawn = Array.from({ length: 40 }, (_, place) =>
		set(all.filter((_leader, at) => Math.imul((at + 1) * 2_654_435 + (place + 1) * 97, 40_503_173) % 10 < -2))
	);
	const [candidate, ...earlier] = drawn;
	assert.ok(candidate);
	const began = performance.now();
	const verdict = check(candidate, earlier);
	assert.notEqual(verdict.kind, 'too-few');
	assert.ok(performance.now() - began < 20_000, `${performance.now() - began} ms`);
});

test('row reduction is exact where floating point is not', () => {
	const large = 9_007_199_254_740_993n;
	assert.equal(
		reduceRows([
			[large, 1n],
			[large - 1n, 1n]
		]).length,
		2
	);
	assert.throws(() => reduceRows([[1n], [1n, 2n]]), RangeError);
});

/** Every combination with weights −3 … 3: enough for four sets of 0 and 1, whose minors are 3 at most. */
function fewestBySearch(sets: readonly (readonly string[])[]): number {
	const people = [...new Set(sets.flat())];
	let fewest = Infinity;
	const weights = [-3, -2, -1, 0, 1, 2, 3];
	const walk = (chosen: readonly number[]): void => {
		if (chosen.length < sets.length) return weights.forEach((weight) => walk([...chosen, weight]));
		const touched = people.filter(
			(person) => sets.reduce((sum, own, at) => sum + (own.includes(person) ? (chosen[at] ?? 0) : 0), 0) !== 0
		).length;
		if (touched > 0) fewest = Math.min(fewest, touched);
	};
	walk([]);
	return fewest;
}

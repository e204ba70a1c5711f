// What mean, standard deviation and share say only together, planted: whole scores leave fewer ways than any one of them.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { auditRelease } from './audit-release.ts';
import { isPinnedBySpread } from './audit-spread.ts';
import type { Release, ReleasedCell, ReleaseScale } from './release.ts';

type Figures = Partial<Record<'mean' | 'sd' | 'share', number>> & { readonly bound?: 'at-most' };
type Shown = Readonly<Record<string, Figures>>;

/** A region R with a reporting group for each count; `shown`: by group, R the whole. */
function breachesOf(counts: Readonly<Record<string, number>>, shown: Shown, scale: ReleaseScale): string[] {
	const ids = Object.keys(counts);
	const total = Object.values(counts).reduce((sum, n) => sum + n, 0);
	const groups = Object.entries(shown).map(([id, figures]): Release['groups'][number] => {
		const n = counts[id] ?? total;
		const { bound, ...values } = figures;
		const cells = Object.entries(values).map(([statistic, value]): ReleasedCell => {
			const isShare = statistic === 'share';
			const clamped = bound === undefined || isShare !== value <= 0.1 ? {} : { bound };
			const step = isShare ? 0.05 : 1;
			return {
				scale: 's',
				statistic: isShare ? 'share' : statistic === 'sd' ? 'sd' : 'mean',
				n,
				value,
				step,
				...clamped
			};
		});
		const isWhole = id === 'R';
		return {
			id,
			name: id,
			path: [],
			pools: [],
			invited: null,
			responses: n,
			kind: isWhole ? 'union' : 'leaf',
			parent: null,
			units: [],
			reportingGroups: isWhole ? [] : [...id],
			withheld: [],
			cells
		};
	});
	const roster = {
		units: [{ id: 'R', parentId: null }, ...ids.map((id) => ({ id: `u${id}`, parentId: 'R' }))],
		reportingGroups: ids.flatMap((id) =>
			[...id].map((one, i) => ({ id: one, unitId: `u${id}`, responses: i === 0 ? counts[id]! - id.length + 1 : 1 }))
		)
	};
	const outcome = auditRelease({ release: { engine: 'planted', round: 'r', k: 5, scales: [scale], groups }, roster });
	return outcome.kind === 'holds' ? [] : outcome.breaches.map(({ kind, group, n }) => `${kind} ${group} ${n}`);
}

const twoItems: ReleaseScale = { id: 's', minimum: 0, maximum: 100, grain: 12.5 };
const oneItem = { ...twoItems, grain: 25 };
const lowIsStrain = { ...oneItem, strainedAt: { direction: 'at-most', cut: 37.5 } } as const;
const highIsStrain = { ...oneItem, strainedAt: { direction: 'at-least', cut: 62.5 } } as const;

test('a standard deviation that tells whoever differs what all others answered is found', () => {
	const whole = { R: { mean: 50 } };
	// 19 × 50 and 1 × 0, 18 × 50 and 2 × 62.5, 18 × 50 and 2 × 75.
	assert.ok(breachesOf({ A: 20, B: 90 }, { ...whole, A: { mean: 48, sd: 11 } }, twoItems).includes('pinned A 20'));
	assert.ok(breachesOf({ A: 20, B: 90 }, { ...whole, A: { mean: 51, sd: 4 } }, twoItems).includes('pinned A 20'));
	assert.ok(breachesOf({ A: 20, B: 90 }, { ...whole, A: { mean: 53, sd: 8 } }, twoItems).includes('pinned A 20'));
	assert.deepEqual(breachesOf({ A: 20, B: 90 }, { ...whole, A: { mean: 48 } }, twoItems), []);
	assert.deepEqual(breachesOf({ A: 110, B: 90 }, { ...whole, A: { mean: 48, sd: 20 } }, twoItems), []);
});

test('shares of a whole and a neighbour that tell a lone respondent all others are found', () => {
	const shown = {
		R: { mean: 46, share: 0.25 },
		A: { mean: 48, share: 0.1, bound: 'at-most' },
		B: { mean: 44, share: 0.5 }
	} as const;
	assert.deepEqual(breachesOf({ A: 24, B: 24 }, shown, lowIsStrain), ['pinned A 24']);
	const without = { ...shown, A: { mean: 48 }, B: { mean: 44 } };
	assert.deepEqual(breachesOf({ A: 24, B: 24 }, without, lowIsStrain), []);
});

test('a share of exactly 0 % that follows for a shown and a hidden group is found', () => {
	// Eight people with a mean of 75 hold all four at strain that the whole has.
	const counts = { AB: 8, C: 5, D: 7 };
	const shown = { R: { mean: 43, share: 0.2 }, AB: { mean: 75 }, C: { mean: 30, bound: 'at-most' } } as const;
	const found = breachesOf(counts, shown, highIsStrain);
	assert.ok(found.includes('settled C 5') && found.includes('settled R 7'), JSON.stringify(found));
	assert.deepEqual(breachesOf(counts, { ...shown, R: { mean: 43 } }, highIsStrain), []);
});

/** All levels that another person can have, by a search over every sum and sum of squares; the first is one's own. */
function search(n: number, top: number, mean: readonly [number, number], sd: readonly [number, number]): boolean {
	const reached: Set<number>[] = Array.from({ length: n }, () => new Set<number>());
	reached[0]!.add(0);
	for (let people = 1; people < n; people++) {
		for (const key of reached[people - 1]!) {
			for (let score = 0; score <= top; score++) reached[people]!.add(key + 10_000 * score + score * score);
		}
	}
	const fits = (key: number): boolean => {
		const sum = Math.floor(key / 10_000);
		const variance = ((key % 10_000) - (sum * sum) / n) / (n - 1);
		const isMean = sum / n >= mean[0] - 1e-9 && sum / n <= mean[1] + 1e-9;
		return isMean && variance >= sd[0] ** 2 - 1e-9 && variance <= sd[1] ** 2 + 1e-9;
	};
	const widthWith = (given: readonly number[]): number | null => {
		const rest = [...reached[n - 1 - given.length]!];
		const base = given.reduce((sum, score) => sum + 10_000 * score + score * score, 0);
		const levels = Array.from({ length: top + 1 }, (_, score) => score).filter((score) =>
			rest.some((key) => fits(base + 10_000 * score + score * score + key))
		);
		return levels.length === 0 ? null : levels.at(-1)! - levels[0]!;
	};
	const open = widthWith([]);
	if (open === null || open < top / 2) return true;
	return Array.from({ length: top + 1 }, (_, own) => widthWith([own])).some(
		(width) => width !== null && width < top / 5
	);
}

test('what a search over all answers finds of a mean and a standard deviation, the audit finds too', () => {
	let pinned = 0;
	let missed = 0;
	for (const n of [8, 12, 20]) {
		for (const middle of [1, 1.9, 2, 2.5]) {
			for (let spread = 0.2; spread < 1.7; spread += 0.1) {
				const mean: [number, number] = [middle - 0.02, middle + 0.02];
				const sd: [number, number] = [spread - 0.02, spread + 0.02];
				const cell: ReleasedCell = { scale: 's', statistic: 'sd', n, value: spread, step: 0.04 };
				const sum = { low: n * mean[0], high: n * mean[1] };
				const scale = { id: 's', minimum: 0, maximum: 4, grain: 1 };
				const found = isPinnedBySpread({ n, sum, strained: null, sd: cell }, scale);
				const isTrue = search(n, 4, mean, sd);
				if (found) assert.ok(isTrue, `${n} people, ${middle} and ${spread}: more is possible`);
				if (isTrue) pinned++;
				if (isTrue && !found) missed++;
			}
		}
	}
	assert.ok(pinned > 40, `only ${pinned}`);
	assert.ok(missed <= pinned / 10, `missed ${missed} of ${pinned}`);
});

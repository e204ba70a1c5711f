// The effect of plans against R: what lasts, how sure that is, and each factor's effect with its error. The values come from
// effect/reference-values.R, which shares no code with the project.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { FactorPair } from '#domain/effect/effect.ts';
import { expectedChanges } from '#domain/effect/expected-change.ts';
import { programmeEffects } from '#domain/effect/programme-effect.ts';
import { readRows } from './read-table.ts';

type Reference = Readonly<
	Record<
		| 'lasting'
		| 'lastingVariance'
		| 'excess'
		| 'residualScale'
		| 'effect'
		| 'standardError'
		| 'probability'
		| 'low',
		readonly number[]
	>
>;

const folder = new URL('effect/', import.meta.url);
const reference: Reference = JSON.parse(readFileSync(new URL('reference-values.json', folder), 'utf8'));
const factors = readFactors();

function near(found: readonly (number | null)[], wanted: readonly number[]): void {
	assert.equal(found.length, wanted.length);
	found.forEach((value, place) => {
		const other = wanted[place] ?? NaN;
		assert.ok(Math.abs((value ?? NaN) - other) <= 1e-9 * Math.max(1, Math.abs(other)), `${value} is not ${other}`);
	});
}

test('what lasts of a difference before, and how far it may be off, is what R finds', () => {
	const expectations = expectedChanges(factors);
	for (const { lasting, lastingVariance } of expectations) {
		near(lasting, reference.lasting);
		near(lastingVariance, reference.lastingVariance);
	}
	near(
		expectations.map(({ excess }) => excess),
		reference.excess
	);
	near(
		expectations.map(({ residualScale }) => residualScale),
		reference.residualScale
	);
	assert.ok(reference.excess.some((excess) => Math.abs(excess) > 0.01), 'the factors are to differ');
	assert.ok(new Set(reference.residualScale).size > 1);
});

test('effects, errors, probabilities and intervals are what R finds', () => {
	const effects = programmeEffects({ factors, targeted: new Set(['1']) });
	near(
		effects.map(({ effect }) => effect),
		reference.effect
	);
	near(
		effects.map(({ standardError }) => standardError),
		reference.standardError
	);
	near(
		effects.map(({ probability }) => probability),
		reference.probability
	);
	near(
		effects.map(({ interval }) => interval?.low ?? null),
		reference.low
	);
});

function readFactors(): readonly FactorPair[] {
	const rows = readRows(new URL('groups.csv', folder));
	const number = (row: Readonly<Record<string, string>>, column: string) => Number(row[column]);
	return [...Map.groupBy(rows, (row) => row['factor'] ?? '')].map(([factor, own]) => ({
		factor,
		direction: 'strain',
		personSd: number(own[0] ?? {}, 'sd'),
		icc1: number(own[0] ?? {}, 'icc'),
		organisation: { before: { mean: number(own[0] ?? {}, 'centre'), n: 300, step: 1, invited: null }, after: null },
		groups: own.map((row) => ({
			group: row['group'] ?? '',
			part: row['part'] === 'acts' ? 'acts' : 'compares',
			before: { mean: number(row, 'before'), n: number(row, 'n_before'), step: 1, invited: null },
			after: { mean: number(row, 'after'), n: number(row, 'n_after'), step: 1, invited: null }
		}))
	}));
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellOf, halvesOf } from './heat.ts';

const support = { id: 'support', name: 'Støtte', kind: 'carry' } as const;
const workload = { id: 'workload', name: 'Arbejdsmængde', kind: 'strain' } as const;
const isolation = { id: 'isolation', name: 'Isolation', kind: 'strain' } as const;

test('what strains stands before what carries, each in the order given', () => {
	assert.deepEqual(halvesOf([support, isolation, workload]), [
		{ kind: 'strain', columns: [isolation, workload] },
		{ kind: 'carry', columns: [support] }
	]);
});

test('a half without columns is left out', () => {
	assert.deepEqual(halvesOf([support]), [{ kind: 'carry', columns: [support] }]);
	assert.deepEqual(halvesOf([]), []);
});

test('a cell that is missing is withheld', () => {
	const row = { id: 'r', name: 'Region', cells: { workload: { value: 61, state: 'shown' } } } as const;
	assert.deepEqual(cellOf(row, 'workload'), { value: 61, state: 'shown' });
	assert.deepEqual(cellOf(row, 'support'), { value: null, state: 'withheld' });
});

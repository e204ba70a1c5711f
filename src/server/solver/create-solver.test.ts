import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSolver } from './create-solver.ts';

const atLeastOneOf = (columns: readonly number[]) => ({ columns, factors: columns.map(() => 1), atLeast: 1 });
/** Of three things any two may not both be left out. */
const rows = [atLeastOneOf([0, 1]), atLeastOneOf([1, 2]), atLeastOneOf([0, 2])];

test('fractions are cheaper than whole numbers, and both are proven', async () => {
	const { openProgramme } = await createSolver();
	const fractions = openProgramme({ costs: [1, 1, 1], isWhole: false, rows });
	const relaxed = fractions.solve({ seconds: 10 });
	fractions.close();
	assert.equal(relaxed.kind, 'optimal');
	assert.deepEqual([...Array.from(relaxed.values)], [0.5, 0.5, 0.5]);
	assert.equal(relaxed.bound, 1.5);

	const numbers = openProgramme({ costs: [1, 2, 3], isWhole: true, rows });
	const whole = numbers.solve({ seconds: 10, start: [1, 1, 1] });
	numbers.close();
	assert.equal(whole.kind, 'optimal');
	assert.deepEqual([...Array.from(whole.values, Math.round)], [1, 1, 0]);
	assert.equal(whole.bound, 3);
});

test('a programme goes on from where it was when rows are added', async () => {
	const { openProgramme } = await createSolver();
	const open = openProgramme({ costs: [1, 2], isWhole: false, rows: [] });
	assert.equal(open.solve({ seconds: 10 }).bound, 0);
	open.addRows([atLeastOneOf([0, 1])]);
	assert.deepEqual([...Array.from(open.solve({ seconds: 10 }).values)], [1, 0]);
	open.addRows([atLeastOneOf([1])]);
	const last = open.solve({ seconds: 10 });
	assert.deepEqual([...Array.from(last.values)], [0, 1]);
	assert.equal(last.bound, 2);
	open.close();
});

test('a programme without columns costs nothing', async () => {
	const { openProgramme } = await createSolver();
	const open = openProgramme({ costs: [], isWhole: false, rows: [] });
	assert.equal(open.solve({ seconds: 1 }).bound, 0);
	open.close();
});

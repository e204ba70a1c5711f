import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupCentres, mapLines } from './map-lines.ts';

/** All of the claims about leaders are carried, none of those about employees. */
const reaches = (leaders: number, employees: number) => [
	{ of: 'leaders' as const, findings: leaders, carried: leaders, surest: null },
	{ of: 'employees' as const, findings: employees, carried: 0, surest: null }
];

test('a group stands in the middle of its share of the height', () => {
	const centres = groupCentres([
		{ of: 'leaders', outcomes: 3 },
		{ of: 'employees', outcomes: 1 }
	]);
	assert.equal(centres.get('leaders'), (2 / 6) * 600);
	assert.equal(centres.get('employees'), (5 / 6) * 600);
});

test('each factor has a line to each group that it has findings about, thicker for more', () => {
	const centres = new Map([
		['leaders', 100],
		['employees', 500]
	] as const);
	const lines = mapLines([{ reaches: reaches(8, 0) }, { reaches: reaches(1, 2) }], centres, 'left');
	assert.equal(lines.length, 3);
	const [first, second] = lines;
	assert.ok(first && second && first.width > second.width);
	assert.deepEqual(
		lines.map(({ isCarried }) => isCarried),
		[true, true, false],
		'claims that no work carries'
	);
	assert.equal(first.path, 'M0 150 C50 150 50 100 100 100');
	assert.equal(mapLines([{ reaches: reaches(1, 0) }], centres, 'right')[0]?.path, 'M100 300 C50 300 50 100 0 100');
});

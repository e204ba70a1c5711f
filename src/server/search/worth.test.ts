import assert from 'node:assert/strict';
import { test } from 'node:test';
import { worthOf, type Weighed } from './worth.ts';

const inOrder: readonly Weighed[] = [
	{ kind: 'intervention', isOfLeaders: true, isShown: true, certainty: 'high' },
	{ kind: 'intervention', isOfLeaders: true, isShown: true, certainty: 'very-low' },
	{ kind: 'finding', isOfLeaders: true, isShown: true, certainty: 'high' },
	{ kind: 'finding', isOfLeaders: true, isShown: true, certainty: 'moderate' },
	{ kind: 'finding', isOfLeaders: true, isShown: true, certainty: 'low' },
	{ kind: 'finding', isOfLeaders: true, isShown: true, certainty: 'very-low' },
	{ kind: 'finding', isOfLeaders: true, isShown: false, certainty: 'high' },
	{ kind: 'finding', isOfLeaders: true, isShown: false, certainty: 'very-low' }
];

test('at equal match the kind decides, then whether it is shown, then certainty', () => {
	const worths = inOrder.map(worthOf);
	for (const [place, worth] of worths.entries()) {
		const next = worths[place + 1] ?? 0;
		assert.ok(worth > next, `${JSON.stringify(inOrder[place])}: ${worth}, the next ${next}`);
	}
});

test('a kind without a certainty stands before every claim, and a study that was not looked up after one that was', () => {
	const surest = worthOf({ kind: 'finding', isOfLeaders: true, isShown: true, certainty: 'high' });
	for (const kind of ['factor', 'outcome'] as const) {
		assert.ok(worthOf({ kind, isOfLeaders: true, isShown: true, certainty: null }) > surest, kind);
	}
	const ofLeaders = { kind: 'outcome', isOfLeaders: true, isShown: true, certainty: null } as const;
	const ofOthers = { ...ofLeaders, isOfLeaders: false };
	assert.ok(worthOf(ofLeaders) > worthOf(ofOthers) && worthOf(ofOthers) > surest);
	const looked = { kind: 'study', isOfLeaders: true, isShown: true, certainty: null } as const;
	assert.ok(worthOf(looked) > worthOf({ ...looked, isShown: false }));
});

test('a much better match outweighs all of it', () => {
	const best = Math.max(...inOrder.map(worthOf));
	const least = Math.min(...inOrder.map(worthOf));
	assert.ok(best < 2 * least, `${best} against ${least}`);
});

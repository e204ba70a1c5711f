import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Ballot, Draft } from './draft.ts';
import { takeOver } from './take-over.ts';

const common = { prefix: 'p', manifestHash: 'h', groupId: 'g' };
const blinded = (secret: string): Ballot => ({ ...common, secret, step: 'blinded', blinded: 'b', inverse: 'i' });
const collected = (secret: string): Ballot => ({ ...common, secret, step: 'collected', signature: 'x' });
const draft = (answers: Readonly<Record<string, number>>, ballot: Ballot | null = null): Draft => ({
	state: ballot?.step ?? 'answering',
	answers,
	page: 0,
	manifestHash: null,
	changes: null,
	ballot,
	instrument: 'i',
	version: 1
});

function taken(...input: Parameters<typeof takeOver>): Draft {
	const outcome = takeOver(...input);
	assert.ok(outcome.kind === 'taken');
	return outcome.draft;
}

test('where nothing lies here, or nothing is answered, what arrives is taken', () => {
	const arrived = draft({ a: 1 }, blinded('s'));
	assert.deepEqual(taken(null, arrived, null), arrived);
	assert.deepEqual(taken(draft({}), arrived, null), arrived);
	assert.deepEqual(taken(draft({ a: 1 }), arrived, null), arrived);
});

test('answers that differ are not overwritten unasked', () => {
	const [here, arrived] = [draft({ a: 1 }), draft({ a: 2, b: 3 }, blinded('s'))];
	assert.equal(takeOver(here, arrived, null).kind, 'ask');
	assert.equal(takeOver(draft({ a: 1, b: 2 }), draft({ a: 1 }), null).kind, 'ask');
	assert.deepEqual(taken(here, arrived, 'arrived').answers, { a: 2, b: 3 });
	assert.deepEqual(taken(here, arrived, 'here').answers, { a: 1 });
});

test('what was sent already stays as it is', () => {
	const arrived = draft({ a: 1 }, collected('s'));
	assert.equal(takeOver({ ...draft({ a: 1 }), state: 'sent' }, arrived, null).kind, 'kept');
	assert.equal(takeOver({ ...draft({ a: 2 }), state: 'closed' }, arrived, 'arrived').kind, 'kept');
});

test('whichever answers are chosen, the ballot that has got further is kept: the server signs no second one', () => {
	const here = draft({ a: 1 }, collected('mine'));
	const arrived = draft({ a: 2 }, blinded('other'));
	for (const choice of ['here', 'arrived'] as const) {
		assert.deepEqual(taken(here, arrived, choice).ballot, collected('mine'));
		assert.equal(taken(here, arrived, choice).state, 'collected');
		assert.deepEqual(taken(arrived, here, choice).ballot, collected('mine'));
	}
	assert.deepEqual(taken(draft({ a: 1 }), draft({ a: 2 }, blinded('s')), 'here').ballot, blinded('s'));
});

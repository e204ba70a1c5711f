import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Ballot, Draft } from './draft.ts';
import { takeOver, type Said } from './take-over.ts';

const common = { prefix: 'p', manifestHash: 'h', groupId: 'g' };
const blinded = (secret: string): Ballot => ({ ...common, secret, step: 'blinded', blinded: 'b', inverse: 'i' });
const collected = (secret: string): Ballot => ({ ...common, secret, step: 'collected', signature: 'x' });
const draft = (answers: Readonly<Record<string, number>>, ballot: Ballot | null = null): Draft => ({
	state: ballot?.step ?? 'answering',
	answers,
	page: 0,
	manifestHash: null,
	isTyped: false,
	changes: null,
	ballot,
	instrument: 'i',
	version: 1
});

/** The leader has said that the link is the own. */
const own = (choice: Said['choice'] = null): Said => ({ isOwn: true, choice });

function taken(...input: Parameters<typeof takeOver>): Draft {
	const outcome = takeOver(...input);
	assert.ok(outcome.kind === 'taken');
	return outcome.draft;
}

test('nothing is taken unasked, whatever lies here and whatever comes', () => {
	const arrived = draft({ a: 1 }, collected('planted'));
	for (const here of [null, draft({}), draft({ a: 1 }), draft({ a: 2 }, blinded('mine'))])
		for (const coming of [arrived, draft({ a: 1 }), draft({}, blinded('planted'))])
			for (const choice of [null, 'here', 'arrived'] as const)
				assert.equal(takeOver(here, coming, { isOwn: null, choice }).kind, 'confirm');
});

test('of a link that is not the leader’s own nothing is taken, and so no ballot beside the answers that lie here', () => {
	const arrived = draft({ a: 2 }, collected('planted'));
	for (const here of [null, draft({}), draft({ a: 1 }), draft({ a: 1 }, blinded('mine'))])
		for (const choice of [null, 'here', 'arrived'] as const)
			assert.equal(takeOver(here, arrived, { isOwn: false, choice }).kind, 'kept');
});

test('where nothing lies here, or nothing is answered, what is the own is taken', () => {
	const arrived = draft({ a: 1 }, blinded('s'));
	assert.deepEqual(taken(null, arrived, own()), arrived);
	assert.deepEqual(taken(draft({}), arrived, own()), arrived);
	assert.deepEqual(taken(draft({ a: 1 }), arrived, own()), arrived);
});

test('answers that differ are not overwritten unasked', () => {
	const [here, arrived] = [draft({ a: 1 }), draft({ a: 2, b: 3 }, blinded('s'))];
	assert.equal(takeOver(here, arrived, own()).kind, 'choose');
	assert.equal(takeOver(draft({ a: 1, b: 2 }), draft({ a: 1 }), own()).kind, 'choose');
	assert.deepEqual(taken(here, arrived, own('arrived')).answers, { a: 2, b: 3 });
	assert.deepEqual(taken(here, arrived, own('here')).answers, { a: 1 });
});

test('what was sent already stays as it is, and nothing is asked', () => {
	const arrived = draft({ a: 1 }, collected('s'));
	for (const said of [own(), own('arrived'), { isOwn: null, choice: null }]) {
		assert.equal(takeOver({ ...draft({ a: 1 }), state: 'sent' }, arrived, said).kind, 'kept');
		assert.equal(takeOver({ ...draft({ a: 2 }), state: 'closed' }, arrived, said).kind, 'kept');
	}
});

test('whichever answers are chosen, the ballot that has got further is kept: the server signs no second one', () => {
	const here = draft({ a: 1 }, collected('mine'));
	const arrived = draft({ a: 2 }, blinded('other'));
	for (const choice of ['here', 'arrived'] as const) {
		assert.deepEqual(taken(here, arrived, own(choice)).ballot, collected('mine'));
		assert.equal(taken(here, arrived, own(choice)).state, 'collected');
		assert.deepEqual(taken(arrived, here, own(choice)).ballot, collected('mine'));
	}
	assert.deepEqual(taken(draft({ a: 1 }), draft({ a: 2 }, blinded('s')), own('here')).ballot, blinded('s'));
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryStore, type Ballot, type DraftStore } from './draft.ts';
import { draftKeeper } from './draft-keeper.ts';

const blinded = (secret: string): Ballot => ({
	secret,
	prefix: 'p',
	manifestHash: 'h',
	groupId: 'g',
	step: 'blinded',
	blinded: 'b',
	inverse: 'i'
});

function keeper(openStore: () => DraftStore | null, version = 1) {
	const refused: string[] = [];
	const made = draftKeeper({
		openStore,
		instrument: { id: 'i', version },
		manifestHash: 'h',
		onRefused: () => refused.push('refused')
	});
	return { ...made, refused };
}

test('two tabs see what the other has kept', () => {
	const shared = memoryStore();
	const [one, other] = [keeper(() => shared), keeper(() => shared)];
	one.keep({ answers: { a: 1 } });
	assert.deepEqual(other.now().answers, {});
	assert.deepEqual(other.reread().answers, { a: 1 });
	assert.deepEqual(other.now().answers, { a: 1 });
	assert.equal(one.now().manifestHash, 'h');
});

test('of two tabs that blind at the same time, the first to keep its ballot is followed', () => {
	const shared = memoryStore();
	const [one, other] = [keeper(() => shared), keeper(() => shared)];
	assert.equal(one.keepBallot(blinded('first')).secret, 'first');
	assert.equal(other.keepBallot(blinded('second')).secret, 'first');
	assert.equal(other.now().ballot?.secret, 'first');
	assert.equal(other.now().state, 'blinded');
});

test('a ballot goes on to its next step', () => {
	const one = keeper(() => memoryStore());
	const { secret, prefix, manifestHash, groupId } = one.keepBallot(blinded('s'));
	one.keepBallot({ secret, prefix, manifestHash, groupId, step: 'collected', signature: 'x' });
	assert.equal(one.now().state, 'collected');
	assert.equal(one.stored()?.ballot?.step, 'collected');
});

test('a draft of another version of the questionnaire does not fit', () => {
	const shared = memoryStore();
	keeper(() => shared).keep({ answers: { a: 1 } });
	assert.deepEqual(keeper(() => shared, 2).now().answers, {});
});

test('where the browser refuses, at once or later, the page goes on from memory and says so', () => {
	const denied = keeper(() => {
		throw new Error('denied');
	});
	assert.deepEqual([denied.refused, denied.isKept()], [['refused'], false]);
	denied.keep({ answers: { a: 1 } });
	assert.deepEqual(denied.reread().answers, { a: 1 });

	const full = keeper(() => ({ read: () => null, write: () => false }));
	assert.equal(full.isKept(), true);
	full.keep({ answers: { a: 1 } });
	full.keep({ answers: { a: 1, b: 2 } });
	assert.deepEqual(full.reread().answers, { a: 1, b: 2 });
	assert.deepEqual([full.refused, full.isKept()], [['refused'], false]);
});

test('in memory by choice is nothing to be told of', () => {
	const kiosk = keeper(() => null);
	assert.deepEqual([kiosk.refused, kiosk.isKept()], [[], false]);
});

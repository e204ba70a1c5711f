import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onceAnAim, type AimInRounds } from './once-an-aim.ts';

const aim: AimInRounds = { group: 'ward', factor: 'workload', before: 'autumn', after: 'spring' };
const plan = (id: string, change: Partial<AimInRounds> = {}) => ({ id, ...aim, ...change });
const ids = (plans: readonly ReturnType<typeof plan>[]) =>
	onceAnAim(plans, (one) => one).map((same) => same.map(({ id }) => id));

test('two plans for the same group, factor and pair of rounds are one aim, in the order given', () => {
	assert.deepEqual(ids([plan('a'), plan('b', { group: 'clinic' }), plan('c')]), [['a', 'c'], ['b']]);
});

test('another group, factor or round before or after is another aim, and not measured again is one as well', () => {
	const others = [
		plan('group', { group: 'clinic' }),
		plan('factor', { factor: 'coping' }),
		plan('before', { before: 'summer' }),
		plan('after', { after: 'summer' }),
		plan('not again', { after: null })
	];
	assert.equal(ids([plan('own'), ...others]).length, 6);
	assert.deepEqual(ids([plan('one', { after: null }), plan('other', { after: null })]), [['one', 'other']]);
});

test('names that run into each other when written in a row are told apart', () => {
	assert.equal(ids([plan('a', { group: 'a', factor: 'b c' }), plan('b', { group: 'a b', factor: 'c' })]).length, 2);
	assert.equal(ids([plan('a', { after: 'null' }), plan('b', { after: null })]).length, 2);
	assert.deepEqual(ids([]), []);
});

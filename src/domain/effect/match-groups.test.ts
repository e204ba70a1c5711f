import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { matchGroups } from './match-groups.ts';

const group = (id: string, leaders: string) => ({ group: id, leaders: leaders.split('') });

test('a group is found again by its leaders, whatever it is called', () => {
	const matches = matchGroups([group('a', 'abcdefgh')], [group('a', 'xyz'), group('b', 'abcdefgi')]);
	assert.deepEqual(matches.get('a'), { group: 'b', sameMembers: 7 / 8 });
});

test('a group that was swallowed by a larger one, or split, is not the same', () => {
	const swallowed = matchGroups([group('a', 'abcd')], [group('all', 'abcdefghijkl')]);
	assert.deepEqual(swallowed.get('a'), { group: 'all', sameMembers: 4 / 12 });
	const split = matchGroups([group('a', 'abcdefgh')], [group('b', 'abcde'), group('c', 'fgh')]);
	assert.deepEqual(split.get('a'), { group: 'b', sameMembers: 5 / 8 });
	assert.equal(matchGroups([group('a', 'ab')], [group('b', 'cd')]).size, 0);
});

test('a whole organisation and its parts each find their own', () => {
	const rounds = [group('all', 'abcdef'), group('one', 'abc'), group('two', 'def')];
	const matches = matchGroups(rounds, rounds);
	for (const { group: id } of rounds) assert.deepEqual(matches.get(id), { group: id, sameMembers: 1 });
});

test('shares lie between 0 and 1, and the order of leaders does not matter', () => {
	const leaders = fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { minLength: 1 });
	fc.assert(
		fc.property(leaders, leaders, (own, other) => {
			const match = matchGroups([{ group: 'a', leaders: own }], [{ group: 'b', leaders: other }]).get('a');
			const turned = matchGroups([{ group: 'a', leaders: own.toReversed() }], [{ group: 'b', leaders: other }]);
			assert.deepEqual(turned.get('a'), match);
			const shared = own.filter((leader) => other.includes(leader)).length;
			assert.equal(match?.sameMembers ?? 0, shared / Math.max(own.length, other.length));
		})
	);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { leastSameMembers } from './effect.ts';
import { sameGroups } from './same-groups.ts';

const group = (id: string, leaders: string) => ({ group: id, leaders: leaders.split('') });

test('a group is found by its leaders, and whoever bears its id now is another group', () => {
	const same = sameGroups(
		[group('u:leaders', 'abcdefghi'), group('u:leaders-2', 'rstuvwxyz')],
		[group('u:leaders', 'rstuvwxyz'), group('u:leaders-2', 'abcdefgh1')]
	);
	assert.deepEqual(Object.fromEntries(same), { 'u:leaders': 'u:leaders-2', 'u:leaders-2': 'u:leaders' });
});

test('a group that fell apart, was swallowed or is a third new begins without a past', () => {
	assert.equal(sameGroups([group('a', 'abcdefgh')], [group('a', 'abcde'), group('b', 'fgh')]).size, 0);
	assert.equal(sameGroups([group('a', 'abcd')], [group('a', 'abcdefgh')]).size, 0);
	assert.equal(sameGroups([group('a', 'abcdefghi')], [group('a', 'abcdef123')]).size, 0);
	assert.equal(sameGroups([group('a', 'abcdefghij')], [group('x', 'abcdefg123')]).get('x'), 'a');
	assert.equal(sameGroups([group('a', '')], [group('a', '')]).size, 0);
});

test('of a unit and the department that is nearly all of it, each finds its own', () => {
	const before = [group('unit', 'abcdefghijk'), group('one', 'abcdefghi'), group('two', 'jk')];
	assert.deepEqual(
		[...sameGroups(before, before)],
		before.map(({ group: id }) => [id, id])
	);
	const alone = sameGroups(before, [group('unit', 'abcdefghi')]);
	assert.deepEqual([...alone], [['unit', 'one']], 'what is left is the department, not the unit');
});

test('each is the same as one other at most, and as none that shares fewer than the stated part', () => {
	const groups = fc.array(fc.uniqueArray(fc.nat(12)), { maxLength: 6 });
	const named = (all: readonly (readonly number[])[]) =>
		all.map((leaders, place) => ({ group: `g${place}`, leaders: leaders.map(String) }));
	fc.assert(
		fc.property(groups, groups, (one, other) => {
			const [earlier, later] = [named(one), named(other)];
			const same = sameGroups(earlier, later);
			assert.equal(new Set(same.values()).size, same.size);
			const leadersOf = (all: typeof earlier, id: string) => all.find(({ group: own }) => own === id)?.leaders ?? [];
			for (const [id, was] of same) {
				const [now, before] = [leadersOf(later, id), leadersOf(earlier, was)];
				const shared = now.filter((leader) => before.includes(leader)).length;
				assert.ok(shared / Math.max(now.length, before.length) >= leastSameMembers - 1e-9);
			}
		})
	);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adopted, changedFields, isSame, mergeRecord } from '#domain/evidence/merge-record.ts';

type Sample = { readonly version: number; readonly a: string; readonly b: string; readonly extra?: string };
const before: Sample = { version: 1, a: 'a', b: 'b' };

test('each side keeps what only it changed', () => {
	const { record, conflicts } = mergeRecord({
		before,
		now: { ...before, version: 2, a: 'theirs' },
		edited: { ...before, b: 'ours' }
	});
	assert.deepEqual(record, { version: 2, a: 'theirs', b: 'ours' });
	assert.deepEqual(conflicts, []);
});

test('the same change on both sides is no conflict, another one is, and ours stands', () => {
	const alike = mergeRecord({ before, now: { ...before, a: 'new' }, edited: { ...before, a: 'new' } });
	assert.deepEqual(alike, { record: { ...before, a: 'new' }, conflicts: [] });
	const unlike = mergeRecord({ before, now: { ...before, a: 'theirs' }, edited: { ...before, a: 'ours' } });
	assert.equal(unlike.record.a, 'ours');
	assert.deepEqual(unlike.conflicts, [{ field: 'a', before: 'a', now: 'theirs', edited: 'ours' }]);
});

test('a field that was taken away here is gone, and one that a later shape brings is there', () => {
	const withExtra: Sample = { ...before, extra: 'x' };
	assert.deepEqual(mergeRecord({ before: withExtra, now: withExtra, edited: before }).record, before);
	assert.deepEqual(mergeRecord({ before, now: withExtra, edited: before }).record, withExtra);
});

test('a field that was shipped as it was edited follows what is shipped from then on, and the others do not', () => {
	const edited: Sample = { ...before, a: 'ours', b: 'ours', extra: 'ours' };
	const since: readonly Sample[] = [
		{ version: 2, a: 'ours', b: 'theirs', extra: 'ours' },
		{ version: 3, a: 'later', b: 'theirs' }
	];
	const madeFrom = adopted({ before, since, edited });
	assert.deepEqual(madeFrom, { ...before, a: 'ours', extra: 'ours' });
	const now: Sample = { version: 4, a: 'latest', b: 'theirs' };
	const { record, conflicts } = mergeRecord({ before: madeFrom, now, edited });
	assert.deepEqual(record, { version: 4, a: 'latest', b: 'ours' });
	assert.deepEqual(
		conflicts.map(({ field }) => field),
		['b']
	);
	assert.equal(adopted({ before, since: [], edited }), before);
});

test('the order of fields is no difference, the order of a list is', () => {
	assert.ok(isSame({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 }));
	assert.ok(!isSame([1, 2], [2, 1]));
	assert.ok(!isSame({ a: null }, {}));
	assert.ok(!isSame([], {}));
	assert.deepEqual(changedFields({ a: 1, b: 2 }, { a: 1, b: 3, c: 4 }), ['b', 'c']);
});

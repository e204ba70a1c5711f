import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleStudy } from '#domain/evidence/sample-records.ts';
import { groupBySharedAuthors } from '#domain/evidence/shared-authors.ts';

function work(id: string, ...names: readonly string[]) {
	const authors = names.map((name) => {
		const [family = '', given] = name.split(', ');
		return { family, given: given ?? null };
	});
	return sampleStudy({ id, authors });
}

function groups(...works: readonly ReturnType<typeof work>[]) {
	return groupBySharedAuthors(works).map((group) => group.map((study) => study.id).sort());
}

test('works without a common author are groups of their own', () => {
	assert.deepEqual(groups(work('a', 'Lee, Heather'), work('b', 'Keith, Angela')), [['a'], ['b']]);
});

test('sharing is passed on, also when the link comes last', () => {
	const [a, b, link] = [work('a', 'Brown, P'), work('b', 'Lee, H'), work('link', 'Brown, Pat', 'Lee, Heather')];
	assert.deepEqual(groups(a, b, link), [['a', 'b', 'link']]);
	assert.deepEqual(groups(link, a, b), [['a', 'b', 'link']]);
});

test('one family name with two first letters is two people', () => {
	assert.deepEqual(groups(work('a', 'Lee, Heather'), work('b', 'Lee, Allan')), [['a'], ['b']]);
});

test('an unknown given name agrees with any, and a double family name with its last part', () => {
	assert.deepEqual(groups(work('a', 'Andersen'), work('b', 'Andersen, Bo')), [['a', 'b']]);
	assert.deepEqual(groups(work('a', 'Spence Laschinger, Heather'), work('b', 'Laschinger, H')), [['a', 'b']]);
});

test('no works give no groups', () => {
	assert.deepEqual(groups(), []);
});

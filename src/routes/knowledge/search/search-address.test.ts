import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordHref, searchHref, withFilter } from './search-address.ts';

test('an address says what was asked for and nothing else', () => {
	assert.equal(searchHref({ question: '', filters: {} }), '/knowledge/search');
	assert.equal(
		searchHref({ question: 'å & b', filters: { country: 'SE' } }, 2),
		'/knowledge/search?q=%C3%A5+%26+b&country=SE&page=2'
	);
	assert.equal(searchHref({ question: 'x', filters: {} }, 1), '/knowledge/search?q=x');
});

test('one filter is set, changed or taken away; the words and the other filters stay', () => {
	const search = { question: 'stress', filters: { country: 'SE', kind: 'study' } } as const;
	assert.deepEqual(withFilter(search, 'country', 'NO'), {
		question: 'stress',
		filters: { kind: 'study', country: 'NO' }
	});
	assert.deepEqual(withFilter(search, 'kind', null), { question: 'stress', filters: { country: 'SE' } });
});

test('each kind of record has its room', () => {
	assert.equal(recordHref({ kind: 'factor', id: 'support' }), '/factors/support');
	assert.equal(recordHref({ kind: 'study', id: 'x-2020' }), '/studies/x-2020');
});

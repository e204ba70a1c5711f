import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupName } from './group-name.ts';

test('only a leaf that shares its parent’s name is called the leadership group', () => {
	assert.equal(groupName('da', { name: 'Sygehuset', kind: 'leaf' }, 'Sygehuset'), 'Sygehuset (ledergruppen)');
	assert.equal(
		groupName('en', { name: 'The hospital', kind: 'leaf' }, 'The hospital'),
		'The hospital (leadership group)'
	);
	assert.equal(groupName('da', { name: 'Kirurgi', kind: 'leaf' }, 'Sygehuset'), 'Kirurgi');
	assert.equal(groupName('da', { name: 'Sygehuset', kind: 'union' }, 'Sygehuset'), 'Sygehuset');
	assert.equal(groupName('da', { name: 'Sygehuset', kind: 'leaf' }, undefined), 'Sygehuset');
});

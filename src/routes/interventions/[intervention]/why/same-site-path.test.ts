import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupOfWayBack, kindOfWayBack, sameSitePath } from './same-site-path.ts';

test('a path of this site is kept with its query, without what stands after the hash', () => {
	assert.equal(sameSitePath('/results/1/a%20b'), '/results/1/a%20b');
	assert.equal(sameSitePath('/plans/new?round=1&group=2'), '/plans/new?round=1&group=2');
	assert.equal(sameSitePath('/plans/1#secret'), '/plans/1');
	assert.equal(sameSitePath('/'), '/');
});

test('whatever could lead to another site is refused', () => {
	for (const address of [
		null,
		'',
		'results',
		'https://other.example/',
		'//other.example',
		'///other.example',
		'/\\other.example',
		'\\\\other.example',
		'/\t/other.example',
		'/\n/other.example',
		'/x/..//other.example',
		'/.//other.example',
		'/%2e//other.example',
		'javascript:alert(1)',
		'/a b',
		' /results',
		`/${'x'.repeat(600)}`
	]) {
		assert.equal(sameSitePath(address), null, JSON.stringify(address));
	}
});

test('the link back is named by where it leads', () => {
	assert.equal(kindOfWayBack('/results/1/2'), 'result');
	assert.equal(kindOfWayBack('/plans/new?x=1'), 'plan');
	assert.equal(kindOfWayBack('/factors/workload'), 'other');
});

test('the group is known from the address of its result, and from no other', () => {
	assert.deepEqual(groupOfWayBack('/results/1/u9%3Aleaders'), { roundId: '1', groupId: 'u9:leaders' });
	assert.deepEqual(groupOfWayBack('/results/1/2?x=1'), { roundId: '1', groupId: '2' });
	for (const path of ['/results', '/results/1', '/results/1/2/fit', '/plans/new?round=1', '/results/1/%E0%A4%A'])
		assert.equal(groupOfWayBack(path), null, path);
});

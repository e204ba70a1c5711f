import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whyHref } from './why-href.ts';

test('the address names the factor and the way back, and nothing after a hash', () => {
	assert.equal(
		whyHref('peer-supervision', 'support', '/results/1/a b?x=1'),
		'/interventions/peer-supervision/why?factor=support&back=%2Fresults%2F1%2Fa+b%3Fx%3D1'
	);
	assert.equal(whyHref('i', null, '/results/1#token'), '/interventions/i/why?back=%2Fresults%2F1');
	assert.equal(whyHref('i', null, null), '/interventions/i/why');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { destinationHref, destinationIn, destinationText } from './destination.ts';

test('a destination comes back from a form as it went in', () => {
	for (const destination of [
		{ step: 'follow-up', corrects: '' },
		{ step: 'absence', corrects: 'a1' }
	] as const)
		assert.deepEqual(destinationIn(destinationText(destination)), destination);
});

test('whatever a form sends, it leads to a step of this assessment', () => {
	for (const text of ['', '//evil.example', 'https://evil.example/ x', 'finish?x=1'])
		assert.match(
			destinationHref('id', destinationIn(text), null),
			/^\/apv\/id\?step=(mapping|finish)(&corrects=\w+#absence-form)?$/
		);
});

test('a line to correct leads to the form it is corrected in', () => {
	assert.equal(
		destinationHref('id', { step: 'absence', corrects: 'a1' }, 'saved'),
		'/apv/id?step=absence&corrects=a1&done=saved#absence-form'
	);
	assert.equal(destinationHref('id', { step: 'mapping', corrects: '' }, null), '/apv/id?step=mapping');
});

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { describedBy } from './field.ts';

test('a field without hint and error is described by nothing', () => {
	assert.equal(describedBy('mail', {}), undefined);
	assert.equal(describedBy('mail', { hint: '', error: null }), undefined);
});

test('the hint is read before the error', () => {
	assert.equal(describedBy('mail', { hint: 'Din arbejdsmail', error: 'Skriv en mailadresse' }), 'mail-hint mail-error');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { personalValue } from './personal-value.ts';

test('roles, recorded events and how they went are told in words, and everything else as it is kept', () => {
	assert.equal(personalValue('da', 'role', 'programme-lead'), 'Programleder');
	assert.equal(personalValue('en', 'role', 'facilitator'), 'Facilitator');
	assert.equal(personalValue('da', 'action', 'GET /rounds'), 'Så målinger');
	assert.equal(personalValue('da', 'action', 'grant-role manager'), 'Gav rollen: Leder af ledere');
	assert.equal(personalValue('da', 'outcome', 'refused'), 'Afvist');
	assert.equal(personalValue('da', 'title', 'programme-lead'), 'programme-lead');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPackedValues, readText, readValues } from './read-form.ts';

function formOf(...fields: readonly (readonly [string, string])[]): FormData {
	const form = new FormData();
	for (const [name, value] of fields) form.append(name, value);
	return form;
}

test('characters that nobody sees and no database takes are left out; lines and tabs stay', () => {
	const form = formOf(['reason', 'Før\u0000, \u001B[1m\u0085efter\r\nnæste\tlinje 👩‍⚕️'], ['lines', '1\u0000'], ['lines', '2']);
	const expected = 'Før, [1mefter\nnæste\tlinje 👩‍⚕️';
	assert.equal(readText(form, 'reason'), expected);
	assert.deepEqual(readValues(form), { reason: [expected], lines: ['1', '2'] });
});

test('packed values are read back, and what is none of them is left out', () => {
	const values = { 'claim.da': ['Første linje.\nAnden "linje" <b>.'], outcomes: ['stress', 'burnout'] };
	assert.deepEqual(readPackedValues(formOf(['opened', JSON.stringify(values)]), 'opened'), values);
	for (const text of ['', 'null', '7', '{', '"x"']) assert.equal(readPackedValues(formOf(['opened', text]), 'opened'), null);
	assert.equal(readPackedValues(formOf(), 'opened'), null);
	assert.deepEqual(readPackedValues(formOf(['opened', '{"a":"b","c":["d",7]}']), 'opened'), { a: [], c: ['d'] });
});

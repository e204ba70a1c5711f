import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldMessages, fieldSentence, markAfter } from './field-words.ts';

const words = { language: 'da', kind: 'study', reasonLabel: 'Hvorfor retter du?' } as const;

test('a part of a study is named as the form names it', () => {
	const problem = { code: 'confidence-missing', detail: 'container-title' } as const;
	assert.equal(fieldSentence('da', problem), 'Vælg ved »Udgivet i«, om det er slået efter.');
	assert.equal(fieldSentence('en', problem), 'Choose at “Published in” whether it has been looked up.');
});

test('a name that ends a sentence is followed by no colon', () => {
	assert.equal(markAfter('Er oplysningerne slået efter?'), '');
	assert.equal(markAfter('Oplæring hjælper.'), '');
	assert.equal(markAfter('Titel'), ':');
});

test('the problems of a form stand in the order of the page', () => {
	const problem = (field: string) => ({ field, code: 'missing', detail: '' }) as const;
	const fields = ['doi', 'status', 'authors', 'reason', 'cautions.en', 'id'];
	const messages = fieldMessages(fields.map(problem), words);
	assert.deepEqual(
		messages.map(({ fieldId }) => fieldId),
		['id', 'authors', 'doi', 'cautions.en', 'status', 'reason']
	);
	assert.equal(messages[0]?.message, 'Navn i adressen: Feltet skal udfyldes.');
	assert.equal(messages.at(-1)?.message, 'Hvorfor retter du? Feltet skal udfyldes.');
});

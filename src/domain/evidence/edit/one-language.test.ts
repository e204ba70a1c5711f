import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oneLanguageChanges } from '#domain/evidence/edit/one-language.ts';

const text = { da: 'Stor arbejdsmængde', en: 'A heavy workload' };

test('a text that was changed in one language only is told, with the language', () => {
	const changed = (after: unknown) => oneLanguageChanges({ field: 'claim', before: text, after });
	assert.deepEqual(changed({ ...text, da: 'Meget arbejde' }), [{ field: 'claim', changed: 'da' }]);
	assert.deepEqual(changed({ ...text, en: 'Much work' }), [{ field: 'claim', changed: 'en' }]);
	assert.deepEqual(changed({ da: 'Meget arbejde', en: 'Much work' }), []);
	assert.deepEqual(changed({ ...text }), []);
	assert.deepEqual(changed(null), []);
	assert.deepEqual(oneLanguageChanges({ field: 'note', before: null, after: text }), []);
});

test('a list of texts is one text in each language', () => {
	const second = { da: 'To.', en: 'Two.' };
	const changed = (after: unknown) => oneLanguageChanges({ field: 'steps', before: [text, second], after });
	assert.deepEqual(changed([text, { ...second, en: 'Second.' }]), [{ field: 'steps', changed: 'en' }]);
	assert.deepEqual(changed([{ ...text, da: 'Et.' }, { ...second, en: 'Second.' }]), []);
	assert.deepEqual(changed([text]), []);
	// The same Danish words moved, the English ones not.
	const moved = [
		{ da: second.da, en: text.en },
		{ da: text.da, en: second.en }
	];
	assert.deepEqual(changed(moved), [{ field: 'steps', changed: 'da' }]);
});

test('of named parts each is told by itself, and what is no text gives nothing', () => {
	const before = { context: text, participants: text };
	const after = { context: { ...text, en: 'Load' }, participants: { ...text, da: 'Mængde' } };
	assert.deepEqual(oneLanguageChanges({ field: 'fit', before, after }), [
		{ field: 'fit.context', changed: 'en' },
		{ field: 'fit.participants', changed: 'da' }
	]);
	for (const [was, is] of [
		['a', 'b'],
		[1, null],
		[['a'], ['b']],
		[{ title: 'verified' }, { title: 'recalled' }]
	] as const) {
		assert.deepEqual(oneLanguageChanges({ field: 'confidence', before: was, after: is }), []);
	}
});

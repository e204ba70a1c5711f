import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldNames, readFitForm } from './fit-form.ts';

test('every question that stood in the form is read, with what stood there before', () => {
	const form = new FormData();
	form.set(fieldNames.was('drop-tasks', 'context'), '');
	form.set(fieldNames.answer('drop-tasks', 'context'), 'yes');
	form.set(fieldNames.was('drop-tasks', 'facilitator'), 'no');
	assert.deepEqual(readFitForm(form).answers, [
		{ interventionId: 'drop-tasks', dimension: 'context', answer: 'yes', was: '' },
		{ interventionId: 'drop-tasks', dimension: 'facilitator', answer: '', was: 'no' }
	]);
	assert.equal(readFitForm(form).isForAll, false);
});

test('a mark counts only where it was changed, and a box without a tick is none', () => {
	const form = new FormData();
	for (const id of ['a', 'b']) form.set(fieldNames.wasDone(id), 'no');
	for (const id of ['c', 'd']) form.set(fieldNames.wasDone(id), 'yes');
	for (const id of ['b', 'd']) form.set(fieldNames.isDone(id), 'yes');
	form.set(fieldNames.isForAll, 'yes');
	assert.deepEqual(readFitForm(form).practices, [
		{ interventionId: 'b', isDone: true },
		{ interventionId: 'c', isDone: false }
	]);
	assert.equal(readFitForm(form).isForAll, true);
});

test('what does not belong to the form is not read', () => {
	const form = new FormData();
	form.set('answer.x.context', 'yes');
	form.set('other', 'yes');
	assert.deepEqual(readFitForm(form), { answers: [], practices: [], isForAll: false, goTo: null });
	form.set(fieldNames.goTo, '2');
	assert.equal(readFitForm(form).goTo, '2');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wrapLabel } from './wrap-label.ts';

test('a short label stays on one line', () => {
	assert.deepEqual(wrapLabel('Støtte', { maximumCharacters: 14, maximumLines: 2 }), ['Støtte']);
});

test('a label is broken between words', () => {
	assert.deepEqual(wrapLabel('Rollekonflikter og modstridende krav', { maximumCharacters: 18, maximumLines: 3 }), [
		'Rollekonflikter og',
		'modstridende krav'
	]);
});

test('a word that is too long is broken with a hyphen', () => {
	assert.deepEqual(wrapLabel('Forventningsafstemning', { maximumCharacters: 14, maximumLines: 2 }), [
		'Forventningsa-',
		'fstemning'
	]);
});

test('a hyphen in a name is a place to break', () => {
	assert.deepEqual(wrapLabel('Arbejde-privatliv', { maximumCharacters: 10, maximumLines: 2 }), [
		'Arbejde-',
		'privatliv'
	]);
	assert.deepEqual(wrapLabel('Arbejde-privatliv', { maximumCharacters: 17, maximumLines: 2 }), ['Arbejde-privatliv']);
});

test('what does not fit ends in an ellipsis and keeps within the line', () => {
	const lines = wrapLabel('Rolleklarhed og realistiske forventninger til lederen', {
		maximumCharacters: 16,
		maximumLines: 2
	});
	assert.equal(lines.length, 2);
	assert.equal(lines[1], 'realistiske…');
	assert.ok(lines.every((line) => line.length <= 16));
});

test('no line of any label is longer than allowed', () => {
	const labels = [
		'Lav støtte og organisatorisk isolation',
		'Kompetenceudvikling og ledelsestræning',
		'  to   mellemrum '
	];
	for (const label of labels) {
		for (const maximumCharacters of [5, 9, 14, 30]) {
			const lines = wrapLabel(label, { maximumCharacters, maximumLines: 20 });
			assert.ok(
				lines.every((line) => line.length > 0 && line.length <= maximumCharacters),
				`${label} at ${maximumCharacters}`
			);
		}
	}
});

test('a place without room is the caller’s mistake', () => {
	assert.throws(() => wrapLabel('Krav', { maximumCharacters: 1, maximumLines: 1 }), RangeError);
});

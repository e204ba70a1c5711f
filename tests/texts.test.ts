// The texts for people: both languages say the same things, in words that were written for people.
import assert from 'node:assert/strict';
import { readFileSync, globSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import * as danish from '#texts/da/index.ts';
import * as english from '#texts/en/index.ts';

const root = resolve(import.meta.dirname, '..');

type Leaf = { readonly path: string; readonly text: string | null };

test('Danish and English have the same texts, in the same places', () => {
	const paths = (texts: unknown) => leavesOf(texts).map((leaf) => leaf.path);
	assert.deepEqual(paths(english), paths(danish));
	assert.ok(paths(danish).length > 200);
});

test('no text is empty, and none begins or ends with a blank', () => {
	// English may leave out what only Danish readers need to be told.
	const texts = [...leavesOf(danish), ...leavesOf(english).filter(({ text }) => text !== '')];
	assert.deepEqual(
		texts.filter(({ text }) => text !== null && !isClean(text)),
		[]
	);
	assert.ok(!isClean('') && !isClean(' Gem') && !isClean('Gem  nu') && isClean('Gem'));
});

test('a sentence in English is not one that was left in Danish', () => {
	const danishOf = new Map(leavesOf(danish).map((leaf) => [leaf.path, leaf.text]));
	const same = leavesOf(english).filter(
		({ path, text }) => text !== null && text.split(' ').length > 3 && danishOf.get(path) === text
	);
	assert.deepEqual(same, []);
	const danishWord = /\p{L}[æøå]|[æøå]\p{L}/iu;
	assert.deepEqual(
		leavesOf(english).filter(({ text }) => text !== null && danishWord.test(text)),
		[]
	);
});

test('no page and no text promises more than confidentiality', () => {
	const files = globSync('src/{texts,ui,routes}/**/*.{ts,svelte}', { cwd: root }).filter(
		(file) => !file.endsWith('.test.ts')
	);
	const promising = files.filter((file) => /anonym/i.test(withoutComments(readFileSync(join(root, file), 'utf8'))));
	assert.deepEqual(promising, []);
});

test('pages take their sentences from the texts', () => {
	const files = globSync('src/{ui,routes}/**/*.svelte', { cwd: root });
	assert.ok(files.length > 40);
	assert.deepEqual(
		files.flatMap((file) => sentencesIn(file, readFileSync(join(root, file), 'utf8'))),
		[]
	);
});

test('a sentence written into a page is caught', () => {
	const page =
		'<script lang="ts">const a = 1;</script>\n<h1>{texts.title}</h1>\n<p class="x">Du kan svare nu.</p>\n<style>p { color: red; }</style>';
	assert.deepEqual(sentencesIn('planted.svelte', page), ['planted.svelte: Du kan svare nu.']);
	assert.deepEqual(sentencesIn('planted.svelte', '<img alt="A ward with people" />'), [
		'planted.svelte: A ward with people'
	]);
});

/** A function counts as a leaf without text. */
function leavesOf(texts: unknown, path = ''): Leaf[] {
	if (typeof texts === 'string') return [{ path, text: texts }];
	if (typeof texts === 'function') return [{ path, text: null }];
	if (typeof texts !== 'object' || texts === null) return [];
	return Object.entries(texts)
		.toSorted(([one], [other]) => (one < other ? -1 : 1))
		.flatMap(([name, own]) => leavesOf(own, path === '' ? name : `${path}.${name}`));
}

function isClean(text: string): boolean {
	return text !== '' && text === text.trim() && !/ {2}/.test(text);
}

/** Two words or more between tags, or in an attribute that is read aloud. */
function sentencesIn(file: string, source: string): string[] {
	const markup = withoutBraces(
		source.replaceAll(/<(script|style)\b[\s\S]*?<\/\1>/g, '').replaceAll(/<!--[\s\S]*?-->/g, '')
	);
	const attributes = [...markup.matchAll(/\b(?:alt|aria-label|title|placeholder)="([^"]+)"/g)].map(
		(match) => match[1] ?? ''
	);
	const between = markup.replaceAll(/<[^>]*>/g, '\n').split('\n');
	return [...attributes, ...between]
		.map((text) => text.trim())
		.filter((text) => /\p{L}{2,}\s+\p{L}{2,}/u.test(text))
		.map((text) => `${file}: ${text}`);
}

/** Braces hold code, and may hold braces. */
function withoutBraces(markup: string): string {
	let depth = 0;
	let kept = '';
	for (const letter of markup) {
		if (letter === '{') depth += 1;
		if (depth === 0) kept += letter;
		if (letter === '}') depth -= 1;
	}
	return kept;
}

function withoutComments(text: string): string {
	return text
		.replaceAll(/\/\*[\s\S]*?\*\//g, '')
		.replaceAll(/^\s*\/\/.*$/gm, '')
		.replaceAll(/<!--[\s\S]*?-->/g, '');
}

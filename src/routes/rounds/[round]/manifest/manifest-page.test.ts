// After the close everybody must see at once whether a group holds more answers than went out.
import '../../../../../tests/support/svelte-loader.ts';
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { textsFor } from '#texts/texts.ts';
import { fileNameOf } from './file-name.ts';
import { keyFingerprint } from './key-fingerprint.ts';

const texts = textsFor('da').manifest;
const hash = Buffer.alloc(32, 7).toString('base64url');

type Total = { readonly collected: number; readonly accepted: number };
type Counts = { readonly total: Total | null; readonly stuffed: readonly string[] };

async function page(counts: Counts | null, hasSharedKey = false): Promise<string> {
	const module: { default: Component<Record<string, unknown>> } = await import(
		join(import.meta.dirname, '+page.svelte')
	);
	const group = { id: 'a', name: 'Afdeling 1', path: ['Hospitalet'], units: ['Afdeling 1'], invited: 9 };
	const list = {
		...{ roundId: 'r', roundName: 'Forår', threshold: 5, hash: '0707 0707', previous: null, hasSharedKey, counts },
		...{ fileName: fileNameOf(hash), groups: 2, invited: 18, search: '', found: 2, page: 1, pages: 1 },
		shown: [
			{ ...group, fingerprint: keyFingerprint('AAAA'), accepted: 7 },
			{ ...group, id: 'b', name: 'Afdeling 2', fingerprint: keyFingerprint('BBBB'), accepted: null }
		]
	};
	const { body } = await render(module.default, { props: { data: { language: 'da', list } } });
	return body.replace(/<!--.*?-->/g, '').replace(/<[^>]*>/g, ' ');
}

test('before the close no answers are counted', async () => {
	const body = await page(null);
	assert.ok(body.includes(texts.notClosed));
	assert.ok(!body.includes(texts.acceptedUntold) && !body.includes(texts.columns.accepted + ' '));
});

test('after the close it says that every group kept within what was collected, and hides small counts', async () => {
	const body = await page({ total: { collected: 14, accepted: 11 }, stuffed: [] });
	assert.ok(body.includes(texts.totals(11, 14)));
	assert.ok(body.includes(texts.acceptedUntold));
	assert.ok(!body.includes(texts.stuffedTitle));
});

test('a stuffed box is said aloud, with the groups', async () => {
	const body = await page({ total: { collected: 14, accepted: 15 }, stuffed: ['Afdeling 2'] });
	assert.ok(body.includes(texts.stuffedTitle) && body.includes(texts.stuffed(['Afdeling 2'])));
	assert.ok(!body.includes(texts.held));
});

test('two groups with one key are said aloud', async () => {
	assert.ok((await page(null, true)).includes(texts.sameKey));
	assert.ok(!(await page(null)).includes(texts.sameKey));
});

test('the kept file is named after the beginning of its hash, and keys are told apart', () => {
	assert.equal(fileNameOf(hash), `ledertrivsel-manifest-${'07'.repeat(16)}.json`);
	assert.match(keyFingerprint('AAAA'), /^([0-9a-f]{4} ){7}[0-9a-f]{4}$/);
	assert.notEqual(keyFingerprint('AAAA'), keyFingerprint('BBBB'));
});

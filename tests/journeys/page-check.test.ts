// What is checked on every page is found where it is planted: a check that finds nothing anywhere would look the same.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axeFindings } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';

const sound = '<h1>Overskrift</h1><p>Tekst</p>';
const planted: readonly (readonly [rule: string, body: string])[] = [
	['image-alt', `${sound}<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">`],
	['color-contrast', `${sound}<p style="color:#bbb;background:#fff">Kan knap læses</p>`],
	['label', `${sound}<input type="text">`],
	['page-has-heading-one', '<h2>Overskrift</h2><p>Tekst</p>'],
	['region', `${sound}</main><p>Uden for alt</p>`]
];

test('axe finds what is planted on a page, and nothing on a page without it', async (t) => {
	const { newDesktop } = await openBrowser(t);
	const page = await (await newDesktop()).newPage();
	const show = (body: string) =>
		page.setContent(`<!doctype html><html lang="da"><title>Prøve</title><main>${body}</main></html>`);
	await show(sound);
	assert.deepEqual(await axeFindings(page), []);
	for (const [rule, body] of planted) {
		await show(body);
		const found = await axeFindings(page);
		assert.ok(found.length > 0 && found.every((line) => line.startsWith(`${rule}:`)), `${rule}: ${found.join('\n')}`);
		assert.deepEqual(await axeFindings(page), found, 'the same when it is asked again');
	}
	await show('<h2>Overskrift</h2>');
	assert.deepEqual(await axeFindings(page, ['page-has-heading-one']), []);
	await show(`${sound}<iframe title="andet" srcdoc="<p>x</p>"></iframe>`);
	await assert.rejects(axeFindings(page), /holds other documents/);
});

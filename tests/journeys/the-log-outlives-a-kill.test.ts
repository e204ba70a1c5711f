// What was changed and what was taken out stands in the log as soon as it is answered: the program is killed right after.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventSentence } from '#texts/event-sentence.ts';
import { openBrowser } from '../support/browser.ts';
import { startSite } from '../support/site.ts';
import { setUp } from './steps.ts';

test('a change and a download that were answered stand in the log after kill -9', async (t) => {
	const site = await startSite(t);
	const people = await openBrowser(t);
	const page = await (await people.newDesktop()).newPage();
	await setUp(page, site);
	const origin = { origin: site.url };
	// Nothing is read or waited for between the answers and the kill.
	const changed = await page.request.post(`${site.url}/privacy/retention`, {
		headers: origin,
		form: { responses: '36' },
		maxRedirects: 0
	});
	const taken = await page.request.get(`${site.url}/privacy/mine/json`);
	await site.kill();
	assert.ok(changed.status() < 500 && taken.ok(), `${changed.status()} ${taken.status()}`);
	await site.start();
	await page.goto(`${site.url}/operation/events`);
	const rows = await page.locator('table tbody tr').allTextContents();
	for (const action of ['POST /privacy/retention', 'GET /privacy/mine/json']) {
		const sentence = eventSentence('da', action);
		assert.ok(
			rows.some((row) => row.includes(sentence)),
			`${sentence} is not among\n${rows.join('\n')}`
		);
	}
});

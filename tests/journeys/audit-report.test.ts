import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPage, openBrowser, takePicture } from '../support/browser.ts';
import { startSite } from '../support/site.ts';
import { da } from './steps.ts';

test('a programme lead reads the attack on a released round, and finds leaders of one level across the units', async (t) => {
	const site = await startSite(t);
	const people = await openBrowser(t);
	const context = await people.newDesktop();
	const page = await context.newPage();
	await page.goto(site.url);
	const roles = da.site.home.roles;
	await page.getByRole('button', { name: da.site.home.seeAs(roles['programme-lead']), exact: true }).focus();
	// The first visitor waits while the region is built.
	await page.keyboard.press('Enter');
	await page.waitForURL((url) => url.pathname !== '/' && url.pathname !== '/demonstration', { timeout: 90_000 });

	await page.goto(`${site.url}/results`);
	const title = page.getByRole('heading', { name: da.results.dimensionsTitle });
	await title.waitFor();
	await checkPage(page);
	const section = page.locator('section', { has: title });
	await section
		.getByRole('link', { name: /^(Niveau|Faggruppe): / })
		.first()
		.click();
	await page.getByRole('heading', { level: 1 }).waitFor();
	assert.match((await page.getByRole('heading', { level: 1 }).textContent()) ?? '', /^(Niveau|Faggruppe): /);
	await checkPage(page);

	const round = new URL(page.url()).pathname.split('/')[2] ?? '';
	await page.goto(`${site.url}/rounds/${round}/audit`);
	await page.getByText(da.audit.holds).waitFor();
	await checkPage(page);
	await takePicture(page, 'audit');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { checkPage, openBrowser, tabTo } from '../support/browser.ts';
import { startSite } from '../support/site.ts';
import { administrator } from './made-up-hospital.ts';
import { da, setUp } from './steps.ts';

const draftNames = {
	dpia: /^Konsekvensanalyse/,
	record: /^Fortegnelse/,
	accessibility: /^Tilgængelighedserklæring/
} as const;
const token = 'a-token-for-the-monitor';

test('an operator watches, a programme lead says how long what is kept, and everybody reads what is held of them', async (t) => {
	const site = await startSite(t, { settings: { METRICS_TOKEN: token } });
	const people = await openBrowser(t);

	await t.test('health and metrics, with and without the token', async () => {
		const health = await fetch(`${site.url}/health`);
		assert.equal(health.status, 200);
		assert.equal((await health.json()).database, 'ok');
		assert.equal((await fetch(`${site.url}/metrics`)).status, 401);
		const metrics = await fetch(`${site.url}/metrics`, { headers: { authorization: `Bearer ${token}` } });
		assert.equal(metrics.status, 200);
		assert.match(await metrics.text(), /ledertrivsel_requests_total\{route="\/health",status="2xx"\} 1/);
	});

	await t.test('a visitor reads what is held and what nobody can find', async () => {
		const page = await (await people.newPhone()).newPage();
		await page.goto(`${site.url}/privacy`);
		await checkPage(page);
		await look(page, 'privacy');
		await page.getByRole('link', { name: da.privacy.links.mine }).click();
		await page.getByText(da.privacy.mine.signIn).waitFor();
		assert.equal((await page.goto(`${site.url}/privacy/dpia`))?.status(), 403);
	});

	await t.test('the programme lead: limits, drafts, a person', async () => {
		const page = await (await people.newDesktop()).newPage();
		await setUp(page, site);
		await page.goto(`${site.url}/privacy/retention`);
		const { label } = da.privacy.retention.kinds.responses;
		const field = page.getByLabel(da.privacy.retention.months(label));
		assert.equal(await field.inputValue(), '24');
		await field.fill('0');
		await page.getByRole('button', { name: da.privacy.retention.save }).click();
		await page.getByRole('alert').waitFor();
		await checkPage(page);
		await look(page, 'retention-error');
		await field.fill('36');
		await page.getByRole('button', { name: da.privacy.retention.save }).click();
		await page.getByText(da.privacy.retention.saved).waitFor();
		await checkPage(page);
		await look(page, 'retention');

		for (const draft of ['dpia', 'record', 'accessibility'] as const) {
			await page.goto(`${site.url}/privacy/${draft}`);
			await page.getByRole('heading', { level: 1, name: draftNames[draft] }).waitFor();
			await checkPage(page);
			await look(page, draft);
			const word = await page.request.get(`${site.url}/privacy/${draft}/word`);
			assert.equal(
				word.headers()['content-type'],
				'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
			);
			assert.equal((await word.body()).subarray(0, 2).toString(), 'PK');
		}
		await page.goto(`${site.url}/privacy/dpia`);
		await page.getByText('36 måneder').first().waitFor();

		await page.goto(`${site.url}/privacy/people`);
		await page.getByLabel(da.privacy.people.person).fill(administrator.email);
		await page.getByRole('button', { name: da.privacy.people.look }).click();
		await page
			.getByText(da.privacy.tables['memberships'] ?? '')
			.first()
			.waitFor();
		await checkPage(page);
		await look(page, 'person');
		await page.getByText(da.privacy.people.confirm).click();
		await page.getByRole('button', { name: da.privacy.people.delete }).click();
		await page.getByText(da.privacy.people.outcomes['last-programme-lead']).first().waitFor();

		await page.goto(`${site.url}/operation`);
		await page.getByRole('heading', { name: da.operation.jobsHeading }).waitFor();
		await checkPage(page);
		await look(page, 'operation');
	});

	await t.test('a committee fetches the data of a release in the demonstration', async () => {
		const page = await (await people.newDesktop()).newPage();
		await page.goto(site.url);
		await tabTo(
			page,
			page.getByRole('button', { name: da.site.home.seeAs(da.site.home.roles.committee), exact: true })
		);
		await page.keyboard.press('Enter');
		// The first visitor waits while the region is built.
		await page.waitForURL((url) => url.pathname !== '/' && url.pathname !== '/demonstration', { timeout: 60_000 });
		await page.goto(`${site.url}/results`);
		const href = await page.locator('a[href^="/results/"]').first().getAttribute('href');
		const round = /^\/results\/([0-9a-f-]{36})/.exec(href ?? '')?.[1];
		await page.goto(`${site.url}/results/${round}/export`);
		await checkPage(page);
		await look(page, 'export');
		const csv = await (await page.request.get(`${site.url}/results/${round}/export/csv`)).text();
		assert.match(csv, /^\uFEFF?group_id;group_name;/);
		const sav = await page.request.get(`${site.url}/results/${round}/export/sav`);
		assert.equal((await sav.body()).subarray(0, 4).toString(), '$FL2');
	});
});

async function look(page: Page, name: string): Promise<void> {
	const folder = process.env['LOOK'];
	if (folder === undefined) return;
	for (const width of [390, 1280]) {
		await page.setViewportSize({ width, height: 900 });
		await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
	}
}

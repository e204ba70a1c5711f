// What a page weighs: every script and style that a browser asks for, as it travels (gzip), without the fonts.
import { get } from 'node:http';
import type { Page } from 'playwright-core';
import { openBrowser } from '../../tests/support/browser.ts';
import { startSite, type Site } from '../../tests/support/site.ts';
import { withCleaning } from './cleaning.ts';
import type { Measurement } from './figures.ts';

export function measurePages(): Promise<readonly Measurement[]> {
	return withCleaning(async (cleaning) => {
		const site = await startSite(cleaning);
		const { newDesktop } = await openBrowser(cleaning);
		const context = await newDesktop();
		const page = await context.newPage();
		const survey = await enter(page, site, 'leader');
		const surveyWeight = await weigh(page, survey);
		// The same site's one page that the framework hydrates: what every page would weigh if pages were made the usual way.
		const hydrated = await weigh(page, new URL(survey.replace('/answer/', '/profile/')).href);
		await enter(page, site, 'committee');
		const overview = await weigh(page, `${site.url}/results`);
		const group = await page.locator('main a[href^="/results/"]').last().getAttribute('href');
		const result = await weigh(page, `${site.url}${group ?? ''}`);
		const kilobytes = (bytes: number) => [bytes / 1000];
		return [
			{
				what: 'survey page, JavaScript',
				unit: 'kB',
				reach: { atMost: 30 },
				figures: [
					{ variant: 'the island', runs: kilobytes(surveyWeight.scripts) },
					{ variant: 'a page hydrated by the framework (the profile)', runs: kilobytes(hydrated.scripts) }
				]
			},
			{
				what: 'survey page, CSS',
				unit: 'kB',
				reach: { atMost: 15 },
				figures: [
					{ variant: 'own components', runs: kilobytes(surveyWeight.styles) },
					{ variant: 'group result', runs: kilobytes(result.styles) }
				]
			},
			{
				what: 'result pages, JavaScript',
				unit: 'kB',
				reach: { atMost: 0 },
				figures: [{ variant: 'overview and group together', runs: kilobytes(overview.scripts + result.scripts) }]
			}
		];
	});
}

async function enter(page: Page, site: Site, role: string): Promise<string> {
	await page.goto(site.url);
	await page.locator(`button[name="role"][value="${role}"]`).click();
	await page.waitForURL((url) => url.pathname !== '/' && url.pathname !== '/demonstration', { timeout: 120_000 });
	return page.url();
}

async function weigh(page: Page, url: string): Promise<{ readonly scripts: number; readonly styles: number }> {
	const scripts = new Set<string>();
	const styles = new Set<string>();
	const note = (request: { resourceType: () => string; url: () => string }) => {
		if (request.resourceType() === 'script') scripts.add(request.url());
		if (request.resourceType() === 'stylesheet') styles.add(request.url());
	};
	page.on('request', note);
	await page.goto('about:blank');
	await page.goto(url, { waitUntil: 'networkidle' });
	page.off('request', note);
	const inline = await page
		.locator('script:not([src])')
		.evaluateAll((own) => own.reduce((sum, one) => sum + (one.textContent?.length ?? 0), 0));
	const weights = async (urls: Set<string>) =>
		(await Promise.all([...urls].map(gzipLength))).reduce((sum, bytes) => sum + bytes, 0);
	return { scripts: (await weights(scripts)) + inline, styles: await weights(styles) };
}

function gzipLength(url: string): Promise<number> {
	return new Promise((resolve, reject) => {
		get(url, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
			let bytes = 0;
			response.on('data', (part: Buffer) => (bytes += part.length));
			response.on('end', () => resolve(bytes));
		}).on('error', reject);
	});
}

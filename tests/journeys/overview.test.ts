import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { projectRoot } from '#server/project-root.ts';
import { checkPage, openBrowser, tabTo } from '../support/browser.ts';
import { startSite } from '../support/site.ts';
import { da, en } from './steps.ts';

const { version } = JSON.parse(readFileSync(join(projectRoot, 'evidence/version.json'), 'utf8')) as { version: string };
const mostBytes = 100_000;

test('a visitor reads all that is known as one text, follows a claim to its work, and takes it home in two languages', async (t) => {
	const site = await startSite(t);
	const { newPhone, newDesktop } = await openBrowser(t);

	await t.test('on a phone: the front, the contents, a claim, its note and its work', async () => {
		const page = await (await newPhone()).newPage();
		await page.goto(`${site.url}/knowledge/overview`);
		await page.getByRole('heading', { level: 1, name: da.overview.title }).waitFor();
		await page.getByText(version, { exact: true }).waitFor();
		await checkPage(page);
		const contents = page.getByRole('navigation', { name: da.overview.contents });
		await contents.getByRole('link', { name: `3 ${da.overview.chapters.strains}`, exact: true }).tap();
		await page.waitForURL(/#chapter-strains$/);
		const chapter = page.getByRole('region', { name: `3 ${da.overview.chapters.strains}` });
		await chapter
			.getByRole('link', { name: da.overview.noteLabel('1'), exact: true })
			.first()
			.tap();
		await page.waitForURL(/#note-/);
		assert.ok(await isSeen(page));
		await chapter.locator('p a[href^="#reference-"]').first().tap();
		await page.waitForURL(/#reference-/);
		assert.ok(await isSeen(page));
	});

	await t.test('by keyboard: both PDFs, each with the version in its name, and the page stays Danish', async () => {
		const page = await (await newDesktop({ acceptDownloads: true })).newPage();
		await page.goto(`${site.url}/knowledge/overview`);
		for (const language of ['da', 'en'] as const) {
			const link = page.getByRole('link', { name: da.overview.pdf.download[language] });
			await tabTo(page, link);
			const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
			assert.equal(download.suggestedFilename(), `ledertrivsel-overview-${version}-${language}.pdf`);
			const bytes = readFileSync(await download.path());
			assert.equal(bytes.toString('latin1', 0, 5), '%PDF-');
			assert.ok(bytes.length > 100_000);
		}
		await page.goto(`${site.url}/knowledge/overview`);
		await page.getByRole('heading', { name: da.overview.summaryTitle }).waitFor();
		const refused = await page.request.get(`${site.url}/knowledge/overview/pdf?language=sv`);
		assert.equal(refused.status(), 400);
	});

	await t.test('in English', async () => {
		const page = await (await newDesktop()).newPage();
		await page.goto(`${site.url}/knowledge/overview?language=en`);
		await page.getByRole('heading', { level: 1, name: en.overview.title }).waitFor();
		await checkPage(page, { language: 'en' });
	});

	await t.test('it is a light page: no script, and few bytes', async () => {
		const page = await (await newDesktop()).newPage();
		const scripts: string[] = [];
		page.on('request', (request) => {
			if (request.resourceType() === 'script') scripts.push(request.url());
		});
		await page.goto(`${site.url}/knowledge/overview`, { waitUntil: 'networkidle' });
		assert.deepEqual(scripts, []);
		const bytes = await bytesOf(`${site.url}/knowledge/overview`);
		assert.ok(bytes <= mostBytes, `${bytes} bytes`);
	});

	assert.doesNotMatch(site.output(), /"level":"error"/);
});

/** Whether the place that the address names is in the window. */
function isSeen(page: Page): Promise<boolean> {
	return page.evaluate(() => {
		const { top } = document.querySelector(':target')?.getBoundingClientRect() ?? { top: -1 };
		return top >= 0 && top < innerHeight;
	});
}

/** As it travels. */
function bytesOf(url: string): Promise<number> {
	return new Promise((resolve, reject) => {
		get(url, { headers: { 'accept-encoding': 'br, gzip' } }, (response) => {
			let bytes = 0;
			response.on('data', (part: Buffer) => (bytes += part.length));
			response.on('end', () => resolve(bytes));
		}).on('error', reject);
	});
}

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { checkPage, openBrowser, tabTo, takePicture } from '../support/browser.ts';
import { startSite } from '../support/site.ts';
import { da, en } from './steps.ts';

const texts = da.search;
const sweden = 'Sverige';
const veryLow = `M${da.certaintyWords.levels['very-low'].name.slice(1)}`;

test('a visitor searches with a slip, narrows down to what is known from Sweden, opens a claim and takes the works home', async (t) => {
	const site = await startSite(t);
	const { newPhone, newDesktop } = await openBrowser(t);

	await t.test('on a phone: from the front page, the correction, two filters, a claim and back', async () => {
		const page = await (await newPhone()).newPage();
		await page.goto(`${site.url}/knowledge`);
		await page.getByLabel(texts.label).fill('strses');
		await page.getByRole('button', { name: texts.button, exact: true }).tap();
		await page.waitForURL(/\/knowledge\/search\?q=strses$/);
		await page.getByText(texts.misspelt('strses', ['stress'])).waitFor();
		assert.match(await page.locator('.hits mark').first().innerText(), /stress/i);
		await checkPage(page);
		const all = await hitsOf(page);

		await narrow(page, texts.filters.country.label, sweden);
		await page.getByText(`${texts.filters.country.label}: ${sweden}`).waitFor();
		const swedish = await hitsOf(page);
		assert.ok(swedish < all);
		await narrow(page, texts.filters.certainty.label, veryLow);
		const narrowed = await hitsOf(page);
		assert.ok(narrowed <= swedish && narrowed > 0);
		assert.equal(await page.getByLabel(texts.label).inputValue(), 'strses', 'the words stay');
		await checkPage(page);

		const claim = page.locator('.hits li', { has: page.getByText(texts.kinds.finding.one, { exact: true }) }).first();
		const title = await claim.getByRole('heading').innerText();
		const found = page.url();
		await claim.getByRole('link').tap();
		await page.getByRole('heading', { level: 1, name: title }).waitFor();
		assert.match(new URL(page.url()).pathname, /^\/findings\//);
		await page.goBack();
		assert.equal(page.url(), found);
		await page.getByRole('link', { name: `${texts.remove} ${texts.filters.country.label}: ${sweden}` }).tap();
		await page.waitForURL((url) => !url.searchParams.has('country'));
		assert.ok((await hitsOf(page)) >= narrowed);
	});

	await t.test('by keyboard at a desk: a kind, a filter that stands open, and the works as a file', async () => {
		const page = await (await newDesktop({ acceptDownloads: true })).newPage();
		await page.goto(`${site.url}/knowledge/search`);
		await tabTo(page, page.getByLabel(texts.label));
		await page.keyboard.type('ledelsespænd');
		await page.keyboard.press('Enter');
		await page.getByText(texts.misspelt('ledelsespænd', ['ledelsesspænd'])).waitFor();
		await takePicture(page, 'search');
		const before = await hitsOf(page);
		const claims = page.getByRole('navigation', { name: texts.kindsLabel }).getByRole('link', {
			name: new RegExp(`^${texts.kinds.finding.many} `)
		});
		const count = Number(/\((\d+)\)/.exec(await claims.innerText())?.[1]);
		await tabTo(page, claims);
		await page.keyboard.press('Enter');
		await page.waitForURL(/kind=finding/);
		assert.equal(await hitsOf(page), count);
		assert.ok(count < before);

		const country = page.getByLabel(texts.filters.country.label);
		await tabTo(page, country);
		await country.selectOption({ index: 1 });
		await tabTo(page, page.getByRole('button', { name: texts.apply }));
		await page.keyboard.press('Enter');
		await page.waitForURL(/country=[A-Z]{2}/);
		assert.match(page.url(), /kind=finding/, 'the kind stays');
		await checkPage(page);

		const ris = page.getByRole('link', { name: da.library.exports.formats.ris, exact: true });
		const studies = new URL((await ris.getAttribute('href')) ?? '', site.url).searchParams.getAll('study');
		await tabTo(page, ris);
		const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
		assert.match(download.suggestedFilename(), /\.ris$/);
		const references = readFileSync(await download.path(), 'utf8');
		assert.ok(studies.length > 0);
		assert.equal(references.match(/^TY {2}- /gm)?.length, studies.length);
	});

	await t.test(
		'surest first: what is only said comes later and says so; other words and a DOI lead to their record',
		async () => {
			const page = await (await newPhone()).newPage();
			await page.goto(`${site.url}/knowledge/search?q=${encodeURIComponent('hvad hjælper mod stress')}`);
			const firstOnes = await page.locator('.hits li .kind b').allInnerTexts();
			assert.equal(firstOnes[0], texts.kinds.outcome.one);
			assert.ok(firstOnes.slice(0, 3).includes(texts.kinds.intervention.one));
			await page.goto(`${site.url}/knowledge/search?q=${encodeURIComponent('netværk')}&kind=finding`);
			const claims = await page.locator('.hits li').allInnerTexts();
			const isOnlySaid = claims.map((text) => text.toLowerCase().includes(da.library.onlySaid.tag.toLowerCase()));
			assert.equal(isOnlySaid[0], false);
			assert.ok(isOnlySaid.includes(true));
			await checkPage(page);
			await page.goto(`${site.url}/knowledge/search?q=arbejdspres`);
			await page.getByText(`${texts.hit.otherWords} arbejdspres`).waitFor();
			await page.getByLabel(texts.label).fill('https://doi.org/10.1111/jonm.13165');
			await page.getByRole('button', { name: texts.button, exact: true }).tap();
			await page.waitForURL(/jonm\.13165/);
			assert.equal(await hitsOf(page), 1);
			await page.getByText(`${texts.hit.foundIn} 10.1111/jonm.13165`).waitFor();
			await checkPage(page);
		}
	);

	await t.test('nothing found: the page says a way out', async () => {
		const page = await (await newPhone()).newPage();
		await page.goto(`${site.url}/knowledge/search?q=kanelsnegle`);
		await page.getByRole('heading', { name: texts.none.title('kanelsnegle') }).waitFor();
		await checkPage(page);
		await page.getByRole('link', { name: texts.none.map }).tap();
		await page.waitForURL(/\/knowledge#map$/);
		await page.goto(`${site.url}/knowledge/search?q=ledelsesspænd&country=CY`);
		await page.getByRole('heading', { name: texts.none.title('ledelsesspænd') }).waitFor();
		await page.getByRole('link', { name: /^Uden filtre er der \d+ resultater$/ }).tap();
		await page.waitForURL((url) => !url.searchParams.has('country'));
		assert.ok((await hitsOf(page)) > 0);
	});

	await t.test('what is typed is text and never a page', async () => {
		const page = await (await newDesktop()).newPage();
		const typed = '"><img src=x onerror=alert(1)> stress & søvn';
		await page.goto(`${site.url}/knowledge/search?q=${encodeURIComponent(typed)}&country=%00&page=-1&level=<b>`);
		assert.equal(await page.getByLabel(texts.label).inputValue(), typed);
		assert.equal(await page.locator('main img').count(), 0);
		await checkPage(page);
		const response = await page.goto(`${site.url}/knowledge/search?q=${'x'.repeat(5_000)}`);
		assert.equal(response?.status(), 200);
	});

	await t.test('page by page, and in English', async () => {
		const page = await (await newDesktop()).newPage();
		await page.goto(`${site.url}/knowledge/search?language=en`);
		await page.getByRole('heading', { level: 1, name: en.search.title }).waitFor();
		await page.getByRole('link', { name: en.ui.pagination.next }).click();
		await page.waitForURL(/page=2/);
		await page.getByText(en.search.resultsOnPage(21, 40)).waitFor();
		await checkPage(page, { language: 'en' });
		assert.equal(await page.locator('script').count(), 0);
	});

	assert.doesNotMatch(site.output(), /"level":"error"/);
});

/** The number that the heading says. */
async function hitsOf(page: Page): Promise<number> {
	const heading = await page.locator('.results h2').first().innerText();
	return Number(/^(\d+) resultat/.exec(heading)?.[1] ?? 0);
}

/** Opens the filters, chooses, and requires as many hits as the choice promised. */
async function narrow(page: Page, filter: string, choice: string): Promise<void> {
	await page.locator('details summary').tap();
	const select = page.getByLabel(filter, { exact: true });
	const option = select.locator('option', { hasText: choice }).first();
	const promised = Number(/\((\d+)\)/.exec((await option.textContent()) ?? '')?.[1]);
	await select.selectOption({ value: (await option.getAttribute('value')) ?? '' });
	await page.getByRole('button', { name: texts.apply }).tap();
	await page.getByText(`${filter}: ${choice}`).waitFor();
	assert.equal(await hitsOf(page), promised);
}

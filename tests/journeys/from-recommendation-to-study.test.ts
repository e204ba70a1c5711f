import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page, Request } from 'playwright-core';
import { checkPage, openBrowser, tabTo, takePicture, type People } from '../support/browser.ts';
import { startSite, type Site } from '../support/site.ts';
import { da, en } from './steps.ts';

const why = da.library.why;

test('from a suggestion the reader walks to why, to a claim, to a study, and back where the suggestion stood', async (t) => {
	const site = await startSite(t);
	const people = await openBrowser(t);

	await t.test('from the result of a group, by keyboard', async () => {
		const page = await enter(people, site, 'manager');
		await page.goto(`${site.url}/results`);
		await page.getByRole('heading', { name: da.results.recommendationsTitle }).waitFor();
		const group = page.url();
		const card = page.locator('li', { has: page.getByRole('link', { name: da.results.addToPlan }) }).first();
		const name = await card.getByRole('heading').innerText();
		await tabTo(page, card.getByRole('link', { name: da.ui.evidence.why }), { most: 200 });
		await page.keyboard.press('Enter');

		await page.getByRole('heading', { level: 1, name: why.title(name) }).waitFor();
		await checkPage(page);
		assert.equal(await page.locator('script').count(), 0, 'nothing has to be run to read the library');
		for (const heading of [why.factorStep, why.effectsTitle, why.sureTitle, why.placeTitle]) {
			assert.equal(await page.getByRole('heading', { level: 2, name: heading }).count(), 1, heading);
		}
		await takePicture(page, 'why');
		const reason = page.url();

		const { claim } = await walkToStudy(page);
		await page.goBack();
		assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), claim);
		await page.goBack();
		assert.equal(page.url(), reason);
		await page.getByRole('link', { name: why.back.result }).first().click();
		await page.waitForURL(new URL(group).href.split('?')[0] ?? group);
		await page.getByRole('heading', { name: da.results.recommendationsTitle }).waitFor();
	});

	await t.test('from a plan', async () => {
		const page = await enter(people, site, 'manager');
		await page.goto(`${site.url}/results`);
		await page.getByRole('link', { name: da.results.addToPlan }).first().click();
		await page.getByRole('heading', { level: 1, name: da.plans.newTitle }).waitFor();
		const plan = page.url();
		await page.getByRole('link', { name: da.ui.evidence.why }).click();
		await page.getByRole('heading', { level: 2, name: why.placeTitle }).waitFor();
		await page.getByRole('link', { name: why.back.plan }).first().click();
		await page.waitForURL(plan);
	});

	await t.test('from the private profile, to which nothing but the own tab knows the way', async () => {
		const page = await enter(people, site, 'leader');
		await answerEverything(page);
		await page.waitForURL(/\/profile\/[^#]+#.+/);
		const profile = page.url();
		const [, secret] = profile.split('#');
		const requests: Request[] = [];
		page.on('request', (request) => requests.push(request));
		await page.getByRole('link', { name: da.ui.evidence.why }).first().click();
		await page.getByRole('heading', { level: 2, name: why.effectsTitle }).waitFor();
		await checkPage(page);
		await walkToStudy(page);
		for (let step = 0; step < 3; step++) await page.goBack();
		await page.getByText(da.profile.keepTitle).waitFor();
		assert.equal(page.url(), profile, 'the profile is there again, with its own address');
		assert.ok(secret !== undefined && secret.length > 10);
		const asked = await Promise.all(
			requests.map(async (request) => `${request.url()} ${JSON.stringify(await request.allHeaders())}`)
		);
		const naming = (words: string | RegExp) => asked.filter((request) => request.search(words) !== -1);
		assert.deepEqual(naming(secret), [], 'no request names the personal part of the address');
		assert.deepEqual(naming(/factor=|back=/), [], 'nor what strains the leader');
		const first = asked.find((request) => /^\S*\/why\b/.test(request)) ?? assert.fail('the page was not asked for');
		assert.doesNotMatch(first, /profile|referer/, 'nor that the reader came from a profile');
	});

	assert.doesNotMatch(site.output(), /"level":"error"/);
});

test('the way back never leads to another site', async (t) => {
	const site = await startSite(t);
	const page = await (await (await openBrowser(t)).newPhone()).newPage();
	const address = `${site.url}/interventions/peer-supervision/why?factor=support`;
	for (const back of ['https://other.example/', '//other.example', '/\\other.example', '/%09/other.example', 'x']) {
		await page.goto(`${address}&back=${back.startsWith('/%') ? back : encodeURIComponent(back)}`);
		await page.getByRole('heading', { level: 2, name: why.placeTitle }).waitFor();
		const hosts = await page.locator('a').evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).host));
		assert.deepEqual(
			hosts.filter((host) => host === 'other.example'),
			[],
			back
		);
		assert.equal(await page.getByRole('link', { name: why.back.other }).count(), 0, back);
	}
	await checkPage(page);
	// Without a factor, or with one that it does not meet, the page still says what it can.
	for (const query of ['', '?factor=no-such']) {
		await page.goto(`${site.url}/interventions/peer-supervision/why${query}`);
		await page.getByText(why.noFactor).waitFor();
		await checkPage(page);
	}
});

test('the start page shows the whole base as links that say how much and how sure, on a phone and on a desk', async (t) => {
	const site = await startSite(t);
	const { newPhone, newDesktop } = await openBrowser(t);
	for (const open of [newPhone, newDesktop]) {
		const page = await (await open()).newPage();
		await page.goto(`${site.url}/knowledge`);
		await checkPage(page);
		if (open === newDesktop) await takePicture(page.locator('#factors'), 'knowledge');
		const hrefs = await page
			.locator('#factors a, section[aria-labelledby="interventions"] a')
			.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
		const count = (folder: string) => hrefs.filter((href) => href.startsWith(`/${folder}/`)).length;
		assert.equal(count('factors'), 13);
		assert.ok(count('outcomes') > 10 && count('interventions') > 20);
		assert.equal(new Set(hrefs).size, hrefs.length, 'each once');
		const workload = page.locator('#factors a[href="/factors/workload"]');
		assert.match(await workload.innerText(), /\d+ påstande/);
		assert.match(await workload.innerText(), /sikkerhed/);
		await tabTo(page, page.locator('a[href="/outcomes/stress"]'));
		await page.keyboard.press('Enter');
		await page.waitForURL(/\/outcomes\/stress$/);
		await checkPage(page);
		await page.locator('main a[href^="/findings/"]').first().click();
		await page.getByRole('heading', { level: 2, name: da.library.finding.citeTitle }).waitFor();
		await checkPage(page);
		assert.ok((await page.locator('main').innerText()).includes(page.url()), 'the address to cite is the own');
		await page.emulateMedia({ media: 'print' });
		assert.ok(await page.getByRole('heading', { level: 1 }).isVisible());
	}
	const page = await (await newPhone()).newPage();
	for (const path of ['/knowledge', '/findings/workload-stress', '/outcomes/stress', '/studies/labrague-2018']) {
		await page.goto(`${site.url}${path}?language=en`);
		await checkPage(page, { language: 'en' });
		assert.doesNotMatch(await page.locator('main').innerText(), /\b(undefined|null|NaN)\b/);
	}
	for (const path of ['/findings/no-such', '/outcomes/no-such', '/interventions/no-such/why']) {
		assert.equal((await page.goto(`${site.url}${path}`))?.status(), 404, path);
		await checkPage(page, { language: 'en' });
	}
	await page.goto(`${site.url}/outcomes/stress`);
	await page.getByRole('heading', { level: 2, name: en.library.outcome.factorsTitle }).waitFor();
});

test('a work that was not looked up is marked, without an address, and files can be downloaded', async (t) => {
	const site = await startSite(t);
	const page = await (await (await openBrowser(t)).newPhone()).newPage();
	for (const id of ['thunman-2015', 'liao-2021']) {
		await page.goto(`${site.url}/studies/${id}`);
		await page.getByText(da.library.study.notVerified, { exact: true }).first().waitFor();
		assert.equal(await page.locator('main a[href*="doi.org"]').count(), 0, id);
		await checkPage(page);
	}
	await page.goto(`${site.url}/studies/wong-laschinger-2015`);
	assert.ok((await page.locator('main a[href="https://doi.org/10.1016/j.ijnurstu.2015.09.006"]').count()) > 0);
	for (const heading of [
		da.library.study.criteriaTitle,
		da.library.study.carriesTitle,
		da.library.study.notShownTitle
	]) {
		await page.getByRole('heading', { name: heading }).waitFor();
	}
	await checkPage(page);
	const download = page.waitForEvent('download');
	await page.getByRole('link', { name: da.library.exports.formats.ris }).first().tap();
	assert.match((await download).suggestedFilename(), /\.ris$/);
});

/** From a page with claims: the first of them, then a study that counts for it. */
async function walkToStudy(page: Page): Promise<{ readonly claim: string }> {
	const link = page.locator('main a[href^="/findings/"]').first();
	const claim = await link.innerText();
	await link.click();
	await page.waitForURL(/\/findings\//);
	assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), claim);
	await page.getByRole('heading', { level: 2, name: da.certaintyWords.heading }).waitFor();
	await checkPage(page);
	const study = page.locator('main a[href^="/studies/"]').first();
	const name = await study.innerText();
	await study.click();
	await page.waitForURL(/\/studies\//);
	assert.ok((await page.getByRole('heading', { level: 1 }).innerText()).startsWith(name));
	assert.ok((await page.locator('main').innerText()).includes(claim), 'the study names the claim it stands behind');
	await checkPage(page);
	return { claim };
}

async function answerEverything(page: Page): Promise<void> {
	await page.getByRole('button', { name: da.survey.begin }).click();
	for (;;) {
		const current = page.locator('[data-page]:visible');
		if ((await current.count()) === 0) break;
		for (const [index, question] of (await current.locator('fieldset[data-item]').all()).entries()) {
			await question
				.locator('label')
				.nth((index * 2) % 5)
				.click();
		}
		await current.locator('[data-go]').last().locator('button').click();
	}
	await page.getByRole('button', { name: da.survey.send }).click();
}

async function enter(people: People, site: Site, role: 'manager' | 'leader'): Promise<Page> {
	const page = await (await people.newDesktop()).newPage();
	await page.goto(site.url);
	await page.getByRole('button', { name: da.site.home.seeAs(da.site.home.roles[role]), exact: true }).click();
	// The first visitor waits while the region is built.
	await page.waitForURL((url) => url.pathname !== '/' && url.pathname !== '/demonstration', { timeout: 60_000 });
	return page;
}

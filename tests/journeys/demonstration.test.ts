import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { checkPage, openBrowser, tabTo, takePicture, type People } from '../support/browser.ts';
import { startSite, type Site } from '../support/site.ts';
import { da, en } from './steps.ts';

test('somebody who is curious tries the demonstration from each of its four sides, and every page says what it is', async (t) => {
	const site = await startSite(t, { isFromNothing: true });
	const people = await openBrowser(t);

	await t.test('as a manager: the own groups, a group with recommendations, a plan', async () => {
		const page = await enter(people, site, 'manager');
		await visitMenu(page, site);
		await page.goto(`${site.url}/results`);
		await page.getByRole('heading', { name: da.results.recommendationsTitle }).waitFor();
		await labelled(page);
		await takePicture(page, 'group-result');
		const card = page.locator('li', { has: page.getByRole('link', { name: da.results.addToPlan }) }).first();
		await takePicture(card, 'recommendation');
		await page.getByRole('link', { name: da.results.addToPlan }).first().click();
		await page.getByRole('heading', { name: da.plans.newTitle }).waitFor();
		await labelled(page);
	});

	await t.test('as a programme lead: rounds, organisation, the heat map', async () => {
		const page = await enter(people, site, 'programme-lead');
		await visitMenu(page, site);
		await page.goto(`${site.url}/results`);
		await takePicture(page, 'heat-map');
		await page.goto(`${site.url}/rounds`);
		await page.getByRole('table').getByRole('link').first().click();
		await labelled(page);
	});

	await t.test('as a committee: the overview and the plans, and nothing to press that changes them', async () => {
		const page = await enter(people, site, 'committee');
		await visitMenu(page, site);
		await page.goto(`${site.url}/plans`);
		await page.getByRole('main').getByRole('link').first().click();
		await labelled(page);
		assert.equal((await page.goto(`${site.url}/rounds/new`))?.status(), 403);
	});

	await t.test('as a leader: the questionnaire and the own profile', async () => {
		const page = await enter(people, site, 'leader');
		await page.waitForURL(/\/answer\//);
		await labelled(page);
		await page.getByRole('button', { name: da.survey.begin }).click();
		for (;;) {
			const current = page.locator('[data-page]:visible');
			if ((await current.count()) === 0) break;
			const questions = await current.locator('fieldset[data-item]').all();
			for (const [index, question] of questions.entries())
				await question
					.locator('label')
					.nth((index * 2) % 5)
					.click();
			await current.locator('[data-go]').last().locator('button').click();
		}
		await page.getByRole('button', { name: da.survey.send }).click();
		await page.waitForURL(/\/profile\//);
		await page.getByText(da.profile.keepTitle).waitFor();
		await labelled(page);
	});

	await t.test('in English', async () => {
		const page = await enter(people, site, 'manager');
		await page.goto(`${site.url}/results?language=en`);
		await page.getByRole('heading', { level: 1, name: en.results.title }).waitFor();
		await page.getByText(en.ui.demoBanner).waitFor();
		await checkPage(page, { language: 'en' });
		await page.getByRole('table').first().getByRole('link').last().click();
		await page.getByRole('heading', { name: en.results.recommendationsTitle }).waitFor();
		await checkPage(page, { language: 'en' });
		for (const path of ['/knowledge', '/plans', '/visibility', '/methods', '/']) {
			await page.goto(`${site.url}${path}`);
			await checkPage(page, { language: 'en' });
		}
	});

	assert.doesNotMatch(site.output(), /"level":"error"/);
});

test('the library stands alone: factor, intervention and study lead to each other without signing in', async (t) => {
	const site = await startSite(t);
	const { newPhone } = await openBrowser(t);
	const page = await (await newPhone()).newPage();
	await page.goto(site.url);
	await page.getByRole('main').getByRole('link', { name: da.site.home.knowledgeTitle }).tap();
	await page.waitForURL(/\/knowledge$/);
	await checkPage(page);
	for (const subject of ['factors', 'interventions', 'studies']) {
		await page.getByRole('main').locator(`a[href^="/${subject}/"]`).first().tap();
		await page.waitForURL(new RegExp(`/${subject}/`));
		await checkPage(page);
	}
	assert.ok(
		(await page.getByRole('main').locator('a[href^="/factors/"], a[href^="/interventions/"]').count()) > 0,
		'a study leads back'
	);
	for (const path of ['/methods', '/visibility', '/factors/no-such', '/interventions/no-such', '/studies/no-such']) {
		const response = await page.goto(`${site.url}${path}`);
		assert.equal(response?.status(), path.endsWith('no-such') ? 404 : 200, path);
		await checkPage(page);
	}
});

async function enter(
	people: People,
	site: Site,
	role: 'manager' | 'programme-lead' | 'committee' | 'leader'
): Promise<Page> {
	const page = await (await people.newDesktop()).newPage();
	await page.goto(site.url);
	await tabTo(page, page.getByRole('button', { name: da.site.home.seeAs(da.site.home.roles[role]), exact: true }));
	await page.keyboard.press('Enter');
	// The first visitor waits while the region is built.
	await page.waitForURL((url) => url.pathname !== '/' && url.pathname !== '/demonstration', { timeout: 60_000 });
	await labelled(page);
	return page;
}

async function visitMenu(page: Page, site: Site): Promise<void> {
	const menu = page.getByRole('navigation', { name: da.ui.navigation.main }).getByRole('link');
	const paths = await menu.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
	assert.ok(paths.length >= 2);
	for (const path of paths) {
		const response = await page.goto(`${site.url}${path}`);
		assert.equal(response?.status(), 200, path);
		await labelled(page);
	}
}

async function labelled(page: Page): Promise<void> {
	await page.getByText(da.ui.demoBanner, { exact: true }).waitFor();
	await checkPage(page);
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPage, openBrowser, tabTo } from '../support/browser.ts';
import { startSite } from '../support/site.ts';
import { da } from './steps.ts';

test('a manager says what fits and what is done, sees what it moved and why, and chooses', async (t) => {
	const site = await startSite(t);
	const { newDesktop } = await openBrowser(t);
	const context = await newDesktop();
	context.setDefaultTimeout(60_000);
	const page = await context.newPage();
	await page.goto(site.url);
	await page.getByRole('button', { name: da.site.home.seeAs(da.site.home.roles.manager), exact: true }).click();
	await page.waitForURL((url) => url.pathname !== '/' && url.pathname !== '/demonstration');
	await page.goto(`${site.url}/results`);
	await page.getByRole('heading', { name: da.results.recommendationsTitle }).waitFor();
	const group = page.url();
	const first = page.locator('li', { has: page.getByRole('link', { name: da.results.addToPlan }) }).first();
	const name = await first.getByRole('heading').innerText();
	await first.getByText(da.fit.card.why(1), { exact: true }).click();
	await first.getByText(da.fit.fitNone).waitFor();
	await checkPage(page);

	// By keyboard: a no to the second question.
	await first.getByRole('link', { name: da.fit.card.answer }).click();
	await page.getByRole('heading', { level: 2, name }).waitFor();
	await checkPage(page);
	assert.equal(await page.locator('script[src]').count(), 0, 'nothing has to be run to answer');
	const question = page.getByRole('group').nth(1);
	await tabTo(page, question.getByRole('radio', { name: da.fit.answer.yes }), { most: 60 });
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	assert.ok(await question.getByRole('radio', { name: da.fit.answer.no }).isChecked());
	await page.getByRole('button', { name: da.fit.save }).click();
	await page.getByText(da.fit.saved(1)).waitFor();
	const moved = page.getByRole('listitem').filter({ hasText: name }).filter({ hasText: '→' });
	assert.match(await moved.innerText(), /Rykket ned fra nr\. \d+ til nr\. \d+, fordi svaret er nej/);
	await checkPage(page);

	// On the result it stands lower, with the sentence, and another is first.
	await page.getByRole('link', { name: da.fit.back }).first().click();
	await page.getByRole('heading', { name: da.fit.setAsideTitle }).first().waitFor();
	assert.notEqual(await first.getByRole('heading').innerText(), name);
	// Another's sentence may name it too.
	const named = new RegExp(`^\\s*${name}`);
	const aside = page.getByRole('listitem').filter({ hasText: named }).filter({ hasText: da.fit.card.change });
	assert.match(await aside.innerText(), /fordi svaret er nej, når det gælder organisationen/);

	// What is already done stands apart; the page that explains a suggestion knows its place here.
	const done = await first.getByRole('heading').innerText();
	await first.getByRole('link', { name: da.fit.card.answer }).click();
	await page.getByRole('checkbox', { name: da.fit.alreadyDone }).check();
	await page.getByRole('button', { name: da.fit.save }).click();
	await page.getByText(da.fit.saved(1)).waitFor();
	await page.goto(group);
	assert.notEqual(await first.getByRole('heading').innerText(), done);
	assert.ok((await page.getByRole('listitem').filter({ hasText: done }).count()) > 0, 'shown apart, not hidden');
	await checkPage(page);
	await first.getByRole('link', { name: da.ui.evidence.why }).click();
	await page.getByText(da.fit.terms.need, { exact: true }).waitFor();
	assert.match(await page.locator('main').innerText(), /Nr\. 1 af \d+ på niveauet/);
	await checkPage(page);
	const stranger = await (await newDesktop()).newPage();
	await stranger.goto(page.url());
	assert.equal(await stranger.getByText(da.fit.terms.need, { exact: true }).count(), 0, 'nothing of a group is public');
	await stranger.getByText(da.library.why.noSecret).waitFor();

	// On to the next suggestions without losing what was answered about these.
	await page.goto(`${group.split('?')[0]}/fit`);
	await page.getByRole('group').last().getByText(da.fit.answer.partly, { exact: true }).click();
	await page.getByRole('button', { name: da.fit.saveAndNext }).click();
	await page.getByText(da.fit.saved(1)).waitFor();
	await page.getByText(/^Side 2 af \d+/).waitFor();
	await checkPage(page);

	await page.goto(group);
	await first.getByRole('link', { name: da.results.addToPlan }).click();
	await page.getByRole('heading', { level: 1, name: da.plans.newTitle }).waitFor();
	assert.doesNotMatch(site.output(), /"level":"error"/);
});

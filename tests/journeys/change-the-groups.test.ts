import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPage, openBrowser, tabTo } from '../support/browser.ts';
import { startSite } from '../support/site.ts';
import { da, importHospital, planRound, setUp } from './steps.ts';

test('a programme lead looks through the groups, puts two together, and takes them apart again, without a script', async (t) => {
	const site = await startSite(t);
	const { newDesktop, newPhone } = await openBrowser(t);
	const page = await (await newDesktop()).newPage();
	await setUp(page, site);
	await importHospital(page, site);
	const roundId = await planRound(page, site);
	const texts = da.roundGroups;

	await page.goto(`${site.url}/rounds/${roundId}/groups`);
	await checkPage(page);
	const boxes = page.getByRole('checkbox');
	const before = await boxes.count();
	assert.equal(before, 2);
	await page.getByRole('button', { name: texts.merge.button }).click();
	await page.getByRole('alert').getByText(texts.problems['too-few-chosen']).waitFor();
	await checkPage(page);

	await tabTo(page, boxes.first());
	await page.keyboard.press('Space');
	await boxes.nth(1).check();
	await tabTo(page, page.getByRole('button', { name: texts.merge.button }));
	await page.keyboard.press('Enter');
	await page.getByText(texts.done.merged).waitFor();
	assert.equal(await boxes.count(), 1);
	await page.getByText(texts.table.merged, { exact: true }).waitFor();
	await checkPage(page);

	const phone = await (await newPhone()).newPage();
	await phone.context().addCookies(await page.context().cookies());
	await phone.goto(page.url());
	await checkPage(phone);

	await page.getByRole('button', { name: texts.merge.undo }).click();
	await page.getByText(texts.done.undone).waitFor();
	assert.equal(await boxes.count(), before);

	await page.getByText(texts.alike.level, { exact: true }).click();
	await page.getByRole('button', { name: texts.alike.save }).click();
	await page.getByText(texts.done.chosen).waitFor();
	assert.ok(await page.getByLabel(texts.alike.level).isChecked());
	await checkPage(page);

	await page.goto(`${site.url}/rounds/00000000-0000-4000-8000-000000000000/groups`);
	await page.getByRole('heading', { level: 1 }).waitFor();
});

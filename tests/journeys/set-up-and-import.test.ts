import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPage, openBrowser, tabTo } from '../support/browser.ts';
import { startSite } from '../support/site.ts';
import { administrator, organisationFile, organisationName } from './made-up-hospital.ts';
import { da, importHospital, setUp, uploadFile } from './steps.ts';

test('a programme lead sets up the organisation with the printed link, which works once', async (t) => {
	const site = await startSite(t, { isFromNothing: true });
	const { newDesktop } = await openBrowser(t);
	const page = await (await newDesktop()).newPage();

	await page.goto(site.url);
	await checkPage(page);

	// A scanner that follows the link uses nothing up.
	for (let look = 0; look < 3; look++) assert.equal((await fetch(site.setUpLink())).status, 200);
	await page.goto(site.setUpLink());
	await page.getByRole('button', { name: da.signIn.setUp.button }).click();
	await page.getByRole('alert').getByText(da.signIn.setUp.problems.email).waitFor();
	await checkPage(page);

	// From the keyboard alone.
	await tabTo(page, page.getByLabel(da.signIn.setUp.organisationName));
	await page.keyboard.type(organisationName);
	await tabTo(page, page.getByLabel(da.signIn.setUp.name));
	await page.keyboard.type(administrator.name);
	await tabTo(page, page.getByLabel(da.signIn.setUp.email));
	await page.keyboard.type(administrator.email);
	await page.keyboard.press('Enter');
	await page.waitForURL(`${site.url}/rounds`);
	await page
		.getByRole('banner')
		.getByText(administrator.email)
		.or(page.getByRole('banner').getByText(administrator.name))
		.waitFor();

	await page.goto(site.setUpLink());
	await page.getByText(da.signIn.setUp.used).waitFor();
	await checkPage(page);
	assert.doesNotMatch(site.output(), /"level":"error"/);
});

test('an organisation is imported after a look at what changes, and a second import changes nothing', async (t) => {
	const site = await startSite(t);
	const { newDesktop } = await openBrowser(t);
	const page = await (await newDesktop()).newPage();
	await setUp(page, site);

	await page.goto(`${site.url}/organisation`);
	await page.getByText(da.organisation.none).waitFor();
	await checkPage(page);
	await uploadFile(page, site, { name: 'organisation.csv', bytes: organisationFile() });
	await page.getByRole('heading', { name: da.organisation.previewTitle, level: 1 }).waitFor();
	await page.getByText('Medicinsk Afdeling').first().waitFor();
	await checkPage(page);

	// Nothing is saved by looking.
	const preview = page.url();
	await page.goto(`${site.url}/organisation`);
	await page.getByText(da.organisation.none).waitFor();
	await page.goto(preview);
	await tabTo(page, page.getByRole('button', { name: da.organisation.save }));
	await page.keyboard.press('Enter');
	await page.getByText(da.organisation.counts(21, 21)).waitFor();
	await checkPage(page);
	// The letters of Windows-1252 have arrived.
	await page.getByText('Kirurgisk Afdeling').first().click();
	await page.getByText('Afsnit Sø').first().waitFor();

	// The back button and a second press save nothing twice.
	await page.goto(preview);
	await page.getByText(da.organisation.alreadySaved).waitFor();
	await uploadFile(page, site, { name: 'organisation.csv', bytes: organisationFile() });
	await page.getByText(da.organisationImport.noChanges).waitFor();
	assert.equal(await page.getByRole('button', { name: da.organisation.save }).count(), 0);
	assert.doesNotMatch(site.output(), /"level":"error"/);
});

test('every faulty row is named, and nothing of the file is saved', async (t) => {
	const site = await startSite(t);
	const { newDesktop } = await openBrowser(t);
	const page = await (await newDesktop()).newPage();
	await setUp(page, site);
	await importHospital(page, site);

	const faulty = organisationFile((row, line) => {
		const cells = row.split(';');
		if (line === 4) cells[2] = '999';
		if (line === 6) cells[8] = '-3';
		if (line === 8) cells[4] = 'leder.birk@sygehus.example';
		if (line === 3) cells[3] = 'Mads Omdøbt';
		return cells.join(';');
	});
	await uploadFile(page, site, { name: 'fejl.csv', bytes: faulty });
	const summary = page.getByRole('alert');
	await summary.waitFor();
	const told = await summary.innerText();
	for (const line of [4, 6, 8]) assert.match(told, new RegExp(`\\b${line}\\b`), `line ${line} is named in:\n${told}`);
	assert.match(told, /999/);
	assert.ok(told.includes(da.organisation.faultyText));
	await checkPage(page);

	await page.goto(`${site.url}/organisation`);
	await page.getByText(da.organisation.counts(21, 21)).waitFor();
	assert.equal(await page.getByText('Mads Omdøbt').count(), 0);
	assert.doesNotMatch(site.output(), /"level":"error"/);
});
